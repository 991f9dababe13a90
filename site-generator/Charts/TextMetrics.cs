namespace PublicStats.SiteGenerator.Charts;

/// <summary>A rectangle that a text or a mark takes up, in pixels.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The rectangle with a margin all round.</summary>
    public Box Grown(double margin) => new(Left - margin, Top - margin, Right + margin, Bottom + margin);

    /// <summary>Whether the two share any area.</summary>
    public bool Touches(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>
/// How much room texts take. The advances are those of DejaVu Sans, rounded up: Segoe UI, Roboto and Noto Sans are narrower.
/// </summary>
internal static class TextMetrics
{
    /// <summary>The width of a letter in a font of size 1.</summary>
    public static double Advance(char letter) =>
        letter switch
        {
            'i' or 'j' or 'l' or '\'' => 0.28,
            ' ' or ',' or '.' or '’' => 0.32,
            ':' or ';' or '/' or '|' or 'f' or '-' or 'I' or 'J' => 0.36,
            '(' or ')' or '[' or ']' or 't' or 'r' or '!' => 0.41,
            's' or 'z' or 'c' or '“' or '”' or '"' or '–' or '?' or '*' or '_' => 0.55,
            'm' or 'M' or 'W' or '%' or '@' or '—' => 1,
            'w' or '&' or '+' or '<' or '=' or '>' or '#' or '−' => 0.84,
            'D' or 'G' or 'H' or 'N' or 'O' or 'Q' or 'U' => 0.79,
            _ when char.IsUpper(letter) => 0.7,
            _ => 0.64,
        };

    /// <summary>Breaks a text into lines that fit. A word longer than a line has a line of its own.</summary>
    public static IReadOnlyList<string> Wrap(string text, double room, double size = 13, bool isBold = false)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Drawing.MeasureText(longer, size, isBold) > room)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }
}
