using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Addresses;

/// <summary>The files of the API's static copy, from the routes that are marked for it. The path of a file is also its address.</summary>
public sealed class StaticApi(EndpointDataSource routes)
{
    private const string DatasetParameter = "{dataset}";
    private const string ReleaseParameter = "{release}";
    private const string PathParameter = "{**path}";

    private readonly List<(string Template, StaticFile File)> templates =
    [
        .. routes
            .Endpoints.OfType<RouteEndpoint>()
            .Select(route => (route.RoutePattern.RawText!, File: route.Metadata.GetMetadata<StaticFile>()!))
            .Where(route => route.File is not null),
    ];

    /// <summary>The files that the latest release answers.</summary>
    public IEnumerable<string> Latest(Publication publication) =>
        templates.SelectMany(route => Datasets(route.Template, publication).Select(address => address + route.File.Suffix));

    /// <summary>The files that say what a release was. They stay when its content is taken away.</summary>
    public IEnumerable<string> Record(Release release) => About(release, isRecord: true);

    /// <summary>The files with the content of a release.</summary>
    public IEnumerable<string> Content(Release release, Publication publication) =>
        About(release, isRecord: false)
            .Concat(
                templates
                    .Where(route => ApiAddresses.IsVersioned(route.Template))
                    .SelectMany(route => Datasets(route.Template, publication).Select(address => address + route.File.Suffix))
                    .Select(file => AddressBook.Versioned(file, release.Id))
            );

    /// <summary>The file of a figure. Which figures have one depends on the pages that link to them.</summary>
    public static string Figure(string key) => ApiAddresses.Figure(key) + ApiAddresses.JsonSuffix;

    private IEnumerable<string> About(Release release, bool isRecord) =>
        templates
            .Where(route => route.File.IsRecord == isRecord && route.Template.Contains(ReleaseParameter, StringComparison.Ordinal))
            .SelectMany(route =>
                Files(route.Template.Replace(ReleaseParameter, release.Id, StringComparison.Ordinal), release)
                    .Select(address => address + route.File.Suffix)
            );

    private static IEnumerable<string> Files(string template, Release release) =>
        template.Contains(PathParameter, StringComparison.Ordinal)
            ? release.Manifest.Files.Select(file => template.Replace(PathParameter, file.Path, StringComparison.Ordinal))
            : [template];

    private static IEnumerable<string> Datasets(string template, Publication publication)
    {
        if (template.Contains(DatasetParameter, StringComparison.Ordinal))
        {
            return publication.Datasets.Select(dataset => template.Replace(DatasetParameter, dataset.Name, StringComparison.Ordinal));
        }

        return template.Contains('{', StringComparison.Ordinal) ? [] : [template];
    }
}
