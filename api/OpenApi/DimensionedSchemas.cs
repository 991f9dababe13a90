using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PublicStats.Api.Formats;

namespace PublicStats.Api.OpenApi;

/// <summary>
/// The schema of an object that has dimensions among its members is the schema of its other members. Every dimension is a text.
/// </summary>
internal sealed class DimensionedSchemas : IOpenApiSchemaTransformer
{
    /// <summary>The name of a schema. Null for a schema that is written where it is used.</summary>
    public static string? ReferenceIdOf(JsonTypeInfo type) =>
        MembersOf(type.Type) is null ? OpenApiOptions.CreateDefaultSchemaReferenceId(type) : type.Type.Name;

    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.ElementType is { } item && MembersOf(item) is not null)
        {
            schema.Items = await context.GetOrCreateSchemaAsync(item, null, cancellationToken);
        }

        if (MembersOf(context.JsonTypeInfo.Type) is not { } type)
        {
            return;
        }

        var members = await context.GetOrCreateSchemaAsync(type, null, cancellationToken);
        schema.Type = JsonSchemaType.Object;
        schema.Properties = members.Properties;
        schema.Required = members.Required;
        schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String };
    }

    private static Type? MembersOf(Type type) =>
        type.GetInterfaces()
            .FirstOrDefault(found => found.IsGenericType && found.GetGenericTypeDefinition() == typeof(IDimensioned<>))
            ?.GetGenericArguments()[0];
}
