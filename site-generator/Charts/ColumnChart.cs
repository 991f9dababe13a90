using System.Globalization;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>One column.</summary>
/// <param name="Value">Null when there is none: then <paramref name="GapCode"/> says why.</param>
/// <param name="IsSubject">What the title is about: drawn strong.</param>
/// <param name="PartLabel">The last day in it, when it is part of a period: drawn hatched.</param>
/// <param name="Mark">The same days of the year before.</param>
public sealed record Column(string Label, double? Value, string Text, string? GapCode = null, bool IsSubject = false, string? PartLabel = null, double? Mark = null, string? MarkText = null);

/// <summary>Columns from zero: wide, as columns; narrow, as rows.</summary>
public sealed record ColumnChart(IReadOnlyList<Column> Columns, ChartFrame Frame, bool IsSecond = false)
{
    private double Most => Columns.Max(each => Math.Max(each.Value ?? 0, each.Mark ?? 0));

    /// <summary>920 pixels wide.</summary>
    public Svg Wide()
    {
        const double top = 30, plot = 250, baseline = top + plot;
        var drawing = new Drawing(920, Frame);
        var (step, count) = Drawing.Scale(Most);
        for (var line = 1; line <= count; line++)
        {
            var y = baseline - (plot * line / count);
            drawing.Line(0, y, 920, y, "r");
            drawing.Text(0, y - 5, (step * line).ToString("#,##0.##", CultureInfo.InvariantCulture), "q m");
        }

        var band = (920 - 60.0) / Columns.Count;
        var w = Math.Min(64, band * 0.66);
        var every = (int)Math.Ceiling(Columns.Max(each => Drawing.Wide(each.Label)) / band);
        for (var i = 0; i < Columns.Count; i++)
        {
            var column = Columns[i];
            var x = 60 + (band * i) + ((band - w) / 2);
            var h = plot * (column.Value ?? 0) / (step * count);
            Draw(drawing, column, x, baseline - h, w, h, baseline);
            if (Drawing.Wide(column.Text) < band || column.IsSubject)
            {
                drawing.Text(x + (w / 2), baseline - h - 7, column.GapCode is null ? column.Text : "", column.IsSubject ? "t b" : "t", "middle");
            }

            if (i % every == 0 || i == Columns.Count - 1)
            {
                drawing.Text(x + (w / 2), baseline + 20, column.Label, column.IsSubject ? "t b" : "t", "middle");
            }

            if (column.PartLabel is { } part)
            {
                drawing.Text(x + (w / 2), baseline + 37, part, "q m", "middle");
            }

            if (column.Mark is { } mark)
            {
                var y = baseline - (plot * mark / (step * count));
                drawing.Line(x - 8, y, x + w + 8, y, "l");
                drawing.Text(920, baseline + 55, column.MarkText is { } said ? "Line: " + said : "", "q m", "end");
            }
        }

        drawing.Line(0, baseline, 920, baseline, "l");
        return drawing.Finish(baseline + (Columns.Any(each => each.Mark is not null) ? 56 : Columns.Any(each => each.PartLabel is not null) ? 40 : 24));
    }

    /// <summary>340 pixels wide.</summary>
    public Svg Narrow()
    {
        var drawing = new Drawing(340, Frame);
        var label = Math.Min(120, Columns.Max(each => Drawing.Wide(each.Label)) + 10);
        var words = Columns.Max(each => Drawing.Wide(each.Text)) + 14;
        var room = Math.Max(60, 340 - label - words);
        double y = 6;
        foreach (var column in Columns)
        {
            var w = room * (column.Value ?? 0) / Math.Max(Most, 1);
            drawing.Text(0, y + 16, column.Label, column.IsSubject ? "t b" : "t");
            if (column.GapCode is { } code)
            {
                drawing.Path($"M{Drawing.N(label)} {Drawing.N(y + 3)}h60v18h-60", "d");
                drawing.Text(label + 30, y + 16, $"[{code}]", "q m", "middle");
            }
            else
            {
                Bar(drawing, column, label, y + 3, w, 18);
                drawing.Text(label + Math.Max(w, column.Mark is { } beyond ? room * beyond / Math.Max(Most, 1) : 0) + 8, y + 17, column.Text, column.IsSubject ? "t b" : "t");
            }

            y += 28;
            if (column.PartLabel is { } part)
            {
                drawing.Text(label + 6, y + 10, part + (column.MarkText is null ? "" : $"; {column.MarkText}"), "q m");
                y += 18;
            }

            if (column.Mark is { } mark)
            {
                drawing.Line(label + (room * mark / Math.Max(Most, 1)), y - 46, label + (room * mark / Math.Max(Most, 1)), y - 22, "l");
            }
        }

        drawing.Line(label, 4, label, y, "l");
        return drawing.Finish(y);
    }

    private void Draw(Drawing drawing, Column column, double x, double y, double w, double h, double baseline)
    {
        if (column.GapCode is { } code)
        {
            drawing.Gap(x, baseline, w, code);
        }
        else
        {
            Bar(drawing, column, x, y, w, h);
        }
    }

    private void Bar(Drawing drawing, Column column, double x, double y, double w, double h)
    {
        if (column.PartLabel is not null || Frame.Illustrative)
        {
            drawing.Fill(x, y, w, h, IsSecond ? "hatch2" : "hatch");
            drawing.Rect(x, y, w, h, Frame.Illustrative ? "i" : IsSecond ? "o2" : "o");
        }
        else
        {
            drawing.Rect(x, y, w, h, IsSecond ? "e" : column.IsSubject ? "s" : "c");
        }
    }
}
