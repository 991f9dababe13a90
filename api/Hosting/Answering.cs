using System.Text.Json;
using PublicStats.Api.Problems;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Hosting;

/// <summary>What every answer has in common: its release, its validator, and what happens when something fails.</summary>
public static partial class Answering
{
    // The same release drawn by another build of the program is another answer.
    private static readonly string Build = string.Concat(
        new[] { typeof(Answering).Assembly, typeof(ReleaseManifest).Assembly, System.Reflection.Assembly.GetEntryAssembly()! }.Select(each => each.ManifestModule.ModuleVersionId.ToString("N")[..4]));

    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes <c>.json</c> off an address, so that the static API's file names are addresses here too, and turns a failure into a problem.</summary>
    internal static async Task Guard(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith("/v1", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal))
        {
            context.Request.Path = path[..^5];
        }

        // HEAD is GET without the body: one route answers both.
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }

        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
        }
        catch (BrokenReleaseException) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await new Problem(StatusCodes.Status503ServiceUnavailable, "no-release", "No release can be served.", "No release is published, or none is as it was sealed. Ask again later.").ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("PublicStats"), context.Request.Path, exception);
            context.Response.Clear();
            await new Problem(StatusCodes.Status500InternalServerError, "failed", "The answer could not be made.", "This is our fault, not yours. It has been noted; please write to the figures desk if it goes on.").ExecuteAsync(context);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} failed.")]
    private static partial void Failed(ILogger logger, string path, Exception exception);

    /// <summary>Whether the caller holds this very answer already. An answer is a function of its address and the release, so the release names it.</summary>
    public static bool IsKnown(HttpContext context, ReleaseManifest release)
    {
        var tag = $"\"{release.Id}-{release.Files.Count}-{release.SealedAt.ToUnixTimeSeconds():x}-{Build}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "public, max-age=10";
        if (context.Request.Headers.IfNoneMatch.ToString().Split(',').Any(each => each.Trim().TrimStart('W', '/') == tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        return false;
    }

    /// <summary>Writes an answer as JSON.</summary>
    internal static async Task Json(HttpContext context, SealedRelease release, Action<Utf8JsonWriter> write)
    {
        if (IsKnown(context, release.Manifest))
        {
            return;
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, Indented);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        await writer.FlushAsync(context.RequestAborted);
        await context.Response.BodyWriter.WriteAsync("\n"u8.ToArray(), context.RequestAborted);
    }

    /// <summary>Says which release an answer is from.</summary>
    internal static void WriteRelease(this Utf8JsonWriter writer, ReleaseManifest release)
    {
        writer.WriteStartObject("release");
        writer.WriteString("id", release.Id);
        writer.WriteString("publishedAt", release.PublishedAt);
        writer.WriteEndObject();
    }

    /// <summary>Writes a text where there is one.</summary>
    internal static void WriteOptional(this Utf8JsonWriter writer, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteString(name, text);
        }
    }

    /// <summary>Writes a list of texts.</summary>
    internal static void WriteStrings(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
