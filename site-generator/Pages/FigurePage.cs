using System.Text;
using PublicStats.Api.Corrections;
using PublicStats.Api.Figures;
using PublicStats.Data.Figures;
using PublicStats.Data.Publications;
using PublicStats.Data.Queries;
using PublicStats.Data.Revisions;
using PublicStats.SiteGenerator.Site;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>One figure for ever: what it is, how exact, who said it, in what words, and how to cite it.</summary>
internal static class FigurePage
{
    public static PageContent Make(PublicSite site, FoundFigure found)
    {
        var (figure, dataset) = (found.Figure, found.Dataset);
        var source = dataset.Source(figure.Words.Source ?? dataset.About.Source);
        var unit = figure.Words.Unit ?? (figure.Value == 1 ? figure.Measure.UnitOne : figure.Measure.Unit);
        var meta = new StringBuilder();
        void Row(string name, string html) => meta.Append("<dt>").Append(name).Append("</dt><dd>").Append(html).Append("</dd>\n");
        Row("What", Html.Text($"{figure.Measure.Label}: {figure.Measure.Definition}"));
        for (var i = 0; i < found.Table.Dimensions.Count; i++)
        {
            var code = figure.Code(i);
            Row(Html.Text(found.Table.Dimensions[i].Label), Html.Text(code.Label) + (code.Members.Count > 0 ? ". Published only together: there is no figure for any one of them." : ""));
        }

        var when = figure.PeriodLabel;
        Row("When", Html.Text(when));
        Row("How exact", figure.Bound == Bound.Exact ? "A plain number: its publisher wrote no “about”, “almost” or “more than”." : $"The publisher’s bound: {figure.Bound.Word()}. It is part of the figure.");
        if (figure.Status != FigureStatus.None)
        {
            Row("Status", string.Join("; ", figure.Status.Codes().Select(each => $"[{each}] {FigureStatuses.Meaning(each)}")) + ((figure.Status & FigureStatus.Revised) != 0 ? ". A figure that came back to its first value was revised too. <a href=\"#h-values\">Every value it had</a>" : ""));
        }

        if (figure.Value is null && site.Manifest.Withdrawals.Any(each => each.Key.StartsWith(dataset.Name + "/", StringComparison.Ordinal)))
        {
            Row("Withdrawn", "Figures of this dataset are withdrawn, and no sum over one is given. <a href=\"/revisions/#withdrawn\">Which they are, and why</a>");
        }

        if (figure.Words.Quote is { } quote)
        {
            Row("In their words", $"“{Html.Text(quote)}”");
        }

        if (figure.Note is { } note)
        {
            Row("Note", Html.Text(note) + ChartTables.Links(site, figure));
        }

        Row("Source", $"{Html.Text(source.Title)}. {ChartTables.Source(source)}. {Html.Text(source.Note)}");
        Row("To cite", Html.Text(Citation.Of(site.Release, found, site.View.IsFrozen)));
        Row("As this release had it", $"<a href=\"{site.KeptAddress(site.Manifest.Id, figure.Key)}\">{Html.Text(site.Publication.Address)}/releases/{site.Manifest.Id}/{Html.Text(figure.Key)}/</a>, the same for ever");
        Row("For programs", $"<a href=\"/v1/figures/{figure.Key}.json\">/v1/{(site.View.IsFrozen ? $"releases/{site.Manifest.Id}/" : "")}figures/{Html.Text(figure.Key)}.json</a>");
        var text = FigureText.Of(figure.Value, figure.Bound, figure.Status & ~FigureStatus.Illustrative, figure.Measure);
        var heading = (dataset.About.Illustrative ? "Illustrative: " : "") + $"{char.ToUpperInvariant(text[0])}{text[1..]}{(figure.Value is null ? " " + FigureStatuses.Meaning(figure.Status.AbsentCode()!) + ":" : "")} {unit}, {when}";
        var notice = dataset.About.Notice is { } said ? $"<p class=\"notice\"><span class=\"tag ill\">Illustrative</span> {Html.Text(said)}</p>" : "";
        var values = site.View.HistoryOf(figure.Key);
        var body = $"""
            <nav class="crumb" aria-label="Where you are"><a href="/">All figures</a> / <a href="/{dataset.Name}/">{Html.Text(dataset.Title)}</a> / One figure</nav>
            {Notices.Corrections(site, CorrectionFinder.Of(site.Release, dataset, [figure]))}<div class="open">{notice}<h1>{Html.Text(heading)}</h1><p class="lede">{Html.Text(dataset.Title)}</p></div>
            <section class="part" aria-labelledby="h-about"><h2 id="h-about">About this figure</h2><dl class="meta">{meta}</dl></section>
            {(values.Count > 1 || (figure.Status & FigureStatus.Revised) != 0 ? Values(site, dataset, figure.Key, values) : "")}
            """;
        return new($"{heading} - {site.Publication.Title}", $"{heading}. {dataset.Title}, with its source.", null, body);
    }

    private static string Values(PublicSite site, Dataset dataset, string key, IReadOnlyList<PublishedValue> values)
    {
        string[] columns = ["Release", "#Value", "#Difference", "Reason"];
        var rows = values.Select((each, i) => Html.Row(columns,
            each.Figure is null ? ReleaseWords.Link(site, each.Release) : $"<a href=\"{site.KeptAddress(each.Release.Id, key)}\">{ReleaseWords.Name(site, each.Release)}</a>",
            i == values.Count - 1 ? $"<strong>{ReleaseWords.Value(each.Figure)}</strong>" : ReleaseWords.Value(each.Figure),
            i == 0 ? "[z]" : Html.Difference(new FigureChange(ChangeKind.Revised, key, values[i - 1].Figure, each.Figure).Difference, dataset.Measures[dataset.MeasureIndex(key.Split('/')[1])]),
            Html.Text(each.Reason)));
        return $"""
            <section class="part" aria-labelledby="h-values"><h2 id="h-values">Every value it had</h2><div>
            {Html.Table("t-values", "From the release that published it first to the one that gave it its present value", columns, rows)}
            <p class="small">Each release leads to this figure’s page as it was then. [z] not applicable: nothing was published before, or a bound is not subtracted.{(site.View.UpToShown.Any(each => each.Purge is not null) ? " Releases whose content was taken away are not in this table." : "")}</p></div></section>

            """;
    }
}
