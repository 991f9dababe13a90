using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Releases;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>A chart of a dataset in a release. Its figures are selected once; all its texts and pictures are made from them.</summary>
internal sealed class DatasetChart(SealedRelease release, Dataset dataset, Chart about)
{
    private readonly ChartForm form = ChartForm.Of(about.Kind);

    public Dataset Dataset => dataset;

    /// <summary>What the descriptor says of the chart.</summary>
    public Chart About => about;

    public ChartFigures Figures { get; } = ChartForm.Of(about.Kind).Select(release.Publication, dataset, about);

    /// <summary>Whether the chart shows statements, so that its table holds the publisher's words.</summary>
    public bool IsStatements => form.IsStatements;

    /// <summary>The finding, or the subject when there is none.</summary>
    public string Title => form.Finding(this) ?? Subject;

    /// <summary>What the chart is about, without a finding.</summary>
    public string Subject => about.Subtitle.Split(". ")[0].TrimEnd('.');

    /// <summary>The statistical subtitle, with the meaning of hatching and of a mark beside a column.</summary>
    public string Subtitle => about.Subtitle + ChartCaption.Legend(this);

    /// <summary>Compares a part of a period with the same days of the year before; null when the chart has no such comparison.</summary>
    public string? Comparison => ChartCaption.Comparison(Figures);

    /// <summary>The alternative text: the kind of chart in one word, then what its figures do. It never names a colour.</summary>
    public string AlternativeText =>
        $"{form.Word}. {(dataset.About.Structure.Illustrative ? "ILLUSTRATIVE: invented figures. " : "")}"
        + (Figures.HasValue ? form.Describe(this) : "No figure of this chart is available.");

    /// <summary>The picture. The release must have a value to draw.</summary>
    public Svg Draw(bool isWide) => form.Draw(this, new(Title, SourceLine(), dataset.About.Structure.Illustrative), isWide);

    // The exactness of a dataset is not that of each of its statements: their bounds are drawn and written instead.
    private string SourceLine()
    {
        var exactness = form.IsStatements || dataset.About.Structure.Illustrative ? "" : $" {dataset.About.Text.Exactness}.";
        var day = release.PublishedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var marks = Marks(Figures.Shown);
        return $"Source: {ChartSources.Of(dataset, Figures.Shown)}.{exactness} {release.Publication.About.Title}, release of {day}."
            + (marks.Length == 0 ? "" : " " + marks);
    }

    private static string Marks(IEnumerable<FigureRow> figures)
    {
        var bounds = figures.Where(figure => figure.Value is not null).Select(figure => figure.Bound).ToHashSet();
        var hasFades = bounds.Contains(Bound.Under) || bounds.Contains(Bound.About);
        var hasArrows = bounds.Contains(Bound.Over) || bounds.Contains(Bound.AtLeast);
        return (hasFades, hasArrows) switch
        {
            (true, true) => "Fades and arrows have no length.",
            (true, false) => "Fades have no length.",
            (false, true) => "Arrows have no length.",
            _ => "",
        };
    }
}
