using System.CommandLine;
using System.CommandLine.Invocation;
using PublicStats.Data.Datasets;
using PublicStats.Data.Files;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>The press office's tool. See <see cref="ExitCode"/> for what it ends with.</summary>
public static class PublicStatsTool
{
    // After Ctrl+C: a build takes away what it began, and a server ends the answers it is giving.
    private static readonly TimeSpan ToTidyUp = TimeSpan.FromSeconds(20);

    internal static readonly Option<string> Data = TypedPath.Option(
        "--data",
        "The publication's folder. Default: the folder data, here or above.",
        null
    );
    internal static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "When something fails, says also where in the program.",
        Recursive = true,
    };
    internal static readonly Option<bool> Json = new("--json")
    {
        Description = "Says what was done as one JSON object, for programs.",
        Recursive = true,
    };

    /// <summary>Runs a command line.</summary>
    public static async Task<int> Run(string[] args)
    {
        if (OperatingSystem.IsWindows())
        {
            // Windows would write "…" and "−" in an alphabet of the 1980s.
            Console.OutputEncoding = System.Text.Encoding.UTF8;
        }

        var parsed = Command().Parse(args);
        var telling = CommandOutput.Of(parsed);
        try
        {
            return parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction
                ? NotUnderstoodAs(parsed, telling, args)
                : await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = ToTidyUp });
        }
        catch (OperationCanceledException)
        {
            return telling.Failure("Stopped.");
        }
        catch (Exception exception)
        {
            return telling.Failure(Failures.Sentence(exception, parsed.GetValue(Verbose)));
        }
    }

    /// <summary>The tool with all its verbs.</summary>
    public static RootCommand Command()
    {
        var root = new RootCommand(
            "Publishes official figures: checks them, seals them as releases, and serves them as a site and an API.\n\n"
                + "Exit codes: 0 done; 1 faults stand in the way, or it failed; 2 the command was not understood; 3 nothing was "
                + "written because nobody said yes."
        )
        {
            Data,
            Json,
            Verbose,
        };
        Command[] verbs =
        [
            Import.Verb(),
            Check.Verb(),
            Tidy.Verb(),
            Diff.Verb(),
            Preview.Verb(),
            Seal.Verb(),
            Approve.Verb(),
            Reschedule.Verb(),
            Cancel.Verb(),
            Correct.Verb(),
            Withdraw.Verb(),
            Verify.Verb(),
            Log.Verb(),
            Build.Verb(),
            Serve.Verb(),
        ];
        foreach (var verb in verbs)
        {
            root.Add(verb);
        }

        HelpWithExample.AddTo(root);
        return root;
    }

    private static int NotUnderstoodAs(ParseResult parsed, CommandOutput telling, string[] args)
    {
        var verb = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        if (args.Length == 0)
        {
            Command().Parse("--help").Invoke();
            return ExitCode.Usage;
        }

        // That there is no verb says nothing where one was mistyped.
        var unknown = parsed.UnmatchedTokens is [var first, ..] ? first : null;
        var errors = unknown is null
            ? parsed.Errors.Select(error => error.Message)
            : parsed.Errors.Where(error => error.Message.Contains(unknown, StringComparison.Ordinal)).Select(error => error.Message);
        var names = parsed
            .CommandResult.Command.Subcommands.Select(command => command.Name)
            .Concat(parsed.CommandResult.Command.Options.Select(option => option.Name))
            .Concat(["--data", "--json", "--verbose", "--help"]);
        var nearest = unknown is null ? null : Nearest.To(unknown, names);
        return telling.Failure(
            $"{string.Join(Environment.NewLine, errors)}{(nearest is null ? "" : $" Did you mean {nearest}?")}"
                + $"{Environment.NewLine}publicstats {verb}--help explains it.",
            ExitCode.Usage
        );
    }

    /// <summary>A path as a person types it who stands here, or in full where that is shorter.</summary>
    internal static string Here(string path) =>
        Path.GetRelativePath(Environment.CurrentDirectory, path) is var way && way.Length < path.Length ? way : path;

    /// <summary>The folder asked for, or the one found; null, having said so, when there is none.</summary>
    internal static string? Folder(ParseResult parsed)
    {
        var folder = parsed.GetValue(Data) ?? DataFolder.Find(Environment.CurrentDirectory);
        if (folder is not null && Directory.Exists(folder))
        {
            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        }

        CommandOutput
            .Of(parsed)
            .Failure(
                folder is null ? "There is no folder data here or above. Name one: --data FOLDER."
                : File.Exists(folder) ? $"--data: {folder} is a file. Name the folder of a publication."
                : $"--data: There is no folder {folder}."
            );
        return null;
    }
}
