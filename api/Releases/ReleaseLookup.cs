using System.Diagnostics.CodeAnalysis;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Releases;

/// <summary>Finds the release that an address is about.</summary>
internal static class ReleaseLookup
{
    /// <summary>The releases that a request can see, oldest first. As of a date, those that were published by then.</summary>
    public static IReadOnlyList<Release> ListReleases(this ReleaseRequest request) =>
        request.VersionSelector is null ? request.View.Published : request.View.UpToShown;

    /// <summary>Finds a published release. Its content may be purged or broken.</summary>
    public static bool TryFind(
        this ReleaseRequest request,
        string id,
        [NotNullWhen(true)] out Release? release,
        [NotNullWhen(false)] out ProblemAnswer? problem
    )
    {
        release = request.ListReleases().FirstOrDefault(release => release.Id == id);
        if (release is not null)
        {
            problem = null;
            return true;
        }

        problem = request.View.IsLost(id) ? Problems.BrokenRelease(id) : Problems.UnknownRelease(request.View);
        return false;
    }

    /// <summary>Finds a published release with its content.</summary>
    public static bool TryOpen(
        this ReleaseRequest request,
        string id,
        [NotNullWhen(true)] out SealedRelease? release,
        [NotNullWhen(false)] out ProblemAnswer? problem
    )
    {
        release = null;
        if (!request.TryFind(id, out var found, out problem))
        {
            return false;
        }

        if (found.Purge is not null)
        {
            problem = Problems.Purged(found);
            return false;
        }

        release = request.View.Open(found);
        problem = release is null ? Problems.BrokenRelease(id) : null;
        return release is not null;
    }
}
