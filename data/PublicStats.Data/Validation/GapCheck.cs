using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Validation;

/// <summary>A series that is not sparse has a figure for every period from its first to its last, and none that overlap.</summary>
internal static class GapCheck
{
    public static void Check(Dataset dataset, FiguresCsvLines lines, Faults faults)
    {
        if (dataset.About.Structure.Frequency is null || dataset.About.Structure.Sparse)
        {
            return;
        }

        var table = dataset.Figures;
        for (var series = 0; series < table.SeriesCount; series++)
        {
            for (var row = table.SeriesStart[series] + 1; row < table.SeriesStart[series + 1]; row++)
            {
                var (before, figure) = (table[row - 1].Period, table[row]);
                if (figure.Period != before.Next)
                {
                    faults.Add(
                        lines.Path,
                        lines.Of(figure.Key),
                        "period",
                        $"{figure.Key} follows {before.Code}: {before.Next.Code} is missing.",
                        "Add it; write the status x if it is not available."
                    );
                }
            }
        }
    }
}
