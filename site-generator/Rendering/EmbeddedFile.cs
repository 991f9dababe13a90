namespace PublicStats.SiteGenerator.Rendering;

/// <summary>Files that lie in the program itself: the layout, the style sheet, the icon, and what a preview adds.</summary>
internal static class EmbeddedFile
{
    /// <summary>The content of a file, by the name that the project gives it.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
