using PublicStats.Data.Figures;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>A published statement.</summary>
/// <param name="Label">The time it is about.</param>
/// <param name="Words">The figure with the publisher's bound: "almost 12,000".</param>
/// <param name="Value">Null when there is none: then the words are the code that says why.</param>
/// <param name="Note">Under the label: the unit, or that it is restated.</param>
/// <param name="Restates">Joined to the row before it: one fact, stated twice.</param>
public sealed record Statement(string Label, string Words, double? Value, Bound Bound, string? Note = null, bool Restates = false);

/// <summary>Statements with their bounds. A fade and an arrow have no length: they say on which side the count lies.</summary>
public sealed record StatementChart(IReadOnlyList<Statement> Statements, ChartFrame Frame)
{
    /// <summary>920 pixels wide.</summary>
    public Svg Wide()
    {
        var drawing = new Drawing(920, Frame);
        double y = 4, before = 4;
        for (var i = 0; i < Statements.Count; i++)
        {
            var statement = Statements[i];
            drawing.Text(0, y + 20, statement.Label, "t m");
            var under = y + 37;
            foreach (var line in Drawing.Wrapped(statement.Note ?? "", 295))
            {
                drawing.Text(0, under, line, "q m");
                under += 16;
            }

            var end = Mark(drawing, statement, 320, y + 8, 380);
            drawing.Text(end + 10, y + 24, statement.Words, "t b");
            if (statement.Restates)
            {
                drawing.Path($"M312 {Drawing.N(before + 18)}h-6V{Drawing.N(y + 18)}h6", "l");
            }

            before = y;
            y = Math.Max(y + 50, under - 4);
        }

        drawing.Line(320, 2, 320, y - 6, "l");
        return drawing.Finish(y - 4);
    }

    /// <summary>340 pixels wide.</summary>
    public Svg Narrow()
    {
        var drawing = new Drawing(340, Frame);
        double y = 0;
        foreach (var statement in Statements)
        {
            drawing.Text(0, y + 15, statement.Words + (statement.Restates ? " (the same fact)" : ""), "t b");
            foreach (var line in Drawing.Wrapped(statement.Label, 335))
            {
                drawing.Text(0, y + 33, line, "q m");
                y += 17;
            }

            Mark(drawing, statement, 2, y + 27, 280);
            drawing.Line(2, y + 22, 2, y + 52, "l");
            y += 66;
        }

        return drawing.Finish(y - 4);
    }

    private double Mark(Drawing drawing, Statement statement, double x, double y, double room)
    {
        if (statement.Value is not { } value)
        {
            drawing.Path($"M{Drawing.N(x)} {Drawing.N(y)}h60v20h-60", "d");
            return x + 60;
        }

        var w = room * value / Math.Max(1, Statements.Max(each => each.Value ?? 0));
        var (end, fade) = (x + w, Math.Min(40, w * 0.5));
        switch (statement.Bound)
        {
            case Bound.Under:
                drawing.Rect(x, y, w - fade, 20, "s");
                drawing.Fill(end - fade, y, fade, 20, "fade");
                drawing.Path($"M{Drawing.N(end - 7)} {Drawing.N(y - 4)}h7v28h-7", "l");
                return end;
            case Bound.About:
                drawing.Rect(x, y, w - (fade / 2), 20, "s");
                drawing.Fill(end - (fade / 2), y, fade, 20, "fade");
                drawing.Path($"M{Drawing.N(end - (fade / 2))} {Drawing.N(y - 2)}v-5h{Drawing.N(fade)}v5", "l");
                return end + (fade / 2);
            case Bound.Over or Bound.AtLeast:
                drawing.Rect(x, y, w, 20, "s");
                for (var arrow = 0; arrow < 3; arrow++)
                {
                    drawing.Path($"M{Drawing.N(end + 5 + (arrow * 9))} {Drawing.N(y + 4)}l6 6l-6 6", "l");
                }

                return end + 30;
            default:
                drawing.Rect(x, y, w, 20, "s");
                drawing.Line(end + 1, y - 4, end + 1, y + 24, "l");
                return end;
        }
    }
}
