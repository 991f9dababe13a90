using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicStats.Data.Figures;
using PublicStats.Data.Importing;
using PublicStats.Data.Revisions;
using PublicStats.Data.Tables;

namespace PublicStats.SiteGenerator.Tool;

/// <summary>Says what an import changes, for a program.</summary>
internal static class ImportJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(ImportResult import, ImportWritten? written, IReadOnlyList<ImportFault> faults, int code) => new JsonObject
    {
        ["file"] = import.File,
        ["made"] = import.Made?.ToString("yyyy-MM-dd", null),
        ["notices"] = new JsonArray([.. import.Notices.Select(notice => JsonValue.Create(notice))]),
        ["removed"] = import.Removed,
        ["changes"] = import.Files.Count > 0,
        ["written"] = written is not null,
        ["faults"] = new JsonArray([.. faults.Select(each => new JsonObject { ["file"] = each.File, ["place"] = each.Place, ["problem"] = each.Problem, ["cure"] = each.Cure })]),
        ["datasets"] = new JsonArray([.. import.Datasets.Select(Dataset)]),
        ["sources"] = new JsonArray([.. import.Sources.Select(each => new JsonObject { ["source"] = each.Source, ["was"] = each.Was, ["now"] = each.Now })]),
        ["files"] = new JsonArray([.. import.Files.Select(each => new JsonObject
        {
            ["path"] = each.Path,
            ["undo"] = written?.Kept.First(kept => kept.Path == each.Path).Copy,
        })]),
        ["exitCode"] = code,
    }.ToJsonString(Options);

    private static JsonObject Dataset(DatasetImport dataset) => new()
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
        ["wordsDropped"] = new JsonArray([.. dataset.WordsDropped.Select(each => JsonValue.Create(each))]),
        ["filledByHand"] = new JsonArray([.. dataset.Filled.Select(period => JsonValue.Create(period.Code))]),
        ["wasBroken"] = dataset.WasBroken,
    };

    private static JsonObject Mover(FigureChange change) => new()
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
