using System.CommandLine;
using System.Globalization;
using PublicStats.Data.Releases;

namespace PublicStats.SiteGenerator.Tool;

/// <summary><c>publicstats seal</c></summary>
internal static class Seal
{
    public static Command Verb(Option<string> data)
    {
        var at = new Option<string>("--at") { Description = "When it is published, in the publication's own time: \"2026-07-31 09:30\".", Required = true };
        var title = new Option<string>("--title") { Description = "What the release is called.", Required = true };
        var reason = new Option<string>("--reason") { Description = "What is new in it, in one sentence.", Required = true };
        var by = new Option<string>("--by") { Description = "Who seals it, by role.", DefaultValueFactory = _ => "editor" };
        var approved = new Option<string>("--approved-by") { Description = "Who approves it, by role: another than who seals it.", DefaultValueFactory = _ => "approver" };
        var verb = new Command("seal", "Checks the working files and seals them as a release, which never changes again.\n\n" +
            "Example: publicstats seal --at \"2026-07-31 09:30\" --title \"Figures to 30 July 2026\" --reason \"Crossings to 30 July 2026 added.\"") { at, title, reason, by, approved };
        verb.SetAction(parsed => PublicStatsTool.Folder(parsed, data) is { } folder
            ? Run(folder, parsed.GetValue(at)!, civil => new(civil, parsed.GetValue(title)!, parsed.GetValue(reason)!, parsed.GetValue(by)!, parsed.GetValue(approved)!)) : 1);
        return verb;
    }

    private static int Run(string folder, string at, Func<DateTime, SealOrder> order)
    {
        if (!DateTime.TryParseExact(at, ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var civil))
        {
            Console.Error.WriteLine($"\"{at}\" is not a time. Write it like 2026-07-31 09:30.");
            return 1;
        }

        try
        {
            var result = Sealing.Seal(folder, order(civil), TimeProvider.System);
            if (result.Manifest is not { } manifest)
            {
                return PublicStatsTool.Say(result.Faults, folder);
            }

            Console.WriteLine(result.IsNew
                ? $"Sealed {manifest.Id}: {manifest.Datasets.Sum(each => each.Figures):#,##0} figures in {manifest.Datasets.Count} datasets."
                : $"{manifest.Id} was sealed already, with the same content. Nothing was changed.");
            Console.WriteLine($"It is published on {manifest.PublishedAt:d MMMM yyyy} at {manifest.PublishedAt:HH:mm} (UTC{manifest.PublishedAt:zzz}); until then nothing of it is served.");
            Console.WriteLine("Next: publicstats serve. To undo before it is published: delete the folder " + manifest.Id + " in releases.");
            return 0;
        }
        catch (Exception exception) when (exception is IOException or BrokenReleaseException)
        {
            Console.Error.WriteLine($"Nothing was sealed: {exception.Message}");
            return 1;
        }
    }
}
