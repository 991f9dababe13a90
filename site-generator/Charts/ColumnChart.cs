namespace PublicStats.SiteGenerator.Charts;

/// <summary>One column.</summary>
/// <param name="Key">The figure's key.</param>
/// <param name="Label">Its period, or another name.</param>
/// <param name="Value">Null when there is none. <paramref name="GapCode"/> then gives the reason.</param>
/// <param name="Text">The value in words.</param>
/// <param name="IsSubject">Whether the title is about it. It is then drawn strong.</param>
/// <param name="PartLabel">The days in it, when it is part of a period: "to 23 July". Drawn hatched.</param>
/// <param name="Before">The same days of the year before; null when there is nothing to compare with.</param>
public sealed record Column(
    string Key,
    string Label,
    double? Value,
    string Text,
    string? GapCode = null,
    bool IsSubject = false,
    string? PartLabel = null,
    Comparison? Before = null
);

/// <summary>A level marked beside a part of a period, on the same scale.</summary>
/// <param name="Label">What it is: "to the same date in 2025".</param>
/// <param name="Text">The value in words.</param>
public sealed record Comparison(string Key, string Label, double Value, string Text)
{
    /// <summary>The label with the value last.</summary>
    public string Sentence => $"{Label}: {Text}";
}

/// <summary>Columns from zero: wide, as columns; narrow, as rows.</summary>
public sealed record ColumnChart(IReadOnlyList<Column> Columns, ChartFrame Frame, bool IsSecond = false)
{
    private double Most => Columns.Max(column => Math.Max(column.Value ?? 0, column.Before?.Value ?? 0));

    // Only the last column can be part of a period with another before it.
    private Comparison? Before => Columns[^1].Before;

    /// <summary>920 pixels wide.</summary>
    public Svg RenderWide()
    {
        const double plot = 250,
            baseline = 280;
        var drawing = new Drawing(920, Frame);
        var scale = ValueScale.To(Most);
        var beside = Before is { } before ? TextMetrics.Wrap(before.Sentence, 130) : [];
        var left = scale.Margin();
        var right = 920 - (beside.Count == 0 ? 0 : beside.Max(line => Drawing.MeasureText(line, 13)) + 18);
        scale.Draw(drawing, 0, right, baseline, plot);

        var band = (right - left) / Columns.Count;
        var w = Math.Min(64, band * 0.66);
        double Left(int i) => left + (band * i) + ((band - w) / 2);
        double Height(double value) => plot * value / scale.Top;
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Value is { } value)
            {
                Bar(drawing, Columns[i], Left(i), baseline - Height(value), w, Height(value));
            }
            else
            {
                drawing.Gap(Columns[i].Key, Left(i), baseline, w);
            }
        }

        if (Before is { } compared)
        {
            // It starts beside the column, not over it, so that the column's own value is never read at this line.
            var y = baseline - Height(compared.Value);
            drawing.Level(compared.Key, Left(Columns.Count - 1) + w + 3, y, right + 12, y);
            for (var line = 0; line < beside.Count; line++)
            {
                var role = line == beside.Count - 1 ? TextRole.Value : TextRole.Note;
                drawing.Text(right + 18, y + 5 + ((line - ((beside.Count - 1) / 2.0)) * 17), beside[line], role, compared.Key, "q m");
            }
        }

        // Labels that do not fit are left out, so the subject and the last column are labelled first.
        var last = Columns.Count - 1;
        foreach (var i in Enumerable.Range(0, Columns.Count).OrderByDescending(i => Columns[i].IsSubject).ThenByDescending(i => i == last))
        {
            Label(drawing, Columns[i], Left(i) + (w / 2), baseline - Height(Columns[i].Value ?? 0), baseline);
        }

        drawing.Line(0, baseline, right, baseline, "l");
        return drawing.Finish(baseline + (Columns.Any(column => column.PartLabel is not null) ? 40 : 24));
    }

    /// <summary>340 pixels wide.</summary>
    public Svg RenderNarrow()
    {
        var drawing = new Drawing(340, Frame);
        var names = Columns.Max(column => Drawing.MeasureText(column.Label, isBold: column.IsSubject)) + 8;
        var isStacked = names > 110;
        var axis = isStacked ? 1 : names;
        var words = Columns.Max(column => Drawing.MeasureText(column.Text, isBold: column.IsSubject)) + 8;
        var room = 340 - axis - words;
        double Length(double value) => Most > 0 ? room * value / Most : 0;
        double y = 6;
        foreach (var column in Columns)
        {
            var css = column.IsSubject ? "t b" : "t";
            drawing.Text(isStacked ? axis + 5 : 0, y + 16, column.Label, TextRole.Name, column.Key, css);
            y += isStacked ? 22 : 0;
            if (column.Value is { } value)
            {
                Bar(drawing, column, axis, y + 3, Length(value), 18);
                drawing.Text(axis + Length(value) + 7, y + 17, column.Text, TextRole.Value, column.Key, css);
            }
            else
            {
                drawing.GapRow(column.Key, axis, y + 3, 18);
                drawing.GapCode(column.Key, axis + 30, y + 16, column.GapCode ?? "x");
            }

            y += 28;
            if (column.PartLabel is { } part)
            {
                drawing.Text(axis + 6, y + 8, part, TextRole.Note, column.Key, "q m");
                y += 20;
            }

            if (column.Before is { } before)
            {
                y = Compared(drawing, before, axis, y + 6, Length(before.Value));
            }
        }

        drawing.Line(axis, 4, axis, y, "l");
        return drawing.Finish(y);
    }

    // A row of its own under the column, with its words directly above its line.
    private static double Compared(Drawing drawing, Comparison before, double axis, double y, double length)
    {
        var lines = TextMetrics.Wrap(before.Sentence, 340 - axis - 6);
        for (var line = 0; line < lines.Count; line++)
        {
            drawing.Text(axis + 6, y + 12, lines[line], line == lines.Count - 1 ? TextRole.Value : TextRole.Note, before.Key, "q m");
            y += 17;
        }

        drawing.Level(before.Key, axis, y + 6, axis + length, y + 6);
        drawing.Line(axis + length, y + 1, axis + length, y + 11, "l");
        return y + 16;
    }

    private static void Label(Drawing drawing, Column column, double middle, double top, double baseline)
    {
        var css = column.IsSubject ? "t b" : "t";
        if (column.Value is null)
        {
            drawing.GapCode(column.Key, middle, baseline - 12, column.GapCode ?? "x");
        }
        else
        {
            drawing.TryText(middle, top - 7, column.Text, TextRole.Value, column.Key, css, "middle");
        }

        drawing.TryText(middle, baseline + 20, column.Label, TextRole.Name, column.Key, css, "middle");
        if (column.PartLabel is { } part)
        {
            drawing.TryText(middle, baseline + 37, part, TextRole.Note, column.Key, "q m", "middle");
        }
    }

    private void Bar(Drawing drawing, Column column, double x, double y, double w, double h)
    {
        var (fill, outline) = (Frame.Illustrative, column.PartLabel is not null, IsSecond) switch
        {
            (true, _, _) => ("url(#hatch)", "i"),
            (_, true, true) => ("url(#hatch2)", "o2"),
            (_, true, false) => ("url(#hatch)", "o"),
            (_, _, true) => ("e", null),
            _ => (column.IsSubject ? "s" : "c", null),
        };
        drawing.Bar(column.Key, x, y, w, h, fill, outline);
    }
}
