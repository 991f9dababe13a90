using System.Diagnostics;
using System.Globalization;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Benchmarks;

/// <summary>What remembering costs: the shipped releases verified, opened and asked, each beside the least that could be done.</summary>
internal static class TheRecord
{
    public static void Run()
    {
        var store = new ReleaseStore(Path.Combine(DataFolder.Find(Environment.CurrentDirectory)!, "releases"));
        var releases = store.History().Releases;
        var objects = Directory.GetFiles(Path.Combine(store.Folder, "objects"));
        Console.WriteLine(
            $"{releases.Count} releases, {objects.Length} objects, {objects.Sum(name => new FileInfo(name).Length) / 1e6:0.0} MB."
        );

        Compare(
            "verify everything",
            () => store.Verify().Count(),
            "to read and hash every object once",
            () => objects.Count(name => ReleaseManifest.Hash(File.ReadAllBytes(name)).Length > 0),
            10
        );
        Compare(
            "open a release",
            () => store.Open(releases[^1]),
            "to read and hash its files",
            () => releases[^1].Manifest.Files.Sum(file => store.Read(file).Length),
            20
        );

        var published = new PublishedReleases(store, TimeProvider.System);
        published.WarmUp(TimeSpan.Zero);
        var publication = published.Now().Shown.Publication;
        Compare(
            "one figure with every value it had, asked again",
            () => published.Now().HistoryOf("crossings/people/2025"),
            "the figure alone",
            () => FigureLookup.Find(publication, "crossings/people/2025"),
            2000
        );
        Compare(
            "a thousand times: which release answers",
            () => Thousand(() => published.Now().Published.Count),
            "to read the clock",
            () => Thousand(() => TimeProvider.System.GetUtcNow().Day),
            200
        );
    }

    // Turn about, so that a noisy moment troubles both alike.
    private static void Compare<T, TLeast>(string name, Func<T> whole, string least, Func<TLeast> part, int rounds)
    {
        var (mine, other) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds + 3; round++)
        {
            mine.Add(Time(whole));
            other.Add(Time(part));
        }

        var (one, two) = (Median(mine), Median(other));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {one:0.0000} ms, {one / two:0.0##} times as long as {least} ({two:0.0000} ms; medians of {rounds})."
            )
        );
    }

    private static int Thousand(Func<int> action) => Enumerable.Range(0, 1000).Sum(_ => action());

    private static double Median(List<double> times) => times.Skip(3).Order().ElementAt((times.Count - 3) / 2);

    private static double Time<T>(Func<T> action)
    {
        var start = Stopwatch.GetTimestamp();
        GC.KeepAlive(action());
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
