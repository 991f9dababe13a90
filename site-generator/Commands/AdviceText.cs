using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Publishing;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>What the library says of an act, as commands and options of <c>publicstats</c>.</summary>
internal static class AdviceText
{
    extension(WorkingDifference difference)
    {
        /// <summary>How a correction names a difference.</summary>
        public string Option => difference.Figure is { } key ? $"--figure {key}" : $"--words {difference.Path}";
    }

    /// <summary>The faults of a refused act. The cure of the last names the commands that help.</summary>
    public static IReadOnlyList<Fault> Faults(ActResult result) =>
        result is { Advice.Count: > 0, Faults: [.., var last] }
            ? [.. result.Faults.SkipLast(1), last with { Cure = $"{last.Cure} {string.Join("; ", result.Advice.Select(Command))}" }]
            : result.Faults;

    private static string Command(Advice advice) =>
        advice.Act switch
        {
            AdvisedAct.Cancel => $"To cancel it: publicstats cancel {advice.Release} --reason \"…\"",
            AdvisedAct.CancelTogether => $"To cancel it in the same act: --void {advice.Release}",
            _ => $"To reschedule it: publicstats reschedule {advice.Release} --at … --reason \"…\"",
        };
}
