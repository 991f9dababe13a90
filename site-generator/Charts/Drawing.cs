using System.Globalization;
using System.Net;
using System.Text;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>A finished picture: a whole SVG file, and its size in pixels.</summary>
public sealed record Svg(string Text, int Width, int Height);

/// <summary>What stands in a chart's frame beside the marks.</summary>
/// <param name="Title">For those who open the file alone.</param>
/// <param name="Source">The source line, with the release: a picture outlives its page.</param>
/// <param name="Illustrative">Drawn in plum, hatched, and called so.</param>
public sealed record ChartFrame(string Title, string Source, bool Illustrative = false);

/// <summary>Draws an SVG that carries its own colours, light and dark, and its own ground.</summary>
internal sealed class Drawing(int width, ChartFrame frame)
{
    // Tokens of style.css: a picture in an <img> cannot read the page's.
    private const string Style =
        ".g{fill:#fff}.t{fill:#13222a}.q{fill:#46555e}.s{fill:#0d6478}.c{fill:#5c93a1}.e{fill:#8f5313}.p{fill:#7b3f8c}.l{stroke:#13222a;fill:none;stroke-width:1.5}" +
        ".r{stroke:#d5dde0;fill:none}.d{stroke:#66767e;fill:none;stroke-dasharray:4 3}.o{stroke:#0d6478;fill:none;stroke-width:1.5}.o2{stroke:#8f5313;fill:none;stroke-width:1.5}.x{stroke:#0d6478}.y{stroke:#7b3f8c}.z{stroke:#8f5313}.f{stop-color:#0d6478}.i{stroke:#7b3f8c;fill:none;stroke-dasharray:5 3}" +
        "text{font:15px system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif}.m{font-size:13px}.b{font-weight:650}" +
        "@media(prefers-color-scheme:dark){.g{fill:#0f171b}.t{fill:#e8eef0}.q{fill:#aebbc1}.s{fill:#63bbcf}.c{fill:#4b8090}.e{fill:#dda15e}.p{fill:#d3a3e3}.l{stroke:#e8eef0}" +
        ".r{stroke:#2b383e}.d{stroke:#84949c}.o{stroke:#63bbcf}.i{stroke:#d3a3e3}.o2{stroke:#dda15e}.x{stroke:#63bbcf}.y{stroke:#d3a3e3}.z{stroke:#dda15e}.f{stop-color:#63bbcf}}";

    private readonly StringBuilder body = new();

    /// <summary>An estimate of a text's width on the safe side: most sans digits are 0.56 em, the widest letters 0.9.</summary>
    public static double Wide(string text, double size = 15) =>
        text.Sum(each => each is 'm' or 'w' or 'M' or 'W' or '@' or '%' ? 0.92 : each is 'i' or 'l' or '.' or ',' or ' ' or '\'' or 'j' or 't' or 'f' ? 0.36 : char.IsUpper(each) ? 0.72 : 0.58) * size;

    public static string N(double number) => Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);

    public void Rect(double x, double y, double w, double h, string css) =>
        body.Append(CultureInfo.InvariantCulture, $"<rect class=\"{css}\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(w, 0))}\" height=\"{N(Math.Max(h, 0))}\"/>\n");

    public void Fill(double x, double y, double w, double h, string pattern) =>
        body.Append(CultureInfo.InvariantCulture, $"<rect fill=\"url(#{pattern})\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(w, 0))}\" height=\"{N(Math.Max(h, 0))}\"/>\n");

    public void Path(string d, string css) => body.Append(CultureInfo.InvariantCulture, $"<path class=\"{css}\" d=\"{d}\"/>\n");

    public void Line(double x1, double y1, double x2, double y2, string css) => Path($"M{N(x1)} {N(y1)}L{N(x2)} {N(y2)}", css);

    /// <summary>Writes a text, moved inside the picture if it would run over its edge.</summary>
    public void Text(double x, double y, string text, string css = "t", string anchor = "start")
    {
        var size = css.Contains('m') ? 13 : 15;
        var w = Wide(text, size) * (css.Contains('b') ? 1.2 : 1);
        var left = anchor switch { "middle" => x - (w / 2), "end" => x - w, _ => x };
        left = Math.Max(0, Math.Min(left, width - w));
        // At an edge the text starts or ends there, so that a device with wider letters does not cut it off.
        anchor = left <= 0 ? "start" : left + w >= width ? "end" : anchor;
        x = anchor switch { "middle" => left + (w / 2), "end" => left + w, _ => left };
        body.Append(CultureInfo.InvariantCulture, $"<text class=\"{css}\" x=\"{N(x)}\" y=\"{N(y)}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}>{WebUtility.HtmlEncode(text)}</text>\n");
    }

    /// <summary>A dashed place of one fixed height for a figure that is not there: never a zero.</summary>
    public void Gap(double x, double baseline, double w, string code)
    {
        Path($"M{N(x)} {N(baseline)}V{N(baseline - 36)}H{N(x + w)}V{N(baseline)}", "d");
        Text(x + (w / 2), baseline - 12, $"[{code}]", "q m", "middle");
    }

    /// <summary>Ends the picture with its source line.</summary>
    public Svg Finish(double height)
    {
        var lines = Wrapped((frame.Illustrative ? "Illustrative: invented figures. " : "") + frame.Source, width);
        var y = height + 22;
        foreach (var line in lines)
        {
            Text(0, y, line, "q m");
            y += 18;
        }

        var total = (int)Math.Ceiling(y - 8);
        var stroke = frame.Illustrative ? "y" : "x";
        return new($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{total}" viewBox="0 0 {width} {total}">
            <title>{WebUtility.HtmlEncode(frame.Title)}</title>
            <style>{Style}</style>
            <defs>{Hatch("hatch", stroke)}{Hatch("hatch2", "z")}<linearGradient id="fade"><stop class="f" offset="0"/><stop class="f" offset="1" stop-opacity="0"/></linearGradient></defs>
            <rect class="g" width="{width}" height="{total}"/>
            {body}</svg>

            """.ReplaceLineEndings("\n"), width, total);
    }

    private static string Hatch(string id, string css) =>
        $"<pattern id=\"{id}\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"{css}\" d=\"M0 0V7\" stroke-width=\"4\"/></pattern>";

    /// <summary>Breaks a text into lines that fit.</summary>
    public static IReadOnlyList<string> Wrapped(string text, double room, double size = 13)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Wide(longer, size) > room)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>A round number of steps from zero to at least a value: at most four, so at most five lines with the base.</summary>
    public static (double Step, int Count) Scale(double most)
    {
        if (most <= 0)
        {
            return (1, 1);
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        foreach (var step in (ReadOnlySpan<double>)[0.25, 0.5, 1, 2, 2.5, 5])
        {
            var count = (int)Math.Ceiling(most / (step * power) - 1e-9);
            if (count <= 4 && step * power >= 1)
            {
                return (step * power, count);
            }
        }

        return (Math.Max(1, power * 5), (int)Math.Ceiling(most / Math.Max(1, power * 5)));
    }
}
