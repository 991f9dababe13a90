using System.Runtime.Versioning;
using PublicStats.SiteGenerator.Build;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>A site that is built over another takes its place in one step, and takes nothing away that is not its own.</summary>
public sealed class SwitchedSites : IDisposable
{
    private readonly SamplePublication folder = new();
    private readonly string above = Directory.CreateTempSubdirectory("sites-").FullName;

    private string Output => Path.Combine(above, "dist");

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(above, recursive: true);
    }

    [Fact]
    public async Task Whoever_reads_during_a_build_never_finds_an_older_file_after_a_newer_one()
    {
        folder.Publish("2026-03-02 12:00");
        await Build();
        PublishNext();
        string[] pages = ["index.html", "sample/index.html", "v1.json", "v1/datasets/sample/figures.csv", "releases.atom"];
        var old = pages.Select(Read).ToList();

        using var built = new CancellationTokenSource();
        var reading = Task.Run(() =>
        {
            var mixed = new List<string>();
            do
            {
                var isNew = false;
                foreach (var page in pages.Index().Concat(pages.Index().Reverse()))
                {
                    var now = Read(page.Item) != old[page.Index];
                    mixed.AddRange(isNew && !now ? [page.Item] : []);
                    isNew |= now;
                }
            } while (!built.IsCancellationRequested);
            return mixed;
        });
        await Build();
        await built.CancelAsync();

        Assert.Empty(await reading);
        Assert.All(pages.Index(), page => Assert.NotEqual(old[page.Index], Read(page.Item)));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task What_others_put_into_the_folder_stays_as_it_is()
    {
        folder.Publish("2026-03-02 12:00");
        await Build();
        Write("CNAME", "figures.example");
        Write(".well-known/security.txt", "Contact: a@sample.example");
        Write("sample/note.txt", "Beside a page.");
        Directory.CreateDirectory(Path.Combine(Output, "empty"));
        File.CreateSymbolicLink(Path.Combine(Output, "alias"), "CNAME");
        File.SetUnixFileMode(Output, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        PublishNext();
        await Build();

        Assert.Equal("figures.example", Read("CNAME"));
        Assert.Equal("Contact: a@sample.example", Read(".well-known/security.txt"));
        Assert.Equal("Beside a page.", Read("sample/note.txt"));
        Assert.Equal("CNAME", new FileInfo(Path.Combine(Output, "alias")).LinkTarget);
        Assert.True(Directory.Exists(Path.Combine(Output, "empty")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Output));
        Assert.Equal([Output], Directory.GetFileSystemEntries(above));
    }

    [Fact]
    public async Task A_file_of_somebody_else_where_the_site_has_one_is_not_written_over()
    {
        folder.Publish("2026-03-02 12:00");
        Directory.CreateDirectory(Output);
        Write("index.html", "My own page.");

        var refused = await Assert.ThrowsAsync<OutputRefusedException>(Build);

        Assert.StartsWith(
            $"{Path.Combine(Output, "index.html")} was put there by somebody else",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("My own page.", Read("index.html"));
        Assert.Equal([Path.Combine(Output, "index.html")], Directory.GetFileSystemEntries(Output));
        Assert.Equal([Output], Directory.GetFileSystemEntries(above));
    }

    [Theory]
    [InlineData(
        "# publication other\n# latest 2026-01-01\n",
        "The folder holds the site of another publication, other; this one is sample"
    )]
    [InlineData(
        "# latest 2026-01-01\n",
        "The folder holds release 2026-01-01, which these releases do not have; their latest is 2026-03-02"
    )]
    public async Task A_folder_that_holds_another_site_is_refused_with_what_it_holds_and_what_to_do(string list, string said)
    {
        folder.Publish("2026-03-02 12:00");
        Directory.CreateDirectory(Output);
        Write(".publicstats-files", list);

        var refused = await Assert.ThrowsAsync<OutputRefusedException>(Build);

        Assert.StartsWith(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains("--out FOLDER", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("clock", refused.Message, StringComparison.Ordinal);
        Assert.Equal([Path.Combine(Output, ".publicstats-files")], Directory.GetFileSystemEntries(Output));
        Assert.Equal("2026-03-02", (await Build(force: true)).Release);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_made_and_one_that_is_a_link_stays_one()
    {
        folder.Publish("2026-03-02 12:00");
        await Build();
        var link = Path.Combine(above, "live");
        Directory.CreateSymbolicLink(link, Output);
        PublishNext();

        await StaticSite.Write(folder.Path, link + "/", folder.Clock, TestContext.Current.CancellationToken);

        Assert.Equal(Output, new DirectoryInfo(link).LinkTarget);
        Assert.Contains("2026-03-09", Read("v1.json"), StringComparison.Ordinal);
    }

    private void PublishNext()
    {
        folder.Clock.Advance(TimeSpan.FromDays(7));
        folder.Change("2026-02,all,people,1300,,,\n2026-02,north,people,750", "2026-02,all,people,1301,,,\n2026-02,north,people,751");
        folder.Publish("2026-03-09 12:00");
    }

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Output, path))!);
        File.WriteAllText(Path.Combine(Output, path), text);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(Output, path));

    private Task<BuiltSite> Build() => Build(force: false);

    private Task<BuiltSite> Build(bool force) =>
        StaticSite.Write(folder.Path, Output, folder.Clock, TestContext.Current.CancellationToken, force);
}
