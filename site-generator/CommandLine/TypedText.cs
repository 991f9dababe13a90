namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>Texts that a person types after an option.</summary>
internal static class TypedText
{
    /// <summary>Quotes a text so that the shell passes it on unchanged.</summary>
    public static string Quote(string text)
    {
        if (OperatingSystem.IsWindows())
        {
            return $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        }

        return text.AsSpan().ContainsAny("\"$`\\!") ? $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'" : $"\"{text}\"";
    }
}
