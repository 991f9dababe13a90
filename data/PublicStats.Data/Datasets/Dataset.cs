using PublicStats.Data.Figures;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Datasets;

/// <summary>One table of figures with the same dimensions, and what a reader must know of it.</summary>
public sealed record Dataset(
    DatasetDescription About,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Source> Sources,
    FigureTable Figures,
    string Notes
)
{
    private readonly Dictionary<string, Source> sources = Sources.ToDictionary(source => source.Id, StringComparer.Ordinal);

    /// <summary>The name in addresses and keys.</summary>
    public string Name => About.Name;

    /// <summary>The title of the page and the download.</summary>
    public string Title => About.Title;

    /// <summary>What is counted.</summary>
    public IReadOnlyList<Measure> Measures => About.Structure.Measures;

    /// <summary>The position of a measure in <see cref="Measures"/>; -1 when there is none of that name.</summary>
    public int MeasureIndex(string name) => About.Structure.Measures.ToList().FindIndex(measure => measure.Name == name);

    /// <summary>The source of that id; throws for one that does not exist, which a sealed release cannot hold.</summary>
    public Source Source(string id) => sources[id];
}

/// <summary>What a dataset's descriptor says, grouped by what it is for.</summary>
/// <param name="Name">Lower-case ASCII with hyphens. It begins every address and key of the dataset.</param>
/// <param name="Title">The title of the page and the download.</param>
public sealed record DatasetDescription(
    string Name,
    string Title,
    DatasetText Text,
    DatasetStructure Structure,
    DatasetCaveats Caveats,
    DatasetPresentation Presentation
);

/// <summary>The words that introduce a dataset.</summary>
/// <param name="Description">One paragraph: what, where, who.</param>
/// <param name="Notice">A warning shown wherever the dataset appears. Null for none.</param>
/// <param name="Publisher">The body that published the figures first.</param>
/// <param name="Updates">How often the figures change, such as <c>Every Friday</c>.</param>
/// <param name="Exactness">How exact the figures are, as a clause without a full stop.</param>
/// <param name="Subject">What the figures are about, as a phrase inside a sentence.</param>
public sealed record DatasetText(string Description, string? Notice, string Publisher, string Updates, string Exactness, string Subject);

/// <summary>What a dataset's figures are made of.</summary>
/// <param name="Frequency">The kind of every period. Null for statements, whose periods may be of any kind.</param>
/// <param name="Sparse">Whether a cell that is missing means that none were recorded.</param>
/// <param name="Illustrative">Whether the figures are invented to show the form. Every figure then has status <c>i</c>.</param>
/// <param name="Source">The source of a figure that names none.</param>
/// <param name="Dimensions">In the order of a key's parts.</param>
/// <param name="Measures">In the order of the descriptor.</param>
public sealed record DatasetStructure(
    Frequency? Frequency,
    bool Sparse,
    bool Illustrative,
    string Source,
    IReadOnlyList<DimensionDescription> Dimensions,
    IReadOnlyList<Measure> Measures
);

/// <summary>What a reader must know before using the figures.</summary>
/// <param name="Counted">What the figures include, one sentence each.</param>
/// <param name="NotCounted">What they leave out, one sentence each.</param>
/// <param name="Breaks">Where the way of counting changed. Null when nothing is known of a change.</param>
/// <param name="Rounding">How the figures are rounded. Null when they are not.</param>
/// <param name="Disclosure">How people in the figures are protected. Null when not given.</param>
public sealed record DatasetCaveats(
    IReadOnlyList<string> Counted,
    IReadOnlyList<string> NotCounted,
    string? Breaks,
    string? Rounding,
    string? Disclosure
);

/// <summary>How a dataset is shown.</summary>
/// <param name="Headlines">The sentences worth quoting, in order.</param>
/// <param name="Charts">The charts of its page, in order.</param>
public sealed record DatasetPresentation(IReadOnlyList<Headline> Headlines, IReadOnlyList<Chart> Charts);

/// <summary>A dimension as the descriptor names it; its codes stand in a file of the same name.</summary>
/// <param name="Phrase">
/// How a sentence names one of its codes, with <c>{label}</c> in its place: "from {label}". Null for the label alone.
/// </param>
public sealed record DimensionDescription(string Name, string Label, string? Phrase = null);

/// <summary>A sentence worth quoting, with the figure in it.</summary>
/// <param name="Codes">A code for each dimension named; a dimension left out is summed over.</param>
/// <param name="Period">A period code, or <c>latest</c>, <c>latest-year</c>, <c>year-to-date</c>.</param>
/// <param name="Sentence">With <c>{figure}</c> and, where wanted, <c>{unit}</c>, <c>{was}</c> and a period in their places.</param>
public sealed record Headline(
    string Id,
    string Measure,
    IReadOnlyDictionary<string, string> Codes,
    string Period,
    string Label,
    string Sentence,
    string? Note = null
);

/// <summary>A chart on the dataset's page.</summary>
/// <param name="Kind">How the figures are drawn.</param>
/// <param name="Frequency">The periods it is drawn by; null for statements.</param>
/// <param name="By">The dimension whose codes are the panels of <see cref="ChartKind.Multiples"/>; null for other kinds.</param>
/// <param name="Keys">The statements drawn, in order; empty for other kinds.</param>
/// <param name="Title">The finding. Null when it is worked out from the figures.</param>
public sealed record Chart(
    string Id,
    ChartKind Kind,
    string Measure,
    IReadOnlyDictionary<string, string> Codes,
    Frequency? Frequency,
    string? By,
    IReadOnlyList<string> Keys,
    string? Title,
    string Subtitle
);
