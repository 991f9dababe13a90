using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using PublicStats.Api.Asking;
using PublicStats.Api.Problems;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Hosting;

/// <summary>What every answer has in common: its release, its validators, its digest, and what happens when something fails.</summary>
public static partial class Answering
{
    // The same release drawn by another build of the program is another answer.
    private static readonly string Build = string.Concat(
        new[] { typeof(Answering).Assembly, typeof(ReleaseManifest).Assembly, System.Reflection.Assembly.GetEntryAssembly()! }.Select(each => each.ManifestModule.ModuleVersionId.ToString("N")[..4]));

    internal static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes <c>.json</c> off an address, so that the static API's file names are addresses here too, and turns a failure into a problem.</summary>
    internal static async Task Guard(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        if (path.StartsWith("/v1", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal) && !path.Contains("/files/", StringComparison.Ordinal))
        {
            context.Request.Path = path[..^5];
        }

        // Tools write the slashes of a key as %2F; no key, dataset or file holds one of its own.
        if (path.StartsWith("/v1/", StringComparison.Ordinal) && path.Contains("%2F", StringComparison.OrdinalIgnoreCase))
        {
            context.Request.Path = context.Request.Path.Value!.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
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
            await Problem.NoRelease().ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Failed(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("PublicStats"), context.Request.Path, exception);
            context.Response.Clear();
            await Problem.Failed().ExecuteAsync(context);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} failed.")]
    private static partial void Failed(ILogger logger, string path, Exception exception);

    /// <summary>Whether the caller holds this very answer already; if so it is answered. An answer is a function of its address and the releases that may be seen, so they name it.</summary>
    public static bool IsKnown(HttpContext context)
    {
        var view = context.Asked().View;
        var (request, headers) = (context.Request.Headers, context.Response.Headers);
        var tag = $"\"{view.Tag}-{Build}\"";
        headers.ETag = tag;
        headers.LastModified = view.Shown.PublishedAt.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
        // A copy may be kept, but is asked about before it is used: so every copy turns over with the release, in the same second.
        // A frozen answer is the same for ever, but a purge must reach every copy: within a day.
        headers.CacheControl = view.IsFrozen ? "public, max-age=86400, immutable" : "public, no-cache";
        if (request.IfNoneMatch.ToString().Split(',').Any(each => each.Trim().TrimStart('W', '/') is var held && (held == tag || held == "*")))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return true;
        }

        return false;
    }

    /// <summary>Sends an answer with its digest (RFC 9530), unless the caller holds it already.</summary>
    public static async Task Send(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        if (!IsKnown(context))
        {
            await Write(context, type, bytes);
        }
    }

    /// <summary>Sends a page that says there is nothing: no copy of it is kept.</summary>
    public static Task Refuse(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Write(context, type, bytes);
    }

    /// <summary>Writes an answer as JSON.</summary>
    internal static async Task Json(HttpContext context, Action<Utf8JsonWriter> write)
    {
        if (!IsKnown(context))
        {
            await Write(context, "application/json; charset=utf-8", JsonBytes(write));
        }
    }

    /// <summary>An object as JSON, ended by a line break.</summary>
    internal static ReadOnlyMemory<byte> JsonBytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    /// <summary>The SHA-256 of what is sent, in small hexadecimal, as pages and manifests write it.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => ReleaseManifest.Hash(bytes);

    internal static async Task Write(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        if (context.Features.Get<Asked>()?.View.IsWhole == false)
        {
            // It will read otherwise once the release that is missing is back, under the same name.
            context.Response.Headers.ETag = default;
            context.Response.Headers.CacheControl = "no-store";
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes.Span))}:";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
