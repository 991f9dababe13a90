using System.Text.Json;
using PublicStats.Api.Http;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Formats;

/// <summary>Figures as JSON: with the release, corrections, and the address of the next page.</summary>
internal sealed class JsonFormat : FigureFormat
{
    public override string Title => "JSON";

    public override string Extension => ".json";

    public override string ContentType => "application/json; charset=utf-8";

    public override string Operation => "ListFigures";

    public override string Description =>
        "Filtered, summed where that is true, sorted and paged. The whole dataset up to the limit unless asked otherwise.";

    public override Type Schema => typeof(FigureList);

    public override int DefaultLimit => FigureQuery.DefaultLimit;

    public override async Task Write(FigureSelection figures, Stream output, JsonSerializerOptions json, CancellationToken cancellation) =>
        await output.WriteAsync(JsonAnswer.ToBytes(FigureList.Of(figures), json), cancellation);
}
