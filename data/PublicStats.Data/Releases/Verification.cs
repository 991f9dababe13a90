namespace PublicStats.Data.Releases;

/// <summary>Checks everything that was ever sealed against its hash.</summary>
public static class Verification
{
    /// <summary>
    /// Walks the log, the chain and every object. Yields what does not match, in order; nothing when all is as it was sealed.
    /// </summary>
    public static IEnumerable<Mismatch> Verify(this ReleaseStore store)
    {
        var history = store.History();
        foreach (var fault in history.Faults)
        {
            yield return fault;
        }

        foreach (var unknown in store.Unknown(history))
        {
            yield return new(
                unknown,
                history.IsLogDamaged
                    ? "no line of the log that can be read names this release."
                    : "no line of the log names this release. The log may be an older copy."
            );
        }

        string? previous = null;
        var held = new Dictionary<(string, string), string?>();
        foreach (var release in history.Releases)
        {
            if (release.Manifest.Seal.Previous != previous)
            {
                yield return new(release.Path, "the release before it is not the one it was sealed after.");
            }

            previous = release.Digest;
            foreach (var file in release.Purge is null ? release.Manifest.Files : [])
            {
                // Releases share the objects that did not change: each is read once.
                if (!held.TryGetValue((file.ObjectPath, file.StoredSha256), out var problem))
                {
                    held[(file.ObjectPath, file.StoredSha256)] = problem = Problem(store, file);
                }

                if (problem is not null)
                {
                    yield return new(release.Id, problem);
                }
            }
        }
    }

    private static string? Problem(ReleaseStore store, ReleaseFile file)
    {
        try
        {
            store.Read(file);
            return null;
        }
        catch (BrokenReleaseException exception)
        {
            return exception.Message;
        }
    }
}
