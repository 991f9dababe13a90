using PublicStats.Data.Figures;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>A published statement.</summary>
/// <param name="Label">The time it is about.</param>
/// <param name="Words">The figure with the publisher's bound: "almost 12,000".</param>
/// <param name="Value">Null when there is none. The words are then the code with the reason.</param>
/// <param name="Unit">What was counted, in the publisher's words.</param>
/// <param name="Restates">Whether it states the fact of the row before it again. The two are then joined.</param>
public sealed record Statement(string Key, string Label, string Words, double? Value, Bound Bound, string Unit, bool Restates = false);

/// <summary>Statements with their bounds. A fade and an arrow have no length: they say on which side the count lies.</summary>
public sealed record StatementChart(IReadOnlyList<Statement> Statements, ChartFrame Frame)
{
    private const double Arrows = 32;
    private const double Thick = 20;

    private double Most => Statements.Max(statement => statement.Value ?? 0);

    /// <summary>920 pixels wide.</summary>
    public Svg RenderWide()
    {
        const double axis = 320;
        var drawing = new Drawing(920, Frame);
        var room = 920 - axis - Arrows - 12 - Statements.Max(statement => Drawing.MeasureText(statement.Words, isBold: true));
        double y = 4,
            before = 4;
        foreach (var statement in Statements)
        {
            var under = Lines(drawing, statement, y + 20, axis - 22);
            var end = Mark(drawing, statement, axis, y + 8, room);
            drawing.Text(end + 10, y + 24, statement.Words, TextRole.Value, statement.Key, "t b");
            if (statement.Restates)
            {
                drawing.Path($"M{Drawing.N(axis - 8)} {Drawing.N(before + 18)}h-6V{Drawing.N(y + 18)}h6", "l");
            }

            before = y;
            y = Math.Max(y + 50, under);
        }

        drawing.Line(axis, 2, axis, y - 6, "l");
        return drawing.Finish(y - 4);
    }

    /// <summary>340 pixels wide.</summary>
    public Svg RenderNarrow()
    {
        var drawing = new Drawing(340, Frame);
        double y = 0;
        foreach (var statement in Statements)
        {
            y = Lines(drawing, statement, y + 13, 340) - 13;
            if (statement.Restates)
            {
                drawing.Text(0, y + 13, "The same fact as the one above, stated again", TextRole.Note, css: "q m");
                y += 17;
            }

            drawing.Text(0, y + 15, statement.Words, TextRole.Value, statement.Key, "t b");
            Mark(drawing, statement, 2, y + 28, 340 - 2 - Arrows);
            drawing.Line(2, y + 23, 2, y + 53, "l");
            y += 74;
        }

        return drawing.Finish(y - 16);
    }

    // The time and the unit, a line or more each. Returns the y of the next line.
    private static double Lines(Drawing drawing, Statement statement, double y, double room)
    {
        foreach (var line in TextMetrics.Wrap(statement.Label, room))
        {
            drawing.Text(0, y, line, TextRole.Name, statement.Key, "t m");
            y += 17;
        }

        foreach (var line in TextMetrics.Wrap(statement.Unit, room))
        {
            drawing.Text(0, y, line, TextRole.Note, statement.Key, "q m");
            y += 17;
        }

        return y;
    }

    /// <summary>Draws a statement's mark from a left edge. Returns where its words may begin.</summary>
    private double Mark(Drawing drawing, Statement statement, double x, double y, double room)
    {
        if (statement.Value is not { } value)
        {
            drawing.GapRow(statement.Key, x, y, Thick);
            return x + 60;
        }

        var w = Most > 0 ? room * value / Most : 0;
        var (end, fade) = (x + w, Math.Min(40, w * 0.5));
        switch (statement.Bound)
        {
            case Bound.Under:
                drawing.Bar(statement.Key, x, y, w - fade, Thick, "s");
                drawing.Bar(statement.Key, end - fade, y, fade, Thick, "url(#fade)");
                drawing.Path($"M{Drawing.N(end - 7)} {Drawing.N(y - 4)}h7v28h-7", "l");
                return end;
            case Bound.About:
                drawing.Bar(statement.Key, x, y, w - (fade / 2), Thick, "s");
                drawing.Bar(statement.Key, end - (fade / 2), y, fade, Thick, "url(#fade)");
                drawing.Path($"M{Drawing.N(end - (fade / 2))} {Drawing.N(y - 2)}v-5h{Drawing.N(fade)}v5", "l");
                return end + (fade / 2);
            case Bound.Over or Bound.AtLeast:
                drawing.Bar(statement.Key, x, y, w, Thick, "s");
                for (var arrow = 0; arrow < 3; arrow++)
                {
                    drawing.Path($"M{Drawing.N(end + 5 + (arrow * 9))} {Drawing.N(y + 4)}l6 6l-6 6", "l");
                }

                return end + Arrows - 2;
            default:
                drawing.Bar(statement.Key, x, y, w, Thick, "s");
                drawing.Line(end + 1, y - 4, end + 1, y + 24, "l");
                return end;
        }
    }
}
