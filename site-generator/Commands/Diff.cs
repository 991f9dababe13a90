using System.Globalization;
using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats diff</c></summary>
internal static class Diff
{
    public static Verb Create()
    {
        var all = DiffText.All();
        var verb = new Verb(
            "diff",
            "Shows what sealing the working files would change for readers: figures added, revised and removed, headline "
                + "sentences, commentary and definitions.",
            "Figures outside what is usual for their measure come first. Changes nothing.",
            "publicstats diff"
        )
        {
            all,
        };
        verb.SetFolderAction((folder, parsed, output) => Run(new(folder, TimeProvider.System), parsed.GetValue(all), output));
        return verb;
    }

    private static int Run(ReleaseWorkflow workflow, bool all, CommandOutput output)
    {
        try
        {
            var faults = new Faults();
            var history = workflow.Store.History();
            if (history.Faults.Count > 0)
            {
                return output.Failure($"{history.Faults[0]} publicstats verify names everything that does not match.");
            }

            var before = history.Last is { } last ? workflow.Store.Open(last) : null;
            var draft = Draft.Of(WorkingFiles.Of(workflow.Folder, faults), new(before, workflow.Today), faults);
            return draft is null ? output.Faults(faults.All, workflow.Folder) : Write(draft, workflow, all, output);
        }
        catch (BrokenReleaseException exception)
        {
            return output.Failure($"The last release cannot be opened: {exception.Message}");
        }
    }

    private static int Write(Draft draft, ReleaseWorkflow workflow, bool all, CommandOutput output)
    {
        if (DraftDiff.Of(draft) is not { } diff)
        {
            output.Json("before", (string?)null).Json("added", draft.Publication.Datasets.Sum(dataset => dataset.Figures.Count));
            output.Line(
                $"There is no release yet to compare with. The first would hold "
                    + $"{draft.Publication.Datasets.Sum(dataset => dataset.Figures.Count):#,##0} figures in "
                    + $"{draft.Publication.Datasets.Count} datasets."
            );
            return End(draft, diff: null, output);
        }

        if (output.IsJson)
        {
            DiffJson.Write(diff, output);
        }
        else
        {
            new DiffText(
                diff,
                all,
                "Nothing has changed: your files are the same as that release.",
                "publicstats diff --all",
                output
            ).Write(workflow.TimeZone);
        }

        return End(draft, diff, output);
    }

    private static int End(Draft draft, DraftDiff? diff, CommandOutput output)
    {
        if (diff is { IsNothing: true })
        {
            return output.End();
        }

        var next = draft.Publication.Calendar.FirstOrDefault(release => release.At > DateTimeOffset.UtcNow)?.At;
        output.Next(
            next is { } at
                ? string.Create(CultureInfo.InvariantCulture, $"publicstats preview --at \"{at:yyyy-MM-dd HH:mm}\"")
                : "publicstats preview"
        );
        return output.End();
    }
}
