using System.CommandLine;
using System.Globalization;
using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats diff</c></summary>
internal static class Diff
{
    public static Command Verb()
    {
        var all = new Option<bool>("--all") { Description = "Shows every revised figure, not the 20 of each dataset that move most." };
        var verb = new Command(
            "diff",
            "Says what sealing the working files would change for readers: figures added, revised and removed, headline "
                + "sentences, commentary and definitions. "
                + "Figures outside what is usual for their measure come first. Changes nothing.\n\nExample: publicstats diff"
        )
        {
            all,
        };
        verb.SetAction(parsed =>
            PublicStatsTool.Folder(parsed) is { } folder
                ? Run(new(folder, TimeProvider.System), parsed.GetValue(all), CommandOutput.Of(parsed))
                : ExitCode.Failure
        );
        return verb;
    }

    private static int Run(ReleaseWorkflow desk, bool all, CommandOutput telling)
    {
        try
        {
            var faults = new Faults();
            var history = desk.Store.History();
            if (history.Faults.Count > 0)
            {
                return telling.Failure($"{history.Faults[0]} publicstats verify names everything that does not match.");
            }

            var before = history.Last is { } last ? desk.Store.Open(last) : null;
            var draft = Draft.Of(WorkingFiles.Of(desk.Folder, faults), before, desk.Today, isBackfill: false, [], faults);
            return draft is null ? telling.Faults(faults.All, desk.Folder) : Tell(draft, desk, all, telling);
        }
        catch (BrokenReleaseException exception)
        {
            return telling.Failure($"The last release cannot be opened: {exception.Message}");
        }
    }

    private static int Tell(Draft draft, ReleaseWorkflow desk, bool all, CommandOutput telling)
    {
        if (DraftDiff.Of(draft) is not { } diff)
        {
            telling.Json("before", (string?)null).Json("added", draft.Publication.Datasets.Sum(dataset => dataset.Figures.Count));
            telling.Line(
                $"There is no release yet to compare with. The first would hold "
                    + $"{draft.Publication.Datasets.Sum(dataset => dataset.Figures.Count):#,##0} figures in "
                    + $"{draft.Publication.Datasets.Count} datasets."
            );
            return End(draft, diff: null, telling);
        }

        if (telling.IsJson)
        {
            DiffJson.Tell(diff, telling);
        }
        else
        {
            new DiffText(
                diff,
                all,
                "Nothing has changed: your files are the same as that release.",
                "publicstats diff --all",
                telling
            ).Tell(desk);
        }

        return End(draft, diff, telling);
    }

    private static int End(Draft draft, DraftDiff? diff, CommandOutput telling)
    {
        if (diff is { IsNothing: true })
        {
            return telling.End();
        }

        var next = draft.Publication.Calendar.FirstOrDefault(release => release.At > DateTimeOffset.UtcNow)?.At;
        telling.Next(
            next is { } at
                ? string.Create(CultureInfo.InvariantCulture, $"publicstats preview --at \"{at:yyyy-MM-dd HH:mm}\"")
                : "publicstats preview"
        );
        return telling.End();
    }
}
