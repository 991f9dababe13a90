using System.Net;
using System.Net.Sockets;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>The messages for a mistyped command and before an act that cannot be undone.</summary>
public sealed class CommandMessages : IDisposable
{
    private readonly SamplePublication folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("import", "by the mapping import.json beside each.")]
    [InlineData("seal", "which never changes again.")]
    public async Task Who_asks_for_help_gets_whole_sentences_and_no_failure(string verb, string said)
    {
        var (code, help) = await ToolProcess.Run(verb, "--help");

        Assert.Equal(0, code);
        Assert.Contains(said, help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publicstats --help explains it.", "Did you mean check?", "chek")]
    [InlineData("publicstats check --help explains it.", "Did you mean --json?", "check", "--jsn")]
    [InlineData("publicstats seal --help explains it.", "Option '--at' is required.", "seal", "--title", "T", "--reason", "R")]
    [InlineData("publicstats serve --help explains it.", "--port: 99999 is not a port.", "serve", "--port", "99999")]
    public async Task Who_mistypes_is_told_what_was_wrong_and_nothing_besides(string next, string wrong, params string[] typed)
    {
        var (code, said) = await ToolProcess.Run(typed);

        Assert.Equal(2, code);
        Assert.Contains(wrong, said, StringComparison.Ordinal);
        Assert.EndsWith(next, said.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(2, said.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task A_program_that_mistypes_is_told_so_as_JSON()
    {
        var (code, said) = await ToolProcess.Run("seal", "--json");

        Assert.Equal(2, code);
        Assert.Equal(2, System.Text.Json.JsonDocument.Parse(said).RootElement.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public async Task What_was_typed_is_named_as_it_was_typed_and_a_second_approval_says_who_gave_the_first()
    {
        folder.Publish("2026-03-06 09:30");
        var (_, late) = await ToolProcess.Run(
            "seal",
            "--at",
            "tomorrow",
            "--title",
            "Next",
            "--reason",
            "A sample.",
            "--data",
            folder.Path
        );
        await ToolProcess.Run(
            "seal",
            "--at",
            "2099-03-06 09:30",
            "--title",
            "Next",
            "--reason",
            "A sample.",
            "--yes",
            "--data",
            folder.Path
        );
        await ToolProcess.Run("approve", "2099-03-06", "--by", "head of news", "--yes", "--data", folder.Path);
        var (code, again) = await ToolProcess.Run("approve", "2099-03-06", "--by", "approver", "--data", folder.Path);

        Assert.StartsWith("--at: \"tomorrow\" is not a time.", late, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.StartsWith("Release 2099-03-06 was approved before, by head of news. Nothing was changed.", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_purged_until_somebody_says_yes()
    {
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 8, 9, 0, 0, TimeSpan.Zero));
        folder.Publish("2026-03-09 09:30");
        string[] purge =
        [
            "withdraw",
            "--purge",
            "2026-03-06",
            "--reason",
            "It disclosed.",
            "--approved-by",
            "approver",
            "--data",
            folder.Path,
        ];

        var (code, said) = await ToolProcess.Run([.. purge, "--json"]);
        Assert.Equal(3, code);
        Assert.Contains("add --yes", said, StringComparison.Ordinal);
        Assert.Null(folder.Store.History().Find("2026-03-06")!.Purge);

        Assert.Equal(0, (await ToolProcess.Run([.. purge, "--yes"])).Code);
        Assert.NotNull(folder.Store.History().Find("2026-03-06")!.Purge);
        Assert.Contains(
            "the content of 1 was purged and is gone",
            (await ToolProcess.Run("verify", "--data", folder.Path)).Said,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("releases/site")]
    [InlineData("..")]
    public async Task A_site_is_never_built_among_the_working_files(string beside)
    {
        folder.Publish("2026-03-06 09:30");

        var (code, said) = await ToolProcess.Run("build", "--out", Path.Combine(folder.Path, beside), "--data", folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("holds the publication's own files, or lies among them. Nothing was written.", said, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Of("index.html")));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("preview")]
    public async Task Who_asks_for_a_port_that_is_taken_is_told_that_and_no_more(string verb)
    {
        folder.Publish("2026-03-06 09:30");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (code, said) = await ToolProcess.Run(verb, "--port", $"{port}", "--data", folder.Path);

        Assert.Equal(1, code);
        Assert.Equal($"Port {port} is taken, or is not yours to use. Choose another: --port {port + 1}.", said.Trim().Split('\n')[1]);
        Assert.Equal(2, said.Trim().Split('\n').Length);
    }
}
