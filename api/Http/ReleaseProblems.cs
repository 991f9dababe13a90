using PublicStats.Api.Addresses;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Http;

/// <content>What can be wrong with the release a request asks for, and with a figure that a release withdrew.</content>
internal sealed partial class Problem
{
    /// <summary>
    /// No release of that id is published. The answer is the same bytes for every id: a release that is sealed for a time to come looks the
    /// same as one that does not exist.
    /// </summary>
    public static Problem NoSuchRelease(ReleaseView view) =>
        new(
            StatusCodes.Status404NotFound,
            "no-such-release",
            "There is no such release.",
            $"No release of that name is published. {ApiAddresses.Releases} lists those that are.",
            more: writer =>
            {
                writer.WriteString("parameter", "release");
                writer.WriteStrings(
                    "allowed",
                    view.Published.Count <= LongestList ? view.Published.Select(release => release.Id).Reverse() : []
                );
                writer.WriteString("allowedAt", ApiAddresses.Releases);
            }
        );

    /// <summary>A release is named twice over.</summary>
    public static Problem TwoReleases(KeyValuePair<string, string> pin, string? id)
    {
        var fault = new QueryFault(
            pin.Key,
            pin.Value,
            id is null
                ? "Only one of release and asOf can be asked for, once. Leave the others out."
                : $"The address names the release {id} already. Leave {pin.Key} out.",
            [],
            null
        );
        return new(StatusCodes.Status400BadRequest, "bad-parameter", "A parameter is wrong.", fault.Reason, [fault], ApiAddresses.Releases);
    }

    /// <summary>A past release is asked for under a name that is almost right: to pass over it would answer with the present.</summary>
    public static Problem Misspelt(string parameter)
    {
        var right = ReleaseParameters.MeantByName(parameter)!;
        return BadAsOf(new(parameter, parameter, $"\"{parameter}\" is not a parameter. Write {right}.", ReleaseParameters.Names, right));
    }

    /// <summary>A date cannot be read, or lies in the future.</summary>
    public static Problem BadAsOf(QueryFault fault) =>
        new(StatusCodes.Status400BadRequest, "bad-parameter", "A parameter is wrong.", fault.Reason, [fault], ApiAddresses.Releases);

    /// <summary>Nothing had been published by then.</summary>
    public static Problem BeforeTheFirst(string asOf, ReleaseView view)
    {
        var first = view.Published[0];
        var fault = new QueryFault("asOf", asOf, $"Nothing had been published by then. The first release is {first.Id}.", [], first.Id);
        return new(
            StatusCodes.Status404NotFound,
            "no-release-then",
            "There was no release then.",
            fault.Reason,
            [fault],
            ApiAddresses.Releases
        );
    }

    /// <summary>The content of a release was taken away.</summary>
    public static Problem Purged(Release release) =>
        new(
            StatusCodes.Status410Gone,
            "purged-release",
            "The content of this release was taken away.",
            $"Release {release.Id} was purged: {release.Purge!.Reason} What it was, and the digest of every file it held, are kept.",
            more: writer => writer.WriteString("tombstone", ApiAddresses.Release(release.Id))
        );

    /// <summary>A release is not as it was sealed.</summary>
    public static Problem Broken(string release) =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            "broken-release",
            "This release cannot be served.",
            $"The files of release {release} are not as they were sealed, so nothing of it is served. Ask again later."
        );

    /// <summary>No release can be served at all.</summary>
    public static Problem NoRelease() =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            "no-release",
            "No release can be served.",
            "No release is published, or none is as it was sealed. Ask again later."
        );

    /// <summary>The answer could not be made.</summary>
    public static Problem Failed() =>
        new(
            StatusCodes.Status500InternalServerError,
            "failed",
            "The answer could not be made.",
            "This is our fault, not yours. It has been noted; please write to the figures desk if it goes on."
        );

    /// <summary>A figure is withdrawn.</summary>
    public static Problem Withdrawn(Withdrawal withdrawal, SealedRelease release) =>
        new(
            StatusCodes.Status410Gone,
            "withdrawn-figure",
            "This figure is withdrawn.",
            $"{withdrawal.Key} was withdrawn by release {withdrawal.Release}: {withdrawal.Reason}",
            more: writer =>
            {
                writer.WriteRelease(release);
                writer.WriteStartObject("withdrawn");
                writer.WriteString("key", withdrawal.Key);
                writer.WriteString("release", withdrawal.Release);
                writer.WriteString("reason", withdrawal.Reason);
                writer.WriteString("address", ApiAddresses.Release(withdrawal.Release));
                writer.WriteEndObject();
            }
        );

    /// <summary>A file that a release does not hold.</summary>
    public static Problem NoSuchFile(string path, Release release)
    {
        var fault = QueryFault.NotAllowed("path", path, "a file of this release", release.Manifest.Files.Select(file => file.Path));
        return new(
            StatusCodes.Status404NotFound,
            "no-such-file",
            "There is no such file.",
            fault.Reason,
            [fault],
            ApiAddresses.Release(release.Id)
        );
    }

    /// <summary>A header for time travel that cannot be read.</summary>
    public static Problem BadAcceptDatetime(string text)
    {
        var fault = new QueryFault(
            "Accept-Datetime",
            text,
            $"\"{text}\" is not a date of HTTP. Write it like Fri, 01 May 2026 09:30:00 GMT.",
            ["Fri, 01 May 2026 09:30:00 GMT"],
            null
        );
        return new(StatusCodes.Status400BadRequest, "bad-header", "A header is wrong.", fault.Reason, [fault]);
    }

    /// <summary>What has no frozen addresses.</summary>
    public static Problem NoTimeMap(string resource)
    {
        var fault = new QueryFault(
            "resource",
            resource,
            "Only figures, datasets, headlines and pages are kept in every release.",
            ["figures/crossings/people/2025", "datasets/crossings", "headlines", "crossings/"],
            null
        );
        return new(
            StatusCodes.Status404NotFound,
            "no-such-address",
            "There is nothing at this address.",
            fault.Reason,
            [fault],
            ApiAddresses.Documentation
        );
    }
}
