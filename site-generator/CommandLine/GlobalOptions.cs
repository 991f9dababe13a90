using System.CommandLine;
using PublicStats.Data.Files;

namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>The options of every verb.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string> Data = TypedPath.Option(
        "--data",
        "The publication's folder. Default: the folder data, here or above.",
        null
    );
    public static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "When something fails, says also where in the program.",
        Recursive = true,
    };
    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Says what was done as one JSON object, for programs.",
        Recursive = true,
    };

    /// <summary>The publication's folder: that of <c>--data</c>, or the one found. Null, after a message, when there is none.</summary>
    public static string? FindFolder(ParseResult parsed)
    {
        var folder = parsed.GetValue(Data) ?? DataFolder.Find(Environment.CurrentDirectory);
        if (folder is not null && Directory.Exists(folder))
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        }

        var problem = folder switch
        {
            null => "There is no folder data here or above. Name one: --data FOLDER.",
            _ when File.Exists(folder) => $"--data: {folder} is a file. Name the folder of a publication.",
            _ => $"--data: There is no folder {folder}.",
        };
        CommandOutput.Of(parsed).Failure(problem);
        return null;
    }
}
