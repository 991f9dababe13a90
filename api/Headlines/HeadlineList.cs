using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Api.Formats;
using PublicStats.Api.Http;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Headlines;

/// <summary>The headlines of the home page, in its order.</summary>
internal sealed record HeadlineList
{
    /// <summary>The release that they are from.</summary>
    public required ReleaseName Release { get; init; }

    /// <summary>The corrections that concern a figure here, newest first.</summary>
    public IReadOnlyList<CorrectionNotice>? Corrections { get; init; }

    /// <summary>The headlines.</summary>
    public required IReadOnlyList<HeadlineItem> Headlines { get; init; }

    public static HeadlineList Of(SealedRelease release)
    {
        var headlines = HeadlineQuery.OfHome(release.Publication);
        var corrections = CorrectionFinder.Of(release, headlines.Select(headline => headline.Figure));
        return new()
        {
            Release = ReleaseName.Of(release),
            Corrections = CorrectionNotice.ListOf(release, corrections),
            Headlines = [.. headlines.Select(headline => HeadlineItem.Of(release, headline))],
        };
    }
}

/// <summary>A sentence with a figure in it.</summary>
internal sealed record HeadlineItem
{
    /// <summary>The dataset's name and the headline's, with a slash between them.</summary>
    public required string Id { get; init; }

    /// <summary>The sentence to quote.</summary>
    public required string Sentence { get; init; }

    /// <summary>The withdrawals because of which the figure has no value.</summary>
    public IReadOnlyList<WithdrawnFigure>? Withdrawn { get; init; }

    /// <summary>What a reader must know of the sentence.</summary>
    public string? Note { get; init; }

    /// <summary>The figure in the sentence.</summary>
    public required Figure Figure { get; init; }

    public static HeadlineItem Of(SealedRelease release, HeadlineFigure headline)
    {
        var withdrawals = CorrectionFinder.Withdrawals(release, headline.Figure);
        return new()
        {
            Id = $"{headline.Dataset.Name}/{headline.Headline.Id}",
            Sentence = headline.Sentence,
            Withdrawn =
                withdrawals.Count == 0
                    ? null
                    :
                    [
                        .. withdrawals.Select(withdrawal =>
                            WithdrawnFigure.Of(withdrawal) with
                            {
                                Address = release.Publication.About.Address + AddressBook.ReleasePage(withdrawal.Release),
                            }
                        ),
                    ],
            Note = headline.Headline.Note,
            Figure = Figure.Of(headline.Figure.Figure),
        };
    }
}
