namespace PublicStats.Tests.Infra;

/// <summary>Paths of the repository, found by its solution file.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Data => Path.Combine(Root, "data");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Source files below a folder, without what a build makes.</summary>
    public static IEnumerable<string> Sources(string under, string pattern) =>
        Directory
            .EnumerateFiles(PathOf(under), pattern, SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal));

    private static string Find(string from) =>
        File.Exists(Path.Combine(from, "PublicStats.sln")) ? from : Find(Path.GetDirectoryName(from)!);
}
