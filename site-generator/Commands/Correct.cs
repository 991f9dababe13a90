using System.CommandLine;
using PublicStats.Data.Drafts;
using PublicStats.Data.Publishing;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats correct</c></summary>
internal static class Correct
{
    private const int Most = 20;

    private static readonly Option<string[]> Figures = Repeated(
        "--figure",
        "A figure that is corrected, by key: it is taken from your files. May be repeated."
    );
    private static readonly Option<string[]> Words = Repeated(
        "--words",
        "A file of words that is corrected, such as pages/method.md: it is taken from your files. May be repeated."
    );
    private static readonly Option<string[]> Restore = Repeated(
        "--restore",
        "A withdrawn figure that is to be an answer again, by key. May be repeated."
    );
    private static readonly Option<string> Wrong = new("--wrong") { Description = "What was wrong, in one sentence.", Required = true };
    private static readonly Option<string> Why = new("--why") { Description = "How it came about.", Required = true };
    private static readonly Option<string> Affected = new("--affected")
    {
        Description = "Who may have used what was wrong, and what they should do.",
        Required = true,
    };

    public static Command Verb()
    {
        var title = new Option<string>("--title") { Description = "What the release is called.", DefaultValueFactory = _ => "Correction" };
        var at = new Option<string?>("--at") { Description = "When it is published. Left out: as soon as it is approved." };
        var (by, voided, yes) = (WorkflowOutput.By("editor"), WorkflowOutput.Void(), WorkflowOutput.Yes());
        var verb = new Command(
            "correct",
            "Seals the published release again with some figures or words as your files have them now, and nothing else of your files. "
                + "What was wrong, why, and whom it affects is shown above everything on the pages, in the feed, and in every answer that "
                + "holds a corrected figure. "
                + "It goes ahead of releases that wait: each of these is sealed again with the correction and must be approved "
                + "again, or is "
                + "cancelled with --void.\n\n"
                + "Example: publicstats correct --figure crossings/people/2026-07-22 --wrong \"22 July 2026 was given as 172 people; it is "
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
                ? Choose(parsed)
                : WorkflowOutput.Act(
                    parsed,
                    "sealed",
                    desk =>
                        desk.Correct(
                            new(
                                parsed.GetValue(at),
                                parsed.GetValue(title)!,
                                new(parsed.GetValue(Wrong)!, parsed.GetValue(Why)!, parsed.GetValue(Affected)!),
                                parsed.GetValue(by)!,
                                Parts(parsed, desk.Folder),
                                parsed.GetValue(Restore),
                                parsed.GetValue(voided)
                            )
                        ),
                    (desk, telling) => WorkflowOutput.AskIfFar(desk, telling, parsed.GetValue(at), parsed.GetValue(yes))
                )
        );
        return verb;
    }

    private static Option<string[]> Repeated(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static CorrectedParts Parts(ParseResult parsed, string? folder = null) =>
        new(
            parsed.GetValue(Figures) ?? [],
            [.. (parsed.GetValue(Words) ?? []).Select(path => folder is null ? path : Inside(folder, path))]
        );

    // A file is named by its path in the publication, or relative to where the person stands, as everywhere else.
    private static string Inside(string folder, string path) =>
        path.Length > 0
        && (Path.IsPathRooted(path) || !File.Exists(Path.Combine(folder, path)))
        && File.Exists(path)
        && Path.GetRelativePath(folder, path) is var inside
        && !inside.StartsWith("..", StringComparison.Ordinal)
            ? inside.Replace('\\', '/')
            : path;

    // Nothing is named: says what there is to name, and the command to type.
    private static int Choose(ParseResult parsed)
    {
        if (PublicStatsTool.Folder(parsed) is not { } folder)
        {
            return ExitCode.Failure;
        }

        var telling = CommandOutput.Of(parsed);
        var differences = new ReleaseWorkflow(folder, TimeProvider.System).Differences();
        telling.Json(
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
            return telling.Failure(
                "Nothing is named to correct, and your files are as the published release has them. Change them "
                    + "first; then name what is corrected: --figure KEY or --words PATH.",
                ExitCode.Usage
            );
        }

        telling.Line(
            "Say what is corrected: nothing else of your files is published with it. Your files differ from the published " + "release in:"
        );
        foreach (var difference in differences.Take(Most))
        {
            var values = difference.Figure is null
                ? ""
                : $"   {difference.Was ?? "not published"}, in your files {difference.Now ?? "no row"}";
            telling.Line($"  {difference.Option}{values}");
        }

        if (differences.Count > Most)
        {
            telling.Line($"  and {differences.Count - Most:#,##0} more: publicstats diff shows them.");
        }

        telling.Line("Name one or several of them, such as:");
        telling.Line(
            $"  publicstats correct {differences[0].Option} --wrong {CommandOutput.Quoted(parsed.GetValue(Wrong)!)} --why "
                + $"{CommandOutput.Quoted(parsed.GetValue(Why)!)} --affected {CommandOutput.Quoted(parsed.GetValue(Affected)!)}"
        );
        return telling.Failure("Nothing was sealed.", ExitCode.Usage);
    }
}
