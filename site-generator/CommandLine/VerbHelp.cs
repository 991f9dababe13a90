using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>The usual help, followed by the details and examples of a <see cref="Verb"/>.</summary>
internal sealed class VerbHelp(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>Gives a command and its verbs this help.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new VerbHelp((HelpAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb verb)
        {
            var output = new CommandOutput(json: false);
            if (verb.Details.Length > 0)
            {
                output.Line(verb.Details);
                output.Line();
            }

            foreach (var example in verb.Examples)
            {
                output.Line("Example:", example);
            }

            output.Line();
        }

        // Help was asked for and given, even when a required argument is missing.
        return ExitCode.Success;
    }
}
