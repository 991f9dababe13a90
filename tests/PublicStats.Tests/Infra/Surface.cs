using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Build;
using PublicStats.SiteGenerator.Serving;

namespace PublicStats.Tests.Infra;

/// <summary>The whole public surface over a folder: the real site and API, and everything that can be asked of them.</summary>
internal sealed partial class Surface : IAsyncDisposable
{
    private readonly WebApplication app;

    private Surface(WebApplication app, HttpClient http, CapturedLog log) => (this.app, Http, Log) = (app, http, log);

    public HttpClient Http { get; }

    /// <summary>What the host wrote into its log.</summary>
    public CapturedLog Log { get; }

    /// <param name="leak">Changes the host, to see that a leak is found.</param>
    public static async Task<Surface> Open(SamplePublication folder, TimeProvider clock, Action<WebApplication>? leak = null)
    {
        var app = SiteHost.Create(folder.Path, "http://127.0.0.1:0", clock);
        var log = new CapturedLog();
        app.Services.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>().AddProvider(log);
        leak?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(
            app,
            new(new HttpClientHandler { AllowAutoRedirect = false })
            {
                BaseAddress = new(app.Urls.First()),
                Timeout = TimeSpan.FromSeconds(20),
            },
            log
        );
    }

    /// <summary>Every address that the routes make with these names in the place of their parameters.</summary>
    public IEnumerable<string> OfRoutes(IReadOnlyDictionary<string, string[]> names) =>
        app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => Filled(endpoint.RoutePattern, names))
            .Distinct(StringComparer.Ordinal);

    /// <summary>Every address that can be reached from these by links: in pages, in JSON, in feeds, in headers.</summary>
    public async Task<IReadOnlyCollection<string>> Crawl(IEnumerable<string> from)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(from);
        while (next.TryDequeue(out var address) && found.Count < 4000)
        {
            if (!found.Add(address))
            {
                continue;
            }

            var answer = await Answer.To(Http, new("GET", address));
            // What refuses says the address back.
            foreach (Match link in Links().Matches(answer.Status >= 400 ? "" : answer.Text + "\n" + answer.Headers))
            {
                var to = link.Groups["to"].Value.Replace("&amp;", "&", StringComparison.Ordinal);
                if (!to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('{') && !found.Contains(to))
                {
                    next.Enqueue(to);
                }
            }
        }

        return found;
    }

    /// <summary>Asks two surfaces the same, and yields what they do not answer alike.</summary>
    public static async Task<IReadOnlyList<string>> Compare(Surface one, Surface other, IEnumerable<Question> questions)
    {
        var differ = new List<string>();
        foreach (var question in questions)
        {
            if ((await Answer.To(one.Http, question)).Against(await Answer.To(other.Http, question)) is { } difference)
            {
                differ.Add($"{question}: {difference}");
            }
        }

        differ.AddRange(one.Log.All.Except(other.Log.All).Concat(other.Log.All.Except(one.Log.All)).Select(name => "log: " + name));
        return differ;
    }

    /// <summary>The static site and API of a moment, as they lie in a folder.</summary>
    public static async Task<string> Static(SamplePublication folder, TimeProvider clock, string into)
    {
        await StaticSite.Write(folder.Path, into, clock, TestContext.Current.CancellationToken);
        return Contents(into);
    }

    /// <summary>Every file in a folder by its path and the hash of its bytes.</summary>
    public static string Contents(string folder) =>
        string.Join(
            '\n',
            Directory
                .GetFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(path => Path.GetRelativePath(folder, path) + " " + ReleaseManifest.Hash(File.ReadAllBytes(path)))
        );

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    private static IEnumerable<string> Filled(RoutePattern pattern, IReadOnlyDictionary<string, string[]> names)
    {
        IEnumerable<string> addresses = [""];
        foreach (var segment in pattern.PathSegments)
        {
            addresses = addresses.SelectMany(before => Filled(segment, names).Select(name => $"{before}/{name}")).Take(600);
        }

        return addresses.Select(address => address.Length == 0 ? "/" : address);
    }

    private static IEnumerable<string> Filled(RoutePatternPathSegment segment, IReadOnlyDictionary<string, string[]> names)
    {
        IEnumerable<string> texts = [""];
        foreach (var part in segment.Parts)
        {
            string[] choices = part switch
            {
                RoutePatternLiteralPart literal => [literal.Content],
                RoutePatternSeparatorPart separator => [separator.Content],
                RoutePatternParameterPart parameter when names.TryGetValue(parameter.Name, out var known) => known,
                _ => names["*"],
            };
            texts = texts.SelectMany(before => choices.Select(choice => before + choice));
        }

        return texts;
    }

    /// <summary>A moment as HTTP writes it.</summary>
    public static string Header(DateTimeOffset moment) => moment.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);

    // Between quotation marks, in angle brackets, after the publication's own address, and where a redirect leads.
    [GeneratedRegex("""(?:"|<(?=[^>]*>;)|https://sample\.example|^Location: )(?<to>/[^"<>\s,#\\]*)""", RegexOptions.Multiline)]
    private static partial Regex Links();
}
