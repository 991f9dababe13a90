using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace PublicStats.Tests.Infra;

/// <summary>
/// The schemas in an OpenAPI document. A schema that lists members allows no other member here, so a member that the document does not
/// describe is a fault.
/// </summary>
internal sealed class ResponseSchemas(JsonElement document)
{
    private readonly JsonObject definitions = Closed(document.GetProperty("components").GetProperty("schemas"));
    private readonly Dictionary<string, JsonSchema> known = [];

    /// <summary>What is wrong with a response to GET; null when it is as the document says.</summary>
    /// <param name="path">The path of the operation, as the document writes it.</param>
    public string? FaultOf(string path, int status, string? mediaType, string body)
    {
        var responses = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses");
        if (!responses.TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response))
        {
            return $"the document has no response {status}";
        }

        if (!response.TryGetProperty("content", out var content))
        {
            return body.Length == 0 ? null : "the document has no body";
        }

        if (mediaType is null || !content.TryGetProperty(mediaType, out var media))
        {
            return $"the document has no media type {mediaType}";
        }

        var schema = media.GetProperty("schema");
        return mediaType.EndsWith("json", StringComparison.Ordinal) ? FaultOf(schema.GetRawText(), JsonDocument.Parse(body).RootElement)
            : schema.GetProperty("type").GetString() == "string" ? null
            : $"the schema of {mediaType} is not a string";
    }

    private string? FaultOf(string text, JsonElement answer)
    {
        if (!known.TryGetValue(text, out var schema))
        {
            known[text] = schema = Build(text);
        }

        var results = schema.Evaluate(answer, new() { OutputFormat = OutputFormat.List });
        var faults = (results.Details ?? [])
            .Where(detail => detail.Errors is not null)
            .Select(detail => $"{detail.InstanceLocation}: {string.Join(' ', detail.Errors!.Values)}");
        return results.IsValid ? null : string.Join("; ", faults.Take(5));
    }

    private JsonSchema Build(string text)
    {
        var root = Closed(JsonDocument.Parse(text).RootElement);
        Assert.NotEmpty(root);
        return JsonSchema.FromText(
            new JsonObject
            {
                ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
                ["$defs"] = definitions.DeepClone(),
                ["allOf"] = new JsonArray(root),
            }.ToJsonString(),
            new BuildOptions { SchemaRegistry = new() }
        );
    }

    private static JsonObject Closed(JsonElement schema)
    {
        var text = schema.GetRawText().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        var closed = JsonNode.Parse(text)!.AsObject();
        Close(closed);
        return closed;
    }

    // A list whose items have no schema may hold anything.
    private static bool IsWhole(JsonObject schema) =>
        schema["type"]?.ToJsonString().Contains("\"array\"", StringComparison.Ordinal) != true
        || schema["items"] is JsonObject { Count: > 0 };

    private static void Close(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                {
                    Close(item);
                }

                break;
            case JsonObject schema:
                foreach (var (_, value) in schema)
                {
                    Close(value);
                }

                Assert.True(IsWhole(schema), $"This schema does not describe its items: {schema}");
                if (schema["properties"] is JsonObject && schema["type"] is JsonValue && schema["additionalProperties"] is null)
                {
                    schema["additionalProperties"] = false;
                }

                break;
            default:
                break;
        }
    }
}
