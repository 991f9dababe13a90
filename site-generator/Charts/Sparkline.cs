using System.Globalization;
using System.Text;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>A small picture beside a sentence that says the same; hidden from screen readers.</summary>
public static class Sparkline
{
    /// <summary>Columns, the last one strong, between two labels.</summary>
    public static string Columns(IReadOnlyList<double> values, string first, string last)
    {
        var most = Math.Max(1, values.Max());
        var band = 176.0 / values.Count;
        var svg = new StringBuilder("<svg viewBox=\"0 0 176 68\" width=\"176\" height=\"68\" aria-hidden=\"true\" focusable=\"false\">");
        for (var i = 0; i < values.Count; i++)
        {
            var h = 46 * values[i] / most;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<rect class=\"{(i == values.Count - 1 ? "f-sea" : "f-sea2")}\" x=\"{Drawing.N(i * band)}\" y=\""
                    + $"{Drawing.N(48 - h)}\" width=\"{Drawing.N(band * 0.76)}\" height=\"{Drawing.N(h)}\"/>"
            );
        }

        return svg.Append(
                CultureInfo.InvariantCulture,
                $"<path class=\"s-ink\" d=\"M0 49H176\"/><text x=\"0\" y=\"66\">{first}</text> <text x=\"176\" y=\"66\" "
                    + $"text-anchor=\"end\">{last}</text></svg>"
            )
            .ToString();
    }
}
