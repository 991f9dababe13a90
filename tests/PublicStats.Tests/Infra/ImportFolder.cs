using System.Diagnostics;
using PublicStats.Data.Importing;
using static PublicStats.Tests.Infra.SampleSheets;

namespace PublicStats.Tests.Infra;

/// <summary>
/// A publication with the two datasets that are imported each week, by the mappings that are shipped, and small spreadsheets for them.
/// </summary>
internal sealed class ImportFolder : IDisposable
{
    public static readonly string[] Daily =
    [
        "Date",
        "Migrants arrived",
        "Boats arrived",
        "Boats arrived - involved in uncontrolled landings",
        "Notes",
    ];
    public static readonly string[] Weekly =
    [
        "Week ending",
        "Migrants arrived",
        "Boats arrived",
        "Boats arrived - involved in uncontrolled landings",
        "Migrants prevented",
        "Events prevented",
        "Notes",
    ];

    public ImportFolder()
    {
        foreach (
            var name in new[]
            {
                "publication.json",
                "sources.csv",
                "datasets/crossings/datapackage.json",
                "datasets/crossings/import.json",
                "datasets/crossings-prevented/datapackage.json",
                "datasets/crossings-prevented/import.json",
            }
        )
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Of(name))!);
            File.Copy(Path.Combine(RepositoryFiles.Data, name), Of(name));
        }
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("publicstats-").FullName;

    public string Data => Path.Combine(Root, "data");

    public string Of(string path) => Path.Combine(Data, path);

    public string Sheet(string name) => Path.Combine(Root, name);

    public string Figures(string dataset = "crossings") => File.ReadAllText(Of($"datasets/{dataset}/figures.csv"));

    /// <summary>A header as text cells.</summary>
    public static string Header(params string[] columns) => Row([.. columns.Select(Text)]);

    /// <summary>A row of SB_01.</summary>
    public static string Day(string day, string people, string boats, string landings = "0", string note = "") =>
        Row(Date(day), Value(people), Value(boats), Value(landings), note.Length == 0 ? Empty() : Text(note));

    /// <summary>Three days and two weeks, written as one ODS file.</summary>
    public string Good(string name = "good.ods", string made = "2026-07-17", string people = "120")
    {
        Ods(
            Sheet(name),
            made,
            ("Cover", [Row(Text("Time series"))]),
            (
                "SB_01",
                [
                    Header(Daily),
                    Day("2026-07-14", "0", "0", "-"),
                    Day("2026-07-15", people, "2", "1", "Revised"),
                    Day("2026-07-16", "55", "1"),
                ]
            ),
            (
                "SB_02",
                [
                    Header(Weekly),
                    Row(Date("2026-07-05"), Empty(3), Text("-"), Text("-")),
                    Row(Date("2026-07-12"), Number("5"), Empty(2), Number("257"), Number("18"), Text("Revised")),
                ]
            )
        );
        return Sheet(name);
    }

    /// <summary>What the import of one SB_01 says.</summary>
    public ImportResult Import(string file, params string[] datasets) =>
        SpreadsheetImport.Run(Data, datasets.Length == 0 ? ["crossings"] : datasets, file);

    /// <summary>Runs the tool as an editor does.</summary>
    public (int Code, string Out, string Error) Tool(params string[] arguments)
    {
        using var tool = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "publicstats.dll"), .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Root,
            }
        )!;
        var error = tool.StandardError.ReadToEndAsync();
        var output = tool.StandardOutput.ReadToEnd();
        tool.WaitForExit();
        return (tool.ExitCode, output, error.Result);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string Value(string text) =>
        text switch
        {
            "" => Empty(),
            _ when double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) => Number(text),
            ['<', ..] => text,
            _ => Text(text),
        };
}
