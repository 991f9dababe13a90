using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text;
using PublicStats.Data.Datasets;
using PublicStats.SiteGenerator.CommandLine;
using PublicStats.SiteGenerator.Commands;

namespace PublicStats.SiteGenerator;

/// <summary>The program <c>publicstats</c>, with all its verbs. <see cref="ExitCode"/> lists its exit codes.</summary>
public static class PublicStatsTool
{
    // After Ctrl+C, a build deletes its unfinished files, and a server finishes its answers.
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromSeconds(20);

    /// <summary>Runs a command line.</summary>
    public static async Task<int> Run(string[] args)
    {
        if (OperatingSystem.IsWindows())
        {
            // The default code pages of Windows have no "…" and no "−".
            Console.OutputEncoding = Encoding.UTF8;
        }

        var parsed = Command().Parse(args);
        var output = CommandOutput.Of(parsed);
        try
        {
            return parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction
                ? RefuseUsage(parsed, output, args)
                : await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = CleanUpTime });
        }
        catch (OperationCanceledException)
        {
            return output.Failure("Stopped.");
        }
        catch (Exception exception)
        {
            return output.Failure(Failures.Sentence(exception, parsed.GetValue(GlobalOptions.Verbose)));
        }
    }

    /// <summary>The root command, with every verb.</summary>
    public static RootCommand Command()
    {
        var root = new RootCommand(
            "Publishes official figures: checks them, seals them as releases, and serves them as a site and an API.\n\n"
                + "Exit codes: 0 done; 1 there are faults, or it failed; 2 the command was not understood; 3 nothing was "
                + "written because nobody agreed."
        )
        {
            GlobalOptions.Data,
            GlobalOptions.Json,
            GlobalOptions.Verbose,
        };
        foreach (var verb in Verbs.All())
        {
            root.Add(verb);
        }

        VerbHelp.AddTo(root);
        return root;
    }

    private static int RefuseUsage(ParseResult parsed, CommandOutput output, string[] args)
    {
        var verb = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";
        if (args.Length == 0)
        {
            Command().Parse("--help").Invoke();
            return ExitCode.Usage;
        }

        // When a word is unknown, only the errors about that word help.
        var unknown = parsed.UnmatchedTokens is [var first, ..] ? first : null;
        var errors = unknown is null
            ? parsed.Errors.Select(error => error.Message)
            : parsed.Errors.Where(error => error.Message.Contains(unknown, StringComparison.Ordinal)).Select(error => error.Message);
        var names = parsed
            .CommandResult.Command.Subcommands.Select(command => command.Name)
            .Concat(parsed.CommandResult.Command.Options.Select(option => option.Name))
            .Concat(["--data", "--json", "--verbose", "--help"]);
        var nearest = unknown is null ? null : Nearest.To(unknown, names);
        return output.Failure(
            $"{string.Join(Environment.NewLine, errors)}{(nearest is null ? "" : $" Did you mean {nearest}?")}"
                + $"{Environment.NewLine}publicstats {verb}--help explains it.",
            ExitCode.Usage
        );
    }
}
