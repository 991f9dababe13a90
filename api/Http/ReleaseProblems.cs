using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Http;

/// <content>Problems with the release that a request asks for, and with a figure that a release withdrew.</content>
internal static partial class Problems
{
    /// <summary>
    /// No release of that id is published. The answer is the same bytes for every id: a release that is sealed for a future time looks the
    /// same as one that does not exist.
    /// </summary>
    public static ProblemAnswer UnknownRelease(ReleaseView view) =>
        Answer(
            new()
            {
                Type = "no-such-release",
                Title = "There is no such release.",
                Status = StatusCodes.Status404NotFound,
                Detail = $"No release of that name is published. {ApiAddresses.Releases} lists those that are.",
                Parameter = ReleaseParameters.Release,
                Allowed = ProblemErrors.Allowed([.. view.Published.Select(release => release.Id).Reverse()]),
                AllowedAt = ApiAddresses.Releases,
            }
        );

    /// <summary>The request names a release twice.</summary>
    /// <param name="pin">The last parameter that names one.</param>
    /// <param name="id">The release in the path. Null when the path names none.</param>
    public static ProblemAnswer TwoReleases(KeyValuePair<string, string> pin, string? id) =>
        InvalidAsOf(
            ParameterFault.Of(
                pin.Key,
                pin.Value,
                id is null
                    ? new("Only one of release and asOf can be asked for, once.", "Leave the others out.")
                    : new($"The address names the release {id} already.", $"Leave {pin.Key} out.")
            )
        );

    /// <summary>A parameter is almost release or asOf. Without this problem the answer would be of the latest release.</summary>
    public static ProblemAnswer Misspelt(string parameter)
    {
        var right = ReleaseParameters.MeantByName(parameter)!;
        var reason = new Reason($"\"{parameter}\" is not a parameter.", $"Write {right}.");
        return InvalidAsOf(ParameterFault.Of(parameter, parameter, reason, ReleaseParameters.Names, right));
    }

    /// <summary>A date cannot be read, or is in the future.</summary>
    public static ProblemAnswer InvalidAsOf(Fault fault) => InvalidParameter(fault, ApiAddresses.Releases);

    /// <summary>The date is before the first release.</summary>
    public static ProblemAnswer BeforeTheFirst(string asOf, ReleaseView view)
    {
        var first = view.Published[0].Id;
        return NotFound(
            "no-release-then",
            "There was no release then.",
            ParameterFault.Of("asOf", asOf, new("Nothing had been published by then.", $"The first release is {first}."), [], first),
            ApiAddresses.Releases
        );
    }

    /// <summary>The content of a release was taken away.</summary>
    public static ProblemAnswer Purged(Release release) =>
        Answer(
            new()
            {
                Type = "purged-release",
                Title = "The content of this release was taken away.",
                Status = StatusCodes.Status410Gone,
                Detail = ProblemErrors.Detail(
                    $"Release {release.Id} was purged: {release.Purge!.Reason} What it was, and the digest of every file it held, are kept."
                ),
                Tombstone = ApiAddresses.Release(release.Id),
            }
        );

    /// <summary>The files of a release are not as they were sealed.</summary>
    public static ProblemAnswer BrokenRelease(string release) =>
        Answer(
            new()
            {
                Type = "broken-release",
                Title = "This release cannot be served.",
                Status = StatusCodes.Status503ServiceUnavailable,
                Detail = $"The files of release {release} are not as they were sealed, so nothing of it is served. Ask again later.",
            }
        );

    /// <summary>No release can be served at all.</summary>
    public static ProblemAnswer NoRelease() =>
        Answer(
            new()
            {
                Type = "no-release",
                Title = "No release can be served.",
                Status = StatusCodes.Status503ServiceUnavailable,
                Detail = "No release is published, or none is as it was sealed. Ask again later.",
            }
        );

    /// <summary>A figure is withdrawn.</summary>
    public static ProblemAnswer Withdrawn(Withdrawal withdrawal, SealedRelease release) =>
        Answer(
            new()
            {
                Type = "withdrawn-figure",
                Title = "This figure is withdrawn.",
                Status = StatusCodes.Status410Gone,
                Detail = ProblemErrors.Detail($"{withdrawal.Key} was withdrawn by release {withdrawal.Release}: {withdrawal.Reason}"),
                Release = ReleaseName.Of(release),
                Withdrawn = WithdrawnFigure.Of(withdrawal) with { Address = ApiAddresses.Release(withdrawal.Release) },
            }
        );

    /// <summary>The release has no such file.</summary>
    public static ProblemAnswer UnknownFile(string path, Release release) =>
        NotFound(
            "no-such-file",
            "There is no such file.",
            ParameterFault.NotAllowed("path", path, "a file of this release", release.Manifest.Files.Select(file => file.Path)),
            ApiAddresses.Release(release.Id)
        );

    /// <summary>The Accept-Datetime header cannot be read.</summary>
    public static ProblemAnswer InvalidAcceptDatetime(string text)
    {
        const string Example = "Fri, 01 May 2026 09:30:00 GMT";
        var reason = new Reason($"\"{text}\" is not a date of HTTP.", $"Write it like {Example}.");
        var fault = ParameterFault.Of("Accept-Datetime", text, reason, [Example]);
        return OneFault(StatusCodes.Status400BadRequest, "bad-header", "A header is wrong.", fault, null);
    }

    /// <summary>The resource has no versions, so it has no TimeMap.</summary>
    /// <param name="publication">What the examples of resources are taken from.</param>
    public static ProblemAnswer NoTimeMap(string resource, Publication publication)
    {
        var (key, start) = (ExampleKey(publication), ApiAddresses.Publication.Length + 1);
        var dataset = publication.Datasets[0].Name;
        return UnknownAddress(
            ParameterFault.Of(
                "resource",
                resource,
                new("Only figures, datasets, headlines and pages are kept in every release.", ""),
                [ApiAddresses.Figure(key)[start..], ApiAddresses.Dataset(dataset)[start..], ApiAddresses.Headlines[start..], $"{dataset}/"]
            )
        );
    }
}
