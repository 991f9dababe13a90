namespace PublicStats.Data.Files;

/// <summary>Finds a publication's folder.</summary>
public static class DataFolder
{
    /// <summary>The folder <c>data</c> beside or above a place; null when there is none.</summary>
    public static string? Find(string from)
    {
        for (var at = new DirectoryInfo(from); at is not null; at = at.Parent)
        {
            var data = Path.Combine(at.FullName, "data");
            if (Directory.Exists(Path.Combine(data, "releases")) || File.Exists(Path.Combine(data, "publication.json")))
            {
                return data;
            }
        }

        return null;
    }
}
