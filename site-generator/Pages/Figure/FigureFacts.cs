using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The code of a figure in one dimension.</summary>
/// <param name="IsSet">The code stands for several that are published only together.</param>
internal sealed record FigureCode(string Dimension, string Code, bool IsSet);

/// <summary>What a figure's page says about it.</summary>
/// <param name="Status">Each code with its meaning; null for none.</param>
/// <param name="IsWithdrawn">It would be a sum over a withdrawn figure.</param>
/// <param name="Quote">The publisher's words; null where there are none.</param>
/// <param name="Note">What a reader must know of it; null for nothing.</param>
/// <param name="Related">Links to figures that it restates or conflicts with.</param>
/// <param name="Kept">The page of this release, which never changes.</param>
/// <param name="Api">The API's answer.</param>
internal sealed record FigureFacts(
    string What,
    IReadOnlyList<FigureCode> Codes,
    string When,
    string HowExact,
    string? Status,
    bool IsRevised,
    bool IsWithdrawn,
    string? Quote,
    string? Note,
    Markup Related,
    Markup Source,
    PageLink Kept,
    PageLink Api
)
{
    public static FigureFacts Of(PublicSite site, FoundFigure found)
    {
        var (figure, dataset) = (found.Figure, found.Dataset);
        var release = site.Manifest.Id;
        var answer = ApiAddresses.Figure(figure.Key) + ApiAddresses.JsonSuffix;
        return new(
            $"{figure.Measure.Label}: {figure.Measure.Definition}",
            [.. found.Table.Dimensions.Select((dimension, i) => Code(dimension, figure.Code(i)))],
            figure.PeriodLabel,
            Exactness(found),
            figure.Status == FigureStatus.None ? null : Meanings(figure.Status),
            (figure.Status & FigureStatus.Revised) != 0,
            CorrectionFinder.Withdrawals(site.Release, found).Count > 0,
            figure.Attributes.Quote,
            figure.Note,
            ChartTables.Links(site, figure),
            ChartTables.FullSource(dataset.Source(figure.Attributes.Source ?? dataset.About.Structure.Source)),
            new($"{site.Publication.About.Address}/releases/{release}/{figure.Key}/", site.KeptAddress(release, figure.Key)),
            new(site.Link(answer), site.Link(answer))
        );
    }

    private static FigureCode Code(Dimension dimension, Code code) => new(dimension.Label, code.Label, code.Members.Count > 0);

    private static string Meanings(FigureStatus status) =>
        string.Join("; ", status.Codes().Select(code => $"[{code}] {FigureStatuses.Meaning(code)}"));

    private static string Exactness(FoundFigure found)
    {
        var figure = found.Figure;
        if (figure.Value is null)
        {
            return $"There is no value: {FigureStatuses.Meaning(figure.Status.AbsentCode()!)}.";
        }

        if (figure.Bound != Bound.Exact)
        {
            return figure.Attributes.Quote is { } quote && BoundWord.IsIn(quote, figure.BoundWord)
                ? $"The publisher wrote “{figure.BoundWord}”. The word is part of the figure."
                : $"It has a bound, “{figure.BoundWord}”, which is part of the figure.";
        }

        var isSum = !ReferenceEquals(found.Table, found.Dataset.Figures);
        return isSum ? ExactnessOfSum(found) : ExactnessOfNumber(found);
    }

    private static string ExactnessOfSum(FoundFigure found)
    {
        var frequency = found.Dataset.About.Structure.Frequency;
        var by = frequency is { } word && word != found.Figure.Period.Frequency ? $" by {word.Word()}" : "";
        return $"A sum made here, of the figures that were published{by}.";
    }

    private static string ExactnessOfNumber(FoundFigure found) =>
        found.Dataset.About.Structure.Illustrative
            ? "A plain number."
            : "A plain number: its publisher wrote no “about”, “almost” or “more than”.";
}
