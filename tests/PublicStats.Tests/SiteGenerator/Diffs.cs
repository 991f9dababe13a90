using System.Text.Json;
using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

public sealed class Diffs : IDisposable
{
    private const string Figures = "datasets/sample/figures.csv";
    private const string Descriptor = "datasets/sample/datapackage.json";

    private readonly SamplePublication folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_editor_who_changed_nothing_is_told_so()
    {
        folder.Publish("2026-03-02 12:00");

        var (code, said) = await Diff();

        Assert.Equal(0, code);
        Assert.Equal(
            """
            Compared with release 2026-03-02, published on Monday 2 March 2026 at 12:00:
            "Sample".

            Nothing has changed: your files are the same as that release.

            """,
            said
        );
    }

    [Fact]
    public async Task An_editor_sees_every_figure_sentence_and_paragraph_that_will_change()
    {
        folder.Publish("2026-03-02 12:00");
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,1260");
        folder.Change("2026-01,north,people,700", "2026-01,north,people,760");
        await Append(Figures, "2025-12,all,people,1000,,,\n2025-12,north,people,600,,,\n2025-12,south,people,400,,,\n");
        await Edit(Descriptor, "\"definition\": \"People.\"", "\"definition\": \"People who came.\"");
        await Append("sources.csv", "other,Another Book,The Publisher,2026-02-01,https://sample.example/other,\n");

        var (code, said) = await Diff();

        Assert.Equal(0, code);
        Assert.Equal(
            """
            Compared with release 2026-03-02, published on Monday 2 March 2026 at 12:00:
            "Sample".

            Figures revised in sample: 2
              figure                  was  will be  difference  share
              people/north/2026-01    700      760         +60  +8.6%
              people/all/2026-01    1,200    1,260         +60  +5.0%

            Figures added
              sample/people  3  2025-12  400 to 1,000

            Headline sentences that will change
              sample/first (on the home page)
                was      1,200 people in January 2026.
                will be  1,260 people in January 2026.

            Commentary that will change
              pages/method.md:5
                was      In January 2026 there were 1,200 people.
                will be  In January 2026 there were 1,260 people.

            Also changed
              sources: source other is new.
              sample: the definition of people.

            3 figures added, 2 revised, none removed; 1 headline sentence changes; nothing
            is outside its usual range.
            Next: publicstats preview

            """,
            said
        );
    }

    [Fact]
    public async Task A_figure_that_goes_is_never_passed_over()
    {
        folder.Publish("2026-03-02 12:00");
        await File.WriteAllLinesAsync(
            folder.Of(Figures),
            (await File.ReadAllLinesAsync(folder.Of(Figures), Stop)).Where(name => !name.StartsWith("2026-02", StringComparison.Ordinal)),
            Stop
        );

        var (code, said) = await Diff();

        Assert.Equal(0, code);
        Assert.Contains("FIGURES REMOVED", said, StringComparison.Ordinal);
        Assert.Contains(
            "  sample/people/all/2026-02  was 1,300\n  sample/people/north/2026-02  was 750\n  sample/people/south/2026-02  was 550\n",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("No figures added, none revised, 3 removed;", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"least\": 0, \"most\": 1250 }", "sample/people/all/2026-01: 1,260 is outside the usual 0 to 1,250.")]
    [InlineData(
        "{ \"least\": 0, \"most\": 5000, \"jump\": 0.05 }",
        "sample/people/north/2026-01: 700 becomes 760, which is more than the usual revision of 5%."
    )]
    public async Task A_figure_outside_its_usual_range_is_called_out_first_with_its_cell_and_stops_nobody(string usual, string reason)
    {
        await Edit(Descriptor, "\"definition\": \"People.\"", $"\"definition\": \"People.\", \"usual\": {usual}");
        folder.Publish("2026-03-02 12:00");
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,1260");
        folder.Change("2026-01,north,people,700", "2026-01,north,people,760");

        var (code, said) = await Diff();

        Assert.Equal(0, code);
        Assert.Contains(
            "Outside the usual range: check it against the source\n  datasets/sample/figures.csv:",
            said,
            StringComparison.Ordinal
        );
        Assert.True(said.IndexOf("Outside", StringComparison.Ordinal) < said.IndexOf("Figures revised", StringComparison.Ordinal), said);
        Assert.Contains(reason, Unwrapped(said), StringComparison.Ordinal);
        Assert.Contains("1 figure is outside its usual range.", Unwrapped(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_that_holds_no_figure_is_a_fault()
    {
        await Edit(Descriptor, "\"definition\": \"People.\"", "\"definition\": \"People.\", \"usual\": { \"least\": 9, \"most\": 1 }");

        var (code, said) = await Diff();

        Assert.Equal(1, code);
        Assert.Contains(
            "datasets/sample/datapackage.json:1: measures: The usual range of people holds no figure. Write least below most, "
                + "and a jump above 0.",
            said,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Faults_are_told_as_check_tells_them()
    {
        folder.Publish("2026-03-02 12:00");
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,\"1,200\"");

        var (code, said) = await Diff();

        Assert.Equal(1, code);
        Assert.Equal((await ToolProcess.Run("check", "--data", folder.Path)).Said, said);
        Assert.Contains("datasets/sample/figures.csv:2: value: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_waits_is_what_the_next_is_compared_with()
    {
        folder.Publish("2026-03-02 12:00");
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,1260");
        folder.Change("2026-01,north,people,700", "2026-01,north,people,760");
        Assert.Empty(folder.Workflow.Seal(new("2999-03-09 09:30", "Waits", "A sample.", "editor")).Faults);

        var (_, said) = await Diff();

        Assert.Contains("Compared with release 2999-03-09, not approved and not published", said, StringComparison.Ordinal);
        Assert.Contains("Nothing has changed", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_all_of_it()
    {
        folder.Publish("2026-03-02 12:00");
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,1260");
        folder.Change("2026-01,north,people,700", "2026-01,north,people,760");

        var (code, said) = await Diff("--json");

        var json = JsonDocument.Parse(said).RootElement;
        Assert.Equal(0, code);
        Assert.Equal("2026-03-02", json.GetProperty("before").GetProperty("release").GetString());
        Assert.Equal(2, json.GetProperty("revised").GetInt32());
        var figure = json.GetProperty("figures")[0];
        Assert.Equal("sample/people/all/2026-01", figure.GetProperty("key").GetString());
        Assert.Equal(
            (1200, 1260, 60, 0.05m),
            (
                figure.GetProperty("was").GetDecimal(),
                figure.GetProperty("now").GetDecimal(),
                figure.GetProperty("difference").GetDecimal(),
                figure.GetProperty("share").GetDecimal()
            )
        );
        Assert.Equal("1,260 people in January 2026.", json.GetProperty("headlines")[0].GetProperty("now").GetString());
        Assert.Equal("publicstats preview", json.GetProperty("next").GetString());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Unwrapped(string said) =>
        string.Join(' ', said.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private Task<(int Code, string Said)> Diff(params string[] more) => ToolProcess.Run(["diff", "--data", folder.Path, .. more]);

    private Task Append(string file, string text) => File.AppendAllTextAsync(folder.Of(file), text, Stop);

    private async Task Edit(string file, string was, string now)
    {
        var text = await File.ReadAllTextAsync(folder.Of(file), Stop);
        Assert.Contains(was, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.Of(file), text.Replace(was, now, StringComparison.Ordinal), Stop);
    }
}
