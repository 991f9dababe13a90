using System.Text.Json.Nodes;
using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Drafts;

/// <summary>
/// The working files as they could have been on a day in the past: without the statements whose source was published later, and without
/// what mentions them.
/// </summary>
internal static class BackfillFilter
{
    public static WorkingFiles Of(WorkingFiles working, Publication publication, DateOnly day, Faults faults)
    {
        var later = publication
            .Sources.Where(source => source.Published.Last > day)
            .Select(source => source.Id)
            .ToHashSet(StringComparer.Ordinal);
        if (later.Count == 0)
        {
            return working;
        }

        var sources = new CsvEditor(working.Set, "sources.csv", []);
        sources.Remove(row => later.Contains(sources[row, "source"]));
        var files = publication.Datasets.Select(dataset => (Dataset: dataset, File: new FiguresCsvEditor(working, dataset))).ToList();
        var gone = files
            .SelectMany(file =>
                file.File.Keys.Where(key => later.Contains(SourceOf(file.Dataset, file.File.Csv, file.File.RowOf(key)!.Value)))
            )
            .ToHashSet(StringComparer.Ordinal);
        files.ForEach(file => Without(file.Dataset, file.File.Csv, later, gone));
        foreach (var (dataset, file) in files.Where(pair => pair.File.Csv.Count == 0))
        {
            faults.Add(
                file.Path,
                1,
                "source",
                $"Nothing of {dataset.Name} had been published by {day:yyyy-MM-dd}.",
                "In sources.csv, write when the source as it is in the files now was published (an import does so), or take "
                    + "the dataset out of publication.json for this release."
            );
        }

        if (faults.Count > 0)
        {
            return working;
        }

        var past = working.With([
            new("sources.csv", sources.ToBytes()),
            .. files.SelectMany(pair => pair.File.Changes),
            .. files
                .Where(pair => later.Contains(pair.Dataset.About.Structure.Source))
                .Select(pair => Sourced(working, publication, pair.Dataset, pair.File.Csv)),
        ]);
        return PublicationReader.Read(past.Set, faults) is { } then ? past.With(Descriptors(past, then)) : past;
    }

    private static string SourceOf(Dataset dataset, CsvEditor csv, int row) =>
        csv[row, "source"] is { Length: > 0 } source ? source : dataset.About.Structure.Source;

    // Where the dataset's own source was not out yet, every row that is left names its own: the newest of them stands for the dataset.
    private static KeyValuePair<string, byte[]?> Sourced(WorkingFiles files, Publication publication, Dataset dataset, CsvEditor csv)
    {
        var named = Enumerable.Range(0, csv.Count).Select(row => csv[row, "source"]).ToHashSet(StringComparer.Ordinal);
        var newest = publication
            .Sources.Where(source => named.Contains(source.Id))
            .OrderBy(source => source.Published.Last)
            .ThenBy(source => source.Id, StringComparer.Ordinal)
            .Last()
            .Id;
        return files.Edited(WorkingFiles.DescriptorOf(dataset.Name), json => json["publicstats"]!["source"] = newest);
    }

    private static void Without(Dataset dataset, CsvEditor csv, HashSet<string> later, HashSet<string> gone)
    {
        csv.Remove(row => later.Contains(SourceOf(dataset, csv, row)));
        for (var row = 0; row < csv.Count; row++)
        {
            if (gone.Contains(csv[row, "restates"]))
            {
                csv[row, "restates"] = "";
            }

            if (csv[row, "conflicts"] is { Length: > 0 } conflicts)
            {
                csv[row, "conflicts"] = string.Join(' ', conflicts.Split(' ').Where(part => !gone.Contains(part)));
            }
        }
    }

    // A headline or a chart of a figure that was not known yet was not on the page.
    private static IEnumerable<KeyValuePair<string, byte[]?>> Descriptors(WorkingFiles files, Publication then)
    {
        var headlines = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dataset in then.Datasets)
        {
            headlines.UnionWith(
                dataset
                    .About.Presentation.Headlines.Where(headline => !HeadlineQuery.TryFind(then, dataset, headline, out _, out _))
                    .Select(headline => $"{dataset.Name}/{headline.Id}")
            );
            yield return files.Edited(
                WorkingFiles.DescriptorOf(dataset.Name),
                json =>
                {
                    var ours = json["publicstats"]!.AsObject();
                    Remove(ours["headlines"]!.AsArray(), node => headlines.Contains($"{dataset.Name}/{node["id"]}"));
                    foreach (var chart in ours["charts"]!.AsArray().OfType<JsonObject>())
                    {
                        var known = (chart["keys"] as JsonArray)?.Count;
                        if (chart["keys"] is JsonArray keys)
                        {
                            // A key that is not known may find another statement that covers it: that one has a key of its own.
                            Remove(keys, key => FigureLookup.Find(then, key.GetValue<string>())?.Figure.Key != key.GetValue<string>());
                        }

                        // The title was written for every statement of the chart, so it may say one that was not published yet.
                        if ((chart["keys"] as JsonArray)?.Count < known)
                        {
                            chart.Remove("title");
                        }
                    }

                    Remove(ours["charts"]!.AsArray(), node => node["keys"] is JsonArray { Count: 0 });
                }
            );
        }

        yield return files.Edited(
            "publication.json",
            json => Remove(json["headlines"]!.AsArray(), node => headlines.Contains(node.GetValue<string>()))
        );
    }

    private static void Remove(JsonArray array, Func<JsonNode, bool> which)
    {
        foreach (var node in array.Where(node => which(node!)).ToList())
        {
            array.Remove(node);
        }
    }
}
