using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Catalogue;

/// <summary>Who publishes the figures, on what terms, and where everything is.</summary>
internal sealed record PublicationSummary
{
    /// <summary>The title of the publication.</summary>
    public required string Title { get; init; }

    /// <summary>What it publishes, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The body that publishes it.</summary>
    public required string Publisher { get; init; }

    /// <summary>The current release.</summary>
    public required ReleaseName Release { get; init; }

    /// <summary>When the next release comes. Null when none is announced.</summary>
    public required DateTimeOffset? NextRelease { get; init; }

    /// <summary>The terms of use.</summary>
    public required LicenceTerms Licence { get; init; }

    /// <summary>Where to write.</summary>
    public required ContactAddresses Contact { get; init; }

    /// <summary>How much one request may ask for.</summary>
    public required RequestLimits Limits { get; init; }

    /// <summary>The addresses of everything else.</summary>
    public required PublicationLinks Links { get; init; }

    public static PublicationSummary Of(SealedRelease release)
    {
        var publication = release.Publication;
        return new()
        {
            Title = publication.About.Title,
            Summary = publication.About.Summary,
            Publisher = publication.About.Publisher,
            Release = ReleaseName.Of(release),
            NextRelease = release.Coming is [var next, ..] ? next.At : null,
            Licence = new()
            {
                Name = publication.Licence.Name,
                Title = publication.Licence.Title,
                Address = publication.Licence.Address,
                Note = publication.Licence.Note,
            },
            Contact = new() { Figures = publication.Contact.Figures, Press = publication.Contact.Press },
            Limits = RequestLimits.All,
            Links = PublicationLinks.All,
        };
    }
}

/// <summary>The terms of use.</summary>
internal sealed record LicenceTerms
{
    /// <summary>The SPDX name of the licence.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the licence in words.</summary>
    public required string Title { get; init; }

    /// <summary>The text of the licence.</summary>
    public required string Address { get; init; }

    /// <summary>What the licence does not cover.</summary>
    public string? Note { get; init; }
}

/// <summary>Where to write.</summary>
internal sealed record ContactAddresses
{
    /// <summary>The e-mail address for questions about the figures.</summary>
    public required string Figures { get; init; }

    /// <summary>The e-mail address for the press.</summary>
    public required string Press { get; init; }
}

/// <summary>How much one request may ask for.</summary>
internal sealed record RequestLimits
{
    /// <summary>How many figures a JSON answer has when no limit is asked for.</summary>
    public required int FiguresUnlessAsked { get; init; }

    /// <summary>The greatest limit that can be asked for.</summary>
    public required int FiguresAtMost { get; init; }

    /// <summary>How many values one parameter can have.</summary>
    public required int ValuesInAParameterAtMost { get; init; }

    /// <summary>How many keys sort can have.</summary>
    public required int SortKeysAtMost { get; init; }

    /// <summary>How many faults of a query are looked for.</summary>
    public required int ErrorsListedAtMost { get; init; }

    public static RequestLimits All { get; } =
        new()
        {
            FiguresUnlessAsked = FigureQuery.DefaultLimit,
            FiguresAtMost = FigureQuery.GreatestLimit,
            ValuesInAParameterAtMost = QueryLimits.Values,
            SortKeysAtMost = QueryLimits.SortKeys,
            ErrorsListedAtMost = QueryLimits.Faults,
        };
}

/// <summary>The addresses of the API. Replace what is in braces.</summary>
internal sealed record PublicationLinks
{
    /// <summary>The list of datasets.</summary>
    public required string Datasets { get; init; }

    /// <summary>The headline figures.</summary>
    public required string Headlines { get; init; }

    /// <summary>The list of releases.</summary>
    public required string Releases { get; init; }

    /// <summary>One figure, by its key.</summary>
    public required string Figure { get; init; }

    /// <summary>The releases as an Atom feed.</summary>
    public required string Feed { get; init; }

    /// <summary>The releases as a JSON Feed.</summary>
    public required string JsonFeed { get; init; }

    /// <summary>The releases as a calendar.</summary>
    public required string Calendar { get; init; }

    /// <summary>Every version of a resource (RFC 7089).</summary>
    public required string Timemap { get; init; }

    /// <summary>The OpenAPI document.</summary>
    public required string Openapi { get; init; }

    /// <summary>The page to read and try the API on.</summary>
    public required string Documentation { get; init; }

    public static PublicationLinks All { get; } =
        new()
        {
            Datasets = ApiAddresses.Datasets,
            Headlines = ApiAddresses.Headlines,
            Releases = ApiAddresses.Releases,
            Figure = ApiAddresses.FigureForm,
            Feed = ApiAddresses.AtomFeed,
            JsonFeed = ApiAddresses.JsonFeed,
            Calendar = ApiAddresses.Calendar,
            Timemap = ApiAddresses.TimeMapForm,
            Openapi = ApiAddresses.OpenApi,
            Documentation = ApiAddresses.Documentation,
        };
}
