using PublicStats.Data.Files;

namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>Writes the advice of a fault as commands and options of <c>publicstats</c>.</summary>
internal static class AdviceText
{
    /// <summary>The fault, with its advice in its cure.</summary>
    public static Fault Written(Fault fault)
    {
        if (fault.Advice.Count == 0)
        {
            return fault;
        }

        var commands = string.Join(" or ", fault.Advice.Select(Command));
        var isAlternative = fault.Advice.Any(advice => advice.Act == AdvisedAct.Tidy);
        return fault with
        {
            Cure = isAlternative ? $"{fault.Cure} Or run: {commands}" : $"{fault.Cure.TrimEnd('.')}: {commands}",
            Advice = [],
        };
    }

    private static string Command(Advice advice) =>
        advice.Act switch
        {
            AdvisedAct.Cancel => $"publicstats cancel {advice.Subject} --reason \"…\"",
            AdvisedAct.CancelTogether => $"--void {advice.Subject}",
            AdvisedAct.Reschedule => $"publicstats reschedule {advice.Subject} --at … --reason \"…\"",
            AdvisedAct.Backfill => "--backfill",
            AdvisedAct.OmitBackfill => "leave --backfill out",
            AdvisedAct.OmitTime => "leave --at out",
            AdvisedAct.OmitCancelled => "leave --void out",
            AdvisedAct.NameAnother => "--by NAME",
            AdvisedAct.NameTwo => "--by NAME --approved-by NAME",
            AdvisedAct.NameFigure => "--figure KEY",
            AdvisedAct.NameDay => "--made 2026-07-24",
            AdvisedAct.Correct => advice.Subject.Length == 0 ? "publicstats correct" : $"publicstats correct --figure {advice.Subject}",
            AdvisedAct.Withdraw => advice.Subject.Length == 0 ? "publicstats withdraw" : $"publicstats withdraw {advice.Subject}",
            AdvisedAct.ReadLog => "publicstats log",
            AdvisedAct.Verify => "publicstats verify",
            AdvisedAct.Check => "publicstats check",
            AdvisedAct.Tidy => $"publicstats tidy {advice.Subject}",
            _ => throw new ArgumentOutOfRangeException(nameof(advice), advice.Act, "This act has no command."),
        };
}
