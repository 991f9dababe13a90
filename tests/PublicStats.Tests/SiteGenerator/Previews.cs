using System.Net;
using System.Text.Json;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Serving;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

public sealed class Previews : IDisposable
{
    private const string At = "2026-03-09 09:30";
    private const string Headline = "2026-01,all,people,1200";

    private readonly SamplePublication folder = new();
    private readonly HttpClient http = new();

    public Previews() => folder.Publish("2026-03-02 12:00");

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task An_editor_sees_a_save_in_the_site_and_the_API_and_nothing_is_sealed()
    {
        var before = Releases();
        var (office, address) = await Preview();
        using var _ = office;

        Assert.Contains("1,200 people in January 2026.", await Get(address, "/"), StringComparison.Ordinal);
        Save("1260", "760");
        await Reads(address, "/", "1,260 people in January 2026.");
        await Reads(address, "/v1/figures/sample/people/all/2026-01", "\"value\": 1260");
        await Reads(address, "/v1/releases/2026-03-09/changes", "\"revised\": 2");

        await office.End();
        Assert.Equal(before, Releases());
    }

    [Fact]
    public async Task Every_page_and_every_answer_says_that_it_is_not_published_and_is_kept_nowhere()
    {
        var (office, address) = await Preview();
        using var _ = office;

        foreach (var path in (string[])["/", "/sample/", "/method/", "/releases/", "/nowhere", "/docs/index.html"])
        {
            using var page = await http.GetAsync(address + path, Stop);
            var html = await page.Content.ReadAsStringAsync(Stop);
            Assert.Contains("<title>[Preview] ", html, StringComparison.Ordinal);
            Assert.Contains("Preview: as it will be on Monday 9 March 2026 at 09:30. Not published.", html, StringComparison.Ordinal);
            Assert.True(page.Headers.CacheControl!.NoStore, path);
        }

        foreach (
            var path in (string[])
                ["/v1", "/v1/datasets/sample/figures.csv", "/v1/releases/2026-03-02/figures/sample/people/all/2026-01", "/v1/nothing"]
        )
        {
            using var answer = await http.GetAsync(address + path, Stop);
            Assert.Equal("as it will be on Monday 9 March 2026 at 09:30; not published", answer.Headers.GetValues("X-Preview").Single());
            Assert.True(answer.Headers.CacheControl!.NoStore, path);
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"), path);
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "elsewhere.example")]
    public async Task Another_site_in_the_editors_browser_is_told_nothing(string header, string value)
    {
        var (office, address) = await Preview();
        using var _ = office;
        using var request = new HttpRequestMessage(HttpMethod.Get, address + "/v1/figures/sample/people/all/2026-01");
        request.Headers.Add(header, value);

        using var answer = await http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("1200", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_site_beside_it_shows_nothing_of_it()
    {
        var (office, preview) = await Preview();
        using var first = office;
        await using var serving = SiteHost.Create(folder.Path, "http://127.0.0.1:0", TimeProvider.System);
        await serving.StartAsync(Stop);
        var address = serving.Urls.First();
        Save("1260", "760");
        await Reads(preview, "/", "1,260 people");

        Assert.Contains("1,200 people in January 2026.", await Get(address, "/"), StringComparison.Ordinal);
        Assert.DoesNotContain("review", await Get(address, "/"), StringComparison.Ordinal);
        foreach (var path in (string[])["/preview/changed", "/preview/faults/", "/releases/2026-03-09/sample/", "/v1/releases/2026-03-09"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(address + path, Stop)).StatusCode);
        }
    }

    [Theory]
    [InlineData(
        "datasets/sample/figures.csv",
        "2026-01,all,people,1200,",
        "2026-01,all,people,1 200,",
        "/sample/",
        "id=\"charts\"",
        "figures.csv:2"
    )]
    [InlineData("datasets/sample/notes.md", "None.", "There are 12.", "/sample/", "id=\"notes\"", "notes.md:3")]
    [InlineData("pages/method.md", "In January", "For 12 in January", "/method/", "In January 2026", "method.md:5")]
    [InlineData("sources.csv", "https://", "ftp://", "/releases/", "<h1", "sources.csv:2")]
    public async Task A_fault_stands_in_the_page_it_is_about_until_it_is_mended(
        string file,
        string was,
        string now,
        string path,
        string above,
        string place
    )
    {
        var (office, address) = await Preview();
        using var _ = office;
        Assert.DoesNotContain("pv-faults", await Get(address, path), StringComparison.Ordinal);
        var text = await File.ReadAllTextAsync(folder.Of(file), Stop);

        await File.WriteAllTextAsync(folder.Of(file), text.Replace(was, now, StringComparison.Ordinal), Stop);

        await Reads(address, path, place);
        var html = await Get(address, path);
        Assert.True(html.IndexOf(place, StringComparison.Ordinal) < html.IndexOf(above, StringComparison.Ordinal), html);
        Assert.Contains("<a class=\"pv-count\" href=\"/preview/faults/\">", await Get(address, "/"), StringComparison.Ordinal);
        Assert.Contains("1,200 people in January 2026.", await Get(address, "/"), StringComparison.Ordinal);
        Assert.Contains(place, await Get(address, "/preview/faults/"), StringComparison.Ordinal);

        await File.WriteAllTextAsync(folder.Of(file), text, Stop);
        await Eventually.Is(
            async () =>
                !(await Get(address, path)).Contains("pv-", StringComparison.Ordinal)
                || !(await Get(address, path)).Contains(place, StringComparison.Ordinal),
            () => "The fault still stands."
        );
        Assert.Contains("The files can be sealed as they are.", await Get(address, "/preview/faults/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_is_sealed_for_the_moment_is_shown_as_it_was_sealed()
    {
        Assert.Empty(folder.Workflow.Seal(new(At, "Waits", "A sample.", "editor")).Faults);
        Save("1260", "760");
        var (office, address) = await Preview();
        using var _ = office;

        var home = await Get(address, "/");
        Assert.Contains("Release 2026-03-09 is sealed for that day: you see it as it was sealed", home, StringComparison.Ordinal);
        Assert.Contains("1,200 people in January 2026.", home, StringComparison.Ordinal);
        Assert.Contains("\"title\": \"Waits\"", await Get(address, "/v1/releases/2026-03-09"), StringComparison.Ordinal);

        // Cancelled while the preview is open: the files are what comes next.
        Assert.Empty(folder.Workflow.Cancel("2026-03-09", "editor", "A mistake.").Faults);
        await Reads(address, "/", "1,260 people in January 2026.");
    }

    [Fact]
    public async Task What_is_sealed_while_the_preview_is_open_is_what_it_shows_from_then_on()
    {
        var (office, address) = await Preview();
        using var _ = office;
        Save("1260", "760");
        await Reads(address, "/", "1,260 people in January 2026.");

        var previewed = await Files(address);

        Assert.Empty(folder.Workflow.Seal(new(At, "Waits", "A sample.", "editor")).Faults);

        await Reads(address, "/", "Release 2026-03-09 is sealed for that day");
        Assert.Equal(await Files(address), previewed);
        Assert.Contains("1,260 people in January 2026.", await Get(address, "/"), StringComparison.Ordinal);
        Assert.Contains("\"title\": \"Waits\"", await Get(address, "/v1/releases/2026-03-09"), StringComparison.Ordinal);
        folder.Change("2026-01,all,people,1260", "2026-01,all,people,oops");
        await Reads(address, "/", "<a class=\"pv-count\"");
    }

    [Fact]
    public async Task The_temporary_folder_is_closed_to_others_and_goes_with_the_preview()
    {
        var (killed, _) = await Preview();
        using (killed)
        {
            var left = Assert.Single(Temporary(killed));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(left));
            }

            await killed.Kill();
            Assert.Single(Temporary(killed));
        }

        var (office, _) = await Preview();
        using var other = office;
        Assert.Empty(Temporary(killed));
        Assert.Single(Temporary(office));
        await office.End();
        Assert.Empty(Temporary(office));
    }

    [Fact]
    public async Task A_publication_with_no_release_yet_is_previewed_too_and_its_faults_stand_in_place_of_pages()
    {
        Directory.Delete(folder.Of("releases"), recursive: true);
        folder.Change(Headline, "2026-01,all,people,oops");
        var (office, address) = await Preview();
        using var _ = office;
        using var none = await http.GetAsync(address + "/sample/", Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, none.StatusCode);
        Assert.Contains("figures.csv:2", await none.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        folder.Change("2026-01,all,people,oops", Headline);

        await Eventually.Is(async () => (await http.GetAsync(address + "/", Stop)).IsSuccessStatusCode, () => "It is not shown.");
        Assert.Contains("1,200 people in January 2026.", await Get(address, "/"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Of("releases")));
    }

    [Fact]
    public async Task A_moment_that_is_past_has_nothing_to_show()
    {
        var (code, said) = await ToolProcess.Run("preview", "--data", folder.Path, "--at", "2026-03-01 09:30", "--port", "0");

        Assert.Equal(1, code);
        Assert.Equal(
            "Release 2026-03-02 is published at that time or later, so your files would not be shown. Choose a later time.\n",
            said
        );
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<(ToolProcess Office, string Address)> Preview() =>
        ToolProcess.Start("preview", "--data", folder.Path, "--at", At, "--port", "0");

    private Task<string> Get(string address, string path) => http.GetStringAsync(address + path, Stop);

    private Task Reads(string address, string path, string text) =>
        Eventually.Is(
            async () => (await Get(address, path)).Contains(text, StringComparison.Ordinal),
            () => $"{path} does not say {text}."
        );

    private async Task<string> Files(string address) =>
        JsonDocument.Parse(await Get(address, "/v1/releases/2026-03-09")).RootElement.GetProperty("files").GetRawText();

    private void Save(string all, string north)
    {
        folder.Change(Headline, $"2026-01,all,people,{all}");
        folder.Change("2026-01,north,people,700", $"2026-01,north,people,{north}");
    }

    private static List<string> Temporary(ToolProcess office) =>
        [.. Directory.GetDirectories(Path.GetTempPath(), $"publicstats-preview-{office.Id}-*")];

    private List<(string, string)> Releases() =>
        [
            .. Directory
                .GetFiles(folder.Of("releases"), "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => (path, ReleaseManifest.Hash(File.ReadAllBytes(path)))),
        ];
}
