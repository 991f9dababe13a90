using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Oracle;

/// <summary>A copy of the shipped working files with bounds, missing values and short series put in at random, sealed by the tool; then
/// some figures are withdrawn.</summary>
internal sealed class AlteredFolder : IDisposable
{
    // Years whose sums neither a headline nor a sentence of the pages needs.
    private static readonly string[] Years = ["2019", "2021", "2023"];

    private readonly Random random;

    public AlteredFolder(int seed)
    {
        random = new(seed);
        foreach (var file in Directory.GetFiles(RepositoryFiles.Data, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(RepositoryFiles.Data, file);
            if (
                path is "publication.json" or "sources.csv" or "calendar.csv"
                || (
                    (path.StartsWith("pages/", StringComparison.Ordinal) || path.StartsWith("datasets/", StringComparison.Ordinal))
                    && !path.Contains("/.", StringComparison.Ordinal)
                )
            )
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, path))!);
                File.Copy(file, Path.Combine(Folder, path));
            }
        }

        foreach (var dataset in new[] { "crossings", "crossings-prevented", "arrivals" })
        {
            Describe(Path.Combine(Folder, "datasets", dataset, "datapackage.json"));
            Alter(Path.Combine(Folder, "datasets", dataset, "figures.csv"), isSparse: dataset == "arrivals");
        }

        Publish();
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("publicstats-").FullName;

    public FakeTimeProvider Clock { get; } = new(new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The release with the withdrawals.</summary>
    public string Release { get; private set; } = "";

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // The column of bounds is new, and every column must be described.
    private static void Describe(string path)
    {
        var descriptor = JsonNode.Parse(File.ReadAllText(path))!;
        var figures = descriptor["resources"]!.AsArray().First(resource => (string?)resource!["path"] == "figures.csv")!;
        var fields = figures["schema"]!["fields"]!.AsArray();
        fields.Insert(
            fields.ToList().FindIndex(field => (string?)field!["name"] == "value") + 1,
            new JsonObject { ["name"] = "bound", ["type"] = "string" }
        );
        File.WriteAllText(path, descriptor.ToJsonString() + "\n");
    }

    private void Alter(string path, bool isSparse)
    {
        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split(',').ToList();
        var (value, status) = (columns.IndexOf("value"), columns.IndexOf("status"));
        var altered = new List<string> { string.Join(',', [.. columns[..(value + 1)], "bound", .. columns[(value + 1)..]]) };
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split(',').ToList();
            var bound = "";
            if (Years.Any(year => line.StartsWith(year, StringComparison.Ordinal)) && cells[value].Length > 0)
            {
                switch (random.Next(12))
                {
                    case 0:
                        bound = new[] { "about", "under", "over", "at-least" }[random.Next(4)];
                        break;
                    case 1 when random.Next(4) == 0:
                        (cells[value], cells[status]) = ("", new[] { "x", "c", "z", "low", "p c" }[random.Next(5)]);
                        break;
                    case 2 when isSparse:
                        continue;
                    default:
                        break;
                }
            }

            // One series begins later than the others.
            if (!(line.Contains(",boats,", StringComparison.Ordinal) && line.StartsWith("2018-0", StringComparison.Ordinal)))
            {
                altered.Add(string.Join(',', [.. cells[..(value + 1)], bound, .. cells[(value + 1)..]]));
            }
        }

        File.WriteAllText(path, string.Join('\n', altered) + "\n");
    }

    private void Publish()
    {
        var desk = new ReleaseWorkflow(Folder, Clock);
        Approved(desk, desk.Seal(new("2026-08-01 14:00", "Altered", "A copy for the oracle.", "editor")));
        Clock.SetUtcNow(new(2026, 8, 2, 12, 0, 0, TimeSpan.Zero));
        var days = Enumerable
            .Range(0, 12)
            .Select(_ => new DateOnly(random.Next(2) == 0 ? 2019 : 2021, 1, 1).AddDays(random.Next(365)))
            .Distinct();
        Release = Approved(
            desk,
            desk.Withdraw([.. days.Select(day => $"crossings/people/{day:yyyy-MM-dd}")], "2026-08-02 14:00", "Counted twice.", "editor")
        );
        Clock.SetUtcNow(new(2026, 8, 3, 12, 0, 0, TimeSpan.Zero));
    }

    private static string Approved(ReleaseWorkflow desk, ActResult result)
    {
        Assert.Empty(result.Faults);
        Assert.Empty(desk.Approve(result.Release!.Id, "approver").Faults);
        return result.Release.Id;
    }
}
