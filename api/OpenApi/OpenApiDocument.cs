using Microsoft.OpenApi;
using PublicStats.Data.Periods;

namespace PublicStats.Api.OpenApi;

/// <summary>The API's description, and the page to read and try it on.</summary>
internal static class OpenApiDocument
{
    private static readonly (string Name, string Description, string Example)[] Questions =
    [
        ("measure", "Measures, with commas between.", "people"),
        ("period", "Periods or ranges, with commas between: 2024, 2024-01..2024-06, 2024.., latest, last-12.", "2024-07-05..2024-07-22"),
        ("frequency", $"Sum up to this kind of period: {string.Join(", ", Frequencies.Words.SkipLast(1))}. Refused where a sum would not be true.", "year"),
        ("by", "What to keep, with commas between: dimensions and period. The rest of what is selected is summed; total sums it all.", "period"),
        ("sort", "What to order by, with commas between: period, value, measure or a dimension; a hyphen before one turns it round.", "-period"),
        ("limit", "How many figures at most, 1 to 100,000. An answer that is cut says so in total and next.", "100"),
        ("cursor", "Where the next page starts, as next gives it.", "2026-07-24.100"),
    ];

    public static void Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "PublicStats",
                Version = "1",
                Description = "Official figures as they were published: anonymised, aggregated, each with its source, its bound and its release. No key, no login. " +
                    "A dataset's dimensions are parameters too, each under its own name: platform=tiktok,x.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            if (context.Description.RelativePath is { } path && path.Contains("/figures", StringComparison.Ordinal) && path.Contains("{dataset}", StringComparison.Ordinal))
            {
                foreach (var (name, description, example) in Questions)
                {
                    (operation.Parameters ??= []).Add(new OpenApiParameter
                    {
                        Name = name,
                        In = ParameterLocation.Query,
                        Description = description,
                        Example = example,
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    });
                }
            }

            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(each => each.In == ParameterLocation.Path) ?? [])
            {
                (parameter.Description, parameter.Example) = parameter.Name == "dataset"
                    ? ("A dataset's name, as /v1/datasets lists it.", "crossings") : ("A figure's key.", "crossings/people/2025");
            }

            return Task.CompletedTask;
        });
    });

    public static void Map(WebApplication app)
    {
        app.MapOpenApi();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "PublicStats API";
            page.SwaggerEndpoint("/openapi/v1.json", "PublicStats API, version 1");
        });
    }
}
