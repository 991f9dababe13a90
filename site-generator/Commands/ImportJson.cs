using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicStats.Data.Figures;
using PublicStats.Data.Importing;
using PublicStats.Data.Vintages;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Says what an import changes, for a program.</summary>
internal static class ImportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(ImportResult import, ImportWritten? written, IReadOnlyList<ImportFault> faults, int code) =>
        new JsonObject
        {
            ["file"] = import.File,
            ["made"] = import.Made?.ToString("yyyy-MM-dd", null),
            ["notices"] = new JsonArray([.. import.Notices.Select(notice => JsonValue.Create(notice))]),
            ["removed"] = import.Removed,
            ["changes"] = import.Files.Count > 0,
            ["written"] = written is not null,
            ["faults"] = new JsonArray([
                .. faults.Select(fault => new JsonObject
                {
                    ["file"] = fault.File,
                    ["place"] = fault.Place,
                    ["problem"] = fault.Problem,
                    ["cure"] = fault.Cure,
                }),
            ]),
            ["datasets"] = new JsonArray([.. import.Datasets.Select(Dataset)]),
            ["sources"] = new JsonArray([
                .. import.Sources.Select(sourceImport => new JsonObject
                {
                    ["source"] = sourceImport.Source,
                    ["was"] = sourceImport.Was,
                    ["now"] = sourceImport.Now,
                }),
            ]),
            ["files"] = new JsonArray([
                .. import.Files.Select(file => new JsonObject
                {
                    ["path"] = file.Path,
                    ["undo"] = written?.Kept.First(kept => kept.Path == file.Path).Copy,
                }),
            ]),
            ["exitCode"] = code,
        }.ToJsonString(Options);

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
            ["revisions"] = new JsonArray([.. dataset.Movers.Select(Mover)]),
            ["wordsDropped"] = new JsonArray([.. dataset.WordsDropped.Select(name => JsonValue.Create(name))]),
            ["filledByHand"] = new JsonArray([.. dataset.Filled.Select(period => JsonValue.Create(period.Code))]),
            ["wasBroken"] = dataset.WasBroken,
        };

    private static JsonObject Mover(FigureChange change) =>
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
