using System.Text.RegularExpressions;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;

namespace PublicStats.Data.Queries;

/// <summary>
/// Says what a figure counts: its value with its unit, what was counted, of whom, and when. Headings, titles, citations and the sentence to
/// quote all come from here, so that none of them leaves a part out.
/// </summary>
public static partial class FigureSentence
{
    /// <summary>What a measure's sentence may contain between braces.</summary>
    internal static readonly string[] Places = ["{figure}", "{unit}", "{codes}", "{who}", "{that}", "{was}", "{in period}", "{period}"];

    private const string Opening = "There {was} ";

    /// <summary>
    /// The sentence without its full stop: "12,658 people from Albania arrived in the UK in small boats in 2022". Of a missing value it
    /// says why: "Not available: uncontrolled landings of small boats in 2022".
    /// </summary>
    public static string Of(Dataset dataset, FigureRow figure)
    {
        var sentence = figure switch
        {
            { Value: null } => $"{WhyMissing(figure.Status)}: {Name(dataset, figure)}",
            { Measure.Sentence: { } template } => Fill(template, dataset, figure, isName: false),
            _ => Listed($"{figure.PlainText} {Unit(figure)}".TrimEnd(), dataset, figure),
        };
        return (dataset.About.Structure.Illustrative ? "Illustrative: " : "") + Capital(sentence);
    }

    /// <summary>
    /// What the figure counts, without its value: "people from Albania who arrived in the UK in small boats in 2022". It begins with a
    /// small letter where it is made from a sentence.
    /// </summary>
    public static string Name(Dataset dataset, FigureRow figure)
    {
        var template = figure.Measure.Sentence ?? "";
        template = template.StartsWith(Opening, StringComparison.Ordinal) ? template[Opening.Length..] : template;
        return template.StartsWith("{figure}", StringComparison.Ordinal) && template.Contains("{unit}", StringComparison.Ordinal)
            ? Fill(template["{figure}".Length..], dataset, figure, isName: true)
            : Listed("", dataset, figure);
    }

    /// <summary>
    /// The unit after a value in a sentence: "people", "person"; after "98%" or "£4,500" only what the symbol does not say.
    /// </summary>
    public static string Unit(FigureRow figure)
    {
        var measure = figure.Measure;
        var unit = figure.Attributes.Unit ?? (figure.Value == 1 ? measure.UnitOne : measure.Unit);
        return measure.Symbol is null || figure.Value is null ? unit : Without(Without(unit, measure.Unit), measure.UnitOne);
    }

    /// <summary>The verb after a value in a sentence: "was" for exactly one, otherwise "were".</summary>
    internal static string Was(FigureRow figure) => figure is { Value: 1, Bound: Bound.Exact } ? "was" : "were";

    private static string Fill(string template, Dataset dataset, FigureRow figure, bool isName)
    {
        var text = template
            .Replace("{figure}", figure.PlainText, StringComparison.Ordinal)
            .Replace("{unit}", Unit(figure), StringComparison.Ordinal)
            .Replace("{codes}", Together(CodePhrases(dataset, figure)), StringComparison.Ordinal)
            .Replace("{who}", isName ? "who" : "", StringComparison.Ordinal)
            .Replace("{that}", isName ? "that" : "", StringComparison.Ordinal)
            .Replace("{was}", Was(figure), StringComparison.Ordinal)
            .Replace("{in period}", InPeriod(figure), StringComparison.Ordinal)
            .Replace("{period}", figure.PeriodLabel, StringComparison.Ordinal);
        return Commas().Replace(Spaces().Replace(text, " "), ",").Trim();
    }

    // For a dataset whose descriptor has no sentence: the parts with commas between them.
    private static string Listed(string value, Dataset dataset, FigureRow figure)
    {
        var label = figure.Measure.Label;
        List<string> parts = value.Length > 0 ? [value] : [label];
        if (value.Length > 0 && !string.Equals(label, figure.Measure.Unit, StringComparison.OrdinalIgnoreCase))
        {
            parts.Add(label.ToLowerInvariant());
        }

        return string.Join(", ", [.. parts, .. CodePhrases(dataset, figure), figure.PeriodLabel]);
    }

    private static string InPeriod(FigureRow figure) =>
        (figure.Attributes.Covers ?? figure.Period).InSentence + (figure.SoFar is { } soFar ? " " + soFar : "");

    private static IEnumerable<string> CodePhrases(Dataset dataset, FigureRow figure)
    {
        for (var dimension = 0; dimension < figure.Dimensions.Count; dimension++)
        {
            if (figure.Code(dimension).Name is not ("all" or DimensionGrouping.Total))
            {
                yield return CodePhrase(dataset, dimension, figure.Code(dimension));
            }
        }
    }

    // A sum of several codes is named by all of them.
    private static string CodePhrase(Dataset dataset, int dimension, Code code)
    {
        var pattern = dataset.About.Structure.Dimensions[dimension].Phrase ?? "{label}";
        var own = dataset.Dimensions[dimension];
        List<Code> codes = [.. code.Name.Split('+').Select(own.IndexOf).Where(index => index >= 0).Select(index => own.Codes[index])];
        if (codes.Any(part => part.Phrase is not null))
        {
            return string.Join(" or ", codes.Select(part => part.Phrase ?? Labelled(pattern, part.Label)));
        }

        return Labelled(pattern, codes.Count > 1 ? string.Join(" or ", codes.Select(part => part.Label)) : code.Label);
    }

    private static string Labelled(string pattern, string label) => pattern.Replace("{label}", label, StringComparison.Ordinal);

    // Two phrases, or one that has a comma, are set off by commas.
    private static string Together(IEnumerable<string> phrases)
    {
        var text = string.Join(", ", phrases);
        return text.Contains(',') ? text + "," : text;
    }

    private static string WhyMissing(FigureStatus status) =>
        status.AbsentCode() switch
        {
            "c" => "Confidential",
            "z" => "Not applicable",
            "low" => "Above zero, but rounds to zero",
            _ => "Not available",
        };

    private static string Without(string unit, string start)
    {
        if (unit == start)
        {
            return "";
        }

        return unit.StartsWith(start + " ", StringComparison.Ordinal) ? unit[(start.Length + 1)..] : unit;
    }

    /// <summary>A text with a capital at its beginning.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex("( ?,)+")]
    private static partial Regex Commas();
}
