using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using PublicStats.Data.Files;

namespace PublicStats.Data.Reading;

/// <summary>
/// Reads JSON for people who write it by hand: the first error of syntax is explained in words, with its line and what to do. Accepts
/// exactly what <see cref="System.Text.Json"/> accepts, except that a member may not be given twice.
/// </summary>
internal sealed class JsonScanner
{
    private const int MostLevels = 60;
    private const string Closers = "}]";

    private readonly string text;
    private int at;
    private int line = 1;
    private int lastLine = 1;
    private int level;

    private JsonScanner(string text) => this.text = text;

    /// <summary>Reads the file's value. False, with the line and reason of the first fault, when its syntax is wrong.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out JsonPart? part, out int line, out Reason reason)
    {
        var scanner = new JsonScanner(text);
        try
        {
            (line, reason) = (0, default);
            part = scanner.Value("the file");
            scanner.Space();
            return scanner.at == text.Length
                ? true
                : throw scanner.Wrong(
                    $"{scanner.Next()} follows the end of the file's value.",
                    "Take it out, or look for a bracket too many before it."
                );
        }
        catch (JsonSyntaxException wrong)
        {
            (part, line, reason) = (null, wrong.Line, wrong.Reason);
            return false;
        }
    }

    private JsonPart Value(string of)
    {
        Space();
        if (at == text.Length)
        {
            throw Wrong(
                of == "the file" ? "The file is empty." : $"The file ends where the value of {of} should be.",
                "Check that the file is whole."
            );
        }

        var start = line;
        var part = text[at] switch
        {
            '{' => Nested(() => Object(start)),
            '[' => Nested(() => Array(start)),
            '"' => new(JsonKind.Text, start, Text(), [], []),
            ',' or '}' or ']' => throw Wrong($"The value of {of} is missing.", "Write it, or take the name out."),
            _ => Word(start),
        };
        lastLine = line;
        return part;
    }

    private JsonPart Nested(Func<JsonPart> read)
    {
        if (++level > MostLevels)
        {
            throw Wrong($"Brackets are nested more than {MostLevels} deep.", "Look for brackets that are not closed.");
        }

        var part = read();
        level--;
        return part;
    }

    private JsonPart Object(int start)
    {
        var members = new List<JsonMember>();
        Items(
            '{',
            '}',
            start,
            () =>
            {
                if (text[at] != '"')
                {
                    throw Wrong($"{Next()} is where a name should be.", "Put the name in quotation marks: \"name\": value.");
                }

                var nameLine = line;
                var name = Text();
                Space();
                if (at == text.Length || text[at] != ':')
                {
                    throw Wrong($"There is no colon after \"{name}\".", $"Write \"{name}\": and then its value.");
                }

                at++;
                if (members.FirstOrDefault(member => member.Name == name) is { } twice)
                {
                    var problem = $"\"{name}\" is given twice; first on line {twice.Line}.";
                    throw new JsonSyntaxException(nameLine, problem, "Keep one of the two.");
                }

                members.Add(new(name, nameLine, Value($"\"{name}\"")));
            }
        );
        return new(JsonKind.Object, start, "", members, []);
    }

    private JsonPart Array(int start)
    {
        var items = new List<JsonPart>();
        Items('[', ']', start, () => items.Add(Value("an item")));
        return new(JsonKind.Array, start, "", [], items);
    }

    // What is between two brackets, with commas between.
    private void Items(char open, char close, int start, Action item)
    {
        at++;
        for (var isFirst = true; ; isFirst = false)
        {
            Space();
            var after = isFirst ? '\0' : Current();
            if (!isFirst && after == ',')
            {
                at++;
                Space();
                if (Closers.Contains(Current()) || Current() == ',')
                {
                    throw new JsonSyntaxException(lastLine, $"There is a comma too many before {Next()}.", "Take the comma out.");
                }
            }

            if (at == text.Length)
            {
                var cure = $"Write {close} where it ends, and check that the file is whole.";
                throw new JsonSyntaxException(start, $"The {open} of this line is not closed.", cure);
            }

            if (text[at] == close)
            {
                at++;
                return;
            }

            if (Closers.Contains(text[at]))
            {
                throw Wrong(
                    $"{text[at]} is where the {open} of line {start} should be closed.",
                    $"Write {close} before it, or take it out."
                );
            }

            if (!isFirst && after == ':' && open == '[')
            {
                throw new JsonSyntaxException(start, "The [ of this line is not closed.", "Write ] where the list ends.");
            }

            if (!isFirst && after != ',')
            {
                throw line > lastLine && text[at] is '"' or '{' or '['
                    ? new JsonSyntaxException(
                        lastLine,
                        $"There is no comma between this line and {Next()}.",
                        "Write a comma at the end of the line."
                    )
                    : Wrong(
                        $"{Next()} follows a value without a comma between.",
                        "Write a comma; if it belongs to a text, write \\\" for each quotation mark inside the text."
                    );
            }

            item();
        }
    }

    private string Text()
    {
        var (start, read) = (at, new StringBuilder());
        for (at++; at < text.Length && text[at] != '\n'; at++)
        {
            switch (text[at])
            {
                case '"':
                    at++;
                    return read.ToString();
                case '\\':
                    read.Append(Escaped());
                    break;
                case < ' ':
                    throw Wrong(
                        $"The text {Shown(start)} contains a tab or another control character.",
                        "Write \\t for a tab, or take it out."
                    );
                default:
                    read.Append(text[at]);
                    break;
            }
        }

        throw Wrong(
            $"The text {Shown(start)} has no quotation mark at its end.",
            "Close it with \" on the line on which it begins. Inside a text, write \\n for a line break."
        );
    }

    private char Escaped()
    {
        at++;
        const string marks = "\"\\/bfnrt";
        if (
            Current() == 'u'
            && at + 4 < text.Length
            && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, null, out var code)
        )
        {
            at += 4;
            return (char)code;
        }

        return marks.IndexOf(Current()) is >= 0 and var found && at < text.Length
            ? "\"\\/\b\f\n\r\t"[found]
            : throw Wrong($"\\{Current()} is in a text, and a backslash there begins a mark such as \\n.", "Write \\\\ for a backslash.");
    }

    private JsonPart Word(int start)
    {
        var word = Run();
        return word switch
        {
            "true" or "false" => new(JsonKind.Boolean, start, word, [], []),
            "null" => new(JsonKind.Null, start, word, [], []),
            _ when JsonWord.IsNumber(word) => new(JsonKind.Number, start, word, [], []),
            _ => throw new JsonSyntaxException(start, $"{JsonWord.Cut(word)} is not a value.", JsonWord.Cure(word)),
        };
    }

    private string Run()
    {
        var start = at;
        while (at < text.Length && text[at] is not (',' or '}' or ']' or ':' or '"') && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private void Space()
    {
        for (; at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r'; at++)
        {
            line += text[at] == '\n' ? 1 : 0;
        }
    }

    private char Current() => at < text.Length ? text[at] : '\0';

    // The text at this place, as a message names it.
    private string Next()
    {
        if (at == text.Length)
        {
            return "the end of the file";
        }

        if (text[at] != '"')
        {
            var start = at;
            var run = Run();
            at = start;
            return run.Length == 0 ? text[at].ToString() : JsonWord.Cut(run);
        }

        return Shown(at);
    }

    private string Shown(int start)
    {
        var end = text.IndexOfAny(['"', '\n'], start + 1);
        return $"\"{JsonWord.Cut(text[(start + 1)..(end < 0 ? text.Length : end)].Trim())}\"";
    }

    private JsonSyntaxException Wrong(string problem, string cure) => new(line, problem, cure);
}
