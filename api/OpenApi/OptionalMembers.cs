using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PublicStats.Api.Http;

namespace PublicStats.Api.OpenApi;

/// <summary>
/// A member that a record does not require is left out when it is null. So a schema that does not require a member does not allow null
/// for it.
/// </summary>
internal sealed class OptionalMembers : IOpenApiDocumentTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var schema in document.Components!.Schemas!.Values)
        {
            foreach (var (name, member) in schema.Properties?.ToList() ?? [])
            {
                if (schema.Required?.Contains(name) != true && name != Problem.NullableMember)
                {
                    schema.Properties![name] = WithoutNull(member);
                }
            }
        }

        return Task.CompletedTask;
    }

    private static IOpenApiSchema WithoutNull(IOpenApiSchema member)
    {
        if (member is OpenApiSchema { Type: { } type } schema)
        {
            schema.Type = type & ~JsonSchemaType.Null;
        }

        return member.OneOf is [{ Type: JsonSchemaType.Null }, var other] ? other : member;
    }
}
