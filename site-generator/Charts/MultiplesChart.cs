namespace PublicStats.SiteGenerator.Charts;

/// <summary>One of several small charts.</summary>
public sealed record Panel(string Title, IReadOnlyList<Column> Columns);

/// <summary>Small column charts on one scale: wide, side by side; narrow, under one another.</summary>
public sealed record MultiplesChart(IReadOnlyList<Panel> Panels, ChartFrame Frame)
{
    private const double Gap = 24;
    private const double Plot = 110;

    /// <summary>920 pixels wide.</summary>
    public Svg RenderWide()
    {
        var across = Math.Min(4, Panels.Count);
        return Draw(920, across, (920 - (Gap * (across - 1))) / across);
    }

    /// <summary>340 pixels wide.</summary>
    public Svg RenderNarrow() => Draw(340, 1, 340);

    private Svg Draw(int width, int across, double w)
    {
        var drawing = new Drawing(width, Frame);
        var scale = ValueScale.To(Panels.Max(panel => panel.Columns.Max(column => column.Value ?? 0)));
        var titles = Panels.Max(panel => TextMetrics.Wrap(panel.Title, w, 15, isBold: true).Count) * 19;
        var height = titles + Plot + 54;
        for (var i = 0; i < Panels.Count; i++)
        {
            Draw(drawing, Panels[i], i % across * (w + Gap), i / across * height, w, titles, scale);
        }

        return drawing.Finish(((((Panels.Count - 1) / across) + 1) * height) - 6);
    }

    private void Draw(Drawing drawing, Panel panel, double x, double y, double w, double titles, ValueScale scale)
    {
        var title = TextMetrics.Wrap(panel.Title, w, 15, isBold: true);
        for (var line = 0; line < title.Count; line++)
        {
            drawing.Text(x, y + 16 + (line * 19), title[line], TextRole.Name, css: "t b");
        }

        // The last value is written to the right of its column, where no other column is.
        var last = panel.Columns[^1];
        var right = x + w - (last.Value is null ? 0 : Drawing.MeasureText(last.Text, 13) + 4);
        var left = x + scale.Margin();
        var baseline = y + titles + 26 + Plot;
        scale.Draw(drawing, x, right, baseline, Plot);
        var band = (right - left) / panel.Columns.Count;
        for (var i = 0; i < panel.Columns.Count; i++)
        {
            var column = panel.Columns[i];
            var at = left + (i * band) + (band * 0.15);
            if (column.Value is { } value)
            {
                var h = Plot * value / scale.Top;
                drawing.Bar(column.Key, at, baseline - h, band * 0.7, h, "url(#hatch)", Frame.Illustrative ? "i" : "o");
            }
            else
            {
                drawing.Gap(column.Key, at, baseline, band * 0.7);
            }
        }

        foreach (var (column, i) in panel.Columns.Select((column, i) => (column, i)).Where(place => place.column.Value is null))
        {
            drawing.GapCode(column.Key, left + ((i + 0.5) * band), baseline - 12, column.GapCode ?? "x");
        }

        if (last.Value is { } shown)
        {
            drawing.Text(right, baseline - (Plot * shown / scale.Top) + 5, last.Text, TextRole.Value, last.Key, "t m");
        }

        drawing.Line(x, baseline, right, baseline, "l");
        drawing.Text(x, baseline + 17, $"{panel.Columns[0].Label} to {last.Label}", TextRole.Note, css: "q m");
    }
}
