using System.Globalization;
using PublicStats.Data.Files;
using PublicStats.SiteGenerator.Serving;

namespace PublicStats.Benchmarks.Fuzzing;

/// <summary>Fuzzes the real server, site and API, over the shipped releases: <c>fuzz --requests 100000 --seed 1</c>.</summary>
internal static class FuzzProgram
{
    private static readonly TimeSpan Slowest = TimeSpan.FromSeconds(1);

    // What a cache of pages may hold more at the end of a run than at its half.
    private const long MostGrowth = 64_000_000;

    /// <summary>0 when no answer was wrong and memory stayed level; 1 otherwise.</summary>
    public static async Task<int> Run(string[] args)
    {
        var (requests, seed) = (Number(args, "--requests", 100_000), Number(args, "--seed", Random.Shared.Next()));
        await using var app = SiteHost.Create(DataFolder.Find(Environment.CurrentDirectory)!, "http://127.0.0.1:0", TimeProvider.System);
        await app.StartAsync();
        Console.WriteLine($"{requests:#,##0} requests with seed {seed} to {app.Urls.First()}");
        var memory = new List<long>();
        var result = await FuzzRun.Send(
            new(app.Urls.First()),
            seed,
            requests,
            Slowest,
            done =>
            {
                lock (memory)
                {
                    memory.Add(GC.GetTotalMemory(forceFullCollection: true));
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{done,9:#,##0} sent; {memory[^1] / 1e6:0} MB in use, {Environment.WorkingSet / 1e6:0} MB of the machine's."
                        )
                    );
                }
            },
            CancellationToken.None
        );
        Console.Write(result);
        var growth = memory.Count < 2 ? 0 : memory[^1] - memory[memory.Count / 2];
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Memory after half of the requests and at the end: {growth / 1e6:+0;-0;0} MB.")
        );
        return result.Failures.Count == 0 && growth < MostGrowth ? 0 : 1;
    }

    private static int Number(string[] args, string name, int otherwise) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length
            ? int.Parse(args[at + 1], CultureInfo.InvariantCulture)
            : otherwise;
}
