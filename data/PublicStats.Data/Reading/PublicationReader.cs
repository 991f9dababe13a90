using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Reading;

/// <summary>Reads a publication's files, strictly: the files of a folder an editor works in, or of a sealed release.</summary>
public static class PublicationReader
{
    private static readonly string[] SourceColumns = ["source", "title", "publisher", "published", "address", "note"];

    /// <summary>The publication; null when there is a fault: nothing half-read is ever served.</summary>
    public static Publication? Read(FileSet files, Faults faults) => Read(files, faults, _ => null);

    /// <summary>The same, with the datasets that need not be read again.</summary>
    /// <param name="kept">The dataset of a name as it was read from the same files; null where it is to be read.</param>
    internal static Publication? Read(FileSet files, Faults faults, Func<string, Dataset?> kept)
    {
        var about = Descriptor.Read(files, "publication.json", DescriptorJson.Default.PublicationPart, faults);
        var sources = Sources(files, faults);
        var datasets = (about?.Datasets ?? [])
            .Select(dataset => kept(dataset) ?? DatasetReader.Read(files, dataset, sources, faults))
            .ToList();
        var pages = files
            .Paths.Where(path => path.StartsWith("pages/", StringComparison.Ordinal))
            .Select(path => PageReader.Read(files, path, faults))
            .ToList();
        var hasZone = about is not null && ZonedTime.IsZone(about.TimeZone);
        if (about is not null && !hasZone)
        {
            faults.Add("publication.json", 1, "timeZone", ZonedTime.NoSuchZone(about.TimeZone));
        }

        var calendar = about is null || !hasZone ? [] : CalendarReader.Read(files, about.TimeZone, faults);
        if (about is not null && !(Uri.TryCreate(about.Address, UriKind.Absolute, out var home) && home.Scheme is "http" or "https"))
        {
            faults.Add(
                "publication.json",
                1,
                "address",
                $"\"{about.Address}\" is not an address of the web.",
                "Write where the site is published, such as https://publicstats.example."
            );
        }

        if (about is null || faults.Count > 0)
        {
            return null;
        }

        return new(
            new(about.Name, about.Title, about.Subtitle, about.Summary, about.Publisher, about.Language, about.TimeZone, about.Address),
            about.Contact,
            about.Licence,
            [.. about.Headlines.Select(HeadlineReference.Parse)],
            sources,
            [.. datasets.OfType<Dataset>()],
            [.. pages.OfType<Page>()],
            calendar
        );
    }

    internal static List<Source> Sources(FileSet files, Faults faults)
    {
        const string path = "sources.csv";
        var sources = new List<Source>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in CsvRows.Read(files, path, SourceColumns, SourceColumns, faults) ?? [])
        {
            if (!Period.TryParse(row["published"], out var published))
            {
                faults.Add(path, row.Line, "published", Period.Reason(row["published"])!.Value);
            }

            if (
                row["address"].Length > 0
                && !(Uri.TryCreate(row["address"], UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            )
            {
                faults.Add(
                    path,
                    row.Line,
                    "address",
                    $"\"{row["address"]}\" is not an address of the web.",
                    "Write one that begins with https://, or leave it empty and say in the note where the words are held."
                );
            }

            if (row["title"].Length == 0 || row["publisher"].Length == 0)
            {
                faults.Add(path, row.Line, "title", "A source needs a title and a publisher.", "Write both.");
            }

            if (!seen.Add(row["source"]))
            {
                faults.Add(path, row.Line, "source", $"\"{row["source"]}\" appears twice.", "Give each source its own name.");
            }

            sources.Add(new(row["source"], row["title"], row["publisher"], published, Optional(row["address"]), Optional(row["note"])));
        }

        return sources;
    }

    internal static string? Optional(string cell) => cell.Length == 0 ? null : cell;
}
