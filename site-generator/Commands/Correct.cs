using System.CommandLine;
using PublicStats.Data.Drafts;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats correct</c></summary>
internal static class Correct
{
    private const int MostShown = 20;

    private static readonly Option<string[]> Figures = Repeated(
        "--figure",
        "A figure that is corrected, by key: its value is taken from your files. May be repeated."
    );
    private static readonly Option<string[]> Words = Repeated(
        "--words",
        "A text file that is corrected, such as pages/method.md: it is taken from your files. May be repeated."
    );
    private static readonly Option<string[]> Restore = Repeated(
        "--restore",
        "A withdrawn figure that is published again, by key. May be repeated."
    );
    private static readonly Option<string> Wrong = new("--wrong") { Description = "What was wrong, in one sentence.", Required = true };
    private static readonly Option<string> Why = new("--why") { Description = "How the mistake happened.", Required = true };
    private static readonly Option<string> Affected = new("--affected")
    {
        Description = "Who may have used the wrong figure or text, and what they should do.",
        Required = true,
    };

    public static Verb Create()
    {
        var title = new Option<string>("--title") { Description = "What the release is called.", DefaultValueFactory = _ => "Correction" };
        var at = new Option<string?>("--at") { Description = "When it is published. Left out: as soon as it is approved." };
        var (by, voided, yes) = (WorkflowOutput.By("editor"), WorkflowOutput.Void(), WorkflowOutput.Yes());
        var verb = new Verb(
            "correct",
            "Seals the published release again with some figures or words as your files have them now, and nothing else of "
                + "your files.",
            "What was wrong, why, and whom it affects is shown above everything on the pages, in the feed, and in every "
                + "answer that holds a corrected figure. It goes ahead of releases that wait: each of these is sealed again with "
                + "the correction and must be approved again, or is cancelled with --void.",
            "publicstats correct --figure crossings/people/2026-07-22 --wrong \"22 July 2026 was given as 172 people; it is "
                + "175.\" --why \"Three people were counted on the wrong day.\" --affected \"Whoever used figures for July 2026.\""
        )
        {
            Figures,
            Words,
            Wrong,
            Why,
            Affected,
            title,
            at,
            by,
            Restore,
            voided,
            yes,
        };
        verb.SetAction(parsed =>
            Parts(parsed).IsNothing && parsed.GetValue(Restore) is null or []
                ? ListChoices(parsed)
                : WorkflowOutput.Act(
                    parsed,
                    LogAction.Seal,
                    workflow =>
                        workflow.Correct(
                            new(
                                parsed.GetValue(at),
                                parsed.GetValue(title)!,
                                new(parsed.GetValue(Wrong)!, parsed.GetValue(Why)!, parsed.GetValue(Affected)!),
                                parsed.GetValue(by)!,
                                Parts(parsed, workflow.Folder),
                                parsed.GetValue(Restore),
                                parsed.GetValue(voided)
                            )
                        ),
                    (workflow, output) => WorkflowOutput.AskIfFar(workflow, output, parsed.GetValue(at), parsed.GetValue(yes))
                )
        );
        return verb;
    }

    private static Option<string[]> Repeated(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static CorrectedParts Parts(ParseResult parsed, string? folder = null) =>
        new(
            parsed.GetValue(Figures) ?? [],
            [.. (parsed.GetValue(Words) ?? []).Select(path => folder is null ? path : PathInside(folder, path))]
        );

    // A file is named by its path in the publication, or by its path from the current directory.
    private static string PathInside(string folder, string path) =>
        path.Length > 0
        && (Path.IsPathRooted(path) || !File.Exists(Path.Combine(folder, path)))
        && File.Exists(path)
        && Path.GetRelativePath(folder, path) is var inside
        && !inside.StartsWith("..", StringComparison.Ordinal)
            ? inside.Replace('\\', '/')
            : path;

    // Nothing is named: lists what can be named, and the command to type.
    private static int ListChoices(ParseResult parsed)
    {
        if (GlobalOptions.FindFolder(parsed) is not { } folder)
        {
            return ExitCode.Failure;
        }

        var output = CommandOutput.Of(parsed);
        var differences = new ReleaseWorkflow(folder, TimeProvider.System).Differences();
        output.Json(
            "choices",
            differences.Select(difference => new
            {
                option = difference.Option,
                was = difference.Was,
                now = difference.Now,
            })
        );
        if (differences.Count == 0)
        {
            return output.Failure(
                "Nothing is named to correct, and your files are the same as the published release. Change them first. Then name "
                    + "what is corrected: --figure KEY or --words PATH.",
                ExitCode.Usage
            );
        }

        output.Line(
            "Say what is corrected: nothing else of your files is published with it. " + "Your files differ from the published release in:"
        );
        foreach (var difference in differences.Take(MostShown))
        {
            var values = difference.Figure is null
                ? ""
                : $"   {difference.Was ?? "not published"}, in your files {difference.Now ?? "no row"}";
            output.Line(difference.Option + values, indent: 2);
        }

        if (differences.Count > MostShown)
        {
            output.Line($"and {differences.Count - MostShown:#,##0} more:", "publicstats diff", indent: 2);
        }

        output.Line("Name one or several of them, such as:");
        output.Command(
            $"publicstats correct {differences[0].Option} --wrong {TypedText.Quote(parsed.GetValue(Wrong)!)} --why "
                + $"{TypedText.Quote(parsed.GetValue(Why)!)} --affected {TypedText.Quote(parsed.GetValue(Affected)!)}",
            indent: 2
        );
        return output.Failure("Nothing was sealed.", ExitCode.Usage);
    }
}
