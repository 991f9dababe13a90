using PublicStats.Api.Formats;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;

namespace PublicStats.Api.Figures;

/// <summary>Figures in a format. A file says its name and the next page in headers.</summary>
internal sealed class FigureListResult(FigureSelection figures, ReleaseRequest request, FigureFormat format) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = format.ContentType;
        if (format.IsDownload)
        {
            response.Headers.ContentDisposition = $"attachment; filename=\"{DownloadName.Of(figures, request.Parameters, format)}\"";
            if (figures.Next is { } next)
            {
                response.Headers.Append("Link", $"<{next}>; rel=\"next\"");
            }
        }

        var (json, cancellation) = (JsonAnswer.OptionsOf(httpContext), httpContext.RequestAborted);
        if (request.Parameters.Count == 0)
        {
            await response.Body.WriteAsync(await DatasetDownload.Write(figures, format, json, cancellation), cancellation);
        }
        else
        {
            await format.Write(figures, response.Body, json, cancellation);
        }
    }
}
