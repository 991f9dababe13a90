using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
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
        [.. dataset.About.Presentation.Headlines.Select(headline => Of(publication, dataset, headline, out _)).OfType<HeadlineFigure>()];

    /// <summary>The headlines of the home page, in its order.</summary>
    public static IReadOnlyList<HeadlineFigure> OfHome(Publication publication) =>
        [
            .. publication
                .Headlines.Select(reference =>
                    publication.Find(reference.Dataset) is { } dataset
                    && dataset.About.Presentation.Headlines.FirstOrDefault(one => one.Id == reference.Id) is { } headline
                        ? Of(publication, dataset, headline, out _)
                        : null
                )
                .OfType<HeadlineFigure>(),
        ];

    /// <summary>One headline; null, with the reason, when its figure does not exist.</summary>
    public static HeadlineFigure? Of(Publication publication, Dataset dataset, Headline headline, out QueryFault? fault)
    {
        var period = PeriodOf(dataset, headline.Period);
        var codes = dataset.Dimensions.Select(dimension => headline.Codes.GetValueOrDefault(dimension.Name, DimensionGrouping.Total));
        var key = new FigureKey(dataset.Name, headline.Measure, [.. codes], period);
        var found = FigureLookup.Find(publication, key.ToString(), out fault);
        return found is null ? null : new(dataset, headline, Say(headline, found), found);
    }

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
