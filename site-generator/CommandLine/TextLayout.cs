using Spectre.Console;
using Spectre.Console.Rendering;

namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>Lays out text in plain lines, without colours and control codes, for terminals and files alike.</summary>
internal static class TextLayout
{
    private const int Unlimited = 100_000;

    // The width of a terminal whose width is not known.
    private const int UsualWidth = 80;

    /// <summary>The width for messages and tables: that of the terminal; unlimited when redirected.</summary>
    public static int MessageWidth => Console.IsOutputRedirected ? Unlimited : TerminalWidth;

    /// <summary>The width for longer texts: that of the terminal, or 79 when redirected.</summary>
    public static int ReadingWidth => Console.IsOutputRedirected ? UsualWidth - 1 : TerminalWidth;

    /// <summary>The width for messages on the error stream.</summary>
    public static int ErrorWidth => Console.IsErrorRedirected ? Unlimited : TerminalWidth;

    // A terminal without a size reports 0 columns. A Windows console adds an empty line after a line that fills it.
    private static int TerminalWidth => (new AnsiConsoleOutput(Console.Out).Width is > 0 and var width ? width : UsualWidth) - 1;

    /// <summary>Breaks a text at spaces. A word that is longer than the width, such as a path, is not broken.</summary>
    public static string[] Wrap(string text, int width, int indent = 0) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').SelectMany(line => WrapLine(line, width - indent, indent))];

    /// <summary>Lays out a table. Only the last left-aligned column wraps.</summary>
    public static string[] Table(IReadOnlyList<Justify> columns, IReadOnlyList<string[]> rows, int width, int indent = 0)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var grid = new Grid();
        var wrapped = columns.ToList().LastIndexOf(Justify.Left);
        for (var column = 0; column < columns.Count; column++)
        {
            var gap = column == columns.Count - 1 ? 0 : 2;
            grid.AddColumn(
                new()
                {
                    Alignment = columns[column],
                    NoWrap = column != wrapped,
                    Padding = new(0, 0, gap, 0),
                }
            );
        }

        foreach (var row in rows)
        {
            grid.AddRow([.. row.Select(cell => new Text(cell))]);
        }

        return Render(grid, width - indent, indent);
    }

    /// <summary>A console without colours.</summary>
    public static IAnsiConsole Plain(TextWriter writer, AnsiSupport codes) =>
        AnsiConsole.Create(
            new()
            {
                Ansi = codes,
                ColorSystem = ColorSystemSupport.NoColors,
                Enrichment = new() { UseDefaultEnrichers = false },
                Out = new AnsiConsoleOutput(writer),
            }
        );

    private static string[] WrapLine(string text, int width, int indent)
    {
        var isWhole = text.Length <= width || text.Split(' ').Any(word => word.Length > width);
        return isWhole ? [new string(' ', text.Length == 0 ? 0 : indent) + text] : Render(new Text(text), width, indent);
    }

    private static string[] Render(IRenderable renderable, int width, int indent)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = Plain(writer, AnsiSupport.No);
        console.Profile.Width = Math.Max(width, 1);
        console.Write(renderable);
        var lines = writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        return [.. lines.Select(line => (new string(' ', indent) + line).TrimEnd())];
    }
}
