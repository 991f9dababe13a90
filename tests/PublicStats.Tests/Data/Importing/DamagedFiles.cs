using System.IO.Compression;
using System.Text;
using PublicStats.Tests.Infra;
using static PublicStats.Tests.Infra.SampleSheets;

namespace PublicStats.Tests.Data.Importing;

public sealed class DamagedFiles : IDisposable
{
    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("good.ods")]
    [InlineData("good.xlsx")]
    public void A_file_with_a_few_bytes_changed_is_read_or_refused_and_never_crashes_the_tool(string name)
    {
        folder.Good();
        Xlsx(
            folder.Sheet("good.xlsx"),
            "SB_01",
            """<row r="1"><c r="A1" s="1"><v>46217</v></c><c r="B1" t="s"><v>0</v></c></row>""",
            texts: "<si><t>-</t></si>",
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        );
        var whole = File.ReadAllBytes(folder.Sheet(name));
        var random = new Random(1);
        var refused = 0;
        for (var i = 0; i < 400; i++)
        {
            var damaged = whole.ToArray();
            for (var change = 0; change <= i % 4; change++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(folder.Sheet("damaged"), i % 10 == 0 ? damaged[..random.Next(damaged.Length)] : damaged);
            refused += folder.Import(folder.Sheet("damaged")).Faults.Count > 0 ? 1 : 0;
        }

        Assert.True(refused > 100, $"Only {refused} were refused.");
    }

    [Theory]
    [InlineData("good.ods")]
    [InlineData("good.xlsx")]
    public void A_file_packed_well_with_damaged_text_in_it_is_read_or_refused_and_never_crashes_the_tool(string name)
    {
        folder.Good();
        Xlsx(
            folder.Sheet("good.xlsx"),
            "SB_01",
            """<row r="1"><c r="A1" s="1"><v>46217</v></c><c r="B1" t="s"><v>0</v></c></row>""",
            texts: "<si><t>-</t></si>",
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        );
        using var whole = ZipFile.OpenRead(folder.Sheet(name));
        var parts = whole
            .Entries.Select(entry => (entry.FullName, Text: new StreamReader(entry.Open(), Encoding.Latin1).ReadToEnd()))
            .ToArray();
        var random = new Random(1);
        for (var i = 0; i < 400; i++)
        {
            var damaged = parts.ToArray();
            ref var part = ref damaged[i % parts.Length];
            var at = random.Next(part.Text.Length);
            part.Text =
                part.Text[..at]
                + (char)(i % 3 == 0 ? random.Next(128, 256) : "0123456789<>&;-\"/="[random.Next(18)])
                + part.Text[(at + 1)..];
            Zip(folder.Sheet("damaged"), Encoding.Latin1, damaged);

            Assert.NotNull(folder.Import(folder.Sheet("damaged")));
        }
    }
}
