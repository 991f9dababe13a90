using PublicStats.Data.Datasets;
using PublicStats.Data.Files;

namespace PublicStats.Data.Reading;

/// <summary>Reads a page of commentary: a title and a description between two lines of hyphens, then Markdown.</summary>
internal static class PageReader
{
    public static Page? Read(FileSet files, string path, Faults faults)
    {
        if (TextLines.Read(files, path, faults) is not { } lines)
        {
            return null;
        }

        var end = lines.Skip(1).TakeWhile(line => line != "---").Count() + 1;
        var title = Value(lines, end, "title: ");
        var description = Value(lines, end, "description: ");
        if (lines[0] != "---" || end >= lines.Count || title is null || description is null)
        {
            faults.Add(
                path,
                1,
                "front matter",
                "The page does not begin with its title and description.",
                "Begin it with a line ---, a line title: …, a line description: …, and a line ---."
            );
            return null;
        }

        return new(Path.GetFileNameWithoutExtension(path), title, description, string.Join('\n', lines.Skip(end + 1)) + "\n", end + 2);
    }

    private static string? Value(IReadOnlyList<string> lines, int end, string name) =>
        lines.Take(end).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?[name.Length..];
}
