using System.Diagnostics.CodeAnalysis;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>A headline with its figure in it.</summary>
/// <param name="Sentence">The sentence a journalist would quote.</param>
/// <param name="Figure">The figure in the sentence.</param>
public sealed record HeadlineFigure(Dataset Dataset, Headline Headline, string Sentence, FoundFigure Figure);

/// <summary>Puts the figures into headline sentences.</summary>
public static class HeadlineQuery
{
    /// <summary>Every headline of a dataset, in its order.</summary>
    public static IReadOnlyList<HeadlineFigure> Of(Publication publication, Dataset dataset) =>
        [.. dataset.About.Presentation.Headlines.Select(headline => Find(publication, dataset, headline)).OfType<HeadlineFigure>()];

    /// <summary>The headlines of the home page, in its order.</summary>
    public static IReadOnlyList<HeadlineFigure> OfHome(Publication publication) =>
        [
            .. publication
                .Headlines.Select(reference =>
                    publication.Find(reference.Dataset) is { } dataset
                    && dataset.About.Presentation.Headlines.FirstOrDefault(candidate => candidate.Id == reference.Id) is { } headline
                        ? Find(publication, dataset, headline)
                        : null
                )
                .OfType<HeadlineFigure>(),
        ];

    /// <summary>Finds the figure of a headline. False, with the reason, when it does not exist.</summary>
    public static bool TryFind(
        Publication publication,
        Dataset dataset,
        Headline headline,
        [NotNullWhen(true)] out HeadlineFigure? figure,
        [NotNullWhen(false)] out Fault? fault
    )
    {
        var period = PeriodOf(dataset, headline.Period);
        var codes = dataset.Dimensions.Select(dimension => headline.Codes.GetValueOrDefault(dimension.Name, DimensionGrouping.Total));
        var key = new FigureKey(dataset.Name, headline.Measure, [.. codes], period);
        figure = FigureLookup.TryFind(publication, key.ToString(), out var found, out fault)
            ? new(dataset, headline, Say(headline, found), found)
            : null;
        return figure is not null;
    }

    private static HeadlineFigure? Find(Publication publication, Dataset dataset, Headline headline) =>
        TryFind(publication, dataset, headline, out var figure, out _) ? figure : null;

    /// <summary>
    /// The code of the period a headline names: a code, or <c>latest</c>, <c>latest-year</c> (the last whole year), <c>year-to-date</c>.
    /// </summary>
    public static string PeriodOf(Dataset dataset, string word)
    {
        var last = dataset.Figures.Periods[^1];
        var year = Period.Of(Frequency.Year, last.Last);
        return word switch
        {
            "latest" => last.Code,
            "latest-year" => (year.Last == last.Last ? year : year.Previous).Code,
            "year-to-date" => Period.Spanning(year.First, last.Last).Code,
            _ => word,
        };
    }

    private static string Say(Headline headline, FoundFigure found)
    {
        var (figure, sentence) = (found.Figure, headline.Sentence);
        if (figure.Value is null)
        {
            return $"{headline.Label}: {FigureStatuses.Meaning(figure.Status.AbsentCode()!)}.";
        }

        var text = figure.PlainText;
        if (sentence.StartsWith("{figure}", StringComparison.Ordinal))
        {
            text = char.ToUpperInvariant(text[0]) + text[1..];
        }

        var soFar = figure.SoFar is { } words ? " " + words : "";
        return sentence
            .Replace("{figure}", text, StringComparison.Ordinal)
            .Replace("{unit}", FigureSentence.Unit(figure), StringComparison.Ordinal)
            .Replace("{was}", FigureSentence.Was(figure), StringComparison.Ordinal)
            .Replace("{in period}", figure.Period.InSentence + soFar, StringComparison.Ordinal)
            .Replace("{period}", figure.Period.Label + soFar, StringComparison.Ordinal);
    }
}
