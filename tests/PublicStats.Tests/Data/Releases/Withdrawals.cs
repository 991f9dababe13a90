using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.Tests.Embargo;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Data.Releases;

public class Withdrawals
{
    private const string Key = "sample/people/south/2026-01";

    private static readonly SealOrder Order = new("2026-03-20 09:30", "Sample", "A sample.", "editor");

    [Fact]
    public async Task A_withdrawn_figure_is_in_no_answer_any_more_but_findable_as_withdrawn_with_the_reason()
    {
        using var folder = Withdrawn();
        await using var surface = await Surface.Open(folder, folder.Clock);

        var gone = await Answer.To(surface.Http, new("GET", "/v1/figures/" + Key));
        Assert.Equal(410, gone.Status);
        Assert.Contains("Counted twice.", gone.Text, StringComparison.Ordinal);
        Assert.Contains("/v1/releases/2026-03-09", gone.Text, StringComparison.Ordinal);
        // A sum over it has no value, rather than one that passes over it.
        foreach (
            var sum in (string[])["/v1/datasets/sample/figures?area=south&by=total", "/v1/figures/sample/people/south/2026-01--2026-02"]
        )
        {
            Assert.Matches(
                "\"value\": null,\\s+\"bound\": \"exact\",\\s+\"status\": \\[\\s+\"x\"",
                (await Answer.To(surface.Http, new("GET", sum))).Text
            );
        }

        foreach (
            var address in (
                await surface.Crawl(["/", "/v1", "/v1/releases", "/openapi/v1.json", "/releases.atom", "/releases.json"])
            ).Where(IsOfToday)
        )
        {
            var answer = await Answer.To(surface.Http, new("GET", address));
            Assert.False(
                answer.Text.Contains("4321", StringComparison.Ordinal) || answer.Text.Contains("4,321", StringComparison.Ordinal),
                address
            );
            Assert.NotEqual(500, answer.Status);
        }

        // What was published stays as it was published.
        Assert.Contains(
            "4321",
            (await Answer.To(surface.Http, new("GET", $"/v1/releases/2026-03-06/figures/{Key}"))).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(200, (await Answer.To(surface.Http, new("GET", $"/v1/releases/2026-03-06/datasets/sample/figures"))).Status);
        Assert.Empty(surface.Log.All);
    }

    [Theory]
    [InlineData("/v1/figures/sample/people/south+south/2026-01", 410)]
    [InlineData("/sample/people/south+south/2026-01/", 410)]
    [InlineData("/v1/figures/sample/people/south/2026-01-01--2026-01-31", 200)]
    [InlineData("/sample/people/south/2026-01-01--2026-01-31/", 200)]
    [InlineData("/v1/releases/2026-03-09/figures/sample/people/south/2026-01-01--2026-01-31", 200)]
    public async Task Asked_for_under_another_key_a_withdrawn_figure_does_not_say_its_value_either(string address, int status)
    {
        using var folder = Withdrawn();
        await using var surface = await Surface.Open(folder, folder.Clock);

        var answer = await Answer.To(surface.Http, new("GET", address));

        Assert.Equal(status, answer.Status);
        Assert.DoesNotMatch("4,?321", answer.Text);
    }

    [Fact]
    public async Task What_a_release_withdrew_is_told_as_withdrawn_and_the_editor_is_told_where_it_still_stands()
    {
        using var folder = Withdrawn();
        await using var surface = await Surface.Open(folder, folder.Clock);

        var changes = (await Answer.To(surface.Http, new("GET", "/v1/releases/2026-03-09/changes.csv"))).Text;
        Assert.EndsWith($"_text\n{Key},withdrawn,,,,,Withdrawn: Counted twice.,,,,exact,x,[x]\n", changes, StringComparison.Ordinal);
        Assert.Matches(
            $"\"withdrawn\": \\[\\s+{{\\s+\"key\": \"{Key}\"",
            (await Answer.To(surface.Http, new("GET", "/v1/datasets/sample/revisions"))).Text
        );
        Assert.Equal("2026-03-06", Assert.Single(folder.Workflow.Holding([Key])).Id);
    }

    [Fact]
    public void Working_files_that_still_hold_it_do_not_bring_it_back_until_somebody_says_so()
    {
        using var folder = Withdrawn();
        Assert.Empty(folder.Workflow.Seal(Order).Faults);
        Assert.Null(Value(folder));
        Assert.Equal(Key, Assert.Single(folder.Store.History().Last!.Manifest.Withdrawals).Key);
        Assert.Empty(folder.Workflow.Cancel("2026-03-20", "editor", "Anew.").Faults);

        Assert.Contains(
            "is not withdrawn",
            Assert.Single(folder.Workflow.Seal(Order with { Restore = ["sample/people/north/2026-01"] }).Faults).Problem,
            StringComparison.Ordinal
        );
        Assert.Empty(folder.Workflow.Seal(Order with { Restore = [Key] }).Faults);

        Assert.Equal(4321, Value(folder));
        Assert.Empty(folder.Store.History().Last!.Manifest.Withdrawals);
    }

    [Fact]
    public void Only_a_figure_of_a_file_is_withdrawn_once_and_for_a_time_to_come()
    {
        using var folder = Withdrawn();
        Assert.False(folder.Workflow.Withdraw([Key], null, "Again.", "editor").Changed);
        Assert.Equal(
            "Write sample/people/north/2026-01.",
            Assert.Single(folder.Workflow.Withdraw(["sample/people/nort/2026-01"], null, "Wrong.", "editor").Faults).Cure
        );
        Assert.Contains(
            "in the past",
            Assert.Single(folder.Workflow.Withdraw(["sample/people/north/2026-01"], "2026-03-09 12:00", "Late.", "editor").Faults).Problem,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "does not exist",
            Assert.Single(folder.Workflow.Withdraw(["sample/people/north/2026-01"], "2026-03-29 01:30", "Late.", "editor").Faults).Problem,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_withdrawal_for_no_time_in_particular_is_not_refused_because_the_clock_went_on_meanwhile()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 9, 12, 0, 0, TimeSpan.Zero));
        folder.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(1);

        Assert.Empty(folder.Workflow.Withdraw([Key], null, "Counted twice.", "editor").Faults);
        Assert.Equal("reason", Assert.Single(folder.Workflow.Purge("2026-03-06", "", "editor", "approver").Faults).Place.Part);
    }

    [Fact]
    public async Task The_content_of_a_release_that_disclosed_something_is_taken_away_and_its_tombstone_stays()
    {
        using var folder = Withdrawn();
        var disclosed = folder
            .Store.History()
            .Find("2026-03-06")!
            .Manifest.Files.Single(file => file.Path == "datasets/sample/figures.csv");
        await using var surface = await Surface.Open(folder, folder.Clock);
        Assert.Contains(
            "4321",
            (await Answer.To(surface.Http, new("GET", $"/v1/releases/2026-03-06/figures/{Key}"))).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Give the names of two people.",
            Assert.Single(folder.Workflow.Purge("2026-03-06", "It disclosed.", "editor", "Editor").Faults).Cure
        );
        Assert.Contains(
            "is the latest",
            Assert.Single(folder.Workflow.Purge("2026-03-09", "It disclosed.", "editor", "approver").Faults).Problem,
            StringComparison.Ordinal
        );

        // Its reason is read in pages and feeds for ever.
        Assert.Equal(
            "Write it on one line.",
            Assert.Single(folder.Workflow.Purge("2026-03-06", "It disclosed.\u0001", "editor", "approver").Faults).Cure
        );
        Assert.Equal("Write one sentence.", Assert.Single(folder.Workflow.Purge("2026-03-06", " ", "editor", "approver").Faults).Cure);

        Assert.True(folder.Workflow.Purge("2026-03-06", "It disclosed.", "editor", "approver").Changed);

        Assert.False(File.Exists(Path.Combine(folder.Store.Folder, disclosed.ObjectPath)));
        Assert.Empty(folder.Store.Verify());
        Assert.False(folder.Workflow.Purge("2026-03-06", "It disclosed.", "editor", "approver").Changed);
        await TurnOver.AtNextLook(
            folder.Clock,
            async () => (await Answer.To(surface.Http, new("GET", $"/v1/releases/2026-03-06/figures/{Key}"))).Status == 410
        );
        foreach (
            var address in await surface.Crawl([
                "/",
                "/v1",
                "/v1/releases",
                "/v1/releases/2026-03-06/manifest",
                "/releases.atom",
                "/v1/releases/2026-03-06/files/datasets/sample/figures.csv",
                "/releases/2026-03-06/sample/",
            ])
        )
        {
            var answer = await Answer.To(surface.Http, new("GET", address));
            Assert.False(
                answer.Text.Contains("4321", StringComparison.Ordinal) || answer.Text.Contains("4,321", StringComparison.Ordinal),
                address
            );
            Assert.True(answer.Status < 500, address);
        }

        Assert.Contains(
            "It disclosed.",
            (await Answer.To(surface.Http, new("GET", "/v1/releases/2026-03-06"))).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            disclosed.Sha256,
            (await Answer.To(surface.Http, new("GET", "/v1/releases/2026-03-06/manifest"))).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(200, (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status);
    }

    // Not even changes and revisions say it again; a past release is what it was.
    private static bool IsOfToday(string address) => !address.Contains("2026-03-06", StringComparison.Ordinal);

    private static decimal? Value(SamplePublication folder) =>
        PublicStats.Data.Queries.FigureLookup.Find(folder.Store.Open(folder.Store.History().Last!).Publication, Key)!.Figure.Value;

    private static SamplePublication Withdrawn()
    {
        var folder = new SamplePublication();
        folder.Change("2026-01,south,people,500", "2026-01,south,people,4321");
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,5021");
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 8, 9, 0, 0, TimeSpan.Zero));
        Assert.Empty(folder.Workflow.Withdraw([Key], "2026-03-09 09:30", "Counted twice.", "editor").Faults);
        Assert.Empty(folder.Workflow.Approve("2026-03-09", "approver").Faults);
        folder.Clock.SetUtcNow(new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
        return folder;
    }
}
