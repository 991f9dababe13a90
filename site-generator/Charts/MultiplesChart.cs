namespace PublicStats.SiteGenerator.Charts;

/// <summary>One of several small charts.</summary>
public sealed record Panel(string Title, IReadOnlyList<Column> Columns);

/// <summary>Small column charts on one scale: wide, side by side; narrow, under one another.</summary>
public sealed record MultiplesChart(IReadOnlyList<Panel> Panels, ChartFrame Frame)
{
    private double Most => Math.Max(1, Panels.Max(panel => panel.Columns.Max(each => each.Value ?? 0)));

    /// <summary>920 pixels wide.</summary>
    public Svg Wide()
    {
        var drawing = new Drawing(920, Frame);
        var across = Math.Min(4, Panels.Count);
        var w = (920.0 - (24 * (across - 1))) / across;
        for (var i = 0; i < Panels.Count; i++)
        {
            Draw(drawing, Panels[i], i % across * (w + 24), i / across * 210, w);
        }

        return drawing.Finish((((Panels.Count - 1) / across) + 1) * 210 - 6);
    }

    /// <summary>340 pixels wide.</summary>
    public Svg Narrow()
    {
        var drawing = new Drawing(340, Frame);
        for (var i = 0; i < Panels.Count; i++)
        {
            Draw(drawing, Panels[i], 0, i * 210, 340);
        }

        return drawing.Finish((Panels.Count * 210) - 6);
    }

    private void Draw(Drawing drawing, Panel panel, double x, double y, double w)
    {
        var baseline = y + 170;
        var band = w / panel.Columns.Count;
        drawing.Text(x, y + 16, panel.Title, "t b");
        for (var i = 0; i < panel.Columns.Count; i++)
        {
            var column = panel.Columns[i];
            var left = x + (i * band) + (band * 0.15);
            if (column.Value is { } value)
            {
                var h = 110 * value / Most;
                drawing.Fill(left, baseline - h, band * 0.7, h, "hatch");
                drawing.Rect(left, baseline - h, band * 0.7, h, Frame.Illustrative ? "i" : "o");
                if (i == panel.Columns.Count - 1)
                {
                    drawing.Text(x + w, baseline - h - 6, column.Text, "t m", "end");
                }
            }
            else
            {
                drawing.Gap(left, baseline, band * 0.7, column.GapCode ?? "x");
            }
        }

        drawing.Line(x, baseline, x + w, baseline, "l");
        drawing.Text(x, baseline + 17, panel.Columns[0].Label, "q m");
        drawing.Text(x + w, baseline + 17, panel.Columns[^1].Label, "q m", "end");
    }
}
