using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>What an editor writes is text on every page, and never HTML.</summary>
public sealed class EncodedText : IDisposable
{
    private const string Script = "<script src=\"/x\">alert('1')</script> & more";
    private const string Encoded = "&lt;script src=&quot;/x&quot;&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; more";

    // The checks refuse a whole tag in a note, which is the editor's own text. A quotation is the publisher's, and may hold anything.
    private const string Note = "<script src=\"/x\" & more";
    private const string EncodedNote = "&lt;script src=&quot;/x&quot; &amp; more";

    private readonly SamplePublication folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_script_in_the_note_and_quotation_of_a_figure_is_shown_as_text()
    {
        var figures = folder.Of("datasets/sample/figures.csv");
        var lines = File.ReadAllLines(figures).Select((line, i) => line + (i == 0 ? ",note" : ","));
        var text = string.Join('\n', lines) + "\n";
        var row = $"all,people,1200,,,{Cell(Script)},{Cell(Note)}";
        File.WriteAllText(figures, text.Replace("all,people,1200,,,,", row, StringComparison.Ordinal));
        folder.Publish("2026-03-02 12:00");
        await using var site = await ServedSite.Of(folder.Path, folder.Clock);

        var page = await site.Text("/sample/people/all/2026-01/");
        Assert.Contains($"<dt>Note</dt><dd>{EncodedNote}</dd>", page, StringComparison.Ordinal);
        Assert.Contains($"<dt>In their words</dt><dd>“{Encoded}”</dd>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_of_HTML_in_a_title_or_subtitle_are_shown_as_text()
    {
        foreach (var (file, member) in new[] { ("datasets/sample/datapackage.json", "title"), ("publication.json", "subtitle") })
        {
            var lines = File.ReadAllLines(folder.Of(file)).ToList();
            var at = lines.FindIndex(line => line.TrimStart().StartsWith($"\"{member}\": ", StringComparison.Ordinal));
            lines[at] = $"\"{member}\": \"Rooms < ten & \\\"more\\\"\",";
            File.WriteAllLines(folder.Of(file), lines);
        }

        folder.Publish("2026-03-02 12:00");
        await using var site = await ServedSite.Of(folder.Path, folder.Clock);

        const string shown = "Rooms &lt; ten &amp; &quot;more&quot;";
        Assert.Contains($"/ {shown}</nav>", await site.Text("/sample/"), StringComparison.Ordinal);
        Assert.Contains($"<h1 class=\"quiet\">{shown}</h1>", await site.Text("/"), StringComparison.Ordinal);
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
