using PublicStats.Data.Datasets;
using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Publishing;
using PublicStats.Data.Reading;
using PublicStats.Data.Releases;
using PublicStats.Data.Validation;

namespace PublicStats.SiteGenerator.Preview;

/// <summary>Makes the releases that there will be at a moment from the files of a publication, again at every save.</summary>
/// <param name="folder">The publication's folder: only read.</param>
/// <param name="mirror">The folder for the releases of the preview.</param>
internal sealed class PreviewBuilder(string folder, string mirror, DateTimeOffset at)
{
    private readonly ReleaseStore releases = new(Path.Combine(folder, "releases"));
    private readonly PreviewReleases preview = new(new(Path.Combine(folder, "releases")), mirror, at);
    private PreviewState state = new(0, "", null, [], HasPages: false);
    private (DateTime, long) log = (default, -1);
    private SealedRelease? before;
    private SealedRelease? drafted;
    private Draft? draft;
    private bool isDrafted;

    private DateOnly Day => DateOnly.FromDateTime(at.DateTime);

    /// <summary>Reads the files, and seals them for the preview.</summary>
    public PreviewState Next()
    {
        var faults = new Faults();
        try
        {
            drafted = null;
            Follow(faults);
            var note =
                faults.Count > 0 ? "The releases are not all as they were sealed: publicstats verify names what is not." : Draw(faults);
            state = new(
                state.Number + 1,
                $"as it will be on {at:dddd d MMMM yyyy} at {at:HH:mm}",
                note,
                faults.All,
                isDrafted || before is not null,
                drafted
            );
        }
        catch (BrokenReleaseException exception)
        {
            faults.Add(
                "releases",
                1,
                "release",
                exception.Message,
                "Put the file back from a copy; publicstats verify says when all is well."
            );
            state = state with { Number = state.Number + 1, Faults = faults.All, Sealed = null };
        }

        return state;
    }

    private string? Draw(Faults faults)
    {
        var working = WorkingFiles.Of(folder, faults);
        if (preview.InTheWay(DateTimeOffset.UtcNow) is { } waiting)
        {
            isDrafted = true;
            PublicationCheck.Check(working.Set, faults, Day);
            return waiting.Id.StartsWith($"{at:yyyy-MM-dd}", StringComparison.Ordinal)
                ? $"Release {waiting.Id} is sealed for that day: you see it as it was sealed, and nothing of what was saved since."
                : $"Release {waiting.Id} is sealed for that time or later: nothing of what was saved since is seen before it.";
        }

        if (Draft.Of(working, new(before, Day) { Last = draft }, faults) is { } next)
        {
            draft = next;
            var announced = draft.Publication.Calendar.FirstOrDefault(release => release.At == at);
            drafted = preview.Seal(draft, announced?.Title ?? "The next release", "What is new in it is written when it is sealed.");
            isDrafted = true;
            return null;
        }

        if (isDrafted)
        {
            return "You see the files as they last were without a fault.";
        }

        return before is null ? null : $"You see release {before.Manifest.Id}, without what was changed since.";
    }

    // Takes over releases that were sealed, approved or cancelled since the last save.
    private void Follow(Faults faults)
    {
        var file = new FileInfo(releases.Log.Path);
        var now = file.Exists ? (file.LastWriteTimeUtc, file.Length) : (default, -1);
        if (now == log && before is not null)
        {
            return;
        }

        preview.Take(DateTimeOffset.UtcNow);
        foreach (var fault in preview.Faults)
        {
            faults.Add(
                "releases/" + fault.Place,
                1,
                "release",
                fault.ToString(),
                "Put the file back from a copy; publicstats verify says when all is well."
            );
        }

        before = preview.Last is { } last ? preview.Store.Open(last) : null;
        (log, isDrafted) = (now, false);
    }

    /// <summary>The moment that comes next: the next one announced, else that of the release that waits, else now.</summary>
    public static DateTimeOffset NextMoment(string folder, string zone)
    {
        var now = ZonedTime.In(DateTimeOffset.UtcNow, zone);
        var announced = PublicationReader.Read(FileSet.OfFolder(folder), new())?.Calendar ?? (IReadOnlyList<AnnouncedRelease>)[];
        return announced.FirstOrDefault(release => release.At > now)?.At
            ?? (
                new ReleaseStore(Path.Combine(folder, "releases")).History().Releases.FirstOrDefault(release => !release.IsPublishedBy(now))
                    is { } waiting
                    ? ZonedTime.In(waiting.PublishedAt ?? waiting.Manifest.PublishedAt, zone)
                    : now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond))
            );
    }
}
