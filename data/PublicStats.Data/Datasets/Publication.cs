using PublicStats.Data.Periods;

namespace PublicStats.Data.Datasets;

/// <summary>Everything one release holds: who publishes, on what terms, the datasets, and the commentary.</summary>
/// <param name="Headlines">The headlines of the home page, in order.</param>
/// <param name="Sources">Every source that a figure may name.</param>
/// <param name="Datasets">In the order of <c>publication.json</c>.</param>
/// <param name="Calendar">The announced releases, soonest first.</param>
public sealed record Publication(
    PublicationDescription About,
    Contact Contact,
    Licence Licence,
    IReadOnlyList<HeadlineReference> Headlines,
    IReadOnlyList<Source> Sources,
    IReadOnlyList<Dataset> Datasets,
    IReadOnlyList<Page> Pages,
    IReadOnlyList<AnnouncedRelease> Calendar
)
{
    private readonly Dictionary<string, Dataset> byName = Datasets.ToDictionary(dataset => dataset.Name, StringComparer.Ordinal);

    /// <summary>The dataset of that name; null when there is none.</summary>
    public Dataset? Find(string name) => byName.GetValueOrDefault(name);
}

/// <summary>What the publication is, and where it is.</summary>
/// <param name="Name">Lower-case ASCII with hyphens, for the names of files.</param>
/// <param name="Title">The name that readers see.</param>
/// <param name="Subtitle">What it publishes, in a few words.</param>
/// <param name="Summary">What it publishes, in one paragraph.</param>
/// <param name="Publisher">The body that publishes it.</param>
/// <param name="Language">A language tag, such as <c>en-GB</c>.</param>
/// <param name="TimeZone">An IANA name, such as <c>Europe/London</c>. Times are written in it.</param>
/// <param name="Address">The address of the public site, without a slash at its end.</param>
public sealed record PublicationDescription(
    string Name,
    string Title,
    string Subtitle,
    string Summary,
    string Publisher,
    string Language,
    string TimeZone,
    string Address
);

/// <summary>Where to write: about the figures, and for the press.</summary>
public sealed record Contact(string Figures, string Press);

/// <summary>The terms of use. <paramref name="Name"/> is the SPDX name; the note says what the licence does not cover.</summary>
public sealed record Licence(string Name, string Title, string Address, string? Note = null);

/// <summary>A headline of a dataset that the home page shows.</summary>
public sealed record HeadlineReference(string Dataset, string Id)
{
    /// <summary>Reads a reference such as <c>crossings/people-this-year</c>.</summary>
    public static HeadlineReference Parse(string text)
    {
        var parts = text.Split('/');
        return new(parts[0], parts[^1]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Dataset}/{Id}";
}

/// <summary>Where a figure was published.</summary>
/// <param name="Id">Names the source in the files.</param>
/// <param name="Title">The document's title.</param>
/// <param name="Publisher">The body that published it.</param>
/// <param name="Published">When, as a period: a day, or a month or year where no more is known.</param>
/// <param name="Address">Where it can be read; null when only the words are known.</param>
/// <param name="Note">What a reader must know of it: "secondary copy" when another reproduced the words.</param>
public sealed record Source(string Id, string Title, string Publisher, Period Published, string? Address, string? Note);

/// <summary>A page of commentary, in Markdown with figures bound by key.</summary>
/// <param name="Name">The file's name without its ending: <c>method</c>.</param>
/// <param name="Title">The page's heading.</param>
/// <param name="Description">One sentence, for search engines and link previews.</param>
/// <param name="Markdown">What follows the front matter.</param>
/// <param name="FirstLine">The line of the file on which the Markdown starts, from 1.</param>
public sealed record Page(string Name, string Title, string Description, string Markdown, int FirstLine);

/// <summary>A release that is announced for a time to come: only its announcement is public.</summary>
/// <param name="At">In the publication's zone.</param>
/// <param name="IsConfirmed">Whether the time is settled, or provisional.</param>
public sealed record AnnouncedRelease(DateTimeOffset At, string Title, bool IsConfirmed);
