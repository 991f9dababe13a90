using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Reading;
using PublicStats.Data.Spreadsheets;

namespace PublicStats.Data.Importing;

/// <summary>Reads a dataset's import.json and holds it against the dataset.</summary>
internal static class MappingReader
{
    private static readonly string[] DateWords = ["day", "week-ending", "month", "quarter", "year", "financial-year"];

    /// <summary>The mapping; null, with faults, when it does not fit.</summary>
    public static ImportMapping? Read(
        string folder,
        DatasetDescription about,
        IReadOnlyList<Dimension> dimensions,
        IReadOnlyList<Source> sources,
        bool csv,
        Faults faults
    )
    {
        var path = $"datasets/{about.Name}/import.json";
        if (!File.Exists(Path.Combine(folder, path)))
        {
            faults.Add(
                path,
                1,
                "file",
                $"{about.Name} has no import.json, which says what the columns mean.",
                "Write it: see \"Import a spreadsheet\" in data/README.md."
            );
            return null;
        }

        var before = faults.Count;
        var files = new FileSet([path], name => File.OpenRead(Path.Combine(folder, name)));
        if (Descriptor.Read(files, path, MappingJson.Default.ImportMapping, faults) is not { } mapping)
        {
            return null;
        }

        void Fault(string part, string problem, string cure) => faults.Add(path, 1, part, problem, cure);

        if (mapping.Header is < 1 or > SheetLimits.Rows)
        {
            Fault("header", $"{mapping.Header} is not the number of a row.", "Write the number of the row that names the columns, from 1.");
        }

        if (mapping.Sheet is null && !csv)
        {
            Fault("sheet", "The mapping names no sheet, and the spreadsheet has sheets.", "Add \"sheet\" with the name on its tab.");
        }

        Columns(mapping, Fault);
        Dates(mapping.Date, about, csv, Fault);
        Figures(mapping, about, dimensions, Fault);
        foreach (
            var (text, codes) in (mapping.Missing ?? new Dictionary<string, string>()).OrderBy(entry => entry.Key, StringComparer.Ordinal)
        )
        {
            if (!FigureStatuses.TryParse(codes, out var status) || !status.IsAbsent())
            {
                Fault(
                    "missing",
                    $"\"{text}\" is given the status \"{codes}\", which does not say why there is no value.",
                    "Write c, x, z or low."
                );
            }
        }

        if (!FigureStatuses.TryParse(mapping.Status, out var given) || given.IsAbsent() || (given & FigureStatus.Revised) != 0)
        {
            Fault(
                "status",
                $"\"{mapping.Status}\" is not a status that imported values can have.",
                "Write p, e, u or i, or leave it out. Whether a figure was revised is found by comparing releases."
            );
        }

        if (mapping.Source is { } source && sources.All(item => item.Id != source))
        {
            Fault(
                "source",
                $"\"{source}\" is not a source in sources.csv.",
                Nearest.To(source, sources.Select(item => item.Id)) is { } nearest
                    ? $"Write {nearest}, or add it there."
                    : "Add it there, or leave it out."
            );
        }

        return faults.Count == before ? mapping : null;
    }

    private static void Columns(ImportMapping mapping, Action<string, string, string> fault)
    {
        var columns = mapping.Columns.ToList();
        foreach (var column in columns.Where(column => column.Number == 0))
        {
            fault("columns", $"\"{column.Column}\" is not a column.", "Write its letters, such as A or AB.");
        }

        foreach (var twice in columns.GroupBy(column => column.Column, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            fault("columns", $"Column {twice.Key} appears twice.", "Name each column once.");
        }

        foreach (var column in columns.Where(column => column.Header.Trim().Length == 0))
        {
            fault(
                "columns",
                $"Column {column.Column} has no header.",
                "Write the text of its header, so that a column that moved is noticed."
            );
        }
    }

    private static void Dates(DateColumn date, DatasetDescription about, bool csv, Action<string, string, string> fault)
    {
        if (!DateWords.Contains(date.Is))
        {
            fault("date", $"\"{date.Is}\" is not what a date can be.", $"Write {string.Join(", ", DateWords[..^1])} or {DateWords[^1]}.");
        }
        else if (about.Structure.Frequency is { } frequency && frequency != DateCells.Frequency(date.Is))
        {
            fault(
                "date",
                $"The dates are given as \"{date.Is}\"; the dataset is by {frequency.Word()}.",
                $"Write {(frequency == Frequency.Week ? "week-ending" : frequency.Word())}."
            );
        }

        if (csv && date.Format == "cell")
        {
            fault(
                "date",
                "The dates are given as \"cell\"; those of a CSV file are text.",
                "Write the pattern of the text, such as dd/MM/yyyy, or import the ODS or XLSX file."
            );
        }
        else if (date.Format is not ("cell" or "code") && !DateCells.IsPattern(date.Format))
        {
            fault(
                "date",
                $"\"{date.Format}\" is not a form of dates.",
                "Write cell for real dates, code for codes such as 2026-07, or a pattern such as dd/MM/yyyy."
            );
        }
    }

    private static void Figures(
        ImportMapping mapping,
        DatasetDescription about,
        IReadOnlyList<Dimension> dimensions,
        Action<string, string, string> fault
    )
    {
        if (mapping.Figures.Count == 0)
        {
            fault("figures", "No column has figures.", "Name at least one.");
        }

        var series = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in mapping.Figures)
        {
            if (about.Structure.Measures.All(measure => measure.Name != column.Measure))
            {
                fault(
                    "figures",
                    $"\"{column.Measure}\" is not a measure of {about.Name}.",
                    $"The measures are {string.Join(", ", about.Structure.Measures.Select(measure => measure.Name))}."
                );
            }

            foreach (var dimension in dimensions)
            {
                var code = column.Codes?.GetValueOrDefault(dimension.Name);
                if (code is null || dimension.IndexOf(code) < 0)
                {
                    fault(
                        "figures",
                        code is null
                            ? $"Column {column.Column} has no code of {dimension.Name}."
                            : $"\"{code}\" is not a code of {dimension.Name}.csv.",
                        Nearest.To(code ?? "", dimension.Codes.Select(item => item.Name)) is { } nearest
                            ? $"Write {nearest}, or add the code there."
                            : $"Write one of {dimension.Name}.csv."
                    );
                }
            }

            foreach (var name in (column.Codes?.Keys ?? []).Where(key => dimensions.All(dimension => dimension.Name != key)))
            {
                fault("figures", $"\"{name}\" is not a dimension of {about.Name}.", "Take it out.");
            }

            if (
                !series.Add(
                    string.Join('/', [column.Measure, .. dimensions.Select(dimension => column.Codes?.GetValueOrDefault(dimension.Name))])
                )
            )
            {
                fault(
                    "figures",
                    $"Column {column.Column} is the same figures as a column before it.",
                    "Give each column its own measure or codes, or move it to \"known\"."
                );
            }
        }
    }
}
