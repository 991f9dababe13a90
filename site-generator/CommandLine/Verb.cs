using System.CommandLine;

namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>A command of the program.</summary>
/// <param name="summary">What it does, in one sentence: shown in the list of verbs too.</param>
/// <param name="details">What else its own help says; empty for nothing.</param>
/// <param name="examples">Command lines, each as it is typed.</param>
internal sealed class Verb(string name, string summary, string details, params string[] examples) : Command(name, summary)
{
    public string Details => details;

    public IReadOnlyList<string> Examples => examples;

    /// <summary>Sets what the verb does with the publication's folder. Without a folder it fails.</summary>
    public void SetFolderAction(Func<string, ParseResult, CommandOutput, int> run) =>
        SetAction(parsed =>
            GlobalOptions.FindFolder(parsed) is { } folder ? run(folder, parsed, CommandOutput.Of(parsed)) : ExitCode.Failure
        );

    /// <summary>Sets what a verb that takes long does with the publication's folder. Without a folder it fails.</summary>
    public void SetFolderAction(Func<string, ParseResult, CommandOutput, CancellationToken, Task<int>> run) =>
        SetAction(
            async (parsed, stop) =>
                GlobalOptions.FindFolder(parsed) is { } folder
                    ? await run(folder, parsed, CommandOutput.Of(parsed), stop)
                    : ExitCode.Failure
        );
}
