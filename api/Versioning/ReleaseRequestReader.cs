using System.Diagnostics.CodeAnalysis;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Versioning;

/// <summary>Reads which release a request asks for: the latest, one named in the path or the query, or the latest at a date.</summary>
internal static class ReleaseRequestReader
{
    /// <summary>Reads the path and the query of a request.</summary>
    /// <param name="view">What may be seen now, answered from the latest release.</param>
    public static bool TryRead(
        HttpRequest http,
        ReleaseView view,
        AddressBook book,
        DateTimeOffset now,
        [NotNullWhen(true)] out ReleaseRequest? request,
        [NotNullWhen(false)] out ProblemAnswer? problem
    )
    {
        var path = http.Path.Value!;
        var parameters = QueryParameters.Of(http);
        var selectors = parameters.Where(parameter => ReleaseParameters.Has(parameter.Key)).ToList();
        var address = AddressBook.Parse(path);
        request = null;
        problem = parameters
            .Where(parameter => ReleaseParameters.IsMisspelt(parameter.Key))
            .Select(parameter => Problems.Misspelt(parameter.Key))
            .FirstOrDefault();
        if (problem is null && selectors.Count + (address.Release is null ? 0 : 1) > 1)
        {
            problem = Problems.TwoReleases(selectors[^1], address.Release);
        }

        if (problem is not null)
        {
            return false;
        }

        if (selectors.Count == 0 && IsAnsweredFromLatest(address, view, book))
        {
            request = new(view, path, path, parameters, null);
            return true;
        }

        if (!TrySelect(address.Release, selectors, view, now, out var release, out problem))
        {
            return false;
        }

        request = new(
            view.Of(release, isFrozen: address.Release is not null),
            path,
            address.Resource,
            [.. parameters.Where(parameter => !ReleaseParameters.Has(parameter.Key))],
            selectors is [var selector] ? $"{selector.Key}={Uri.EscapeDataString(selector.Value)}" : null
        );
        return true;
    }

    // The record of releases, such as what changed in one, is answered from the latest for every published release. The site has pages of
    // its own for a release that does not exist, and for one whose content was taken away.
    private static bool IsAnsweredFromLatest(ReleasePath address, ReleaseView view, AddressBook book)
    {
        if (address.Release is not { } id || !book.IsInReleases(address))
        {
            return true;
        }

        return address.IsPage && (view.Find(id) is { } release ? release.Purge is not null : !view.IsLost(id));
    }

    private static bool TrySelect(
        string? id,
        List<KeyValuePair<string, string>> selectors,
        ReleaseView view,
        DateTimeOffset now,
        [NotNullWhen(true)] out SealedRelease? release,
        [NotNullWhen(false)] out ProblemAnswer? problem
    )
    {
        if (id is not null)
        {
            return TryOpen(id, view.Find(id), view, out release, out problem);
        }

        var (name, value) = selectors[0];
        if (name == ReleaseParameters.Release)
        {
            return TryOpen(value, view.Find(value), view, out release, out problem);
        }

        release = null;
        if (!AsOf.TryParse(value, view.Shown.Publication.About.TimeZone, now, out var moment, out var fault))
        {
            problem = Problems.InvalidAsOf(fault);
            return false;
        }

        if (view.At(moment) is { } then)
        {
            return TryOpen(then.Id, then, view, out release, out problem);
        }

        problem = Problems.BeforeTheFirst(value, view);
        return false;
    }

    private static bool TryOpen(
        string id,
        Release? found,
        ReleaseView view,
        [NotNullWhen(true)] out SealedRelease? release,
        [NotNullWhen(false)] out ProblemAnswer? problem
    )
    {
        release = null;
        if (found is null)
        {
            problem = view.IsLost(id) ? Problems.BrokenRelease(id) : Problems.UnknownRelease(view);
            return false;
        }

        if (found.Purge is not null)
        {
            problem = Problems.Purged(found);
            return false;
        }

        release = view.Open(found);
        problem = release is null ? Problems.BrokenRelease(found.Id) : null;
        return problem is null;
    }
}
