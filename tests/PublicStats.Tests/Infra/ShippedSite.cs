using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using PublicStats.SiteGenerator.Serving;

namespace PublicStats.Tests.Infra;

/// <summary>The real site and API, on a free port of this machine, over the releases the repository ships.</summary>
public sealed class ShippedSite : IAsyncLifetime
{
    private WebApplication app = null!;

    public HttpClient Http { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        app = SiteHost.Create(RepositoryFiles.Data, "http://127.0.0.1:0", TimeProvider.System);
        await app.StartAsync();
        Address = app.Urls.First();
        Http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(Address) };
    }

    public async Task<JsonElement> Json(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }
}
