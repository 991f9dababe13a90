using PublicStats.Data.Periods;

namespace PublicStats.Data.Figures;

/// <summary>One figure of a table: what was counted, over which period, and how exact it is.</summary>
public readonly struct FigureRow(FigureTable table, int row)
{
    private static readonly decimal[] Scales = [1m, 0.1m, 0.01m, 0.001m, 0.0001m, 0.00001m, 0.000001m];

    /// <summary>The time it covers.</summary>
    public Period Period => table.Periods[table.PeriodIndexOf(row)];

    /// <summary>What is counted.</summary>
    public Measure Measure => table.Measures[MeasureIndex];

    /// <summary>The measure's position among the table's measures.</summary>
    public int MeasureIndex => table.SeriesMeasure[table.RowSeries[row]];

    /// <summary>In the measure's unit. Null when withheld or not available: see <see cref="Status"/>.</summary>
    public decimal? Value => Status.IsAbsent() ? null : table.Columns.UnscaledValue[row] * Scales[Measure.Decimals];

    /// <summary>How the publisher qualified the value.</summary>
    public Bound Bound => table.Columns.BoundOf(row);

    /// <summary>The word before the value: the publisher's own where it is known, else the usual one; empty when exact.</summary>
    public string BoundWord => Attributes.BoundWord ?? Bound.Word();

    /// <summary>Why a value is missing or how sure it is.</summary>
    public FigureStatus Status => table.Columns.StatusOf(row);

    /// <summary>The publisher's words on this figure alone; <see cref="FigureAttributes.None"/> when nothing.</summary>
    public FigureAttributes Attributes => table.Columns.AttributesOf(row);

    /// <summary>How a sentence says it: "41,472", "almost 12,000", "[c]".</summary>
    public string Text => FigureText.Of(Value, Bound, Status, Measure, Attributes.BoundWord);

    /// <summary>The same without "(illustrative)", for a sentence that says so itself.</summary>
    public string PlainText => FigureText.Of(Value, Bound, Status & ~FigureStatus.Illustrative, Measure, Attributes.BoundWord);

    /// <summary>The dimensions of its table, in the order of the key.</summary>
    public IReadOnlyList<Dimension> Dimensions => table.Dimensions;

    /// <summary>
    /// For a statement made before its period was over, <c>so far, as stated in November 2021</c>. Null for any other figure.
    /// </summary>
    public string? SoFar => Attributes.Stated is { } stated ? $"so far, as stated {stated.InSentence}" : null;

    /// <summary>
    /// The period as readers see it, with the days a sum covers, or that it was not over: "2021 so far, as stated in November 2021".
    /// </summary>
    public string PeriodLabel =>
        Period.Label + (Attributes.Covers is { } covers ? $" ({covers.Label})" : "") + (SoFar is { } soFar ? " " + soFar : "");

    /// <summary>
    /// What a reader must know of it: that its period was not over, that the publisher marks it as revised, and the note. Null for nothing.
    /// </summary>
    public string? Note
    {
        get
        {
            var soFar = SoFar is { } text ? $"{char.ToUpperInvariant(text[0])}{text[1..]}." : null;
            var mark = Attributes.IsMarkedRevised ? PublisherMark.Sentence : null;
            string?[] parts = [soFar, mark, Attributes.Note];
            return soFar is null && mark is null ? Attributes.Note : string.Join(' ', parts.OfType<string>());
        }
    }

    /// <summary>The code of a dimension, by the dimension's position.</summary>
    public Code Code(int dimension) => table.Dimensions[dimension].Codes[CodeIndex(dimension)];

    /// <summary>The code's position among the dimension's codes.</summary>
    public int CodeIndex(int dimension) => table.SeriesCodes[dimension][table.RowSeries[row]];

    /// <summary>Names the figure for ever: dataset, measure, a code for each dimension, period.</summary>
    public string Key
    {
        get
        {
            var codes = new string[table.Dimensions.Count];
            for (var dimension = 0; dimension < codes.Length; dimension++)
            {
                codes[dimension] = Code(dimension).Name;
            }

            return new FigureKey(table.Dataset, Measure.Name, codes, Period.Code).ToString();
        }
    }
}

/// <summary>What accompanies the value of one figure.</summary>
/// <param name="Unit">The publisher's own word for what was counted, where it drifts.</param>
/// <param name="Source">A source other than the dataset's.</param>
/// <param name="Quote">The publisher's words.</param>
/// <param name="Note">What a reader must know of it, as an editor wrote it. A reader is shown <see cref="FigureRow.Note"/>.</param>
/// <param name="Restates">The key of the figure that says the same fact in other words.</param>
/// <param name="Conflicts">Keys of figures that another body states otherwise.</param>
/// <param name="BoundWord">
/// The publisher's own word for the bound, such as "around"; null where it is the usual one or there is no bound.
/// </param>
/// <param name="Covers">The days that are in a sum of a part-period; null when it covers its whole period.</param>
/// <param name="Stated">When it was stated, for a statement whose period was not over by then; null for any other figure.</param>
/// <param name="IsMarkedRevised">The publisher marks it as revised, without saying why.</param>
public sealed record FigureAttributes(
    string? Unit,
    string? Source,
    string? Quote,
    string? Note,
    string? Restates,
    IReadOnlyList<string> Conflicts,
    Period? Covers = null,
    Period? Stated = null,
    string? BoundWord = null,
    bool IsMarkedRevised = false
)
{
    /// <summary>No attributes.</summary>
    public static FigureAttributes None { get; } = new(null, null, null, null, null, []);
}
