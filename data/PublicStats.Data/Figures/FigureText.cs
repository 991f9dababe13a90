using System.Globalization;

namespace PublicStats.Data.Figures;

/// <summary>How a sentence says a figure: "41,472", "almost 12,000", "more than 90%", "[c]".</summary>
public static class FigureText
{
    private static readonly string[] Formats = ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000", "#,##0.00000", "#,##0.000000"];

    /// <summary>Says a value of a measure, with its bound. A missing value is its status code in square brackets.</summary>
    /// <param name="value">In the measure's unit; null when the status says why it is absent.</param>
    /// <param name="bound">Written as a word before the value.</param>
    /// <param name="status">An illustrative value is marked wherever it appears.</param>
    /// <param name="measure">Gives the decimals and the symbol.</param>
    /// <param name="word">The publisher's own word for the bound, such as "around"; null for the usual word of the bound.</param>
    public static string Of(decimal? value, Bound bound, FigureStatus status, Measure measure, string? word = null)
    {
        if (value is not { } number)
        {
            return $"[{status.AbsentCode() ?? "x"}]";
        }

        var text = Number(number, measure);
        text = bound == Bound.Exact ? text : $"{word ?? bound.Word()} {text}";
        return (status & FigureStatus.Illustrative) != 0 ? text + " (illustrative)" : text;
    }

    /// <summary>
    /// Says a value alone, with the measure's decimals and symbol: "41,472", "98%", "£4,500". A true minus for less than zero.
    /// </summary>
    public static string Number(decimal value, Measure measure)
    {
        var digits = Math.Abs(value).ToString(Formats[measure.Decimals], CultureInfo.InvariantCulture);
        var said = measure.Symbol switch
        {
            null or "" => digits,
            "%" => digits + "%",
            var before => before + digits,
        };
        return value < 0 ? "\u2212" + said : said;
    }

    /// <summary>The value as a file or an answer writes it: no thousands separator, the measure's decimals.</summary>
    public static string Plain(decimal value, int decimals) =>
        value.ToString(decimals == 0 ? "0" : "0." + new string('0', decimals), CultureInfo.InvariantCulture);
}
