using PublicStats.Data.Datasets;
using PublicStats.Data.Drafts;
using PublicStats.Data.Figures;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Publishing;

/// <summary>Makes the manifest of every release: from a draft, from the published release, or from one that is sealed again.</summary>
internal static class Manifests
{
    /// <summary>The release that follows the last one, from the working files.</summary>
    /// <param name="files">The files of the draft, as they are stored.</param>
    public static ReleaseManifest Scheduled(
        Draft draft,
        ReleaseHistory history,
        DateTimeOffset at,
        ReleaseAbout about,
        ReleaseSeal seal,
        IReadOnlyList<ReleaseFile> files
    )
    {
        var before = draft.Before?.Manifest;
        return new(
            Sealing.FreeId(history, at),
            about,
            at,
            seal with
            {
                Previous = history.Last?.Digest,
            },
            before?.Corrections ?? [],
            [.. (before?.Withdrawals ?? []).Where(withdrawal => !draft.Restored.Contains(withdrawal.Key))],
            Summaries(draft.Publication),
            files
        );
    }

    /// <summary>A correction or a withdrawal. <see cref="Sealed"/> completes it.</summary>
    public static ReleaseManifest Ahead(
        SealingAhead ahead,
        ReleaseAbout about,
        string by,
        IReadOnlyList<Correction> corrections,
        IEnumerable<Withdrawal> withdrawals
    ) =>
        ahead.Published.Manifest with
        {
            Id = ahead.Id,
            About = about,
            PublishedAt = ahead.Moment,
            Seal = new(default, by),
            Corrections = corrections,
            Withdrawals = InOrder(withdrawals),
        };

    /// <summary>The same release with what is known only when it is sealed.</summary>
    public static ReleaseManifest Sealed(
        ReleaseManifest manifest,
        Publication publication,
        IReadOnlyList<ReleaseFile> files,
        DateTimeOffset now,
        string previous
    ) => manifest with { Seal = manifest.Seal with { At = now, Previous = previous }, Datasets = Summaries(publication), Files = files };

    /// <summary>The same release at another time, under another id.</summary>
    public static ReleaseManifest Moved(ReleaseManifest manifest, string id, DateTimeOffset at) =>
        manifest with
        {
            Id = id,
            PublishedAt = at,
            Corrections =
            [
                .. manifest.Corrections.Select(correction =>
                    correction.Release == manifest.Id ? correction with { Release = id } : correction
                ),
            ],
            Withdrawals =
            [
                .. manifest.Withdrawals.Select(withdrawal =>
                    withdrawal.Release == manifest.Id ? withdrawal with { Release = id } : withdrawal
                ),
            ],
        };

    /// <summary>
    /// A waiting release behind another than before: what it corrected, withdrew and restored itself, added to what the new one has.
    /// </summary>
    /// <param name="own">The waiting release.</param>
    /// <param name="was">The release that it followed.</param>
    /// <param name="now">The release that it follows from now on.</param>
    public static ReleaseManifest Carried(ReleaseManifest own, ReleaseManifest was, ReleaseManifest now, string id)
    {
        var restored = Keys(was.Withdrawals).Except(Keys(own.Withdrawals)).ToHashSet(StringComparer.Ordinal);
        var known = Keys(was.Withdrawals.Concat(now.Withdrawals)).ToHashSet(StringComparer.Ordinal);
        var corrected = own.Corrections.Where(correction => correction.Release == own.Id);
        var withdrawn = own.Withdrawals.Where(withdrawal => !known.Contains(withdrawal.Key));
        return own with
        {
            Id = id,
            Corrections = [.. now.Corrections, .. corrected.Select(correction => correction with { Release = id })],
            Withdrawals = InOrder([
                .. now.Withdrawals.Where(withdrawal => !restored.Contains(withdrawal.Key)),
                .. withdrawn.Select(withdrawal => withdrawal with { Release = id }),
            ]),
        };
    }

    private static IEnumerable<string> Keys(IEnumerable<Withdrawal> withdrawals) => withdrawals.Select(withdrawal => withdrawal.Key);

    private static Withdrawal[] InOrder(IEnumerable<Withdrawal> withdrawals) =>
        [.. withdrawals.OrderBy(withdrawal => withdrawal.Key, StringComparer.Ordinal)];

    private static ReleaseDataset[] Summaries(Publication publication) =>
        [
            .. publication.Datasets.Select(dataset => new ReleaseDataset(
                dataset.Name,
                dataset.Figures.Count,
                dataset.Figures.Count(figure => (figure.Status & FigureStatus.Confidential) != 0),
                dataset.About.Caveats.Disclosure ?? ""
            )),
        ];
}
