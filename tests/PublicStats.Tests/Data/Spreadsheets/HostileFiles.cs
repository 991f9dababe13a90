using System.Diagnostics;
using PublicStats.Data.Spreadsheets;
using static PublicStats.Tests.Infra.SampleSheets;

namespace PublicStats.Tests.Data.Spreadsheets;

public sealed class HostileFiles : IDisposable
{
    private const string OdsStart =
        """<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>"""
        + """<table:table table:name="S">""";
    private readonly string folder = Directory.CreateTempSubdirectory("publicstats-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_that_unpacks_to_hundreds_of_megabytes_is_given_up_early() =>
        Refused(
            "unpacked, it holds more than 200 MB",
            path => Bomb(path, "content.xml", OdsStart, "<table:table-row><table:table-cell/></table:table-row>", 300)
        );

    [Fact]
    public void One_cell_of_many_megabytes_is_given_up_early() =>
        Refused(
            "one of its cells or tags holds more than 1 MB",
            path => Bomb(path, "content.xml", OdsStart + "<table:table-row><table:table-cell><text:p>", "a b c d ", 8)
        );

    [Fact]
    public void One_attribute_of_many_megabytes_is_given_up_early() =>
        Refused(
            "one of its cells or tags holds more than 1 MB",
            path => Bomb(path, "content.xml", OdsStart + "<table:table-row a=\"", "a b c d ", 8)
        );

    [Fact]
    public void Tags_a_million_deep_are_given_up_early() => Refused("too deep", path => Bomb(path, "content.xml", OdsStart, "<a>", 3));

    [Fact]
    public void Entities_that_grow_are_never_expanded() =>
        Refused(
            "document type definition",
            path => Zip(path, ("content.xml", "<!DOCTYPE a [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;&x;&x;\">]><a>&y;</a>"))
        );

    [Fact]
    public void A_document_type_that_names_another_file_is_never_followed() =>
        Refused(
            "document type definition",
            path => Zip(path, ("content.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"))
        );

    [Fact]
    public void A_text_longer_than_a_cell_can_hold_is_refused() =>
        Refused("A1 holds more than 32,767 characters", path => Ods(path, "2026-07-17", ("S", [Row(Text(new('a', 40_000)))])));

    [Fact]
    public void A_billion_spaces_are_not_written_out() =>
        Refused(
            "A1 holds more than 32,767 characters",
            path => Ods(path, "2026-07-17", ("S", [Row(Text("<text:s text:c=\"999999999\"/>"))]))
        );

    [Fact]
    public void A_billion_columns_are_refused() =>
        Refused(
            "row 1 has more than 16,384 columns",
            path => Ods(path, "2026-07-17", ("S", [Row(Number("1", "table:number-columns-repeated=\"999999999\""))]))
        );

    [Fact]
    public void A_number_of_repeats_that_is_none_is_refused() =>
        Refused(
            "it repeats something -5 times",
            path => Ods(path, "2026-07-17", ("S", [Row(Number("1", "table:number-columns-repeated=\"-5\""))]))
        );

    [Fact]
    public void A_million_rows_of_a_million_columns_of_nothing_are_refused() =>
        Refused(
            "more than",
            path =>
                Ods(
                    path,
                    "2026-07-17",
                    (
                        "S",
                        [
                            "<table:table-row table:number-rows-repeated=\"2000000\"><table:table-cell "
                                + "table:number-columns-repeated=\"1000000\"/></table:table-row>",
                        ]
                    )
                )
        );

    [Fact]
    public void A_file_cut_in_half_is_damaged() =>
        Refused(
            "damaged or cut off",
            path =>
            {
                Ods(path, "2026-07-17", ("S", [Row(Text("Date"))]));
                File.WriteAllBytes(path, File.ReadAllBytes(path)[..^200]);
            }
        );

    [Fact]
    public void A_part_with_flipped_bytes_is_damaged() =>
        Refused(
            "damaged or cut off",
            path =>
            {
                Ods(
                    path,
                    "2026-07-17",
                    (
                        "S",
                        [
                            .. Enumerable
                                .Range(0, 500)
                                .Select(index => Row(Number(index.ToString(System.Globalization.CultureInfo.InvariantCulture)))),
                        ]
                    )
                );
                var bytes = File.ReadAllBytes(path);
                bytes.AsSpan(bytes.Length / 2, 40).Fill(0xFF);
                File.WriteAllBytes(path, bytes);
            }
        );

    [Fact]
    public void A_part_that_lies_about_its_size_is_still_counted() =>
        Refused(
            "becomes more than 100 times larger",
            path =>
            {
                Bomb(path, "content.xml", OdsStart, "<table:table-row><table:table-cell/></table:table-row>", 300);
                var bytes = File.ReadAllBytes(path);
                // The unpacked size in the list of parts: it now says one kilobyte.
                var list = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
                BitConverter.TryWriteBytes(bytes.AsSpan(list + 24), 1024);
                File.WriteAllBytes(path, bytes);
            },
            "damaged or cut off"
        );

    [Fact]
    public void A_locked_file_says_that_it_is_locked() =>
        Refused(
            "locked with a password",
            path =>
                Zip(
                    path,
                    ("content.xml", "\u0001\u0002"),
                    (
                        "META-INF/manifest.xml",
                        "<m:manifest xmlns:m=\"m\"><m:file-entry m:full-path=\"content.xml\"><m:encryption-data/>"
                            + "</m:file-entry></m:manifest>"
                    )
                )
        );

    [Fact]
    public void A_locked_or_old_Excel_file_says_so() =>
        Refused(
            "locked with a password, or is of the old kind .xls",
            path => File.WriteAllBytes(path, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        );

    [Fact]
    public void A_picture_is_no_spreadsheet() => Refused("not an ODS, XLSX or CSV spreadsheet", path => File.WriteAllText(path, "GIF89a"));

    [Fact]
    public void An_archive_of_letters_is_no_spreadsheet() => Refused("holds no spreadsheet", path => Zip(path, ("letter.txt", "Dear")));

    [Fact]
    public void A_shared_text_that_is_not_there_is_damage() =>
        Refused(
            "B1 names a text that is not in the file",
            path => Xlsx(path, "S", "<row r=\"1\"><c r=\"B1\" t=\"s\"><v>7</v></c></row>", texts: "<si><t>one</t></si>")
        );

    [Fact]
    public void A_cell_beyond_the_last_column_is_damage() =>
        Refused("a cell of row 1 has the name \"ZZZZ1\"", path => Xlsx(path, "S", "<row r=\"1\"><c r=\"ZZZZ1\"><v>7</v></c></row>"));

    [Fact]
    public void A_CSV_file_of_one_endless_line_is_given_up_at_once() =>
        Refused(
            "row 1 is longer than 1,000,000 characters",
            path =>
            {
                using var file = File.Create(path);
                // A hole: the disk holds next to nothing of it.
                file.SetLength(2L << 30);
            },
            name: "endless.csv"
        );

    private void Refused(string words, Action<string> make, string? or = null, string name = "hostile.ods")
    {
        var path = Path.Combine(folder, name);
        make(path);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();

        var broken = Assert.Throws<BrokenSpreadsheetException>(() =>
        {
            using var book = Spreadsheet.Open(path);
            _ = book.Sheets().Sum(sheet => sheet.Rows.Count());
        });

        Assert.True(
            broken.Message.Contains(words, StringComparison.Ordinal)
                || (or is not null && broken.Message.Contains(or, StringComparison.Ordinal)),
            broken.Message
        );
        // Far above what is measured, for machines that are busy.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 100_000_000, "It took too much memory.");
    }
}
