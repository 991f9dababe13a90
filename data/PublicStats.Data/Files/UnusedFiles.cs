namespace PublicStats.Data.Files;

/// <summary>Finds files among the working files that are no part of a publication.</summary>
internal static class UnusedFiles
{
    // Programs that make the figures of a dataset lie beside them.
    private static readonly string[] Programs = [".cs", ".py", ".r", ".sh", ".sql"];

    /// <summary>Their paths, in ordinal order.</summary>
    /// <param name="used">Every path that is a part of the publication.</param>
    public static IReadOnlyList<string> Find(string folder, IReadOnlyCollection<string> used)
    {
        var found = new List<string>();
        foreach (var under in new[] { "pages", "datasets" })
        {
            Add(found, folder, under, used.ToHashSet(StringComparer.Ordinal));
        }

        return [.. found.Order(StringComparer.Ordinal)];
    }

    private static void Add(List<string> found, string folder, string under, HashSet<string> used)
    {
        var full = Path.Combine(folder, under);
        foreach (var file in Directory.Exists(full) ? Directory.GetFiles(full) : [])
        {
            var path = $"{under}/{Path.GetFileName(file)}";
            if (!used.Contains(path) && !IsOfAProgram(Path.GetFileName(file)) && !IsKnown(path))
            {
                found.Add(path);
            }
        }

        foreach (var name in Directory.Exists(full) ? Directory.GetDirectories(full).Select(path => Path.GetFileName(path)) : [])
        {
            if (!name.StartsWith('.'))
            {
                Add(found, folder, $"{under}/{name}", used);
            }
        }
    }

    private static bool IsKnown(string path) =>
        path.Split('/') is var parts
        && parts switch
        {
            ["datasets", "README.md"] => true,
            ["datasets", _, "import.json"] => true,
            ["datasets", _, var name] => Programs.Contains(Path.GetExtension(name).ToLowerInvariant()),
            _ => false,
        };

    // What systems and editors leave behind: hidden files, locks of open documents, copies that were not finished.
    private static bool IsOfAProgram(string name) =>
        name.StartsWith('.')
        || name.StartsWith("~$", StringComparison.Ordinal)
        || name.EndsWith('~')
        || name is "Thumbs.db" or "desktop.ini"
        || Path.GetExtension(name) is AtomicFile.Partial or ".new" or ".tmp" or ".swp";
}
