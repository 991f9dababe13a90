using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>Holds a picture read back from its SVG against the figures that it stands for.</summary>
internal static partial class ChartCheck
{
    /// <summary>Lengths are written in tenths of a pixel, so two edges may be off by a tenth together.</summary>
    public const double Rounding = 0.16;

    /// <summary>Holds every chart of a page, wide and narrow, and its table. Returns how many pictures there were.</summary>
    public static async Task<int> HoldPage(HttpClient http, string page, ReleaseFigures figures)
    {
        var pictures = 0;
        foreach (Match chart in Chart().Matches(await http.GetStringAsync(page, TestContext.Current.CancellationToken)))
        {
            var keys = new List<IReadOnlyList<string>>();
            foreach (var width in new[] { "wide", "narrow" })
            {
                var address = $"{chart.Groups[1].Value}-{width}.svg";
                var picture = ChartPicture.Read(address, await http.GetStringAsync(address, TestContext.Current.CancellationToken));
                await Hold(picture, figures);
                keys.Add([.. picture.Marks.Select(mark => mark.Key).Distinct()]);
                pictures++;
            }

            Assert.Equal(keys[0], keys[1]);
            await HoldTable(chart.Value, keys[0], figures);
        }

        return pictures;
    }

    public static async Task Hold(ChartPicture picture, ReleaseFigures figures)
    {
        HoldApart(picture);
        await HoldLabels(picture, figures);
        var values = new Dictionary<string, PictureFigure>(StringComparer.Ordinal);
        foreach (var key in picture.Marks.Select(mark => mark.Key).Distinct())
        {
            values[key] = await figures.Of(key);
        }

        foreach (var mark in picture.Marks)
        {
            Assert.True(mark.IsGap == values[mark.Key].Value is null, $"{picture.Address}: {mark.Key} is {values[mark.Key].Text}.");
        }

        if (picture.Marks.Any(mark => mark.Shape == "circle"))
        {
            await HoldDiscs(picture, figures);
        }
        else
        {
            HoldLengths(picture, values);
        }
    }

    // No text runs into another, into a mark that is not its own, or over the edge.
    private static void HoldApart(ChartPicture picture)
    {
        for (var i = 0; i < picture.Texts.Count; i++)
        {
            var text = picture.Texts[i];
            var isInside =
                text.Box is { Left: > -0.5, Top: > -0.5 } box && box.Right < picture.Width + 0.5 && box.Bottom < picture.Height + 0.5;
            Assert.True(isInside, $"{picture.Address}: \"{text.Words}\" runs over the edge.");
            foreach (var other in picture.Texts.Skip(i + 1))
            {
                Assert.False(text.Box.Overlaps(other.Box), $"{picture.Address}: \"{text.Words}\" runs into \"{other.Words}\".");
            }

            foreach (var mark in picture.Marks.Where(mark => mark.Key != text.Key || !mark.IsGap))
            {
                Assert.False(text.Box.Overlaps(mark.Box), $"{picture.Address}: \"{text.Words}\" runs into the mark of {mark.Key}.");
            }
        }
    }

    private static async Task HoldLabels(ChartPicture picture, ReleaseFigures figures)
    {
        var isRows = picture.IsRows;
        foreach (var text in picture.Texts.Where(text => text.Role is "value" or "name" && text.Key is not null))
        {
            var figure = await figures.Of(text.Key!);
            // In rows, what stands in the same row, or nearest above it or under it, is what a text speaks of.
            var nearest = picture.Marks.MinBy(mark => isRows ? mark.Box.RowsTo(text.Box) : mark.Box.DistanceTo(text.Box))!;
            if (text.Role == "value")
            {
                Assert.Matches($@"(?<![\d,.]){Regex.Escape(figure.Text)}(?![\d.]|,\d)", text.Words);
                Assert.True(nearest.Key == text.Key, $"{picture.Address}: \"{text.Words}\" is nearer to the mark of {nearest.Key}.");
            }
            else if (isRows)
            {
                var own = picture.Marks.Where(mark => mark.Box.Bottom > text.Box.Top).MinBy(mark => mark.Box.Bottom)!;
                Assert.True(own.Key == text.Key, $"{picture.Address}: \"{text.Words}\" begins the row of {own.Key}.");
                Assert.Contains(text.Words, figure.Name, StringComparison.OrdinalIgnoreCase);
            }
            else
            {
                var own = picture.Marks.First(mark => mark.Key == text.Key).Box;
                var isAtEdge = text.Box.Left < 1 || text.Box.Right > picture.Width - 1;
                var isOver = text.Box.Left <= own.Middle && own.Middle <= text.Box.Right;
                Assert.True(
                    Math.Abs(own.Middle - text.Box.Middle) < 0.2 || (isAtEdge && isOver),
                    $"{picture.Address}: \"{text.Words}\" is not under the mark of {text.Key}."
                );
                Assert.Equal(figure.Period, text.Words);
            }
        }
    }

    // Every length is its value on one scale, and every tick stands at the place of its number on the same scale.
    private static void HoldLengths(ChartPicture picture, Dictionary<string, PictureFigure> values)
    {
        var bars = picture.Marks.Where(mark => mark.Shape == "rect").ToList();
        var axis = bars.Min(bar => bar.Box.Left);
        var isRows = picture.IsRows;
        var byKey = picture.Marks.ToLookup(mark => mark.Key, StringComparer.Ordinal);
        var baselines = bars.Select(bar => bar.Box.Bottom).Distinct().Order().ToList();
        double Length(string key)
        {
            var own = byKey[key].ToList();
            return (values[key].Bound, isRows, own[0].Shape) switch
            {
                ("about", _, _) => own.Single(mark => mark.IsFade).Box.Middle - axis,
                (_, true, _) => own.Max(mark => mark.Box.Right) - axis,
                (_, _, "rect") => own[0].Box.Bottom - own[0].Box.Top,
                _ => baselines.Single() - ((own[0].Box.Top + own[0].Box.Bottom) / 2),
            };
        }

        var drawn = values
            .Where(pair => pair.Value.Value is not null)
            .ToDictionary(pair => pair.Key, pair => (double)pair.Value.Value!.Value);
        var most = drawn.MaxBy(pair => pair.Value);
        var unit = most.Value > 0 ? Length(most.Key) / most.Value : 0;
        foreach (var (key, value) in drawn)
        {
            Assert.True(Math.Abs(Length(key) - (value * unit)) <= Rounding, $"{picture.Address}: {key} is {Length(key)} long for {value}.");
        }

        foreach (var tick in picture.Texts.Where(text => text.Role == "tick"))
        {
            var baseline = baselines.First(line => line > tick.Y);
            var line = picture.Gridlines.MinBy(line => line.DistanceTo(tick.Box));
            Assert.InRange(line.Top - tick.Y, 0, 8);
            var value = double.Parse(tick.Words, NumberStyles.Number, CultureInfo.InvariantCulture);
            Assert.True(
                Math.Abs(baseline - line.Top - (value * unit)) <= 2 * Rounding * Math.Max(1, value / most.Value),
                $"{picture.Address}: the tick {tick.Words} stands at {(baseline - line.Top) / unit}."
            );
        }
    }

    // Two discs a row, before and after, on one scale that begins at the axis.
    private static async Task HoldDiscs(ChartPicture picture, ReleaseFigures figures)
    {
        var points = new List<(double Value, double At)>();
        foreach (var row in picture.Marks.GroupBy(mark => mark.Key))
        {
            var (was, now) = ((await figures.Was(row.Key)), await figures.Of(row.Key));
            points.Add(((double)was.Value!.Value, row.First().Box.Middle));
            points.Add(((double)now.Value!.Value, row.Last().Box.Middle));
            Assert.Equal($"{now.Text}, was {was.Text}", picture.Texts.Single(text => text.Role == "value" && text.Key == row.Key).Words);
        }

        var (low, high) = (points.MinBy(point => point.Value), points.MaxBy(point => point.Value));
        var unit = (high.At - low.At) / (high.Value - low.Value);
        var axis = picture.Lines.First(line => line.Left == line.Right).Left;
        foreach (var (value, at) in points)
        {
            Assert.Equal(axis + (value * unit), at, 0.3);
        }
    }

    // The table under the chart has a row for every mark, in the same order, with the same figure.
    public static async Task HoldTable(string chart, IReadOnlyList<string> keys, ReleaseFigures figures)
    {
        var rows = TableValue().Matches(chart).Select(row => WebUtility.HtmlDecode(row.Groups[1].Value)).ToList();
        if (!chart.Contains("<details", StringComparison.Ordinal))
        {
            return;
        }

        var expected = new List<string>();
        foreach (var key in keys)
        {
            expected.Add((await figures.Of(key)).Text);
        }

        Assert.Equal(expected, rows);
    }

    [GeneratedRegex(
        "<div class=\"chart\">(?:(?!<div class=\"chart\">).)*?srcset=\"([^\"]+)-wide\\.svg\".*?Picture: ",
        RegexOptions.Singleline
    )]
    private static partial Regex Chart();

    [GeneratedRegex("<td (?:class=\"n\"|data-is=\"Figure\")>(?:<a [^>]*>)?([^<]*)<")]
    private static partial Regex TableValue();
}
