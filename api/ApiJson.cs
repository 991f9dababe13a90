using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PublicStats.Api.Catalogue;
using PublicStats.Api.Feeds;
using PublicStats.Api.Figures;
using PublicStats.Api.Formats;
using PublicStats.Api.Headlines;
using PublicStats.Api.Http;
using PublicStats.Api.Releases;
using PublicStats.Data.Figures;
using PublicStats.Data.Releases;

namespace PublicStats.Api;

/// <summary>How the records that the API answers with become JSON, and schemas in the OpenAPI document.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(PublicationSummary))]
[JsonSerializable(typeof(DatasetList))]
[JsonSerializable(typeof(DatasetDetails))]
[JsonSerializable(typeof(FigureList))]
[JsonSerializable(typeof(FigureMembers))]
[JsonSerializable(typeof(FigureDetails))]
[JsonSerializable(typeof(FigureMeaningMembers))]
[JsonSerializable(typeof(HeadlineList))]
[JsonSerializable(typeof(ReleaseList))]
[JsonSerializable(typeof(ReleaseDetails))]
[JsonSerializable(typeof(ManifestJson))]
[JsonSerializable(typeof(ChangeList))]
[JsonSerializable(typeof(RevisionList))]
[JsonSerializable(typeof(JsonFeed))]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(string))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>How the API writes JSON.</summary>
    public static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Makes options write JSON as the API does: the same record is always the same bytes.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.WriteIndented = true;
        options.NewLine = "\n";
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

        // Otherwise the OpenAPI document would describe every number as "integer or string".
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.Converters.Add(new JsonStringEnumConverter<Bound>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new JsonStringEnumConverter<Additivity>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.TypeInfoResolverChain.Clear();
        options.TypeInfoResolverChain.Add(Default.WithAddedModifier(FormatLinks.Add).WithAddedModifier(LeaveOutOptionalNulls));
    }

    // A member that is null is written as null where the record requires it, and is left out otherwise.
    private static void LeaveOutOptionalNulls(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => !property.IsRequired))
        {
            property.ShouldSerialize =
                type.Type == typeof(Problem) && property.Name == Http.Problem.NullableMember
                    ? (problem, nearest) => nearest is not null || ((Problem)problem).Value is not null
                    : (_, value) => value is not null;
        }
    }
}
