using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Reading;

/// <summary>Reads figures.csv: one figure a row.</summary>
internal sealed class FiguresCsvReader(
    DatasetDescription about,
    IReadOnlyList<Dimension> dimensions,
    IReadOnlyList<Source> sources,
    Faults faults
)
{
    /// <summary>The columns a file may have after its value, in order.</summary>
    internal static readonly string[] OptionalColumns =
    [
        "bound",
        "bound_word",
        "status",
        PublisherMark.Column,
        "unit",
        "source",
        "quote",
        "note",
        "restates",
        "conflicts",
    ];

    private readonly string path = $"datasets/{about.Name}/figures.csv";
    private readonly Dictionary<string, int> measures = about
        .Structure.Measures.Select((measure, at) => (measure.Name, at))
        .ToDictionary(StringComparer.Ordinal);
    private readonly FigureAttributesReader attributes = new(about, sources, faults);
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <summary>The table; null when the file cannot be read as one.</summary>
    public FigureTable? Read(FileSet files)
    {
        string[] required = ["period", .. dimensions.Select(dimension => dimension.Name), "measure", "value"];
        string[] allowed = [.. required, .. OptionalColumns];
        if (CsvRows.Read(files, path, allowed, required, faults) is not { } rows)
        {
            return null;
        }

        if (rows.Count == 0)
        {
            faults.Add(path, 1, "file", "The file holds no figures.", "Put them back, or import them again.");
        }

        var table = new FigureTableBuilder(about.Name, dimensions, about.Structure.Measures);
        var codes = new int[dimensions.Count];
        foreach (var row in rows)
        {
            var before = faults.Count;
            var period = ReadPeriod(row);
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = ReadCode(row, dimensions[i]);
            }

            var measure = ReadMeasure(row);
            var status = ReadStatus(row);
            var bound = ReadBound(row);
            var value = measure < 0 ? null : ReadValue(row, about.Structure.Measures[measure], status);
            var words = attributes.Read(row, period, bound);
            Once(row);
            if (faults.Count == before)
            {
                table.Add(period, codes, measure, new(value, bound, status), words);
            }
        }

        return table.Build();
    }

    private string PeriodFormat =>
        about.Structure.Frequency switch
        {
            Frequency.Day => "yyyy-mm-dd",
            Frequency.Month => "yyyy-mm",
            _ => "Text",
        };

    // So many alike are not typing errors: a program has rewritten the column.
    private string SavedBySpreadsheet(string orElse) =>
        $"It looks as if a spreadsheet program had saved the file in its own form. "
        + $"Import the publisher's file again, or put an older copy back, such as the newest in datasets/{about.Name}/.before-import. Or "
        + $"mend this one: {orElse}.";

    private Period ReadPeriod(CsvRow row)
    {
        if (!Period.TryParse(row["period"], out var period))
        {
            faults.Add(
                new(new FilePlace(path, row.Line, "period"), Period.Reason(row["period"])!.Value),
                SavedBySpreadsheet($"give the column the format {PeriodFormat} and save it as CSV UTF-8")
            );
        }
        else if (about.Structure.Frequency is { } frequency && period.Frequency != frequency)
        {
            faults.Add(
                path,
                row.Line,
                "period",
                $"\"{period}\" is a {period.Frequency.Word()}; this dataset is by {frequency.Word()}.",
                period.Frequency == Frequency.Interval
                    ? $"Write one {frequency.Word()}."
                    : $"Write a {frequency.Word()}, such as {Period.Of(frequency, period.First)}."
            );
        }

        return period;
    }

    private int ReadCode(CsvRow row, Dimension dimension)
    {
        var cell = row[dimension.Name];
        var index = dimension.IndexOf(cell);
        if (index < 0)
        {
            faults.Add(
                path,
                row.Line,
                dimension.Name,
                $"\"{cell}\" is not a code of {dimension.Name}.csv.",
                Nearest.To(cell, dimension.Codes.Select(code => code.Name)) is { } nearest
                    ? $"Write {nearest}, or add the code there."
                    : "Write a code that is there, or add it."
            );
        }

        return index;
    }

    private int ReadMeasure(CsvRow row)
    {
        if (measures.TryGetValue(row["measure"], out var measure))
        {
            return measure;
        }

        faults.Add(
            path,
            row.Line,
            "measure",
            $"\"{row["measure"]}\" is not a measure of this dataset.",
            $"The measures are {string.Join(", ", measures.Keys)}."
        );
        return -1;
    }

    private FigureStatus ReadStatus(CsvRow row)
    {
        if (!FigureStatuses.TryParse(row["status"], out var status))
        {
            faults.Add(
                path,
                row.Line,
                "status",
                $"\"{row["status"]}\" is not a status.",
                $"The codes are {string.Join(", ", FigureStatuses.AllCodes)}, with one space between two."
            );
        }
        else if (about.Structure.Illustrative != ((status & FigureStatus.Illustrative) != 0))
        {
            faults.Add(
                path,
                row.Line,
                "status",
                about.Structure.Illustrative
                    ? "An illustrative figure does not say so."
                    : "A published figure says that it is illustrative.",
                about.Structure.Illustrative ? "Write i." : "Take the i out, or move the figure to an illustrative dataset."
            );
        }

        return status;
    }

    private Bound ReadBound(CsvRow row)
    {
        if (!Bounds.TryParse(row["bound"], out var bound))
        {
            faults.Add(
                path,
                row.Line,
                "bound",
                $"\"{row["bound"]}\" is not a bound.",
                $"The bounds are {string.Join(", ", Bounds.Codes)}."
            );
        }

        return bound;
    }

    private decimal? ReadValue(CsvRow row, Measure measure, FigureStatus status)
    {
        var cell = row["value"];
        if (cell.Length == 0 || status.IsAbsent())
        {
            if ((cell.Length == 0) != status.IsAbsent())
            {
                faults.Add(
                    path,
                    row.Line,
                    "value",
                    cell.Length == 0
                        ? "The value is missing, and no status says why."
                        : $"The status says that there is no value, and there is {cell}.",
                    cell.Length == 0 ? "Write it, or write the status c, x, z or low." : "Take out the value or the status."
                );
            }

            return null;
        }

        if (ValueReason.Of(cell, measure) is { } reason)
        {
            faults.Add(
                new(new FilePlace(path, row.Line, "value"), reason),
                SavedBySpreadsheet("give the column a number format without separators, signs and words, and save it as CSV UTF-8")
            );
            return null;
        }

        return decimal.Parse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }

    private void Once(CsvRow row)
    {
        var key = new FigureKey(
            about.Name,
            row["measure"],
            [.. dimensions.Select(dimension => row[dimension.Name])],
            row["period"]
        ).ToString();
        if (!lines.TryAdd(key, row.Line))
        {
            faults.Add(path, row.Line, "row", $"{key} is already on line {lines[key]}.", "Keep one of the two.");
        }
    }
}
