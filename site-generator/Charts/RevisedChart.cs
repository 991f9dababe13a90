namespace PublicStats.SiteGenerator.Charts;

/// <summary>A figure before and after a revision.</summary>
/// <param name="Text">Both values: "277, was 199".</param>
public sealed record RevisedRow(string Key, string Label, double Was, double Now, string Text);

/// <summary>Revised figures on one scale from zero, a row each: hollow before, filled after, joined.</summary>
public sealed record RevisedChart(IReadOnlyList<RevisedRow> Rows, ChartFrame Frame)
{
    private double Most => Rows.Max(row => Math.Max(row.Was, row.Now));

    private double Words => Rows.Max(row => Drawing.MeasureText(row.Text)) + 24;

    /// <summary>920 pixels wide.</summary>
    public Svg RenderWide()
    {
        var drawing = new Drawing(920, Frame);
        var axis = Math.Min(340, Rows.Max(row => Drawing.MeasureText(row.Label)) + 24);
        double y = 0;
        foreach (var row in Rows)
        {
            var lines = Names(drawing, row, y + 23, axis - 24, 15, "t");
            Mark(drawing, row, axis, y + 18, 920 - axis - Words);
            y += 15 + (lines * 19);
        }

        drawing.Line(axis, 2, axis, y, "l");
        return drawing.Finish(y);
    }

    /// <summary>340 pixels wide.</summary>
    public Svg RenderNarrow()
    {
        var drawing = new Drawing(340, Frame);
        double y = 0;
        foreach (var row in Rows)
        {
            y += (Names(drawing, row, y + 15, 340, 13, "q m") - 1) * 17;
            Mark(drawing, row, 10, y + 32, 330 - Words);
            drawing.Line(10, y + 22, 10, y + 42, "l");
            y += 58;
        }

        return drawing.Finish(y - 12);
    }

    private static int Names(Drawing drawing, RevisedRow row, double y, double room, double size, string css)
    {
        var lines = TextMetrics.Wrap(row.Label, room, size);
        for (var line = 0; line < lines.Count; line++)
        {
            drawing.Text(0, y + (line * (size + 4)), lines[line], TextRole.Name, row.Key, css);
        }

        return lines.Count;
    }

    private void Mark(Drawing drawing, RevisedRow row, double left, double y, double room)
    {
        double At(double value) => left + (Most > 0 ? room * value / Most : 0);
        drawing.Line(At(row.Was), y, At(row.Now), y, "l");
        drawing.Disc(row.Key, At(row.Was), y, 6, "g o");
        drawing.Disc(row.Key, At(row.Now), y, 7, "s");
        drawing.Text(At(Math.Max(row.Was, row.Now)) + 14, y + 5, row.Text, TextRole.Value, row.Key);
    }
}
