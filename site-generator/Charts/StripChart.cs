namespace PublicStats.SiteGenerator.Charts;

/// <summary>A figure in a strip.</summary>
/// <param name="Key">The figure's key.</param>
/// <param name="Place">Its place in its year, from 0: week 1 and January are at 0.</param>
/// <param name="Value">Null when there is none.</param>
/// <param name="IsPart">Part of a period: drawn hatched.</param>
public sealed record StripMark(string Key, int Place, double? Value, bool IsPart = false);

/// <summary>A year of a strip.</summary>
/// <param name="Places">How many places the year has: 12 months, 52 or 53 weeks, 365 or 366 days.</param>
/// <param name="Marks">In order; the first and the last year may have fewer than there are places.</param>
public sealed record StripYear(string Label, int Places, IReadOnlyList<StripMark> Marks);

/// <summary>A long series as thin columns from zero: wide, one strip; narrow, a row a year on one scale.</summary>
/// <param name="Years">Every year from the first to the last.</param>
/// <param name="Peak">The key of the highest column.</param>
/// <param name="PeakText">Written over the highest column.</param>
/// <param name="FirstPlace">The first place of every year in words: "week 1".</param>
/// <param name="LastPlace">The last place of the longest year in words: "week 53".</param>
public sealed record StripChart(
    IReadOnlyList<StripYear> Years,
    string Peak,
    string PeakText,
    string FirstPlace,
    string LastPlace,
    ChartFrame Frame
)
{
    private double Most => Years.SelectMany(year => year.Marks).Max(mark => mark.Value ?? 0);

    /// <summary>920 pixels wide.</summary>
    public Svg RenderWide()
    {
        const double baseline = 230,
            plot = 190;
        var drawing = new Drawing(920, Frame);
        var scale = ValueScale.To(Most);
        var left = scale.Margin();
        scale.Draw(drawing, 0, 920, baseline, plot);

        // The strip begins at the first figure, wherever in its year that is, and ends at the last.
        var skipped = Years[0].Marks[0].Place;
        var places = Years.Take(Years.Count - 1).Sum(year => year.Places) + Years[^1].Marks[^1].Place + 1 - skipped;
        var band = (920 - left) / places;
        var start = -skipped;
        foreach (var year in Years)
        {
            var from = left + (Math.Max(0, start) * band);
            var room = (Math.Min(start + year.Places, places) - Math.Max(0, start)) * band;
            drawing.Line(from, baseline, from, baseline + 8, "l");
            if (Drawing.MeasureText(year.Label) + 4 < room)
            {
                drawing.Text(from + 4, baseline + 22, year.Label, TextRole.Name);
            }

            foreach (var mark in year.Marks)
            {
                Draw(drawing, mark, left + ((start + mark.Place) * band), baseline, band, plot / scale.Top);
            }

            start += year.Places;
        }

        WritePeak(drawing, baseline - (plot * Most / scale.Top) - 8, left, "t b");
        drawing.Line(0, baseline, 920, baseline, "l");
        return drawing.Finish(baseline + 26);
    }

    /// <summary>340 pixels wide.</summary>
    public Svg RenderNarrow()
    {
        const double plot = 48;
        var drawing = new Drawing(340, Frame);
        var left = Years.Max(year => Drawing.MeasureText(year.Label)) + 8;
        var band = (340 - left) / Years.Max(year => year.Places);
        double baseline = 0;
        foreach (var year in Years)
        {
            var isPeak = year.Marks.Any(mark => mark.Key == Peak);
            // The label of the peak has its own line above the row.
            baseline += plot + 14 + (isPeak ? 14 : 0);
            drawing.Text(0, baseline - 2, year.Label, TextRole.Name);
            foreach (var mark in year.Marks)
            {
                Draw(drawing, mark, left + (mark.Place * band), baseline, band, plot / Math.Max(Most, 1));
            }

            drawing.Line(left, baseline, 340, baseline, "l");
            if (isPeak)
            {
                WritePeak(drawing, baseline - plot - 5, left, "t m");
            }
        }

        drawing.Text(left, baseline + 17, FirstPlace, TextRole.Note, css: "q m");
        drawing.TryText(340, baseline + 17, LastPlace, TextRole.Note, null, "q m", "end");
        return drawing.Finish(baseline + 20);
    }

    private void Draw(Drawing drawing, StripMark mark, double x, double baseline, double band, double perUnit)
    {
        var (from, w) = (x + (band * 0.1), band * 0.8);
        if (mark.Value is not { } value)
        {
            drawing.GapLine(mark.Key, x, baseline - 14, band);
        }
        else if (mark.IsPart || Frame.Illustrative)
        {
            drawing.Bar(mark.Key, from, baseline - (value * perUnit), w, value * perUnit, "url(#hatch)", Frame.Illustrative ? "i" : "o");
        }
        else
        {
            drawing.Bar(mark.Key, from, baseline - (value * perUnit), w, value * perUnit, mark.Key == Peak ? "s" : "c");
        }
    }

    private void WritePeak(Drawing drawing, double y, double left, string css)
    {
        var middle = drawing.MiddleOf(Peak);
        var half = Drawing.MeasureText(PeakText, css == "t b" ? 15 : 13, css == "t b") / 2;
        drawing.Text(Math.Max(middle, left + half), y, PeakText, TextRole.Value, Peak, css, "middle");
    }
}
