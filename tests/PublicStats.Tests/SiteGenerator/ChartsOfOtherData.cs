using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>The real figures, with charts that the shipped pages do not have: by other periods, of shares and prices, with gaps.</summary>
public sealed class ChartsOfOtherData : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("publicstats-").FullName;
    private readonly FakeTimeProvider clock = new(new(2026, 7, 25, 9, 0, 0, TimeSpan.Zero));

    public ChartsOfOtherData()
    {
        foreach (var file in Directory.GetFiles(RepositoryFiles.Data, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(RepositoryFiles.Data, file);
            if (!path.StartsWith("releases", StringComparison.Ordinal) && !path.StartsWith("PublicStats.Data", StringComparison.Ordinal))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
                File.Copy(file, Path.Combine(folder, path));
            }
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_mark_and_every_label_agrees_with_its_figure_there_too()
    {
        Add(
            "crossings",
            Series("quarters", "columns", "people", "quarter"),
            Series("financial-years", "columns", "people", "financial-year"),
            Series("months", "columns", "boats", "month"),
            Series("landings", "strip", "uncontrolled-landings", "month"),
            Series("strip-of-quarters", "strip", "boats", "quarter")
        );
        Add("crossings-prevented", Series("weeks", "columns", "people", "week"), Series("events", "strip", "events", "week"));
        Add("arrivals", Series("quarters", "columns", "people", "quarter"));
        Add(
            "removals",
            Statements(
                "removals/share-removed/all/2021-11--2024-04-22",
                "removals/share-removed/all/2024--2025",
                "removals/social-media-use/all/2025-08-02",
                "removals/removed/all/2024",
                "removals/removed/meta-tiktok-x-youtube/2024"
            ),
            Statements("removals/advertised-price/tiktok/2022-07-27")
        );
        Replace(
            "datasets/crossings-prevented/figures.csv",
            line => line.StartsWith("2024-W35,people,", StringComparison.Ordinal) ? "2024-W35,people,,x," : line
        );
        await using var site = await Seal(new(null, "Sample", "A sample.", "editor"));
        var figures = new ReleaseFigures(site.Http, "2026-07-25", null);

        var pictures = 0;
        foreach (var dataset in new[] { "crossings", "crossings-prevented", "arrivals", "removals", "arrests", "removals-by-platform" })
        {
            pictures += await ChartCheck.HoldPage(site.Http, $"/{dataset}/", figures);
        }

        Assert.Equal(2 * (9 + 10), pictures);
        var removals = WebUtility.HtmlDecode(await site.Text("/removals/"));
        Assert.Contains("98% of flagged content from November 2021 to 22 April 2024", removals, StringComparison.Ordinal);
        Assert.Contains("£4,500 a person on 27 July 2022", removals, StringComparison.Ordinal);
        Assert.DoesNotContain("per cent per cent", removals, StringComparison.Ordinal);
        Assert.DoesNotContain("% per cent", removals, StringComparison.Ordinal);
        Assert.DoesNotContain("£4,500 pounds", removals, StringComparison.Ordinal);
        var crossings = await site.Text("/crossings/");
        Assert.Contains("people from 1 April to 23 July 2026; to the same date in 2025: ", crossings, StringComparison.Ordinal);
        Assert.Contains(
            "Hatched: part of a financial year, January to March 2018 and 1 April to 23 July 2026.",
            crossings,
            StringComparison.Ordinal
        );
        var years = await site.Text("/crossings/charts/financial-years-wide.svg");
        Assert.Contains(">from 1 January</text>", years, StringComparison.Ordinal);
        Assert.Contains(">to 23 July</text>", years, StringComparison.Ordinal);
        Assert.Contains("; 1 without a value.", await site.Text("/crossings-prevented/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_title_of_a_chart_says_no_statement_that_was_not_published_then()
    {
        Replace("sources.csv", line => line.Replace(",Home Office,2026-07-24,", ",Home Office,2025-11-14,", StringComparison.Ordinal));
        foreach (var dataset in new[] { "crossings", "crossings-prevented" })
        {
            var end = dataset == "crossings" ? "2025-11-14" : "2025-W46";
            Replace($"datasets/{dataset}/figures.csv", line => line[0] == 'p' || string.CompareOrdinal(line, end) < 0 ? line : null);
        }

        await using var site = await Seal(new("2025-11-14 12:00:00", "Sample", "A sample.", "editor", Backfill: true));
        var removals = await site.Text("/removals/");

        Assert.Contains("<h3 id=\"totals\">Published totals of posts, pages or accounts removed", removals, StringComparison.Ordinal);
        Assert.DoesNotContain("27,000", removals, StringComparison.Ordinal);
        Assert.DoesNotContain("The figure for each calendar year is higher", removals, StringComparison.Ordinal);
    }

    private static JsonNode Series(string id, string kind, string measure, string frequency) =>
        JsonNode.Parse(
            $$"""
            {
              "id": "{{id}}", "kind": "{{kind}}", "measure": "{{measure}}", "codes": {}, "frequency": "{{frequency}}",
              "subtitle": "A chart by {{frequency}}."
            }
            """
        )!;

    private static JsonNode Statements(params string[] keys) =>
        JsonNode.Parse(
            $$"""
            {
              "id": "statements-{{keys.Length}}", "kind": "statements", "measure": "share-removed", "codes": {},
              "keys": ["{{string.Join("\", \"", keys)}}"], "title": "Statements", "subtitle": "A chart of statements."
            }
            """
        )!;

    private void Add(string dataset, params JsonNode[] charts)
    {
        var path = Path.Combine(folder, "datasets", dataset, "datapackage.json");
        var descriptor = JsonNode.Parse(File.ReadAllText(path))!;
        foreach (var chart in charts)
        {
            descriptor["publicstats"]!["charts"]!.AsArray().Add(chart);
        }

        File.WriteAllText(path, descriptor.ToJsonString() + "\n");
    }

    // Null leaves the line out.
    private void Replace(string file, Func<string, string?> edit)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllLines(path, File.ReadAllLines(path).Select(edit).OfType<string>());
    }

    private async Task<ServedSite> Seal(SealOrder order)
    {
        var desk = new ReleaseWorkflow(folder, clock);
        var sealing = desk.Seal(order);
        Assert.Empty(sealing.Faults);
        Assert.Empty(desk.Approve(sealing.Release!.Id, "approver").Faults);
        return await ServedSite.Of(folder, clock);
    }
}
