namespace PublicStats.Api.Addresses;

/// <summary>Every address of the API: the template that its route is mapped with, and the address of one thing.</summary>
public static class ApiAddresses
{
    /// <summary>The publication, and the start of every address of the API itself.</summary>
    public const string Publication = "/v1";

    /// <summary>The list of datasets.</summary>
    public const string Datasets = Publication + "/datasets";

    /// <summary>The headline figures.</summary>
    public const string Headlines = Publication + "/headlines";

    /// <summary>The list of releases.</summary>
    public const string Releases = Publication + "/releases";

    /// <summary>The releases as an Atom feed.</summary>
    public const string AtomFeed = "/releases.atom";

    /// <summary>The releases as a JSON Feed.</summary>
    public const string JsonFeed = "/releases.json";

    /// <summary>The releases as a calendar.</summary>
    public const string Calendar = "/calendar.ics";

    /// <summary>The OpenAPI document.</summary>
    public const string OpenApi = "/openapi/v1.json";

    /// <summary>The page to read and try the API on.</summary>
    public const string Documentation = "/docs";

    /// <summary>What every address with a JSON answer may end in. The files of the static API do.</summary>
    public const string JsonSuffix = ".json";

    internal const string Live = Health + "/live";
    internal const string Ready = Health + "/ready";
    internal const string DatasetTemplate = Datasets + "/{dataset}";
    internal const string FiguresTemplate = DatasetTemplate + "/figures";
    internal const string RevisionsTemplate = DatasetTemplate + "/revisions";
    internal const string FigureTemplate = Figures + "/{**key}";
    internal const string ReleaseTemplate = Releases + "/{release}";
    internal const string ChangesTemplate = ReleaseTemplate + "/changes";
    internal const string ChangesCsvTemplate = ChangesTemplate + ".csv";
    internal const string ManifestTemplate = ReleaseTemplate + "/manifest";
    internal const string FileTemplate = ReleaseTemplate + "/files/{**path}";
    internal const string TimeMapTemplate = TimeMaps + "/{**resource}";
    internal const string AnyTemplate = Publication + "/{**rest}";

    /// <summary>The template of a figure's address as it is written for readers.</summary>
    internal const string FigureForm = Figures + "/{key}";

    /// <summary>The template of a TimeMap's address as it is written for readers.</summary>
    internal const string TimeMapForm = TimeMaps + "/{resource}";

    private const string Figures = Publication + "/figures";
    private const string TimeMaps = Publication + "/timemap";
    private const string Health = "/health";

    // The parts of the API that every release has for itself. The rest is about releases, and there is one of it.
    private static readonly string[] Versioned = [Datasets, Figures, Headlines];

    // The API's addresses that are in no release.
    private static readonly string[] Unversioned = ["/openapi", Documentation, Health, AtomFeed, JsonFeed, Calendar];

    /// <summary>A dataset.</summary>
    public static string Dataset(string name) => $"{Datasets}/{name}";

    /// <summary>One figure.</summary>
    public static string Figure(string key) => $"{Figures}/{key}";

    /// <summary>A release.</summary>
    public static string Release(string id) => $"{Releases}/{id}";

    /// <summary>The figures of a dataset. Formats add their suffix.</summary>
    public static string FiguresOf(string dataset) => Dataset(dataset) + "/figures";

    /// <summary>The revised figures of a dataset.</summary>
    public static string RevisionsOf(string dataset) => Dataset(dataset) + "/revisions";

    /// <summary>What changed in a release.</summary>
    public static string ChangesOf(string release) => Release(release) + "/changes";

    /// <summary>What changed in a release as CSV.</summary>
    public static string ChangesCsvOf(string release) => ChangesOf(release) + ".csv";

    /// <summary>The manifest of a release.</summary>
    public static string ManifestOf(string release) => Release(release) + "/manifest";

    /// <summary>A file of a release, its path as the manifest has it.</summary>
    public static string FileOf(string release, string path) => $"{Release(release)}/files/{path}";

    /// <summary>The list of every versioned address of a resource.</summary>
    internal static string TimeMapOf(string resource) =>
        TimeMaps + (IsUnder(resource, Publication + "/") ? resource[Publication.Length..] : resource);

    /// <summary>The resource of a TimeMap, from the rest of its address: figures/{key}, or a page such as crossings/.</summary>
    internal static string ResourceOfTimeMap(string rest) =>
        IsVersioned($"{Publication}/{rest.TrimStart('/')}") ? $"{Publication}/{rest.TrimStart('/')}" : "/" + rest.TrimStart('/');

    /// <summary>The key in a figure's address; null when the address is not one of a figure.</summary>
    internal static string? KeyIn(string resource) => IsUnder(resource, Figures + "/") ? resource[(Figures.Length + 1)..] : null;

    /// <summary>The dataset's name in the address of a dataset or of something in it; null when there is none.</summary>
    internal static string? DatasetIn(string resource) =>
        IsUnder(resource, Datasets + "/") ? resource[(Datasets.Length + 1)..].Split('/', 2)[0] : null;

    /// <summary>Whether a path belongs to the API itself, and not to the site beside it.</summary>
    public static bool IsOfApi(string path) => path.StartsWith(Publication, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path is answered even when no release can be served.</summary>
    internal static bool IsForOperator(string path) => IsIn(path, Health) || IsIn(path, Documentation);

    /// <summary>Whether every release has its own version of a resource of the API.</summary>
    internal static bool IsVersioned(string resource) => Versioned.Any(name => IsIn(resource, name));

    /// <summary>Whether a path is one of the API, or of what the API serves beside it, that no release has its own version of.</summary>
    internal static bool IsUnversioned(string path) => IsOfApi(path) ? !IsVersioned(path) : Unversioned.Any(name => IsIn(path, name));

    /// <summary>Whether a path is a section or is in it: /releases, /releases.json and /releases/2026-07-24/ are in /releases.</summary>
    internal static bool IsIn(string path, string section) =>
        IsUnder(path, section) && (path.Length == section.Length || path[section.Length] is '/' or '.' or '#');

    private static bool IsUnder(string path, string start) => path.StartsWith(start, StringComparison.Ordinal);
}
