using System.CommandLine;
using PublicStats.Data.Desk;

namespace PublicStats.SiteGenerator.Tool;

/// <summary><c>publicstats correct</c></summary>
internal static class Correct
{
    public static Command Verb()
    {
        var wrong = new Option<string>("--wrong") { Description = "What was wrong, in one sentence.", Required = true };
        var why = new Option<string>("--why") { Description = "How it came about.", Required = true };
        var affected = new Option<string>("--affected") { Description = "Who may have used the wrong figures, and what they should do.", Required = true };
        var title = new Option<string>("--title") { Description = "What the release is called.", DefaultValueFactory = _ => "Correction" };
        var at = new Option<string?>("--at") { Description = "When it is published. Left out: as soon as it is approved." };
        var by = Desk.By("editor");
        var restore = new Option<string[]>("--restore") { Description = "A withdrawn figure that is to be an answer again, by key. May be repeated.", AllowMultipleArgumentsPerToken = true };
        var verb = new Command("correct", "Seals the mended working files as a correction. What was wrong, why, and whom it affects stands above everything on the pages, in the feed, and in every answer that holds a corrected figure.\n\n" +
            "Example: publicstats correct --wrong \"22 July 2026 was given as 172 people; it is 175.\" --why \"Three people were counted on the wrong day.\" --affected \"Whoever used figures for July 2026.\"") { wrong, why, affected, title, at, by, restore };
        verb.SetAction(parsed => Desk.Act(parsed, "sealed", desk => desk.Seal(new(
            parsed.GetValue(at), parsed.GetValue(title)!, parsed.GetValue(wrong)!, parsed.GetValue(by)!,
            Corrects: new(parsed.GetValue(wrong)!, parsed.GetValue(why)!, parsed.GetValue(affected)!), Restore: parsed.GetValue(restore)))));
        return verb;
    }
}
