using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Help that lists verbs by one sentence each, and says the rest, with an example, in the help of the verb.</summary>
internal sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
{
    private readonly Dictionary<Command, string> rest = [];

    /// <summary>Gives a command such help, and all its verbs.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        var action = new HelpWithExample((HelpAction)option.Action!);
        option.Action = action;
        foreach (var verb in root.Subcommands)
        {
            action.Split(verb);
        }
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (rest.TryGetValue(parseResult.CommandResult.Command, out var more))
        {
            Console.WriteLine(more);
            Console.WriteLine();
        }

        // Whoever asked for help got it, also where an argument that the verb needs is not there yet.
        return ExitCode.Success;
    }

    private void Split(Command verb)
    {
        var description = verb.Description!;
        var end = Enumerable
            .Range(1, description.Length)
            .First(index => description[index - 1] == '.' && (index == description.Length || char.IsWhiteSpace(description[index])));
        rest[verb] = description[end..].Trim();
        verb.Description = description[..end];
    }
}
