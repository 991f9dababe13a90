using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PublicStats.Api.Http;

/// <summary>Writes responses. Middleware adds validators and digest.</summary>
public static class Responses
{
    internal static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a body with its media type.</summary>
    public static async Task Write(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Writes an answer as JSON.</summary>
    internal static Task Json(HttpContext context, Action<Utf8JsonWriter> write) =>
        Write(context, "application/json; charset=utf-8", JsonBytes(write));

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
}
