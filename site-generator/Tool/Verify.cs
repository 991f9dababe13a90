using System.CommandLine;
using PublicStats.Data.Releases;

namespace PublicStats.SiteGenerator.Tool;

/// <summary><c>publicstats verify</c></summary>
internal static class Verify
{
    public static Command Verb(Option<string> data)
    {
        var verb = new Command("verify", "Holds every byte of every release against its hash, and names what does not match.\n\nExample: publicstats verify");
        verb.SetAction(parsed => PublicStatsTool.Folder(parsed, data) is { } folder ? Run(new(Path.Combine(folder, "releases"))) : 1);
        return verb;
    }

    private static int Run(ReleaseStore store)
    {
        try
        {
            var problems = store.Verify().ToList();
            problems.ForEach(Console.Error.WriteLine);
            var history = store.History();
            Console.WriteLine(problems.Count == 0
                ? $"{history.Count} {(history.Count == 1 ? "release" : "releases")} verified: every byte is as it was sealed."
                : $"{problems.Count} {(problems.Count == 1 ? "thing does" : "things do")} not match. Put back the files from a copy; nothing else can mend them.");
            return problems.Count == 0 ? 0 : 1;
        }
        catch (BrokenReleaseException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }
}
