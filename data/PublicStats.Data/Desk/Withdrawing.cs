using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;
using PublicStats.Data.Reading;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Desk;

/// <summary>Takes figures out of the answers, in the open; and, where one gives somebody away, out of the past.</summary>
public static class Withdrawing
{
    /// <summary>Seals a release that is the last one without these figures. They stay findable as withdrawn, with the reason. The working files are not read.</summary>
    /// <param name="keys">The keys of figures as they stand in a file; a sum has none to withdraw.</param>
    /// <param name="at">A civil time; null to publish as soon as it is approved.</param>
    public static ActResult Withdraw(this ReleaseDesk desk, IReadOnlyList<string> keys, string? at, string reason, string by) => desk.Alone(history =>
    {
        if (history.Last is not { } last)
        {
            return ActResult.Refused("releases", "release", "There is no release to withdraw a figure from.", "Leave the figure out of figures.csv.");
        }

        var faults = new Faults();
        var moment = desk.Soonest(history);
        if (at is not null && !CivilTime.TryParse(at, desk.TimeZone, out moment, out var wrong))
        {
            faults.Add("releases", 1, "at", wrong!);
        }

        SaidWords.Check(faults, ("reason", reason), ("by", by));
        if (faults.Count > 0)
        {
            return ActResult.Refused(faults.All);
        }

        var before = desk.Store.Open(last);
        var known = before.Manifest.Withdrawals.Select(each => each.Key).ToHashSet(StringComparer.Ordinal);
        if (keys.All(known.Contains))
        {
            return new(last, false, []);
        }

        // A time that nobody chose is the present, however long the reading took.
        if (at is not null && moment < desk.Now)
        {
            return ActResult.Refused("releases", "at", $"{moment:yyyy-MM-dd HH:mm} is in the past.", "Choose a time to come, or leave --at out.");
        }

        if (Sealing.Refusal(desk, history, moment) is { } inTheWay)
        {
            return inTheWay;
        }

        var id = Sealing.FreeId(history, moment);
        Withdrawal[] added = [.. keys.Distinct(StringComparer.Ordinal).Where(each => !known.Contains(each)).Select(each => new Withdrawal(each, id, reason))];
        var files = Without(desk, before, added, faults);
        if (faults.Count > 0)
        {
            return ActResult.Refused(faults.All);
        }

        var publication = PublicationReader.Read(files.Set, faults) ?? throw new BrokenReleaseException($"Without its withdrawn figures the release cannot be read: {faults.All[0]}");
        var release = SealWriter.Manifest(desk.Store, before.Manifest with
        {
            Id = id,
            Kind = "withdrawal",
            Title = added.Length == 1 ? "A figure is withdrawn" : $"{added.Length} figures are withdrawn",
            Reason = reason,
            PublishedAt = moment,
            SealedAt = desk.Time.GetUtcNow(),
            SealedBy = by,
            Backfilled = false,
            Previous = last.Digest,
            Withdrawals = [.. before.Manifest.Withdrawals.Concat(added).OrderBy(each => each.Key, StringComparer.Ordinal)],
            Datasets = [.. publication.Datasets.Select(SealWriter.Summary)],
            Files = SealWriter.Objects(desk.Store, files, history),
        });
        return desk.Done("seal", by, release, reason);
    });

    /// <summary>The releases in which any of these figures has a value, oldest first: what a purge would have to take away.</summary>
    public static IReadOnlyList<Release> Holding(this ReleaseDesk desk, IReadOnlyList<string> keys) =>
        [.. desk.Store.History().Releases.Where(each => each.Purge is null && desk.Store.Open(each) is var opened && keys.Any(key => FigureLookup.Find(opened.Publication, key, out _)?.Figure.Value is not null))];

    /// <summary>
    /// Takes away the content of a past release that disclosed something. Its manifest stays as a tombstone, with the digest of every file. Files that a
    /// release which is not purged also holds are kept.
    /// </summary>
    public static ActResult Purge(this ReleaseDesk desk, string id, string reason, string by, string approvedBy) => desk.Alone(history =>
    {
        if (ReleaseDesk.Find(history, id, out var refused) is not { } release)
        {
            return refused;
        }

        var faults = new Faults();
        SaidWords.Check(faults, ("reason", reason), ("by", by), ("approved-by", approvedBy));
        if (faults.Count > 0)
        {
            return ActResult.Refused(faults.All);
        }

        if (ReleaseDesk.IsSame(by, approvedBy))
        {
            return ActResult.Refused($"releases/{id}", "approved-by", "A purge cannot be undone, and takes two people.", "Name another than --by.");
        }

        if (history.PublishedBy(desk.Time.GetUtcNow()).LastOrDefault()?.Id == id || history.Last!.Id == id)
        {
            return ActResult.Refused($"releases/{id}", "release", $"Release {id} is the latest.", "Withdraw the figure first, and purge this release once the withdrawal is published.");
        }

        var done = release.Purge is null ? desk.Done("purge", by, release, reason, approvedBy: approvedBy) : new(release, false, []);
        Leftovers.Sweep(desk.Store, desk.Store.History());
        return done;
    });

    private static WorkingFiles Without(ReleaseDesk desk, SealedRelease before, Withdrawal[] added, Faults faults)
    {
        var sealedFiles = before.Manifest.Files.ToDictionary(each => each.Path, desk.Store.Read, StringComparer.Ordinal);
        var files = new WorkingFiles(new(sealedFiles, StringComparer.Ordinal));
        var open = before.Publication.Datasets.ToDictionary(each => each.Name, each => new FigureFile(files, each), StringComparer.Ordinal);
        foreach (var withdrawal in added)
        {
            if (!open.TryGetValue(withdrawal.Key.Split('/')[0], out var file) || file.RowOf(withdrawal.Key) is null)
            {
                faults.Add("releases/" + before.Manifest.Id, 1, "key", $"{withdrawal.Key} is not a figure of a file of this release.",
                    open.Values.SelectMany(each => each.Keys).Where(each => each.EndsWith('/' + withdrawal.Key.Split('/')[^1], StringComparison.Ordinal)) is var near
                    && Publications.Nearest.To(withdrawal.Key, near) is { } nearest ? $"Write {nearest}." : "Write the key of one that is; a sum is withdrawn by its parts.");
                continue;
            }

            WithdrawnFigure.Empty(file, withdrawal);
        }

        return faults.Count > 0 ? files : files.With(open.Values.SelectMany(each => each.Changes));
    }
}
