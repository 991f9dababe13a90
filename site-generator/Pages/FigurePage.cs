using System.Text;
using PublicStats.Api.Figures;
using PublicStats.Data.Figures;
using PublicStats.Data.Queries;
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

        Row("When", Html.Text(figure.Period.Label) + (figure.Words.Covers is { } covers ? $" (of which {Html.Text(covers.Label)})" : ""));
        Row("How exact", figure.Bound == Bound.Exact ? "Stated without a bound." : $"The publisher’s bound: {figure.Bound.Word()}. It is part of the figure.");
        if (figure.Status != FigureStatus.None)
        {
            Row("Status", string.Join("; ", figure.Status.Codes().Select(each => $"[{each}] {FigureStatuses.Meaning(each)}")));
        }

        if (figure.Words.Quote is { } quote)
        {
            Row("In their words", $"“{Html.Text(quote)}”");
        }

        if (figure.Words.Note is { } note)
        {
            Row("Note", Html.Text(note) + ChartTables.Links(site, figure));
        }

        Row("Source", $"{Html.Text(source.Title)}. {ChartTables.Source(source)}. {Html.Text(source.Note)}");
        Row("To cite", Html.Text(Citation.Of(site.Release, found)));
        Row("For programs", $"<a href=\"/v1/figures/{figure.Key}.json\">/v1/figures/{Html.Text(figure.Key)}.json</a>");
        var text = FigureText.Of(figure.Value, figure.Bound, figure.Status & ~FigureStatus.Illustrative, figure.Measure);
        var heading = (dataset.About.Illustrative ? "Illustrative: " : "") + $"{char.ToUpperInvariant(text[0])}{text[1..]}{(figure.Value is null ? " " + FigureStatuses.Meaning(figure.Status.AbsentCode()!) + ":" : "")} {unit}, {figure.Period.Label}";
        var notice = dataset.About.Notice is { } said ? $"<p class=\"notice\"><span class=\"tag ill\">Illustrative</span> {Html.Text(said)}</p>" : "";
        var body = $"""
            <nav class="crumb" aria-label="Where you are"><a href="/">All figures</a> / <a href="/{dataset.Name}/">{Html.Text(dataset.Title)}</a> / One figure</nav>
            <div class="open">{notice}<h1>{Html.Text(heading)}</h1><p class="lede">{Html.Text(dataset.Title)}</p></div>
            <section class="part" aria-labelledby="h-about"><h2 id="h-about">About this figure</h2><dl class="meta">{meta}</dl></section>

            """;
        return new($"{heading} - {site.Publication.Title}", $"{heading}. {dataset.Title}, with its source.", null, body);
    }
}
