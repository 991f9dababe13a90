namespace PublicStats.Data.Importing;

/// <summary>Sets the day on which a source was published, in sources.csv, and changes no other byte.</summary>
internal static class SourceDay
{
    private const int PublishedColumn = 3;

    /// <summary>The text with the day set.</summary>
    /// <param name="text">sources.csv, which has been read without a fault.</param>
    /// <param name="was">What stood there.</param>
    public static string Set(string text, string source, string day, out string was)
    {
        for (var start = 0; start < text.Length;)
        {
            var (from, to) = Cell(text, start, 0);
            if (text[from..to].Trim('"') == source)
            {
                (from, to) = Cell(text, start, PublishedColumn);
                was = text[from..to].Trim('"');
                return text[..from] + day + text[to..];
            }

            var end = text.IndexOf('\n', start);
            start = end < 0 ? text.Length : end + 1;
        }

        was = day;
        return text;
    }

    private static (int From, int To) Cell(string text, int start, int column)
    {
        var (from, quoted) = (start, false);
        for (var at = start; ; at++)
        {
            var ends = at == text.Length || (!quoted && text[at] is ',' or '\n');
            if (ends && column-- == 0)
            {
                return (from, at);
            }

            if (ends)
            {
                from = at + 1;
            }
            else
            {
                quoted ^= text[at] == '"';
            }
        }
    }
}
