namespace PublicStats.Data.Figures;

/// <summary>What is counted.</summary>
/// <param name="Unit">The word after a value other than 1: "people".</param>
/// <param name="UnitOne">The word after 1: "person".</param>
/// <param name="Decimals">How many every value is stated with, 0 to 6.</param>
/// <param name="Symbol"><c>%</c> after the value, or a currency sign before it; null for none.</param>
/// <param name="Maximum">The greatest value there can be, such as 100 for a share; null for none.</param>
/// <param name="Sentence">
/// What a figure counts, as a sentence: "{figure} {unit} {codes} {who} arrived in the UK {in period}". Null for the parts with commas
/// between them.
/// </param>
/// <param name="Usual">Where a figure usually lies; null where that is not stated.</param>
public sealed record Measure(
    string Name,
    string Label,
    string Unit,
    string UnitOne,
    int Decimals,
    Additivity Additivity,
    string Definition,
    string? Symbol = null,
    decimal? Maximum = null,
    PlausibilityRange? Usual = null,
    string? Sentence = null
);

/// <summary>Which sums of a measure mean something.</summary>
public enum Additivity
{
    /// <summary>Never: shares, prices, and statements that overlap.</summary>
    None,

    /// <summary>Over the codes of dimensions, but not over time: a stock.</summary>
    Dimensions,

    /// <summary>Over codes and over time: a count of events.</summary>
    All,
}
