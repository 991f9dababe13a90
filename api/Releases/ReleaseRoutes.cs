using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Releases;

/// <summary>What was published when, and exactly what it holds.</summary>
internal static class ReleaseRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ApiAddresses.Releases, (Delegate)ListReleases)
            .WithTags("Releases")
            .WithName("ListReleases")
            .WithSummary("Every published release, newest first");
        app.MapGet(ApiAddresses.ReleaseTemplate, GetRelease)
            .WithTags("Releases")
            .WithName("GetRelease")
            .WithSummary("One release: why, when, by whom, and every file in it with its SHA-256")
            .WithDescription(
                "Everything under /v1/datasets, /v1/figures and /v1/headlines is also kept under /v1/releases/{release}/…, frozen: "
                    + "the same bytes for ever."
            );
        app.MapGet(ApiAddresses.ManifestTemplate, GetManifest)
            .WithTags("Releases")
            .WithName("GetManifest")
            .WithSummary("The manifest as it was sealed, byte for byte")
            .WithDescription("Its SHA-256 is the digest of the release; previous names the digest of the one before.");
        app.MapGet(ApiAddresses.FileTemplate, GetFile)
            .WithTags("Releases")
            .WithName("GetFile")
            .WithSummary("A file of a release as it was sealed")
            .WithDescription(
                "Such as datasets/crossings/datapackage.json and datasets/crossings/figures.csv, a Data Package. "
                    + "Byte for byte: nothing is added before a text that a spreadsheet program would run as a formula."
            );
    }

    private static Task ListReleases(HttpContext context) =>
        Responses.Json(
            context,
            writer =>
            {
                var view = context.GetReleaseRequest().View;
                writer.WriteStartArray("releases");
                foreach (var release in Listed(context.GetReleaseRequest()).Reverse())
                {
                    writer.WriteStartObject();
                    writer.WriteSummary(view, release);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }
        );

    private static Task GetRelease(string release, HttpContext context) =>
        Of(context, release, (view, found) => Responses.Json(context, writer => ReleaseJson.Write(writer, view, found)));

    private static Task GetManifest(string release, HttpContext context, ReleaseStore store) =>
        Of(
            context,
            release,
            (_, found) =>
                store.ManifestBytes(found.Id, found.Digest) is { } bytes && ReleaseManifest.Hash(bytes) == found.Digest
                    ? Responses.Write(context, "application/json; charset=utf-8", bytes)
                    : Problem.Broken(release).ExecuteAsync(context)
        );

    private static Task GetFile(string release, string path, HttpContext context, ReleaseStore store) =>
        Of(
            context,
            release,
            (_, found) =>
                found.Purge is not null ? Problem.Purged(found).ExecuteAsync(context)
                : found.Manifest.Files.FirstOrDefault(releaseFile => releaseFile.Path == path) is not { } file
                    ? InAnotherCase(found, path, context)
                : Content(store, file) is { } bytes ? Responses.Write(context, TypeOf(path), bytes)
                : Problem.Broken(found.Id).ExecuteAsync(context)
        );

    // The names of files keep their case, so only here can an address in another case be known.
    private static Task InAnotherCase(Release release, string path, HttpContext context)
    {
        var file = release.Manifest.Files.FirstOrDefault(file => file.Path.Equals(path, StringComparison.OrdinalIgnoreCase));
        if (file is null)
        {
            return Problem.NoSuchFile(path, release).ExecuteAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.Location =
            HeaderAddress.Path(ApiAddresses.FileOf(release.Id, file.Path)) + HeaderAddress.Query(context.Request.QueryString);
        return Task.CompletedTask;
    }

    /// <summary>Answers for a published release, or says that there is none of that id.</summary>
    internal static Task Of(HttpContext context, string id, Func<ReleaseView, Release, Task> answer)
    {
        var view = context.GetReleaseRequest().View;
        return Listed(context.GetReleaseRequest()).FirstOrDefault(release => release.Id == id) is { } found
            ? answer(view, found)
            : (view.IsLost(id) ? Problem.Broken(id) : Problem.NoSuchRelease(view)).ExecuteAsync(context);
    }

    // As of a date, there are the releases that there were then.
    private static IReadOnlyList<Release> Listed(ReleaseRequest asked) =>
        asked.VersionSelector is null ? asked.View.Published : asked.View.UpToShown;

    private static byte[]? Content(ReleaseStore store, ReleaseFile file)
    {
        try
        {
            return store.Read(file);
        }
        catch (BrokenReleaseException)
        {
            return null;
        }
    }

    private static string TypeOf(string path) =>
        Path.GetExtension(path) switch
        {
            ".json" => "application/json; charset=utf-8",
            ".csv" => "text/csv; charset=utf-8",
            _ => "text/markdown; charset=utf-8",
        };
}
