using PublicStats.Data.Releases;

namespace PublicStats.SiteGenerator.Site;

/// <summary>What a build did.</summary>
public sealed record BuiltSite(string Release, int Files, int Written, int Removed);

/// <summary>Writes the site and the API's answers as files. The answers come from the API itself, so both are the same bytes.</summary>
public static class StaticSite
{
    private const string List = ".publicstats-files";

    /// <summary>Builds the current release into a folder.</summary>
    public static async Task<BuiltSite> Write(string folder, string output, TimeProvider time, CancellationToken stop)
    {
        await using var app = SiteHost.Create(folder, "http://127.0.0.1:0", time);
        await app.StartAsync(stop);
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        var site = new PublicSite(app.Services.GetRequiredService<CurrentRelease>().Now(), keys);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in site.Paths)
        {
            files[path] = site.Get(path)!.Bytes;
        }

        // A figure's page may link to another's: go on until no page is new.
        while (keys.Where(each => !files.ContainsKey(each + "/index.html")).ToList() is { Count: > 0 } linked)
        {
            foreach (var key in linked)
            {
                files[key + "/index.html"] = site.Get(key + "/index.html")!.Bytes;
                files[$"v1/figures/{key}.json"] = await http.GetByteArrayAsync($"/v1/figures/{key}", stop);
            }
        }

        string[] answers = ["v1.json", "v1/datasets.json", "v1/headlines.json", "v1/releases.json", "openapi/v1.json",
            .. site.Publication.Datasets.SelectMany(each => new[] { $"v1/datasets/{each.Name}.json", $"v1/datasets/{each.Name}/figures.json", $"v1/datasets/{each.Name}/figures.csv" })];
        foreach (var answer in answers)
        {
            files[answer] = await http.GetByteArrayAsync("/" + answer, stop);
        }

        await app.StopAsync(stop);
        return Save(output, files, site.Manifest.Id);
    }

    private static BuiltSite Save(string output, SortedDictionary<string, byte[]> files, string release)
    {
        Directory.CreateDirectory(output);
        var list = Path.Combine(output, List);
        var before = File.Exists(list) ? File.ReadAllLines(list) : [];
        var written = 0;
        foreach (var (path, bytes) in files)
        {
            var full = Path.Combine(output, path);
            if (!File.Exists(full) || !File.ReadAllBytes(full).AsSpan().SequenceEqual(bytes))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllBytes(full, bytes);
                written++;
            }
        }

        // Only what an earlier build wrote is ever removed.
        var removed = before.Where(each => !files.ContainsKey(each) && File.Exists(Path.Combine(output, each))).ToList();
        removed.ForEach(each => File.Delete(Path.Combine(output, each)));
        File.WriteAllLines(list, files.Keys);
        return new(release, files.Count, written, removed.Count);
    }
}
