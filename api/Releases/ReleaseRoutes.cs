using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Releases;

/// <summary>What was published when, and every file of it.</summary>
internal static class ReleaseRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var releases = routes.MapGroup("").WithTags("Releases");
        releases.MapGet(ApiAddresses.Releases, ListReleases).WithName(nameof(ListReleases)).IsOffered().IsStatic();
        releases.MapGet(ApiAddresses.ReleaseTemplate, GetRelease).WithName(nameof(GetRelease)).IsOffered().IsStatic(isRecord: true);
        releases
            .MapGet(ApiAddresses.ManifestTemplate, GetManifest)
            .WithName(nameof(GetManifest))
            .Answers<ManifestJson>("application/json")
            .IsStatic(isRecord: true);
        releases
            .MapGet(ApiAddresses.FileTemplate, GetFile)
            .WithName(nameof(GetFile))
            .Answers<string>("text/csv", "application/json", "text/markdown")
            .AddOpenApiOperationTransformer(DescribeJsonFile)
            .IsStatic(suffix: "");
    }

    /// <summary>Every published release, newest first.</summary>
    /// <remarks>When each was published, why, and the SHA-256 that names it.</remarks>
    internal static JsonAnswer<ReleaseList> ListReleases(ReleaseRequest request) =>
        new(new() { Releases = [.. request.ListReleases().Reverse().Select(release => ReleaseSummary.Of(request.View, release))] });

    /// <summary>One release: why, when, by whom, and every file in it with its SHA-256.</summary>
    /// <remarks>
    /// Everything under /v1/datasets, /v1/figures and /v1/headlines is also kept under /v1/releases/{release}/…, frozen: the same bytes for
    /// ever.
    /// </remarks>
    internal static Results<JsonAnswer<ReleaseDetails>, ProblemAnswer> GetRelease(string release, ReleaseRequest request) =>
        request.TryFind(release, out var found, out var problem)
            ? new JsonAnswer<ReleaseDetails>(ReleaseDetails.Of(request.View, found))
            : problem;

    /// <summary>The manifest as it was sealed, byte for byte.</summary>
    /// <remarks>Its SHA-256 is the digest of the release; previous names the digest of the one before.</remarks>
    internal static Results<FileContentHttpResult, ProblemAnswer> GetManifest(string release, ReleaseRequest request, ReleaseStore store)
    {
        if (!request.TryFind(release, out var found, out var problem))
        {
            return problem;
        }

        return store.ManifestBytes(found.Id, found.Digest) is { } bytes && ReleaseManifest.Hash(bytes) == found.Digest
            ? TypedResults.Bytes(bytes, "application/json; charset=utf-8")
            : Problems.BrokenRelease(release);
    }

    /// <summary>A file of a release as it was sealed.</summary>
    /// <remarks>
    /// Such as datasets/crossings/datapackage.json and datasets/crossings/figures.csv, a Data Package. Byte for byte: nothing is added
    /// before a text that a spreadsheet program would run as a formula.
    /// </remarks>
    internal static Results<FileContentHttpResult, RedirectHttpResult, ProblemAnswer> GetFile(
        string release,
        string path,
        ReleaseRequest request,
        ReleaseStore store,
        HttpContext context
    )
    {
        if (!request.TryFind(release, out var found, out var problem))
        {
            return problem;
        }

        if (found.Purge is not null)
        {
            return Problems.Purged(found);
        }

        // The names of files keep their case, so this is the only place that can see that an address is in another case.
        if (found.Manifest.Files.FirstOrDefault(file => file.Path.Equals(path, StringComparison.OrdinalIgnoreCase)) is not { } file)
        {
            return Problems.UnknownFile(path, found);
        }

        if (file.Path != path)
        {
            context.Response.Headers.CacheControl = "no-cache";
            var address = HeaderAddress.Path(ApiAddresses.FileOf(found.Id, file.Path));
            return TypedResults.Redirect(address + HeaderAddress.Query(context.Request.QueryString), permanent: true, preserveMethod: true);
        }

        return Content(store, file) is { } bytes ? TypedResults.Bytes(bytes, TypeOf(path)) : Problems.BrokenRelease(found.Id);
    }

    // A route describes one type for all media types. A text has the type string, but a JSON file is an object.
    private static Task DescribeJsonFile(OpenApiOperation operation, OpenApiOperationTransformerContext _, CancellationToken cancellation)
    {
        operation.Responses!["200"].Content!["application/json"].Schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "datapackage.json is a Data Package (https://datapackage.org/profiles/2.0/datapackage.json).",
        };
        return Task.CompletedTask;
    }

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
