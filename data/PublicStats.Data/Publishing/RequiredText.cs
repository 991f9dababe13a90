using PublicStats.Data.Files;
using PublicStats.Data.Validation;

namespace PublicStats.Data.Publishing;

/// <summary>Checks that a text of a release, which feeds, pages and answers show for ever, is not empty and on one line.</summary>
internal static class RequiredText
{
    public static void Check(Faults faults, params ReadOnlySpan<(string Part, string Text)> said)
    {
        foreach (var (part, text) in said)
        {
            if (PersonName.IsBlank(text))
            {
                faults.AddArgument(
                    "releases",
                    part,
                    "It is empty.",
                    part is "by" or "approved-by" ? "Write who does it, by role or name." : "Write one sentence."
                );
            }
            else if (text.Any(char.IsControl))
            {
                faults.AddArgument("releases", part, "It holds a line break or another control character.", "Write it on one line.");
            }
            else if (part is not ("by" or "approved-by"))
            {
                foreach (var (problem, cure) in PlainWords.Problems(text))
                {
                    faults.AddArgument("releases", part, problem, cure);
                }
            }
        }
    }
}
