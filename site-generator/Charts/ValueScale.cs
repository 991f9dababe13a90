using System.Globalization;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>A scale from zero in round steps.</summary>
/// <param name="Step">The value between two gridlines.</param>
/// <param name="Count">How many gridlines there are above zero: at most four.</param>
internal readonly record struct ValueScale(double Step, int Count)
{
    /// <summary>The value of the highest gridline.</summary>
    public double Top => Step * Count;

    /// <summary>The scale that reaches at least a value.</summary>
    public static ValueScale To(double most)
    {
        if (most <= 0)
        {
            return new(1, 1);
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        foreach (var step in (ReadOnlySpan<double>)[0.25, 0.5, 1, 2, 2.5, 5])
        {
            var count = (int)Math.Ceiling((most / (step * power)) - 1e-9);
            // A scale of whole things has no step of two and a half.
            if (count <= 4 && (step * power % 1 == 0 || most < 1))
            {
                return new(step * power, count);
            }
        }

        return new(Math.Max(1, power * 5), (int)Math.Ceiling(most / Math.Max(1, power * 5)));
    }

    /// <summary>The room that the numbers of the scale take at the left of a plot.</summary>
    public double Margin()
    {
        var scale = this;
        return Enumerable.Range(1, Count).Max(line => Drawing.MeasureText(Text(scale.Step * line), 13)) + 8;
    }

    /// <summary>Draws the gridlines of a plot, each with its number above its left end.</summary>
    public void Draw(Drawing drawing, double left, double right, double baseline, double height)
    {
        for (var line = 1; line <= Count; line++)
        {
            var y = baseline - (height * line / Count);
            drawing.Line(left, y, right, y, "r");
            drawing.Text(left, y - 5, Text(Step * line), TextRole.Tick, css: "q m");
        }
    }

    private static string Text(double value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
