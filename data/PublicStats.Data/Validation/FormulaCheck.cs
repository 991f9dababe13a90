using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Validation;

/// <summary>No text of the working files is one that a spreadsheet program would run as a formula. Values may be below zero.</summary>
internal static class FormulaCheck
{
    private const string Cure = "Begin the text with a letter or a digit.";

    // A code's place in its list is a number.
    private const string NumberColumn = "order";

    /// <summary>Checks sources, calendar and code lists. They are small, and are read again.</summary>
    public static void Check(FileSet files, Faults faults)
    {
        foreach (var path in files.Paths.Where(IsSmallTable))
        {
            var lines = TextLines.Read(files, path, new()) ?? [];
            var columns = lines.Count == 0 ? null : CsvLine.Cells(lines[0]);
            for (var i = 1; columns is not null && i < lines.Count; i++)
            {
                var cells = CsvLine.Cells(lines[i]) ?? [];
                foreach (var (column, cell) in columns.Zip(cells).Where(pair => pair.First != NumberColumn))
                {
                    Check(path, i + 1, column, cell, faults);
                }
            }
        }
    }

    /// <summary>Checks what a dataset's figures and measures say beside their values.</summary>
    public static void Check(Dataset dataset, FiguresCsvLines lines, Faults faults)
    {
        foreach (var measure in dataset.Measures)
        {
            Check($"datasets/{dataset.Name}/datapackage.json", 1, $"measures.{measure.Name}.unit", measure.Unit, faults);
        }

        for (var row = 0; row < dataset.Figures.Count; row++)
        {
            var (figure, words) = (dataset.Figures[row], dataset.Figures[row].Attributes);
            (string Column, string? Text)[] texts = [("unit", words.Unit), ("quote", words.Quote), ("note", words.Note)];
            foreach (var (column, text) in ReferenceEquals(words, FigureAttributes.None) ? [] : texts)
            {
                if (text is not null && FormulaText.Begins(text))
                {
                    Check(lines.Path, lines.Of(figure.Key), column, text, faults);
                }
            }
        }
    }

    private static void Check(string path, int line, string column, string text, Faults faults)
    {
        if (FormulaText.Begins(text))
        {
            var problem = $"\"{text}\" begins with \"{text[0]}\", so a spreadsheet program would run it as a formula.";
            faults.Add(path, line, column, problem, Cure);
        }
    }

    private static bool IsSmallTable(string path) =>
        path.EndsWith(".csv", StringComparison.Ordinal) && !path.EndsWith("/figures.csv", StringComparison.Ordinal);
}
