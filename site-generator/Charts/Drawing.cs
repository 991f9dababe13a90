using System.Globalization;
using System.Net;
using System.Text;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>A finished picture: a whole SVG file, and its size in pixels.</summary>
public sealed record Svg(string Text, int Width, int Height);

/// <summary>What surrounds the marks of a chart.</summary>
/// <param name="Title">For readers who open the file by itself.</param>
/// <param name="Source">The source line. It names the release, because a picture may be copied from its page.</param>
/// <param name="Illustrative">Whether the figures are invented. They are drawn in plum, hatched, and labelled.</param>
public sealed record ChartFrame(string Title, string Source, bool Illustrative = false);

/// <summary>What a text in a picture is. Written as <c>data-is</c>, so that a program can read the picture.</summary>
internal enum TextRole
{
    /// <summary>A number of the scale, on its own gridline.</summary>
    Tick,

    /// <summary>The period, or another name, of a mark or of a row of marks.</summary>
    Name,

    /// <summary>The value of the mark beside it.</summary>
    Value,

    /// <summary>More about a mark or a row: its unit, or the last day of a part of a period.</summary>
    Note,

    /// <summary>The source line.</summary>
    Source,
}

/// <summary>
/// Draws an SVG that has its own colours, light and dark, and its own background. Marks and their labels have the figure's key.
/// </summary>
internal sealed class Drawing(int width, ChartFrame frame)
{
    // Tokens of style.css: a picture in an <img> cannot read the page's.
    private const string Style =
        ".g{fill:#fff}.t{fill:#13222a}.q{fill:#46555e}.s{fill:#0d6478}.c{fill:#5c93a1}.e{fill:#8f5313}.p{fill:#7b3f8c}"
        + ".l{stroke:#13222a;fill:none;stroke-width:1.5}.r{stroke:#d5dde0;fill:none}.d{stroke:#66767e;fill:none;stroke-dasharray:4 3}"
        + ".o{stroke:#0d6478;stroke-width:1.5}.o2{stroke:#8f5313;stroke-width:1.5}.i{stroke:#7b3f8c;stroke-dasharray:5 3}"
        + ".x{stroke:#0d6478}.y{stroke:#7b3f8c}.z{stroke:#8f5313}.f{stop-color:#0d6478}"
        + "text{font:15px system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif}.m{font-size:13px}.b{font-weight:650}"
        + "@media(prefers-color-scheme:dark){.g{fill:#0f171b}.t{fill:#e8eef0}.q{fill:#aebbc1}.s{fill:#63bbcf}.c{fill:#4b8090}"
        + ".e{fill:#dda15e}.p{fill:#d3a3e3}.l{stroke:#e8eef0}.r{stroke:#2b383e}.d{stroke:#84949c}"
        + ".o{stroke:#63bbcf}.o2{stroke:#dda15e}.i{stroke:#d3a3e3}"
        + ".x{stroke:#63bbcf}.y{stroke:#d3a3e3}.z{stroke:#dda15e}.f{stop-color:#63bbcf}}";

    private const string Fade =
        "<linearGradient id=\"fade\"><stop class=\"f\" offset=\"0\"/><stop class=\"f\" offset=\"1\" stop-opacity=\"0\"/></linearGradient>";

    private readonly StringBuilder body = new();
    private readonly List<(Box Box, string? Key)> taken = [];

    /// <summary>The width of a text, by the widest of the common sans fonts, so that no device's letters run into anything.</summary>
    public static double MeasureText(string text, double size = 15, bool isBold = false) =>
        text.Sum(TextMetrics.Advance) * size * (isBold ? 1.16 : 1);

    /// <summary>A length as SVG writes it: rounded to a tenth of a pixel.</summary>
    public static string N(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A filled bar of a figure.</summary>
    /// <param name="key">The figure's key.</param>
    /// <param name="fill">The class of a plain bar, or <c>url(#…)</c> for a pattern or a gradient.</param>
    /// <param name="outline">The class of the line round it; null for none.</param>
    public void Bar(string key, double x, double y, double w, double h, string fill, string? outline = null)
    {
        (w, h) = (Math.Max(w, 0), Math.Max(h, 0));
        var paint = fill.StartsWith("url", StringComparison.Ordinal)
            ? $"{(outline is null ? "" : $"class=\"{outline}\" ")}fill=\"{fill}\""
            : $"class=\"{fill}\"";
        var place = $"x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(w)}\" height=\"{N(h)}\"";
        body.Append(CultureInfo.InvariantCulture, $"<rect {paint} {place}{Key(key)}/>\n");
        Take(key, new(x, y, x + w, y + h));
    }

    /// <summary>A line, not of a figure: an axis, or a part of another mark.</summary>
    public void Path(string d, string css) => body.Append(CultureInfo.InvariantCulture, $"<path class=\"{css}\" d=\"{d}\"/>\n");

    /// <summary>A straight line between two points, not of a figure.</summary>
    public void Line(double x1, double y1, double x2, double y2, string css) => Path($"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}", css);

    /// <summary>A straight line that ends, or lies, at the value of a figure.</summary>
    public void Level(string key, double x1, double y1, double x2, double y2)
    {
        body.Append(CultureInfo.InvariantCulture, $"<path class=\"l\" d=\"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}\"{Key(key)}/>\n");
        Take(key, new(Math.Min(x1, x2), Math.Min(y1, y2) - 1, Math.Max(x1, x2), Math.Max(y1, y2) + 1));
    }

    /// <summary>A disc with its middle at a figure's value.</summary>
    /// <param name="css">One class or two: the ground, and the line round it.</param>
    public void Disc(string key, double x, double y, double r, string css)
    {
        body.Append(CultureInfo.InvariantCulture, $"<circle class=\"{css}\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(r)}\"{Key(key)}/>\n");
        Take(key, new(x - r, y - r, x + r, y + r));
    }

    /// <summary>
    /// A dashed place of one fixed height for a figure that has no value: never a zero. <see cref="GapCode"/> writes its code.
    /// </summary>
    public void Gap(string key, double x, double baseline, double w)
    {
        var d = $"M{N(x)} {N(baseline)}V{N(baseline - 36)}H{N(x + w)}V{N(baseline)}";
        body.Append(CultureInfo.InvariantCulture, $"<path class=\"d\" d=\"{d}\"{Key(key)}/>\n");
        Take(key, new(x, baseline - 36, x + w, baseline));
    }

    /// <summary>The same, on its side, for a row.</summary>
    public void GapRow(string key, double x, double y, double h)
    {
        body.Append(CultureInfo.InvariantCulture, $"<path class=\"d\" d=\"M{N(x)} {N(y)}h60v{N(h)}h-60\"{Key(key)}/>\n");
        Take(key, new(x, y, x + 60, y + h));
    }

    /// <summary>The same for thin marks, as a dashed line.</summary>
    public void GapLine(string key, double x, double y, double w) =>
        body.Append(CultureInfo.InvariantCulture, $"<path class=\"d\" d=\"M{N(x)} {N(y)}h{N(w)}\"{Key(key)}/>\n");

    /// <summary>The code of a gap, inside it. Left out where it would touch another mark.</summary>
    public void GapCode(string key, double middle, double y, string code) =>
        TryText(middle, y, $"[{code}]", TextRole.Value, key, "q m", "middle");

    /// <summary>Writes a text, moved inside the picture if it would run over its edge.</summary>
    /// <param name="key">The key of the figure that it is about; null for none.</param>
    public void Text(double x, double y, string text, TextRole role, string? key = null, string css = "t", string anchor = "start") =>
        Write(Place(x, y, text, css, anchor), y, text, role, key, css);

    /// <summary>
    /// Writes a text if it touches no other text and no mark of another figure. A value also keeps a distance from them.
    /// </summary>
    public bool TryText(double x, double y, string text, TextRole role, string? key, string css = "t", string anchor = "start")
    {
        var place = Place(x, y, text, css, anchor);
        var box = place.Box.Grown(role == TextRole.Value ? 6 : 0);
        if (taken.Any(place => place.Box.Touches(box) && (place.Key is null || place.Key != key)))
        {
            return false;
        }

        Write(place, y, text, role, key, css);
        return true;
    }

    /// <summary>The middle of a figure's mark, from the left edge.</summary>
    public double MiddleOf(string key) =>
        taken.Where(place => place.Key == key).Select(place => (place.Box.Left + place.Box.Right) / 2).First();

    /// <summary>Ends the picture with its source line.</summary>
    public Svg Finish(double height)
    {
        var y = height + 22;
        foreach (var line in TextMetrics.Wrap((frame.Illustrative ? "Illustrative: invented figures. " : "") + frame.Source, width))
        {
            Text(0, y, line, TextRole.Source, css: "q m");
            y += 18;
        }

        var total = (int)Math.Ceiling(y - 8);
        var stroke = frame.Illustrative ? "y" : "x";
        return new(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{total}" viewBox="0 0 {width} {total}">
            <title>{WebUtility.HtmlEncode(frame.Title)}</title>
            <style>{Style}</style>
            <defs>{Used("hatch", Hatch("hatch", stroke))}{Used("hatch2", Hatch("hatch2", "z"))}{Used("fade", Fade)}</defs>
            <rect class="g" width="{width}" height="{total}"/>
            {body}</svg>

            """.ReplaceLineEndings("\n"),
            width,
            total
        );
    }

    private string Used(string id, string definition) =>
        body.ToString().Contains($"url(#{id})", StringComparison.Ordinal) ? definition : "";

    private static string Hatch(string id, string css) =>
        $"<pattern id=\"{id}\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
        + $"<path class=\"{css}\" d=\"M0 0V7\" stroke-width=\"4\"/></pattern>";

    private static string Key(string? key) => key is null ? "" : $" data-key=\"{key}\"";

    private void Take(string? key, Box box) => taken.Add((box, key));

    private (double X, string Anchor, Box Box) Place(double x, double y, string text, string css, string anchor)
    {
        double size = css.Contains('m') ? 13 : 15;
        var w = MeasureText(text, size, css.Contains('b'));
        var left = anchor switch
        {
            "middle" => x - (w / 2),
            "end" => x - w,
            _ => x,
        };
        left = Math.Max(0, Math.Min(left, width - w));
        // At an edge, a device with wider letters must not cut the text off.
        if (left <= 0)
        {
            anchor = "start";
        }
        else if (left + w >= width)
        {
            anchor = "end";
        }

        x = anchor switch
        {
            "middle" => left + (w / 2),
            "end" => left + w,
            _ => left,
        };
        return (x, anchor, new(left, y - (size * 0.78), left + w, y + (size * 0.24)));
    }

    private void Write((double X, string Anchor, Box Box) place, double y, string text, TextRole role, string? key, string css)
    {
        var anchor = place.Anchor == "start" ? "" : $" text-anchor=\"{place.Anchor}\"";
        var about = $"{anchor} data-is=\"{role.ToString().ToLowerInvariant()}\"{Key(key)}";
        body.Append(
            CultureInfo.InvariantCulture,
            $"<text class=\"{css}\" x=\"{N(place.X)}\" y=\"{N(y)}\"{about}>{WebUtility.HtmlEncode(text)}</text>\n"
        );
        Take(key, place.Box);
    }
}
