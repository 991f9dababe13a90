using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats verify</c></summary>
internal static class Verify
{
    public static Verb Create()
    {
        var verb = new Verb(
            "verify",
            "Compares the log and every file of every release with its hash, and names what does not match.",
            "",
            "publicstats verify"
        );
        verb.SetFolderAction((folder, _, output) => Run(new(Path.Combine(folder, "releases")), output));
        return verb;
    }

    private static int Run(ReleaseStore store, CommandOutput output)
    {
        var problems = store.Verify().Select(mismatch => mismatch.ToString()).ToList();
        var history = store.History();
        if (problems.Count == 0 && history.Releases.Count == 0)
        {
            return output
                .Json("releases", 0)
                .Failure(
                    $"There is no release in {store.Folder}: nothing was verified. publicstats "
                        + $"seal makes the first; if there were releases, put the folder back from a copy."
                );
        }

        var acts = store.Log.Read(out _).Count;
        output.Json("releases", history.Releases.Count).Json("acts", acts).Json("problems", problems);
        if (problems.Count > 0)
        {
            foreach (var problem in problems)
            {
                output.WriteError(problem);
            }

            return output.IsJson
                ? output.End(ExitCode.Failure)
                : output.Failure(
                    $"{problems.Count} {(problems.Count == 1 ? "thing does" : "things do")} not match. What does not match is "
                        + $"not served. Put the files back from a copy; nothing else can mend them."
                );
        }

        var purged = history.Releases.Count(release => release.Purge is not null);
        var leftovers = OrphanedFiles.Of(store, history);
        output.Json("leftovers", leftovers);
        output.Line(
            $"{history.Releases.Count} {(history.Releases.Count == 1 ? "release" : "releases")} and {acts} acts in the log "
                + $"verified: every byte is as it was sealed"
                + $"{(purged == 0 ? "" : $"; the content of {purged} was purged and is gone")}."
        );
        if (leftovers.Count > 0)
        {
            output.Line(
                $"{leftovers.Count} {(leftovers.Count == 1 ? "file or folder belongs" : "files or folders belong")} to no "
                    + $"release: {string.Join(", ", leftovers.Take(3))}{(leftovers.Count > 3 ? ", …" : "")}. It is never served, and the "
                    + $"next act deletes it. You need not do anything."
            );
        }

        return output.End();
    }
}
