using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using PublicStats.SiteGenerator.Serving;
using PublicStats.Tests.Data.Reading;

namespace PublicStats.Tests.Api;

/// <summary>A sample folder served by the real site and API, at the time its clock shows.</summary>
internal sealed class Served : IAsyncDisposable
{
    private readonly WebApplication app;

    private Served(WebApplication app)
    {
        this.app = app;
        Http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public static async Task<Served> Of(SampleFolder folder)
    {
        var app = SiteHost.Create(folder.Path, "http://127.0.0.1:0", folder.Clock);
        await app.StartAsync();
        return new(app);
    }

    public async Task<JsonElement> Json(string path, HttpStatusCode status = HttpStatusCode.OK) =>
        JsonDocument.Parse(await Text(path, status)).RootElement;

    public async Task<string> Text(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Http.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{path} answers {(int)response.StatusCode}: {text}");
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
