using System.Text;
using PublicStats.Api.Corrections;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>One figure for ever: what it is, how exact, who said it, in what words, and how to cite it.</summary>
internal static class FigurePage
{
    public static PageContent Make(PublicSite site, FoundFigure found)
    {
        var (figure, dataset) = (found.Figure, found.Dataset);
        var heading = FigureSentence.Of(dataset, figure);
        var notice = dataset.About.Text.Notice is { } text
            ? $"<p class=\"notice\"><span class=\"tag ill\">Illustrative</span> {Html.Text(text)}</p>"
            : "";
        var values = site.View.HistoryOf(figure.Key);
        var hasHistory = values.Count > 1 || (figure.Status & FigureStatus.Revised) != 0;
        var body = $"""
            <nav class="crumb" aria-label="Where you are"><a href="/">All figures</a>
            / <a href="/{dataset.Name}/">{Html.Text(dataset.Title)}</a> / One figure</nav>
            {Notices.Corrections(site, CorrectionFinder.Of(site.Release, dataset, [figure]))}
            <div class="open">{notice}<h1>{Html.Text(heading)}</h1><p class="lede">{Html.Text(dataset.Title)}</p></div>
            {QuoteBox.Of(site, found, heading + ".")}
            <section class="part" aria-labelledby="h-about"><h2 id="h-about">About this figure</h2>
            <dl class="meta">{About(site, found)}</dl></section>
            {(hasHistory ? Values(site, dataset, figure.Key, values) : "")}
            """;
        return new($"{heading} - {site.Publication.About.Title}", $"{heading}. {dataset.Title}, with its source.", null, body);
    }

    private static string About(PublicSite site, FoundFigure found)
    {
        var (figure, dataset) = (found.Figure, found.Dataset);
        var source = dataset.Source(figure.Attributes.Source ?? dataset.About.Structure.Source);
        var meta = new StringBuilder();
        void Row(string name, string html) => meta.Append("<dt>").Append(name).Append("</dt><dd>").Append(html).Append("</dd>\n");
        Row("What", Html.Text($"{figure.Measure.Label}: {figure.Measure.Definition}"));
        for (var i = 0; i < found.Table.Dimensions.Count; i++)
        {
            var code = figure.Code(i);
            var isSet = code.Members.Count > 0 ? ". Published only together: there is no figure for any one of them." : "";
            Row(Html.Text(found.Table.Dimensions[i].Label), Html.Text(code.Label) + isSet);
        }

        Row("When", Html.Text(figure.PeriodLabel));
        Row("How exact", Html.Text(HowExact(found)));
        if (figure.Status != FigureStatus.None)
        {
            Row("Status", Status(figure));
        }

        if (CorrectionFinder.Withdrawals(site.Release, found).Count > 0)
        {
            Row(
                "Withdrawn",
                "It would be a sum over a withdrawn figure, so it is not given. "
                    + "<a href=\"/revisions/#withdrawn\">Which figures are withdrawn, and why</a>"
            );
        }

        if (figure.Attributes.Quote is { } quote)
        {
            Row("In their words", $"“{Html.Text(quote)}”");
        }

        if (figure.Note is { } note)
        {
            Row("Note", Html.Text(note) + ChartTables.Links(site, figure));
        }

        Row("Source", ChartTables.FullSource(source));
        var kept = $"{site.Publication.About.Address}/releases/{site.Manifest.Id}/{figure.Key}/";
        Row(
            "As this release had it",
            $"<a href=\"{site.KeptAddress(site.Manifest.Id, figure.Key)}\">{Html.Text(kept)}</a>, the same for ever"
        );
        var answer = $"/v1/{(site.View.IsFrozen ? $"releases/{site.Manifest.Id}/" : "")}figures/{figure.Key}.json";
        Row("For programs", $"<a href=\"/v1/figures/{figure.Key}.json\">{Html.Text(answer)}</a>");
        return meta.ToString();
    }

    private static string HowExact(FoundFigure found)
    {
        var (figure, dataset) = (found.Figure, found.Dataset);
        var isSum = !ReferenceEquals(found.Table, dataset.Figures);
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

        var unqualified = dataset.About.Structure.Illustrative
            ? "A plain number."
            : "A plain number: its publisher wrote no “about”, “almost” or “more than”.";
        return !isSum
            ? unqualified
            : "A sum made here, of the figures that were published"
                + (
                    dataset.About.Structure.Frequency is { } frequency && frequency != figure.Period.Frequency
                        ? $" by {frequency.Word()}"
                        : ""
                )
                + ".";
    }

    private static string Status(FigureRow figure)
    {
        var meanings = string.Join("; ", figure.Status.Codes().Select(code => $"[{code}] {FigureStatuses.Meaning(code)}"));
        return (figure.Status & FigureStatus.Revised) == 0
            ? meanings
            : meanings + ". A figure that came back to its first value was revised too. <a href=\"#h-values\">Every value it had</a>";
    }

    private static string Values(PublicSite site, Dataset dataset, string key, IReadOnlyList<PublishedValue> values)
    {
        string[] columns = ["Release", "#Value", "#Difference", "Reason"];
        var measure = dataset.Measures[dataset.MeasureIndex(FigureKey.Parse(key).Measure)];
        var rows = values.Select(
            (value, i) =>
                Html.Row(
                    columns,
                    value.Figure is null
                        ? ReleaseWords.Link(site, value.Release)
                        : $"<a href=\"{site.KeptAddress(value.Release.Id, key)}\">{ReleaseWords.Name(site, value.Release)}</a>",
                    i == values.Count - 1 ? $"<strong>{ReleaseWords.Value(value.Figure)}</strong>" : ReleaseWords.Value(value.Figure),
                    i == 0 ? "first published" : Html.Difference(value.Difference, measure),
                    Html.Text(value.Reason)
                )
        );
        var purged = site.View.UpToShown.Any(release => release.Purge is not null)
            ? " Releases whose content was taken away are not in this table."
            : "";
        const string caption = "From the release that published it first to the one that gave it its present value";
        var table = Html.Table("t-values", caption, columns, rows);
        return $"""
            <section class="part" aria-labelledby="h-values"><h2 id="h-values">Every value it had</h2><div>
            {table}{CodeKey.Of(table, ChangeTables.NothingToSubtract)}
            <p class="small">Each release leads to this figure’s page as it was then.{purged}</p></div></section>

            """;
    }
}
