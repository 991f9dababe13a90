using System.CommandLine;
using System.CommandLine.Parsing;

namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>Options and arguments that name a file or a folder. A path is relative to the current directory.</summary>
internal static class TypedPath
{
    /// <param name="usual">The default folder; null for none.</param>
    public static Option<string> Option(string name, string description, string? usual)
    {
        var option = new Option<string>(name) { Description = description, Recursive = usual is null };
        if (usual is not null)
        {
            option.DefaultValueFactory = _ => usual;
        }

        option.Validators.Add(result => Check(result, $"{name}: ", "folder"));
        return option;
    }

    public static void MustNameFile<T>(this Argument<T> argument) => argument.Validators.Add(result => Check(result, "", "file"));

    /// <summary>A path relative to the current directory, or in full where that is shorter.</summary>
    public static string Shorten(string path) =>
        Path.GetRelativePath(Environment.CurrentDirectory, path) is var relative && relative.Length < path.Length ? relative : path;

    private static void Check(SymbolResult result, string place, string what)
    {
        foreach (var path in result.Tokens.Select(token => token.Value))
        {
            if (string.IsNullOrWhiteSpace(path))
            {
                result.AddError($"{place}No {what} is named. Write its name.");
            }
            else if (path.Contains('\0'))
            {
                result.AddError($"{place}The name of the {what} holds a character that no name can hold.");
            }
        }
    }
}
