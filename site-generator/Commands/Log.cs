using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicStats.Data.Periods;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats log</c></summary>
internal static class Log
{
    public static Command Verb()
    {
        var last = new Option<int>("--last") { Description = "How many acts, the latest last; 0 for all.", DefaultValueFactory = _ => 20 };
        var verb = new Command(
            "log",
            "Lists who did what to which release, and when; and what waits to be published.\n\nExample: publicstats log --last 10"
        )
        {
            last,
        };
        verb.SetAction(parsed =>
            PublicStatsTool.Folder(parsed) is { } folder
                ? Run(new(folder, TimeProvider.System), parsed.GetValue(last), CommandOutput.Of(parsed))
                : ExitCode.Failure
        );
        return verb;
    }

    private static int Run(ReleaseWorkflow desk, int last, CommandOutput telling)
    {
        var entries = desk.Store.Log.Read(out var faults);
        var shown = last > 0 ? entries.TakeLast(last).ToList() : entries;
        foreach (var entry in shown)
        {
            telling.Line(
                $"{ZonedTime.In(entry.At, desk.TimeZone):yyyy-MM-dd HH:mm}  {entry.Act.Name(),-10}  {entry.Release,-12}  "
                    + $"{entry.By,-10}  {entry.Reason}{(entry.Replaces is { } before ? $" (was {before})" : "")}"
                    + $"{(entry.ApprovedBy is { } second ? $" (with {second})" : "")}"
            );
        }

        var history = desk.Store.History();
        var waiting = history.Releases.Where(release => !release.IsPublishedBy(DateTimeOffset.UtcNow)).ToList();
        telling.Line();
        telling.Line(
            $"{entries.Count} acts{(shown.Count < entries.Count ? $", of which the last {shown.Count}" : "")}; "
                + $"{history.Releases.Count - waiting.Count} releases published{(waiting.Count == 0 ? ", none waiting." : ".")}"
        );
        foreach (var release in waiting)
        {
            var at = ZonedTime.In(release.PublishedAt ?? release.Manifest.PublishedAt, desk.TimeZone);
            telling.Line(
                $"Waiting: {release.Id}, \"{release.Manifest.Title}\", for {at:yyyy-MM-dd HH:mm}, "
                    + $"{(release.ApprovedBy is { } name ? $"approved by {name}" : "not yet approved")}."
            );
        }

        foreach (var withdrawal in history.Last?.Manifest.Withdrawals ?? [])
        {
            telling.Line(
                $"{(waiting.Exists(one => one.Id == withdrawal.Release) ? "To be withdrawn" : "Withdrawn")}: {withdrawal.Key}"
                    + $", by release {withdrawal.Release}: {withdrawal.Reason}"
            );
        }

        telling
            .Json("acts", new JsonArray([.. shown.Select(entry => JsonSerializer.SerializeToNode(entry, JsonSerializerOptions.Web))]))
            .Json("waiting", waiting.Select(release => release.Id))
            .Json("faults", faults);
        return faults.Count == 0 ? telling.End() : telling.Failure($"{faults[0]} publicstats verify names everything that does not match.");
    }
}
