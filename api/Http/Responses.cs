using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using PublicStats.Api.Versioning;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Http;

/// <summary>What every answer has in common: its release, its validators, and its digest.</summary>
public static class Responses
{
    // The same release drawn by another build of the program is another answer.
    private static readonly string Build = string.Concat(
        new[] { typeof(Responses).Assembly, typeof(ReleaseManifest).Assembly, System.Reflection.Assembly.GetEntryAssembly()! }.Select(
            assembly => assembly.ManifestModule.ModuleVersionId.ToString("N")[..4]
        )
    );

    internal static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Whether the caller holds this very answer already; if so it is answered. An answer is a function of its address and the releases that may be seen, so they name it.</summary>
    public static bool TryNotModified(HttpContext context)
    {
        var view = context.GetReleaseRequest().View;
        var headers = context.Response.Headers;
        var tag = new EntityTagHeaderValue($"\"{view.Tag}-{Build}\"");
        headers.ETag = tag.ToString();
        headers.LastModified = view.ChangedAt.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
        // A copy may be kept, but is asked about before it is used: so every copy turns over with the release, in the same second.
        // A frozen answer is the same for ever, but a purge must reach every copy: within a day.
        headers.CacheControl = view.IsFrozen ? "public, max-age=86400, immutable" : "public, no-cache";
        if (!IsHeld(context, tag, view.ChangedAt))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    // RFC 9110, 13.2.2: a date counts only where no tag was sent. A date that is malformed or still to come says nothing. Dates have
    // whole seconds.
    private static bool IsHeld(HttpContext context, EntityTagHeaderValue tag, DateTimeOffset changed)
    {
        var request = context.Request.GetTypedHeaders();
        if (context.Request.Headers.IfNoneMatch.Count > 0)
        {
            return request.IfNoneMatch.Any(held => held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false));
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.Request.Headers.IfModifiedSince.Count == 1
            && request.IfModifiedSince is { } since
            && since <= now
            && changed.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    /// <summary>Sends an answer with its digest (RFC 9530), unless the caller holds it already.</summary>
    public static async Task Send(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        if (!TryNotModified(context))
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
        if (!TryNotModified(context))
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
        if (context.Features.Get<ReleaseRequest>()?.View.IsWhole == false)
        {
            // It will read otherwise once the release that is missing is back, under the same name.
            context.Response.Headers.ETag = default;
            context.Response.Headers.LastModified = default;
            context.Response.Headers.CacheControl = "no-store";
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes.Span))}:";
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
