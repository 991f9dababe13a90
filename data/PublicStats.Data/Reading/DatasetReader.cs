using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;

namespace PublicStats.Data.Reading;

/// <summary>Reads one dataset: its descriptor, its code lists, its notes and its figures.</summary>
internal static class DatasetReader
{
    private static readonly string[] CodeColumns = ["code", "label", "parent", "order", "description", "members", "phrase"];

    public static Dataset? Read(FileSet files, string name, IReadOnlyList<Source> sources, Faults faults)
    {
        var before = faults.Count;
        if (About(files, name, faults) is not { } about)
        {
            return null;
        }

        if (sources.All(source => source.Id != about.Structure.Source))
        {
            faults.Add(
                $"datasets/{name}/datapackage.json",
                1,
                "source",
                $"\"{about.Structure.Source}\" is not a source in sources.csv.",
                "Add it there, or name another."
            );
        }

        var dimensions = about.Structure.Dimensions.Select(description => Codes(files, name, description, faults)).ToList();
        var notes = files.Has($"datasets/{name}/notes.md") ? TextLines.Read(files, $"datasets/{name}/notes.md", faults) : [];
        if (dimensions.Any(dimension => dimension is null) || about.Structure.Measures.Any(measure => measure.Decimals is < 0 or > 6))
        {
            return null;
        }

        var figures = new FiguresCsvReader(about, [.. dimensions.OfType<Dimension>()], sources, faults).Read(files);
        return faults.Count > before || figures is null
            ? null
            : new(about, [.. dimensions.OfType<Dimension>()], sources, figures, string.Join('\n', notes ?? []) + "\n");
    }

    /// <summary>What a dataset's descriptor says; null, with faults, when it cannot be read.</summary>
    internal static DatasetDescription? About(FileSet files, string name, Faults faults)
    {
        var path = $"datasets/{name}/datapackage.json";
        if (Descriptor.Read(files, path, DescriptorJson.Default.DescriptorPart, faults) is not { } part)
        {
            return null;
        }

        var about = Descriptor.Describe(part, path, faults);
        if (about.Name != name)
        {
            faults.Add(path, 1, "name", $"\"{about.Name}\" is not the name of its folder.", $"Write {name}.");
        }

        foreach (var measure in about.Structure.Measures.Where(measure => measure.Decimals is < 0 or > 6))
        {
            faults.Add(path, 1, "measures", $"{measure.Name} has {measure.Decimals} decimals.", "Write 0 to 6.");
        }

        foreach (
            var measure in about.Structure.Measures.Where(measure =>
                measure.Usual is { } usual && (usual.Least > usual.Most || usual.Jump <= 0)
            )
        )
        {
            faults.Add(
                path,
                1,
                "measures",
                $"The usual range of {measure.Name} holds no figure.",
                "Write least below most, and a jump above 0."
            );
        }

        return about;
    }

    internal static Dimension? Codes(FileSet files, string dataset, DimensionDescription dimension, Faults faults)
    {
        var path = $"datasets/{dataset}/{dimension.Name}.csv";
        var before = faults.Count;
        if (CsvRows.Read(files, path, CodeColumns, CodeColumns[..4], faults) is not { } rows)
        {
            return null;
        }

        var names = rows.Select(row => row["code"]).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var codes = new List<(int Order, Code Code)>();
        foreach (var row in rows)
        {
            if (!IsCode(row["code"]) || row["code"] is "total")
            {
                faults.Add(
                    path,
                    row.Line,
                    "code",
                    $"\"{row["code"]}\" is not a code.",
                    "Write the label in small ASCII letters, digits and hyphens; total is kept for sums."
                );
            }

            if (!seen.Add(row["code"]))
            {
                faults.Add(path, row.Line, "code", $"\"{row["code"]}\" appears twice.", "Give each code one row.");
            }

            if (row["parent"].Length > 0 && (!names.Contains(row["parent"]) || row["parent"] == row["code"]))
            {
                faults.Add(path, row.Line, "parent", $"\"{row["parent"]}\" is not another code of this file.", Cure(row["parent"], names));
            }

            var members = row["members"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var member in members.Where(member => !names.Contains(member)))
            {
                faults.Add(path, row.Line, "members", $"\"{member}\" is not a code of this file.", Cure(member, names));
            }

            if (!int.TryParse(row["order"], NumberStyles.None, CultureInfo.InvariantCulture, out var order))
            {
                faults.Add(path, row.Line, "order", $"\"{row["order"]}\" is not a whole number.", "Number the codes 1, 2, 3.");
            }

            codes.Add(
                (
                    order,
                    new(
                        row["code"],
                        row["label"],
                        PublicationReader.Optional(row["parent"]),
                        PublicationReader.Optional(row["description"]),
                        members,
                        PublicationReader.Optional(row["phrase"])
                    )
                )
            );
        }

        if (
            faults.Count == before
            && Loop(codes.ToDictionary(code => code.Code.Name, code => code.Code.Parent, StringComparer.Ordinal)) is { } above
        )
        {
            faults.Add(
                path,
                rows.First(row => row["code"] == above).Line,
                "parent",
                $"\"{above}\" lies above itself.",
                "Mend its parents."
            );
        }

        return faults.Count > before
            ? null
            : new(dimension.Name, dimension.Label, [.. codes.OrderBy(code => code.Order).Select(code => code.Code)]);
    }

    private static string Cure(string word, IEnumerable<string> names) =>
        Nearest.To(word, names.Order(StringComparer.Ordinal)) is { } nearest
            ? $"Write {nearest}, or add the code."
            : "Add the code, or write one that is there.";

    private static bool IsCode(string code) =>
        code.Length > 0
        && code.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && code[0] != '-'
        && code[^1] != '-';

    private static string? Loop(Dictionary<string, string?> parents) =>
        parents
            .Keys.Order(StringComparer.Ordinal)
            .FirstOrDefault(start =>
            {
                var at = parents[start];
                for (var steps = 0; at is not null && steps <= parents.Count; steps++)
                {
                    at = parents[at];
                }

                return at is not null;
            });
}
