using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicStats.Data.Desk;
using PublicStats.Data.Releases;

namespace PublicStats.SiteGenerator.Tool;

/// <summary><c>publicstats log</c></summary>
internal static class Log
{
    public static Command Verb()
    {
        var last = new Option<int>("--last") { Description = "How many acts, the latest last; 0 for all.", DefaultValueFactory = _ => 20 };
        var verb = new Command("log", "Lists who did what to which release, and when; and what waits to be published.\n\nExample: publicstats log --last 10") { last };
        verb.SetAction(parsed => PublicStatsTool.Folder(parsed) is { } folder ? Run(new(folder, TimeProvider.System), parsed.GetValue(last), Telling.Of(parsed)) : PublicStatsTool.Failed);
        return verb;
    }

    private static int Run(ReleaseDesk desk, int last, Telling telling)
    {
        var entries = desk.Store.Log.Read(out var faults);
        var shown = last > 0 ? entries.TakeLast(last).ToList() : entries;
        foreach (var each in shown)
        {
            telling.Line($"{CivilTime.In(each.At, desk.TimeZone):yyyy-MM-dd HH:mm}  {each.Act,-10}  {each.Release,-12}  {each.By,-10}  {each.Reason}{(each.Replaces is { } before ? $" (was {before})" : "")}{(each.ApprovedBy is { } second ? $" (with {second})" : "")}");
        }

        var history = desk.Store.History();
        var waiting = history.Releases.Where(each => !each.IsPublishedBy(DateTimeOffset.UtcNow)).ToList();
        telling.Line();
        telling.Line($"{entries.Count} acts{(shown.Count < entries.Count ? $", of which the last {shown.Count}" : "")}; {history.Releases.Count - waiting.Count} releases published{(waiting.Count == 0 ? ", none waiting." : ".")}");
        foreach (var each in waiting)
        {
            var at = CivilTime.In(each.PublishedAt ?? each.Manifest.PublishedAt, desk.TimeZone);
            telling.Line($"Waiting: {each.Id}, \"{each.Manifest.Title}\", for {at:yyyy-MM-dd HH:mm}, {(each.ApprovedBy is { } name ? $"approved by {name}" : "not yet approved")}.");
        }

        foreach (var each in history.Last?.Manifest.Withdrawals ?? [])
        {
            telling.Line($"{(waiting.Exists(one => one.Id == each.Release) ? "To be withdrawn" : "Withdrawn")}: {each.Key}, by release {each.Release}: {each.Reason}");
        }

        telling.Json("acts", new JsonArray([.. shown.Select(each => JsonSerializer.SerializeToNode(each, JsonSerializerOptions.Web))])).Json("waiting", waiting.Select(each => each.Id)).Json("faults", faults);
        return faults.Count == 0 ? telling.End() : telling.Failure($"{faults[0]} publicstats verify names everything that does not match.");
    }
}
