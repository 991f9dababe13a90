using System.CommandLine;
using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Importing;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats import</c></summary>
internal static class Import
{
    // So many figures may go with a plain yes, such as a week that the publisher took back.
    private const int Handful = 10;

    public static Command Verb()
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
            Description = $"Writes without asking; not where more than {Handful} figures would be removed.",
        };
        var removals = new Option<int>("--allow-removals")
        {
            Description = "With --yes: how many figures may be removed.",
            DefaultValueFactory = _ => Handful,
        };
        var verb = new Command(
            "import",
            "Reads figures from a spreadsheet into datasets, by the mapping import.json beside each. Shows what changes, "
                + "asks, then writes. Several datasets are written together or not at all. With --json it asks nothing.\n\n"
                + "Example: publicstats import crossings crossings-prevented small-boats.ods"
        )
        {
            names,
            made,
            yes,
            removals,
        };
        verb.SetAction(parsed =>
            PublicStatsTool.Folder(parsed) is { } folder
                ? Run(
                    folder,
                    parsed.GetValue(names)!,
                    parsed.GetValue(made),
                    new(parsed.GetValue(yes), parsed.GetValue(removals)),
                    parsed.GetValue(PublicStatsTool.Json)
                )
                : ExitCode.Failure
        );
        return verb;
    }

    private static int Run(string folder, string[] names, string? made, Consent consent, bool json)
    {
        var (datasets, file) = (names[..^1].Distinct(StringComparer.Ordinal).ToList(), names[^1]);
        DateOnly? day = null;
        if (made is not null)
        {
            if (!DateOnly.TryParseExact(made, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            {
                return NotRight(json, $"\"{made}\" is not a day. Write it like 2026-07-24.");
            }

            day = read;
        }

        if (Unknown(folder, datasets) is { } unknown)
        {
            return NotRight(json, unknown);
        }

        if (!File.Exists(file))
        {
            return NotRight(json, Directory.Exists(file) ? $"{file} is a folder. Name the spreadsheet." : $"There is no file {file}.");
        }

        try
        {
            var import = SpreadsheetImport.Run(folder, datasets, file, day);
            return import.Faults.Count > 0 ? Refused(folder, import, import.Faults, json) : Shown(folder, import, consent, json);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new CommandOutput(json).Failure($"Nothing was written: {exception.Message}");
        }
    }

    private static int Shown(string folder, ImportResult import, Consent consent, bool json)
    {
        if (!json)
        {
            Console.Write(ImportText.Of(import));
        }

        // A script that says neither yes nor no must not wait for ever, nor write what nobody has seen.
        var isMany = import.Removed > Math.Max(consent.Removals, Handful);
        var write = import.Files.Count > 0 && new CommandOutput(json).Agreed(Question(import), consent.Yes && !isMany);
        var written = write ? ImportWriting.Write(folder, import) : null;
        if (written?.Faults.Count > 0)
        {
            return Refused(folder, import, written.Faults, json);
        }

        var code = write || import.Files.Count == 0 ? ExitCode.Success : ExitCode.NotConfirmed;
        if (json)
        {
            Console.WriteLine(ImportJson.Of(import, written, [], code));
        }
        else
        {
            Console.Write(
                write ? ImportText.Written(written!, PublicStatsTool.Here(folder))
                : import.Files.Count == 0 ? ""
                : isMany && (consent.Yes || Console.IsInputRedirected)
                    ? $"Nothing was written: {import.Removed:#,##0} figures would be removed. If that is right, add --yes "
                        + $"--allow-removals {import.Removed}.\n"
                : Console.IsInputRedirected ? "Nothing was written. To write it, add --yes.\n"
                : "Nothing was written.\n"
            );
        }

        return code;
    }

    private static string Question(ImportResult import) =>
        import.Removed <= Handful
            ? "Write this?"
            : $"{import.Removed:#,##0} figures are removed, and their addresses will answer that there is no such figure. Write this?";

    private static int Refused(string folder, ImportResult import, IReadOnlyList<ImportFault> faults, bool json)
    {
        if (json)
        {
            Console.WriteLine(ImportJson.Of(import, null, faults, ExitCode.Failure));
            return ExitCode.Failure;
        }

        foreach (var fault in faults)
        {
            // A fault of the publication's own files is told with the path to them, as check tells it.
            Console.Error.WriteLine(fault.File == import.File ? fault.ToString() : $"{PublicStatsTool.Here(folder)}/{fault}");
        }

        Console.Error.WriteLine();
        Console.Error.WriteLine(faults.Count == 1 ? "1 fault. Nothing was written." : $"{faults.Count} faults. Nothing was written.");
        return ExitCode.Failure;
    }

    private static string? Unknown(string folder, List<string> datasets)
    {
        var under = Path.Combine(folder, "datasets");
        var there = Directory.Exists(under)
            ? Directory.GetDirectories(under).Select(name => Path.GetFileName(name)).Order(StringComparer.Ordinal).ToList()
            : [];
        return datasets.FirstOrDefault(dataset => !there.Contains(dataset)) is not { } unknown
            ? null
            : $"There is no dataset {unknown}.{(Nearest.To(unknown, there) is { } nearest ? $" Did you mean {nearest}?" : "")} "
                + $"The datasets are {string.Join(", ", there)}. The file comes last.";
    }

    private static int NotRight(bool json, string problem) => new CommandOutput(json).Failure(problem, ExitCode.Usage);

    /// <summary>What somebody agreed to before they saw it.</summary>
    /// <param name="Removals">How many figures may be removed.</param>
    private sealed record Consent(bool Yes, int Removals);
}
