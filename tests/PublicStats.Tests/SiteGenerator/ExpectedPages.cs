using System.Net;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>The pages and charts of the small publication are files in git.</summary>
public sealed class ExpectedPages : IDisposable
{
    private static readonly string Expected = RepositoryFiles.PathOf("tests", "PublicStats.Tests", "Fixtures", "expected-pages");

    private static readonly string[] NotKept = ["/charts/", "/north/", "/south/"];

    private readonly SamplePublication folder = SmallPublication.Make();
    private readonly string output = Directory.CreateTempSubdirectory("site-").FullName;

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(output, recursive: true);
    }

    // To change a page on purpose: PUBLICSTATS_ACCEPT=1 ./tests/run.sh, and commit the files.
    [Fact]
    public async Task Every_page_and_chart_is_the_one_that_was_agreed()
    {
        var (code, said) = await ToolProcess.Run("build", "--out", output, "--data", folder.Path);
        Assert.True(code == 0, said);
        await Fetch("letters/received/2025/", HttpStatusCode.Gone, "removed.html");
        await Fetch("releases/2026-01-09/visits/", HttpStatusCode.Gone, "purged.html");
        var figures = folder.Store.History().Find("2026-02-06")!.Manifest.Files.Single(file => file.Path == "datasets/visits/figures.csv");
        File.WriteAllText(folder.Of($"releases/objects/{figures.Sha256}.csv.gz"), "");
        await Fetch("releases/2026-02-06/", HttpStatusCode.ServiceUnavailable, "damaged.html");
        var built = PagesIn(output).Where(IsKept).ToList();
        if (Environment.GetEnvironmentVariable("PUBLICSTATS_ACCEPT") == "1")
        {
            Accept(built);
        }

        var paths = built.Union(Directory.Exists(Expected) ? PagesIn(Expected) : []).Order(StringComparer.Ordinal);
        var differences = paths.Select(path => Difference(path, Lines(Expected, path), Lines(output, path))).OfType<string>().ToList();

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    // A page that is served and that a build does not write: no page links to it, or a build keeps what it wrote before.
    private async Task Fetch(string address, HttpStatusCode status, string name)
    {
        await using var site = await ServedSite.Of(folder);
        var path = Path.Combine(output, "served", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, await site.Text("/" + address, status), TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> PagesIn(string root) =>
        Directory
            .GetFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(path => path.EndsWith(".html", StringComparison.Ordinal) || path.EndsWith(".svg", StringComparison.Ordinal));

    // Of past releases, the pages of one; its charts and the figures of each room are made like those of the latest.
    private static bool IsKept(string path) =>
        path.Split('/') is not ["releases", var release, _, ..] || path.EndsWith($"{release}/index.html", StringComparison.Ordinal)
            ? path != "favicon.svg"
            : release == "2026-03-04" && !NotKept.Any(part => path.Contains(part, StringComparison.Ordinal));

    private void Accept(List<string> built)
    {
        if (Directory.Exists(Expected))
        {
            Directory.Delete(Expected, recursive: true);
        }

        foreach (var path in built)
        {
            var to = Path.Combine(Expected, path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(output, path), to);
        }
    }

    // Null where there is no such file.
    private static string[]? Lines(string root, string path) =>
        Path.Combine(root, path) is var file && File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n') : null;

    // The first difference of a file, as file:line with both lines; null where the files are the same.
    private static string? Difference(string path, string[]? expected, string[]? built)
    {
        if (expected is null || built is null)
        {
            return $"{path}: {(expected is null ? "is built, and no file is expected." : "is expected, and is not built.")}";
        }

        var at = expected.Zip(built).TakeWhile(pair => pair.First == pair.Second).Count();
        return at == expected.Length && at == built.Length
            ? null
            : $"{path}:{at + 1}:\n  expected: {expected.ElementAtOrDefault(at) ?? "(no such line)"}\n"
                + $"  built:    {built.ElementAtOrDefault(at) ?? "(no such line)"}";
    }
}
