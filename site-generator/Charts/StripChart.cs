namespace PublicStats.SiteGenerator.Charts;

/// <summary>A year of a strip: its figures in order, null where there is none.</summary>
public sealed record StripYear(string Label, IReadOnlyList<double?> Values);

/// <summary>A long series as thin columns from zero: wide, one strip; narrow, a row a year on one scale.</summary>
/// <param name="Places">How many figures a whole year has.</param>
/// <param name="PeakText">Stands at the highest column.</param>
public sealed record StripChart(IReadOnlyList<StripYear> Years, int Places, string PeakText, ChartFrame Frame)
{
    private double Most => Math.Max(1, Years.SelectMany(each => each.Values).Max() ?? 1);

    /// <summary>920 pixels wide.</summary>
    public Svg Wide()
    {
        const double baseline = 230;
        var drawing = new Drawing(920, Frame);
        var places = Years.Sum(each => each.Values.Count);
        var band = 920.0 / places;
        var at = 0;
        foreach (var year in Years)
        {
            drawing.Line(at * band, baseline, at * band, baseline + 8, "l");
            if (Drawing.Wide(year.Label) < year.Values.Count * band)
            {
                drawing.Text((at * band) + 4, baseline + 22, year.Label);
            }

            Draw(drawing, year, at * band, baseline, band, 190);
            at += year.Values.Count;
        }

        Peak(drawing, band, baseline);
        drawing.Line(0, baseline, 920, baseline, "l");
        return drawing.Finish(baseline + 26);
    }

    /// <summary>340 pixels wide.</summary>
    public Svg Narrow()
    {
        var drawing = new Drawing(340, Frame);
        double y = 0;
        foreach (var year in Years)
        {
            var baseline = y + 56;
            drawing.Text(0, baseline - 2, year.Label);
            Draw(drawing, year, 52, baseline, 288.0 / Places, 48);
            drawing.Line(52, baseline, 340, baseline, "l");
            if (year.Values.Contains(Most))
            {
                drawing.Text(340, y + 10, PeakText, "q m", "end");
            }

            y += 66;
        }

        return drawing.Finish(y - 6);
    }

    private void Draw(Drawing drawing, StripYear year, double x, double baseline, double band, double room)
    {
        for (var i = 0; i < year.Values.Count; i++)
        {
            if (year.Values[i] is { } value)
            {
                var h = room * value / Most;
                drawing.Rect(x + (i * band) + (band * 0.1), baseline - h, band * 0.8, h, value == Most ? "s" : "c");
            }
            else
            {
                drawing.Path($"M{Drawing.N(x + (i * band))} {Drawing.N(baseline - 14)}h{Drawing.N(band)}", "d");
            }
        }
    }

    private void Peak(Drawing drawing, double band, double baseline)
    {
        var at = Years.SelectMany(each => each.Values).ToList().IndexOf(Most);
        drawing.Text((at + 0.5) * band, baseline - 200, PeakText, "t b", "middle");
    }
}
