using System.CommandLine;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats verify</c></summary>
internal static class Verify
{
    public static Command Verb()
    {
        var verb = new Command(
            "verify",
            "Holds the log and every byte of every release against its hash, and names what does not match.\n\nExample: publicstats verify"
        );
        verb.SetAction(parsed =>
            PublicStatsTool.Folder(parsed) is { } folder
                ? Run(new(Path.Combine(folder, "releases")), CommandOutput.Of(parsed))
                : ExitCode.Failure
        );
        return verb;
    }

    private static int Run(ReleaseStore store, CommandOutput telling)
    {
        var problems = store.Verify().ToList();
        var history = store.History();
        if (problems.Count == 0 && history.Releases.Count == 0)
        {
            return telling
                .Json("releases", 0)
                .Failure(
                    $"There is no release in {store.Folder}: nothing was verified. publicstats "
                        + $"seal makes the first; if there were releases, put the folder back from a copy."
                );
        }

        var acts = store.Log.Read(out _).Count;
        telling.Json("releases", history.Releases.Count).Json("acts", acts).Json("problems", problems);
        if (problems.Count > 0)
        {
            foreach (var problem in telling.IsJson ? [] : problems)
            {
                Console.Error.WriteLine(problem);
            }

            return telling.IsJson
                ? telling.Write(ExitCode.Failure)
                : telling.Failure(
                    $"{problems.Count} {(problems.Count == 1 ? "thing does" : "things do")} not match. What does not match is "
                        + $"not served. Put the files back from a copy; nothing else can mend them."
                );
        }

        var purged = history.Releases.Count(release => release.Purge is not null);
        var leftovers = OrphanedFiles.Of(store, history);
        telling.Json("leftovers", leftovers);
        telling.Line(
            $"{history.Releases.Count} {(history.Releases.Count == 1 ? "release" : "releases")} and {acts} acts in the log "
                + $"verified: every byte is as it was sealed"
                + $"{(purged == 0 ? "" : $"; the content of {purged} was purged and is gone")}."
        );
        if (leftovers.Count > 0)
        {
            telling.Line(
                $"{leftovers.Count} {(leftovers.Count == 1 ? "file or folder belongs" : "files or folders belong")} to no "
                    + $"release: {string.Join(", ", leftovers.Take(3))}{(leftovers.Count > 3 ? ", …" : "")}. Never served; the next "
                    + $"act takes it away, and there is nothing to do."
            );
        }

        return telling.End();
    }
}
