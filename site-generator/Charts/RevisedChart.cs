namespace PublicStats.SiteGenerator.Charts;

/// <summary>A figure before and after a revision.</summary>
/// <param name="Text">Says both: "277, was 199".</param>
public sealed record RevisedRow(string Label, double Was, double Now, string Text);

/// <summary>Revised figures on one scale from zero, a row each: hollow before, filled after, joined.</summary>
public sealed record RevisedChart(IReadOnlyList<RevisedRow> Rows, ChartFrame Frame)
{
    private double Most => Math.Max(1, Rows.Max(each => Math.Max(each.Was, each.Now)));

    private double Words => Rows.Max(each => Drawing.Wide(each.Text)) + 24;

    /// <summary>920 pixels wide.</summary>
    public Svg Wide()
    {
        var drawing = new Drawing(920, Frame);
        var label = Math.Min(320, Rows.Max(each => Drawing.Wide(each.Label)) + 24);
        for (var i = 0; i < Rows.Count; i++)
        {
            drawing.Text(0, (i * 34) + 23, Rows[i].Label);
            Mark(drawing, Rows[i], label, (i * 34) + 18, 920 - label - Words);
        }

        drawing.Line(label, 2, label, Rows.Count * 34, "l");
        return drawing.Finish(Rows.Count * 34);
    }

    /// <summary>340 pixels wide.</summary>
    public Svg Narrow()
    {
        var drawing = new Drawing(340, Frame);
        for (var i = 0; i < Rows.Count; i++)
        {
            drawing.Text(0, (i * 52) + 15, Rows[i].Label, "q m");
            Mark(drawing, Rows[i], 10, (i * 52) + 32, 330 - Words);
            drawing.Line(2, (i * 52) + 22, 2, (i * 52) + 42, "l");
        }

        return drawing.Finish((Rows.Count * 52) - 6);
    }

    private void Mark(Drawing drawing, RevisedRow row, double left, double y, double room)
    {
        var (was, now) = (left + (room * row.Was / Most), left + (room * row.Now / Most));
        drawing.Line(was, y, now, y, "l");
        Disc(drawing, was, y, 6, "g");
        Disc(drawing, was, y, 6, "o");
        Disc(drawing, now, y, 7, "s");
        drawing.Text(Math.Max(was, now) + 14, y + 5, row.Text, "t");
    }

    private static void Disc(Drawing drawing, double x, double y, double r, string css) =>
        drawing.Path($"M{Drawing.N(x - r)} {Drawing.N(y)}a{Drawing.N(r)} {Drawing.N(r)} 0 1 0 {Drawing.N(r * 2)} 0a{Drawing.N(r)} {Drawing.N(r)} 0 1 0 {Drawing.N(-r * 2)} 0", css);
}
