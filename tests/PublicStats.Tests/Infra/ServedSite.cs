using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using PublicStats.SiteGenerator.Serving;

namespace PublicStats.Tests.Infra;

/// <summary>The real site and API on a free port, over any folder and with any clock.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private ServedSite(WebApplication app) =>
        (this.app, Http) = (app, new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) });

    public HttpClient Http { get; }

    public static Task<ServedSite> Of(SamplePublication folder) => Of(folder.Path, folder.Clock);

    public static async Task<ServedSite> Of(string folder, TimeProvider clock)
    {
        var app = SiteHost.Create(folder, "http://127.0.0.1:0", clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public async Task<JsonElement> Json(string path, HttpStatusCode status = HttpStatusCode.OK) =>
        JsonDocument.Parse(await Text(path, status)).RootElement;

    /// <summary>The body of an answer. Fails when its status is another.</summary>
    public async Task<string> Text(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Http.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{path} answers {(int)response.StatusCode}: {text}");
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
