using System.Text.Json.Serialization.Metadata;
using PublicStats.Api.Addresses;
using PublicStats.Api.Formats;

namespace PublicStats.Api.Catalogue;

/// <summary>The addresses of a dataset. Its figures have one in each format, named after the format.</summary>
internal sealed record DatasetLinks
{
    /// <summary>Its description.</summary>
    public required string Self { get; init; }

    /// <summary>Its revised figures.</summary>
    public required string Revisions { get; init; }

    /// <summary>Its page on the site.</summary>
    public required string Page { get; init; }

    // Not public, so not a member of the JSON.
    internal string FiguresAddress { get; init; } = "";

    public static DatasetLinks Of(string dataset) =>
        new()
        {
            Self = ApiAddresses.Dataset(dataset),
            FiguresAddress = ApiAddresses.FiguresOf(dataset),
            Revisions = ApiAddresses.RevisionsOf(dataset),
            Page = $"/{dataset}/",
        };
}

/// <summary>The members of a dataset's links that name formats.</summary>
internal static class FormatLinks
{
    /// <summary>Adds one for each format, after self, to the JSON of the links and so to their schema.</summary>
    public static void Add(JsonTypeInfo type)
    {
        if (type.Type != typeof(DatasetLinks))
        {
            return;
        }

        for (var i = 0; i < FigureFormat.All.Count; i++)
        {
            var format = FigureFormat.All[i];
            var member = type.CreateJsonPropertyInfo(typeof(string), format.Link);
            member.Get = links => ((DatasetLinks)links).FiguresAddress + format.Suffix;
            member.Set = (_, _) => throw new NotSupportedException("The API reads no JSON.");
            member.IsRequired = true;
            type.Properties.Insert(i + 1, member);
        }
    }
}
