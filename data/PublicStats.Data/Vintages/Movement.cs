using System.Globalization;
using PublicStats.Data.Figures;

namespace PublicStats.Data.Vintages;

/// <summary>How far a figure moved from one value to another.</summary>
/// <param name="Difference">
/// New less old, in the measure's unit. Null where either has no value or a bound: bounds are not subtracted.
/// </param>
/// <param name="Share">
/// The difference as a share of the old value, 0.05 for 5 % more. Null where there is no difference, or the old value was 0.
/// </param>
public readonly record struct Movement(decimal? Difference, decimal? Share)
{
    /// <summary>The movement between two values of a figure; null for a figure that is not there.</summary>
    public static Movement Between(FigureRow? was, FigureRow? now)
    {
        if (was is not { Value: { } old, Bound: Bound.Exact } || now is not { Value: { } value, Bound: Bound.Exact })
        {
            return default;
        }

        var difference = value - old;
        return new(difference, old == 0 ? null : difference / old);
    }

    /// <summary>A difference with its sign, in the measure's decimals: "+1,204", "−12", "0".</summary>
    public static string Text(decimal difference, Measure measure) => (difference > 0 ? "+" : "") + FigureText.Number(difference, measure);

    /// <summary>A share as a percentage with its sign: "+21.1%", "−3.0%", "0.0%".</summary>
    public static string ShareText(decimal share)
    {
        var number = (Math.Abs(share) * 100).ToString("#,##0.0", CultureInfo.InvariantCulture);
        return Math.Sign(share) switch
        {
            > 0 => $"+{number}%",
            < 0 => $"\u2212{number}%",
            _ => $"{number}%",
        };
    }
}
