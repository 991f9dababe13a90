using System.Text.RegularExpressions;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Repository;

/// <summary>A command that a document tells people to type.</summary>
/// <param name="Section">The heading it stands under.</param>
/// <param name="Output">What the document says that it prints; empty where it says nothing.</param>
internal sealed partial record DocumentedCommand(string Section, string Text, string Output)
{
    /// <summary>
    /// Every command of a document, in order: in a block of shell, after a prompt, with curl, or in code among the words.
    /// </summary>
    public static IReadOnlyList<DocumentedCommand> Of(string document)
    {
        var (section, language, isInside) = ("", "", false);
        var found = new List<DocumentedCommand>();
        var isOutput = false;
        foreach (var line in File.ReadLines(RepositoryFiles.PathOf(document)))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                (isInside, language) = (!isInside, line[3..]);

                // What stands in the block after a command is what it prints.
                isOutput = isInside && language.Length == 0 && isOutput;
                isOutput |= !isInside && found.LastOrDefault() is { Output: "" };
                continue;
            }

            section = !isInside && line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] : section;
            if (!isInside)
            {
                found.AddRange(
                    Code()
                        .Matches(line)
                        .Select(match => match.Groups[1].Value)
                        .Where(IsWhole)
                        .Select(text => new DocumentedCommand(section, text, ""))
                );
            }
            else if (line.StartsWith("$ ", StringComparison.Ordinal))
            {
                found.Add(new(section, line[2..], ""));
                isOutput = true;
            }
            else if (line.Length > 0 && (language == "sh" || line.StartsWith("curl ", StringComparison.Ordinal)))
            {
                found.Add(new(section, Comment().Replace(line, ""), ""));
                isOutput = false;
            }
            else if (isOutput)
            {
                found[^1] = found[^1] with { Output = found[^1].Output + line + "\n" };
            }
        }

        return found;
    }

    // With a word in its place for what everybody writes otherwise, it is no command yet.
    private static bool IsWhole(string text) => !text.Contains('…') && !text.Contains('<') && !Placeholder().IsMatch(text);

    [GeneratedRegex("`(publicstats [a-z][^`]*)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b[A-Z]{3,}\b")]
    private static partial Regex Placeholder();
}
