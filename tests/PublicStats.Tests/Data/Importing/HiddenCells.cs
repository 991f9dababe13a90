using PublicStats.Tests.Infra;
using static PublicStats.Tests.Infra.SampleSheets;

namespace PublicStats.Tests.Data.Importing;

/// <summary>Rows and columns that the publisher has hidden in a spreadsheet.</summary>
public sealed class HiddenCells : IDisposable
{
    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rows_and_columns_that_the_file_hides_are_told()
    {
        string[] hidden =
        [
            .. new[] { "2026-07-15", "2026-07-16" }.Select(day =>
                ImportFolder
                    .Day(day, "1", "1")
                    .Replace("<table:table-row>", "<table:table-row table:visibility=\"filter\">", StringComparison.Ordinal)
            ),
        ];
        Ods(
            folder.Sheet("hidden.ods"),
            "2026-07-17",
            ("SB_01", [ImportFolder.Header(ImportFolder.Daily), ImportFolder.Day("2026-07-14", "0", "0"), .. hidden]),
            ("SB_02", [])
        );
        HideColumn(folder.Sheet("hidden.ods"), before: 2);

        var import = folder.Import(folder.Sheet("hidden.ods"));

        Assert.Empty(import.Faults);
        Assert.Equal(
            [
                "2 rows of SB_01 are hidden in the file, the first of them row 3. Their figures are read like the others.",
                "Column C of SB_01, \"Boats arrived\", is hidden in the file. It is read like the others.",
            ],
            import.Notices
        );
        Assert.Contains(
            "Look at this: 2 rows of SB_01 are hidden",
            folder.Tool("import", "crossings", "hidden.ods").Out,
            StringComparison.Ordinal
        );
    }

    // The columns of the sheets that are made here stand in one element: it is taken apart.
    private static void HideColumn(string file, int before)
    {
        using var zip = System.IO.Compression.ZipFile.Open(file, System.IO.Compression.ZipArchiveMode.Update);
        var entry = zip.GetEntry("content.xml")!;
        string content;
        using (var reader = new StreamReader(entry.Open()))
        {
            content = reader.ReadToEnd();
        }

        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("content.xml").Open());
        writer.Write(
            content.Replace(
                "<table:table-column table:number-columns-repeated=\"16384\"/>",
                $"<table:table-column table:number-columns-repeated=\"{before}\"/><table:table-column table:visibility=\"collapse\"/>",
                StringComparison.Ordinal
            )
        );
    }
}
