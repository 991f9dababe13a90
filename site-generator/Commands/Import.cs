using System.CommandLine;
using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Importing;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats import</c></summary>
internal static class Import
{
    // How many figures --yes may remove by itself, such as a week that the publisher withdrew.
    private const int MostRemovals = 10;

    public static Verb Create()
    {
        var names = new Argument<string[]>("DATASET… FILE")
        {
            Description = "One or several datasets, then the ODS, XLSX or CSV file.",
            Arity = new(2, 100),
        };
        names.MustNameFile();
        var made = new Option<string>("--made")
        {
            Description = "The day the file was published, such as 2026-07-24. An ODS or XLSX file says it itself.",
        };
        var yes = new Option<bool>("--yes")
        {
            Description = $"Writes without asking; not where more than {MostRemovals} figures would be removed.",
        };
        var removals = new Option<int>("--allow-removals")
        {
            Description = "With --yes: how many figures may be removed.",
            DefaultValueFactory = _ => MostRemovals,
        };
        var verb = new Verb(
            "import",
            "Reads figures from a spreadsheet into datasets, by the mapping import.json beside each.",
            "Shows what changes, asks, then writes. Several datasets are written together or not at all. With --json it asks " + "nothing.",
            "publicstats import crossings crossings-prevented small-boats.ods"
        )
        {
            names,
            made,
            yes,
            removals,
        };
        verb.SetFolderAction(
            (folder, parsed, output) =>
                Run(folder, parsed.GetValue(names)!, parsed.GetValue(made), new(parsed.GetValue(yes), parsed.GetValue(removals)), output)
        );
        return verb;
    }

    private static int Run(string folder, string[] names, string? made, Consent consent, CommandOutput output)
    {
        var (datasets, file) = (names[..^1].Distinct(StringComparer.Ordinal).ToList(), names[^1]);
        DateOnly? day = null;
        if (made is not null)
        {
            if (!DateOnly.TryParseExact(made, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            {
                return output.Failure($"\"{made}\" is not a day. Write it like 2026-07-24.", ExitCode.Usage);
            }

            day = read;
        }

        if (FindUnknown(folder, datasets) is { } unknown)
        {
            return output.Failure(unknown, ExitCode.Usage);
        }

        if (!File.Exists(file))
        {
            return output.Failure(
                Directory.Exists(file) ? $"{file} is a folder. Name the spreadsheet." : $"There is no file {file}.",
                ExitCode.Usage
            );
        }

        try
        {
            var import = SpreadsheetImport.Run(folder, datasets, file, day);
            return import.Faults.Count > 0 ? Refuse(folder, import, import.Faults, output) : Write(folder, import, consent, output);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return output.Failure($"Nothing was written: {exception.Message}");
        }
    }

    private static int Write(string folder, ImportResult import, Consent consent, CommandOutput output)
    {
        ImportText.Write(import, output);
        if (import.Files.Count == 0)
        {
            ImportJson.Write(import, null, [], output);
            return output.End();
        }

        // --yes alone does not remove many figures: a script would otherwise write a mistake that nobody saw.
        var isMany = import.Removed > Math.Max(consent.Removals, MostRemovals);
        if (!output.Agreed(Question(import), consent.Yes && !isMany))
        {
            return NotWritten(import, isMany && (consent.Yes || Console.IsInputRedirected), output);
        }

        var written = ImportWriting.Write(folder, import);
        if (written.Faults.Count > 0)
        {
            return Refuse(folder, import, written.Faults, output);
        }

        ImportJson.Write(import, written, [], output);
        ImportText.WriteUndo(written, TypedPath.Shorten(folder), output);
        return output.End();
    }

    private static int NotWritten(ImportResult import, bool isTooMany, CommandOutput output)
    {
        if (isTooMany)
        {
            output.Line(
                $"Nothing was written: {import.Removed:#,##0} figures would be removed. If that is right, add --yes "
                    + $"--allow-removals {import.Removed}."
            );
        }
        else
        {
            output.Line(Console.IsInputRedirected ? "Nothing was written. To write it, add --yes." : "Nothing was written.");
        }

        ImportJson.Write(import, null, [], output);
        return output.End(ExitCode.NotConfirmed);
    }

    private static string Question(ImportResult import) =>
        import.Removed <= MostRemovals
            ? "Write this?"
            : $"{import.Removed:#,##0} figures are removed, and their addresses will answer that there is no such figure. Write this?";

    private static int Refuse(string folder, ImportResult import, IReadOnlyList<Fault> faults, CommandOutput output)
    {
        if (output.IsJson)
        {
            ImportJson.Write(import, null, [.. faults.Select(AdviceText.Written)], output);
            return output.End(ExitCode.Failure);
        }

        return output.Faults(faults, folder, "Nothing was written.");
    }

    private static string? FindUnknown(string folder, List<string> datasets)
    {
        var parent = Path.Combine(folder, "datasets");
        var names = Directory.Exists(parent)
            ? Directory.GetDirectories(parent).Select(name => Path.GetFileName(name)).Order(StringComparer.Ordinal).ToList()
            : [];
        return datasets.FirstOrDefault(dataset => !names.Contains(dataset)) is not { } unknown
            ? null
            : $"There is no dataset {unknown}.{(Nearest.To(unknown, names) is { } nearest ? $" Did you mean {nearest}?" : "")} "
                + $"The datasets are {string.Join(", ", names)}. The file comes last.";
    }

    /// <summary>What the person agreed to before seeing the changes.</summary>
    /// <param name="Removals">How many figures may be removed.</param>
    private sealed record Consent(bool Yes, int Removals);
}
