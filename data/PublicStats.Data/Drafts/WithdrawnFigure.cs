using PublicStats.Data.Figures;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Drafts;

/// <summary>
/// Clears the value of a withdrawn figure in a file, and every word that reveals it. Its row stays, so that no sum leaves it out silently.
/// </summary>
internal static class WithdrawnFigure
{
    private static readonly string[] ClearedColumns =
    [
        "value",
        "bound",
        "bound_word",
        "unit",
        "quote",
        "restates",
        "conflicts",
        PublisherMark.Column,
    ];

    public static void Empty(FiguresCsvEditor file, Withdrawal withdrawal)
    {
        if (file.RowOf(withdrawal.Key) is not { } row)
        {
            return;
        }

        foreach (var column in ClearedColumns.Where(name => file.Csv[row, name].Length > 0))
        {
            file.Csv[row, column] = "";
        }

        file.Csv[row, "status"] = "x";
        file.Csv[row, "note"] = $"Withdrawn: {withdrawal.Reason}";
    }
}
