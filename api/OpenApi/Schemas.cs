using Microsoft.OpenApi;
using PublicStats.Data.Figures;

namespace PublicStats.Api.OpenApi;

/// <summary>The shapes of what many answers hold. What is not named in one may be added later; what is named stays.</summary>
internal static class Schemas
{
    public static OpenApiSchema Problem() =>
        Object(
            "What was wrong, as RFC 9457 has it.",
            ["type", "title", "status", "detail"],
            new()
            {
                ["type"] = Text("Names the kind of problem: urn:publicstats:problem:bad-parameter."),
                ["title"] = Text("The kind in words."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "The status of the answer." },
                ["detail"] = Text("What was wrong, and what to do."),
                ["parameter"] = Text("The parameter that was wrong."),
                ["value"] = Text("What was given, cut after 100 characters."),
                ["allowed"] = List(Text("What may be given; empty where it is too much, and allowedAt says where it stands.")),
                ["allowedAt"] = Text("Where everything allowed is listed.", orNull: true),
                ["nearest"] = Text("What was likely meant.", orNull: true),
                ["errors"] = List(
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Description = "One for each fault, where there are several: the first 20 at most.",
                    }
                ),
                ["moreErrors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Description = "How many faults are not in errors; absent where all are.",
                },
            }
        );

    public static OpenApiSchema ReleaseName() =>
        Object(
            "The release an answer is from.",
            ["id", "publishedAt"],
            new()
            {
                ["id"] = Text("Its name in addresses."),
                ["publishedAt"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Format = "date-time",
                    Description = "When it was published.",
                },
            }
        );

    public static OpenApiSchema Figure() =>
        Object(
            "One figure. The code of each dimension stands under the dimension's name.",
            ["key", "period", "measure", "value", "bound", "status", "text"],
            new()
            {
                ["key"] = Text("Names the figure for ever."),
                ["period"] = Text("The time it covers, as a period code."),
                ["measure"] = Text("What is counted."),
                ["value"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Number | JsonSchemaType.Null,
                    Description = "In the measure's unit; null when the status says why.",
                },
                ["bound"] = With(Parameters.OneOf(Enum.GetValues<Bound>().Select(bound => bound.Code())), "How exact the value is."),
                ["status"] = List(Text("Why a value is missing or how sure it is: a code.")),
                ["text"] = Text("As a sentence says it: 41,472, or almost 12,000."),
                ["unit"] = Text("The publisher's own word for what was counted, where it drifts."),
                ["note"] = Text("What a reader must know of it. Of a sum without a value: why it has none."),
                ["covers"] = Text("The days that are in a sum of a part of a period."),
            }
        );

    public static OpenApiSchema FigureList(Microsoft.OpenApi.OpenApiDocument document) =>
        Object(
            "Figures, and how to have the rest.",
            ["dataset", "release", "figures", "total", "next"],
            new()
            {
                ["dataset"] = Text("The dataset's name."),
                ["release"] = new OpenApiSchemaReference("ReleaseName", document),
                ["corrections"] = List(
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Description =
                            "A correction that concerns a figure of this answer: what was wrong, why, who is affected, "
                            + "the keys of the figures corrected, and under words the files of text corrected, where there are any.",
                    }
                ),
                ["notice"] = Text("What must be known of every figure here."),
                ["periodNote"] = Text(
                    "Only with latest or last-n, where some of the series selected have no figure in the last periods: "
                        + "how many have one, and how to ask for the others."
                ),
                ["figures"] = List(new OpenApiSchemaReference("Figure", document)),
                ["total"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Description = "How many were found, whether they are all here or not.",
                },
                ["next"] = Text("Where the next page is; null on the last.", orNull: true),
            }
        );

    private static OpenApiSchema Object(string description, string[] required, Dictionary<string, IOpenApiSchema> properties) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = description,
            Required = new HashSet<string>(required, StringComparer.Ordinal),
            Properties = properties,
        };

    private static OpenApiSchema Text(string description, bool orNull = false) =>
        new() { Type = orNull ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String, Description = description };

    private static OpenApiSchema List(IOpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    private static OpenApiSchema With(OpenApiSchema schema, string description)
    {
        schema.Description = description;
        return schema;
    }
}
