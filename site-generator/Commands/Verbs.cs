using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Every verb of the program, in the order in which the help lists them.</summary>
internal static class Verbs
{
    public static IReadOnlyList<Verb> All() =>
        [
            Import.Create(),
            Check.Create(),
            Tidy.Create(),
            Diff.Create(),
            Preview.Create(),
            Seal.Create(),
            Approve.Create(),
            Reschedule.Create(),
            Cancel.Create(),
            Correct.Create(),
            Withdraw.Create(),
            Verify.Create(),
            Log.Create(),
            Build.Create(),
            Serve.Create(),
        ];
}
