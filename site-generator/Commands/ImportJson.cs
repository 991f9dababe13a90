using System.Text.Json.Nodes;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Importing;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Writes for a program what an import changes.</summary>
internal static class ImportJson
{
    public static void Write(ImportResult import, ImportWritten? written, IReadOnlyList<Fault> faults, CommandOutput output) =>
        output
            .Json("file", import.File)
            .Json("made", import.Made?.ToString("yyyy-MM-dd", null))
            .Json("notices", import.Notices)
            .Json("removed", import.Removed)
            .Json("changes", import.Files.Count > 0)
            .Json("written", written is not null)
            .Json(
                "faults",
                faults.Select(fault => new
                {
                    file = fault.Place.Source,
                    place = fault.Place.Part,
                    problem = fault.Problem,
                    cure = fault.Cure,
                })
            )
            .Json("datasets", new JsonArray([.. import.Datasets.Select(Dataset)]))
            .Json(
                "sources",
                import.Sources.Select(source => new
                {
                    source = source.Source,
                    was = source.Was,
                    now = source.Now,
                })
            )
            .Json(
                "files",
                import.Files.Select(file => new { path = file.Path, undo = written?.Kept.First(kept => kept.Path == file.Path).Copy })
            );

    private static JsonObject Dataset(DatasetImport dataset) =>
        new()
        {
            ["dataset"] = dataset.Dataset,
            ["sheet"] = dataset.Sheet,
            ["added"] = dataset.Added,
            ["revised"] = dataset.Revised,
            ["removed"] = dataset.Removed,
            ["unchanged"] = dataset.Unchanged,
            ["reworded"] = dataset.Reworded,
            ["kept"] = dataset.Kept,
            ["firstAdded"] = dataset.PeriodsAdded?.First.Code,
            ["lastAdded"] = dataset.PeriodsAdded?.Last.Code,
            ["revisions"] = new JsonArray([.. dataset.Movers.Select(Revision)]),
            ["wordsDropped"] = new JsonArray([.. dataset.WordsDropped.Select(name => JsonValue.Create(name))]),
            ["filledByHand"] = new JsonArray([.. dataset.Filled.Select(period => JsonValue.Create(period.Code))]),
            ["wasBroken"] = dataset.WasBroken,
        };

    private static JsonObject Revision(FigureChange change) =>
        new()
        {
            ["key"] = change.Key,
            ["was"] = change.Was?.Value,
            ["wasStatus"] = Absent(change.Was),
            ["now"] = change.Now?.Value,
            ["nowStatus"] = Absent(change.Now),
            ["difference"] = change.Difference,
            ["share"] = change.Share is { } share ? Math.Round(share, 6) : null,
        };

    private static string? Absent(FigureRow? figure) => figure?.Status.AbsentCode();
}
