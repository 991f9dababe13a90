namespace PublicStats.SiteGenerator.Rendering;

/// <summary>Files inside the program: templates, the style sheet, the icon, and what a preview adds.</summary>
internal static class EmbeddedFile
{
    /// <summary>The names of all files. A template's name is its path: <c>Pages/Dataset/dataset.html</c>.</summary>
    public static IReadOnlyList<string> Names => typeof(EmbeddedFile).Assembly.GetManifestResourceNames();

    /// <summary>The content of a file, by the name that the project gives it.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
