namespace PublicStats.Data.Releases;

/// <summary>
/// What is certain where lines of the log cannot be read. Such a line may have approved a release, or taken one back. Each release names
/// the one before it, so an action on a later release is evidence for those before it. A release without evidence is not published, so
/// that damage never makes anything public.
/// </summary>
internal sealed class LogRecovery
{
    private readonly LogEntry?[] approvals;
    private readonly int[] lastNamed;
    private readonly bool[] takenBack;
    private readonly IReadOnlyList<UnreadableLines> gaps;

    /// <param name="read">The manifests of the sealings; null where one cannot be read.</param>
    public LogRecovery(LogState acts, List<ReleaseManifest?> read, IReadOnlyList<UnreadableLines> gaps)
    {
        var count = read.Count;
        this.gaps = gaps;
        (approvals, lastNamed, takenBack) = (new LogEntry?[count], new int[count], new bool[count]);
        LogEntry? later = null;
        for (var i = count - 1; i >= 0; i--)
        {
            var sealing = acts.Sealings[i];
            var next = Array.FindIndex([.. read], i + 1, manifest => manifest?.Seal.Previous == sealing.Manifest);
            approvals[i] =
                acts.Approvals.GetValueOrDefault(sealing.Manifest)
                ?? (next < 0 ? null : acts.Later.GetValueOrDefault(sealing.Manifest) ?? approvals[next]);
            lastNamed[i] = Math.Max(
                Math.Max(sealing.Number, approvals[i]?.Number ?? 0),
                Math.Max(acts.Purges.GetValueOrDefault(sealing.Manifest)?.Number ?? 0, next < 0 ? 0 : lastNamed[next])
            );
            // A later one was approved, so this one was too, or it was taken back before.
            takenBack[i] = approvals[i] is null && later is not null;
            later ??= approvals[i];
        }
    }

    /// <summary>The approval of a release, or, where it cannot be read, that of the one that follows it: it was given no later.</summary>
    public LogEntry? Approval(int sealing) => approvals[sealing];

    /// <summary>Whether a release was taken back by a line that cannot be read.</summary>
    public bool WasTakenBack(int sealing) => takenBack[sealing];

    /// <summary>
    /// Whether a line that cannot be read may have taken a release back: it was not published yet when the line was written, and nothing
    /// after the line names it.
    /// </summary>
    public bool MayHaveBeenTakenBack(int sealing, DateTimeOffset? published) =>
        gaps.Any(gap => lastNamed[sealing] <= gap.After && published > gap.At);
}
