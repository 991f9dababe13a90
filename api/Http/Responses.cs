using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Http;

/// <summary>Sends answers, each with its digest.</summary>
public static class Responses
{
    internal static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Sends an answer with its digest (RFC 9530), unless the caller holds it already.</summary>
    public static async Task Send(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        if (!ConditionalRequests.TryNotModified(context))
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
        if (!ConditionalRequests.TryNotModified(context))
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
        if (context.Features.Get<ResponseVersion>()?.IsComplete == false)
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
