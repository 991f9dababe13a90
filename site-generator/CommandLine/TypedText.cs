namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>Texts that a person types after an option.</summary>
internal static class TypedText
{
    /// <summary>Quotes a text so that the shell passes it on unchanged.</summary>
    public static string Quote(string text) =>
        OperatingSystem.IsWindows() ? $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : text.AsSpan().ContainsAny("\"$`\\!") ? $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'"
        : $"\"{text}\"";
}
