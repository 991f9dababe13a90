using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>A rectangle in a picture, in pixels.</summary>
internal readonly record struct PictureBox(double Left, double Top, double Right, double Bottom)
{
    public double Middle => (Left + Right) / 2;

    /// <summary>Whether the two share more than a hair: half a pixel is the rounding of two edges.</summary>
    public bool Overlaps(PictureBox other) =>
        Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 0.5 && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > 0.5;

    public double DistanceTo(PictureBox other) =>
        double.Hypot(Math.Max(0, Math.Max(Left, other.Left) - Math.Min(Right, other.Right)), RowsTo(other));

    /// <summary>How far the other is above or below: 0 where the two stand in one row.</summary>
    public double RowsTo(PictureBox other) => Math.Max(0, Math.Max(Top, other.Top) - Math.Min(Bottom, other.Bottom));

    public PictureBox With(PictureBox other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>A shape that stands for a figure.</summary>
/// <param name="Shape"><c>rect</c>, <c>circle</c>, or <c>path</c> for a level or a gap.</param>
/// <param name="IsGap">A dashed place: the figure has no value.</param>
/// <param name="IsFade">A fade: where the bound is.</param>
internal sealed record PictureMark(string Key, string Shape, PictureBox Box, bool IsGap, bool IsFade);

/// <summary>A text with the room it takes in DejaVu Sans, the widest of the common sans fonts.</summary>
/// <param name="Y">The line it stands on.</param>
internal sealed record PictureText(string Role, string? Key, string Words, PictureBox Box, double Y);

/// <summary>A chart read back from its SVG, as a program that never saw the figures would.</summary>
internal sealed partial record ChartPicture(
    string Address,
    double Width,
    double Height,
    IReadOnlyList<PictureMark> Marks,
    IReadOnlyList<PictureText> Texts,
    IReadOnlyList<PictureBox> Gridlines,
    IReadOnlyList<PictureBox> Lines
)
{
    // The advances of DejaVu Sans in hundredths of the font's size, measured in a browser.
    private static readonly Dictionary<char, int> PlainAdvance = Advances([
        (27, "'"),
        (28, "ijl"),
        (29, "IJ"),
        (32, " ,.’"),
        (34, "/:;\\|"),
        (35, "f"),
        (36, "-"),
        (39, "()[]t"),
        (40, "!"),
        (41, "r"),
        (46, "\""),
        (50, "*`–"),
        (52, "sz“”"),
        (53, "?"),
        (55, "c"),
        (56, "L"),
        (58, "Fk"),
        (59, "vxy"),
        (60, "P"),
        (61, "TYao"),
        (62, "eé"),
        (63, "ESbdghnpqu"),
        (64, "$0123456789{}£€"),
        (66, "K"),
        (68, "AV"),
        (69, "BRXZ"),
        (70, "C"),
        (73, "U"),
        (75, "HN"),
        (77, "DG"),
        (78, "&"),
        (79, "OQ"),
        (82, "w"),
        (84, "#+<=>^~−"),
        (86, "M"),
        (95, "%"),
        (97, "m"),
        (99, "W"),
        (100, "@—"),
    ]);

    private static readonly Dictionary<char, int> BoldAdvance = Advances([
        (31, "'"),
        (34, "ijl"),
        (35, " "),
        (37, "/IJ\\|"),
        (38, ",.’"),
        (40, ":;"),
        (42, "-"),
        (44, "f"),
        (46, "!()[]"),
        (48, "t"),
        (49, "r"),
        (50, "`–"),
        (52, "\"*"),
        (58, "?z"),
        (59, "c"),
        (60, "s"),
        (64, "L"),
        (65, "vxy"),
        (66, "“”"),
        (67, "ak"),
        (68, "EFTeé"),
        (69, "o"),
        (70, "$0123456789£€"),
        (71, "hnu{}"),
        (72, "SYbdgpq"),
        (73, "CPZ"),
        (76, "B"),
        (77, "AKRVX"),
        (81, "U"),
        (82, "G"),
        (83, "D"),
        (84, "#+<=>HN^~−"),
        (85, "OQ"),
        (87, "&"),
        (92, "w"),
        (100, "%@M—"),
        (104, "m"),
        (110, "W"),
    ]);

    /// <summary>Whether marks lie in rows from an axis at the left, rather than stand on a line.</summary>
    public bool IsRows =>
        Marks.Any(mark => mark.Shape == "circle")
        || (
            Marks.GroupBy(mark => mark.Key).Select(marks => marks.Min(mark => mark.Box.Left)).ToList() is var lefts
            && lefts.Max() - lefts.Min() < 0.2
        );

    public static ChartPicture Read(string address, string svg)
    {
        var root = XDocument.Parse(svg).Root!;
        var marks = new List<PictureMark>();
        var texts = new List<PictureText>();
        var (grid, lines) = (new List<PictureBox>(), new List<PictureBox>());
        foreach (var element in root.Elements().Where(element => element.Name.LocalName is "rect" or "circle" or "path" or "text"))
        {
            var (key, css) = ((string?)element.Attribute("data-key"), (string?)element.Attribute("class") ?? "");
            if (element.Name.LocalName == "text")
            {
                texts.Add(Text(element, key, css));
            }
            else if (key is not null)
            {
                marks.Add(new(key, element.Name.LocalName, BoxOf(element), css == "d", (string?)element.Attribute("fill") == "url(#fade)"));
            }
            else if (element.Name.LocalName == "path")
            {
                (css == "r" ? grid : lines).Add(BoxOf(element));
            }
        }

        return new(address, Number(root, "width"), Number(root, "height"), marks, texts, grid, lines);
    }

    private static PictureText Text(XElement element, string? key, string css)
    {
        var (isBold, size) = (css.Split(' ').Contains("b"), css.Split(' ').Contains("m") ? 13.0 : 15.0);
        var advances = isBold ? BoldAdvance : PlainAdvance;
        var wide = element.Value.Sum(letter => advances[letter]) * size / 100;
        var (x, y) = (Number(element, "x"), Number(element, "y"));
        var left = (string?)element.Attribute("text-anchor") switch
        {
            "middle" => x - (wide / 2),
            "end" => x - wide,
            _ => x,
        };
        var box = new PictureBox(left, y - (size * 0.76), left + wide, y + (size * 0.22));
        return new((string)element.Attribute("data-is")!, key, element.Value, box, y);
    }

    private static PictureBox BoxOf(XElement element)
    {
        if (element.Name.LocalName == "rect")
        {
            var (x, y) = (Number(element, "x"), Number(element, "y"));
            return new(x, y, x + Number(element, "width"), y + Number(element, "height"));
        }

        if (element.Name.LocalName == "circle")
        {
            var (x, y, r) = (Number(element, "cx"), Number(element, "cy"), Number(element, "r"));
            return new(x - r, y - r, x + r, y + r);
        }

        return Traced((string)element.Attribute("d")!);
    }

    // Only the commands that charts use: M and L, and h, v, l, H, V.
    private static PictureBox Traced(string d)
    {
        double x = 0,
            y = 0;
        PictureBox? box = null;
        foreach (Match step in Step().Matches(d))
        {
            var numbers = step.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse).ToArray();
            (x, y) = step.Groups[1].Value switch
            {
                "M" or "L" => (numbers[0], numbers[1]),
                "l" => (x + numbers[0], y + numbers[1]),
                "h" => (x + numbers[0], y),
                "v" => (x, y + numbers[0]),
                "H" => (numbers[0], y),
                _ => (x, numbers[0]),
            };
            box = box?.With(new(x, y, x, y)) ?? new(x, y, x, y);
        }

        return box!.Value;
    }

    private static double Number(XElement element, string name) => Parse((string)element.Attribute(name)!);

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static Dictionary<char, int> Advances((int Width, string Letters)[] table) =>
        table.SelectMany(row => row.Letters.Select(letter => (letter, row.Width))).ToDictionary(pair => pair.letter, pair => pair.Width);

    [GeneratedRegex("([MLHVlhv])([^MLHVlhv]*)")]
    private static partial Regex Step();
}
