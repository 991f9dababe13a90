using PublicStats.Data.Periods;
using PublicStats.Data.Spreadsheets;

namespace PublicStats.Data.Importing;

/// <summary>Checks that the periods of a sheet's rows follow one another: oldest first, none twice, none passed over.</summary>
internal sealed class PeriodSequence(ImportTarget target, ImportMapping mapping)
{
    private readonly Dictionary<Period, int> rowOf = [];
    private readonly HashSet<Period> filled = [];
    private Period? previous;

    /// <summary>Whether any row had a period.</summary>
    public bool HasRows => rowOf.Count > 0;

    /// <summary>Periods that the sheet passes over and figures.csv holds.</summary>
    public IReadOnlySet<Period> Filled => filled;

    /// <summary>Adds the period of the next row.</summary>
    /// <param name="fault">Takes a problem of the row's date and its cure.</param>
    public void Add(Period period, SheetRow row, Action<string, string> fault)
    {
        if (row.Repeats > 1)
        {
            fault($"Rows {row.Number} to {row.Number + row.Repeats - 1} are the same.", "Keep one of them.");
        }

        if (!rowOf.TryAdd(period, row.Number))
        {
            fault($"{LabelOf(period)} is already in row {rowOf[period]}.", "Keep one of the two, and ask the publisher which is right.");
            return;
        }

        if (previous is { } before)
        {
            if (period < before)
            {
                fault($"{LabelOf(period)} comes after {LabelOf(before)}.", "Sort the rows by date, oldest first, in a copy of the file.");
            }
            else if (!target.About.Structure.Sparse)
            {
                PassedOver(before, period, fault);
            }
        }

        previous = previous is { } latest && latest > period ? latest : period;
    }

    /// <summary>The period as the publisher names it: a week by its last day.</summary>
    public string LabelOf(Period period) =>
        mapping.Date.Is == "week-ending" ? $"The week ending {DateCells.Long(period.Last)}" : period.Label;

    // An editor may fill a gap of the publisher's by hand: what figures.csv holds for it stays.
    private void PassedOver(Period before, Period after, Action<string, string> fault)
    {
        Period? first = null,
            last = null;
        for (var missing = before.Next; missing < after; missing = missing.Next)
        {
            if (target.Holds(mapping, missing))
            {
                filled.Add(missing);
            }
            else
            {
                (first, last) = (first ?? missing, missing);
            }
        }

        if (first is { } from && last is { } to)
        {
            fault(
                from == to ? $"{LabelOf(from)} is missing before it." : $"{LabelOf(from)} to {LabelOf(to)} are missing before it.",
                "Import a file of the publisher's that holds every row. If there is none, write the figures by hand, and import again: "
                    + "they stay. "
                    + $"Where they are not available, the rows of {target.Path} are: {string.Join(" and ", Unavailable(from))}"
            );
        }
    }

    private IEnumerable<string> Unavailable(Period period)
    {
        var columns = target.WasColumns;
        var rows = mapping.Figures.Select(figure =>
            string.Join(
                ',',
                columns.Select(column =>
                    column switch
                    {
                        "period" => period.Code,
                        "measure" => figure.Measure,
                        "status" => "x",
                        _ => figure.Codes?.GetValueOrDefault(column) ?? "",
                    }
                )
            )
        );
        return target.Was is null ? rows.Prepend(string.Join(',', columns)) : rows;
    }
}
