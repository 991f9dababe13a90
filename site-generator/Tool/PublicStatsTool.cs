using System.CommandLine;
using PublicStats.Data.Files;

namespace PublicStats.SiteGenerator.Tool;

/// <summary>The press office's tool. Exit codes: 0 done; 1 faults stand in the way, or it failed; 2 the command was not understood.</summary>
public static class PublicStatsTool
{
    /// <summary>The tool with all its verbs.</summary>
    public static RootCommand Command()
    {
        var data = new Option<string>("--data") { Description = "The publication's folder. Default: the folder data, here or above.", Recursive = true };
        var root = new RootCommand("Publishes official figures: checks them, seals them as releases, and serves them as a site and an API.") { data };
        root.Add(Check.Verb(data));
        root.Add(Tidy.Verb(data));
        root.Add(Seal.Verb(data));
        root.Add(Verify.Verb(data));
        root.Add(Build.Verb(data));
        root.Add(Serve.Verb(data));
        return root;
    }

    /// <summary>The folder asked for, or the one found; null, having said so, when there is none.</summary>
    internal static string? Folder(ParseResult parsed, Option<string> data)
    {
        var folder = parsed.GetValue(data) ?? DataFolder.Find(Environment.CurrentDirectory);
        if (folder is not null && Directory.Exists(folder))
        {
            return Path.GetFullPath(folder);
        }

        Console.Error.WriteLine(folder is null ? "There is no folder data here or above. Name one: --data FOLDER." : $"There is no folder {folder}.");
        return null;
    }

    /// <summary>Prints faults, each on its line with its place, and their count.</summary>
    internal static int Say(IReadOnlyList<Fault> faults, string folder)
    {
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(Path.GetRelativePath(Environment.CurrentDirectory, folder) + "/" + fault);
        }

        Console.Error.WriteLine();
        Console.Error.WriteLine(faults.Count == 1 ? "1 fault. Nothing was sealed or changed." : $"{faults.Count} faults. Nothing was sealed or changed.");
        return 1;
    }
}
