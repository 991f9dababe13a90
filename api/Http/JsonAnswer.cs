using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace PublicStats.Api.Http;

/// <summary>A successful answer as JSON. Its type describes the answer in the OpenAPI document.</summary>
internal sealed class JsonAnswer<T>(T value) : IResult, IValueHttpResult<T>, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public T Value => value;

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(ResponseDescriptions.Answer<T>("application/json"));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) =>
        Responses.Write(httpContext, "application/json; charset=utf-8", JsonAnswer.ToBytes(value, JsonAnswer.OptionsOf(httpContext)));
}

/// <summary>Writes records as the API's JSON.</summary>
internal static class JsonAnswer
{
    /// <summary>How this program writes JSON.</summary>
    public static JsonSerializerOptions OptionsOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    /// <summary>A record as JSON, ended by a line break.</summary>
    public static ReadOnlyMemory<byte> ToBytes<T>(T value, JsonSerializerOptions options) =>
        (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))), (byte)'\n'];
}
