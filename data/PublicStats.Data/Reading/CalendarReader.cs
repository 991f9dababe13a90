using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Reading;

/// <summary>Reads calendar.csv: the releases that are announced. A publication without the file announces none.</summary>
internal static class CalendarReader
{
    private const string Path = "calendar.csv";

    private static readonly string[] Columns = ["at", "title", "state"];

    public static IReadOnlyList<AnnouncedRelease> Read(FileSet files, string zone, Faults faults)
    {
        var announced = new List<AnnouncedRelease>();
        foreach (var row in files.Has(Path) ? CsvRows.Read(files, Path, Columns, Columns, faults) ?? [] : [])
        {
            if (!ZonedTime.TryParse(row["at"], zone, out var at, out var refusal))
            {
                faults.Add(Path, row.Line, "at", refusal!.Reason);
            }

            if (row["title"].Length == 0)
            {
                faults.Add(Path, row.Line, "title", "The release has no title.", "Write what it will be called.");
            }

            if (row["state"] is not ("confirmed" or "provisional"))
            {
                faults.Add(Path, row.Line, "state", $"\"{row["state"]}\" is not a state.", "Write confirmed or provisional.");
            }

            announced.Add(new(at, row["title"], row["state"] == "confirmed"));
        }

        return [.. announced.OrderBy(release => release.At).ThenBy(release => release.Title, StringComparer.Ordinal)];
    }
}
