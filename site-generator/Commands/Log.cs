using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicStats.Data.Periods;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.CommandLine;
using static Spectre.Console.Justify;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats log</c></summary>
internal static class Log
{
    public static Verb Create()
    {
        var last = new Option<int>("--last")
        {
            Description = "How many acts to list, the latest last. 0 lists all.",
            DefaultValueFactory = _ => 20,
        };
        var verb = new Verb(
            "log",
            "Lists who did what to which release, and when, and which releases wait to be published.",
            "",
            "publicstats log --last 10"
        )
        {
            last,
        };
        verb.SetFolderAction((folder, parsed, output) => Run(new(folder, TimeProvider.System), parsed.GetValue(last), output));
        return verb;
    }

    private static int Run(ReleaseWorkflow workflow, int last, CommandOutput output)
    {
        var entries = workflow.Store.Log.Read(out var faults);
        var shown = last > 0 ? entries.TakeLast(last).ToList() : entries;
        output.Table(
            [Left, Left, Left, Left, Left],
            [
                .. shown.Select(entry =>
                    new[]
                    {
                        $"{ZonedTime.In(entry.At, workflow.TimeZone):yyyy-MM-dd HH:mm}",
                        entry.Act.Name(),
                        entry.Release,
                        entry.By,
                        $"{entry.Reason}{(entry.Replaces is { } before ? $" (was {before})" : "")}"
                            + $"{(entry.ApprovedBy is { } second ? $" (with {second})" : "")}",
                    }
                ),
            ]
        );
        var history = workflow.Store.History();
        var waiting = history.Releases.Where(release => !release.IsPublishedBy(DateTimeOffset.UtcNow)).ToList();
        output.Line();
        output.Line(
            $"{entries.Count} acts{(shown.Count < entries.Count ? $", of which the last {shown.Count}" : "")}; "
                + $"{history.Releases.Count - waiting.Count} releases published{(waiting.Count == 0 ? ", none waiting." : ".")}"
        );
        foreach (var release in waiting)
        {
            var at = ZonedTime.In(release.PublishedAt ?? release.Manifest.PublishedAt, workflow.TimeZone);
            output.Line(
                $"Waiting: {release.Id}, \"{release.Manifest.About.Title}\", for {at:yyyy-MM-dd HH:mm}, "
                    + $"{(release.ApprovedBy is { } name ? $"approved by {name}" : "not yet approved")}."
            );
        }

        foreach (var withdrawal in history.Last?.Manifest.Withdrawals ?? [])
        {
            output.Line(
                $"{(waiting.Exists(release => release.Id == withdrawal.Release) ? "To be withdrawn" : "Withdrawn")}: {withdrawal.Key}"
                    + $", by release {withdrawal.Release}: {withdrawal.Reason}"
            );
        }

        output
            .Json("acts", new JsonArray([.. shown.Select(entry => JsonSerializer.SerializeToNode(entry, JsonSerializerOptions.Web))]))
            .Json("waiting", waiting.Select(release => release.Id))
            .Json("faults", faults);
        return faults.Count == 0 ? output.End() : output.Failure($"{faults[0]} publicstats verify names everything that does not match.");
    }
}
