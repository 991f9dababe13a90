using System.Security.Cryptography;
using System.Text;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Data.Releases;

/// <summary>Releases of every format so far stay readable, and a format to come is refused in words.</summary>
public class Formats
{
    private const string Manifest = "releases/2026-03-06/release.json";
    private const string Log = "releases/log.jsonl";

    [Theory]
    [InlineData("1")]
    public void A_release_of_every_format_so_far_is_read_and_added_to(string format)
    {
        using var folder = Folder(format);
        var log = File.ReadAllText(folder.Of(Log));

        Assert.Empty(folder.Store.Verify());
        var release = Assert.Single(folder.Store.History().Releases);
        Assert.Equal(("2026-03-06", "Sample", "approver"), (release.Id, release.Manifest.About.Title, release.ApprovedBy));
        Assert.Equal(1, release.Manifest.Format);
        Assert.Equal(["sample"], folder.Store.Open(release).Publication.Datasets.Select(dataset => dataset.Name));

        folder.Clock.SetUtcNow(new(2027, 3, 6, 10, 0, 0, TimeSpan.Zero));
        folder.Publish("2027-03-08 09:30");

        Assert.StartsWith(log, File.ReadAllText(folder.Of(Log)), StringComparison.Ordinal);
        Assert.Empty(folder.Store.Verify());
    }

    [Fact]
    public void What_is_written_now_says_its_format_first()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");

        Assert.StartsWith(
            "{\n  \"format\": 1,\n  \"id\": \"2026-03-06\",",
            File.ReadAllText(folder.Of(Manifest)),
            StringComparison.Ordinal
        );
        Assert.All(File.ReadLines(folder.Of(Log)), line => Assert.StartsWith("{\"format\":1,\"number\":", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_newer_manifest_is_refused_in_words_and_not_served()
    {
        using var folder = new SamplePublication();
        var release = folder.Publish("2026-03-06 09:30");
        var newer = """{"format":2,"name":"2026-03-06"}""";
        File.WriteAllText(folder.Of(Manifest), newer);
        var log = File.ReadAllText(folder.Of(Log)).Replace(release.Digest, Hash(newer), StringComparison.Ordinal);
        File.WriteAllText(folder.Of(Log), Chained(log.TrimEnd('\n').Split('\n')));

        Refused(
            folder,
            "2026-03-06/release.json: the manifest has format 2, and this program reads formats up to 1. Install its newest version."
        );
        Assert.Empty(folder.Store.History().Releases);
    }

    [Fact]
    public void A_newer_line_of_the_log_is_refused_in_words()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        var lines = File.ReadAllLines(folder.Of(Log));
        File.WriteAllText(
            folder.Of(Log),
            Chained([lines[0], lines[1].Replace("\"format\":1,", "\"format\":2,", StringComparison.Ordinal)])
        );

        Refused(folder, "log.jsonl:2: the line has format 2, and this program reads formats up to 1. Install its newest version.");
        Assert.DoesNotContain(folder.Store.History().Releases, release => release.IsPublishedBy(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void An_action_that_this_program_does_not_know_is_refused_in_words()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        var lines = File.ReadAllLines(folder.Of(Log));
        File.WriteAllText(
            folder.Of(Log),
            Chained([lines[0], lines[1].Replace("\"act\":\"approve\"", "\"act\":\"freeze\"", StringComparison.Ordinal)])
        );

        Refused(
            folder,
            "log.jsonl:2: the line has the act \"freeze\". This program knows seal, approve, reschedule, cancel, purge. "
                + "Install its newest version."
        );
        Assert.DoesNotContain(folder.Store.History().Releases, release => release.IsPublishedBy(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void A_kind_of_release_that_this_program_does_not_know_is_refused_in_words()
    {
        using var folder = new SamplePublication();
        var release = folder.Publish("2026-03-06 09:30");
        var unknown = File.ReadAllText(folder.Of(Manifest))
            .Replace("\"kind\": \"scheduled\"", "\"kind\": \"retraction\"", StringComparison.Ordinal);
        File.WriteAllText(folder.Of(Manifest), unknown);
        var log = File.ReadAllText(folder.Of(Log)).Replace(release.Digest, Hash(unknown), StringComparison.Ordinal);
        File.WriteAllText(folder.Of(Log), Chained(log.TrimEnd('\n').Split('\n')));

        Refused(
            folder,
            "2026-03-06/release.json: the manifest has the kind \"retraction\". This program knows scheduled, correction, withdrawal. "
                + "Install its newest version."
        );
        Assert.Empty(folder.Store.History().Releases);
    }

    // What is wrong is said by verify and by every act, and no file changes.
    private static void Refused(SamplePublication folder, string problem)
    {
        var before = Directory.GetFileSystemEntries(folder.Of("releases"), "*", SearchOption.AllDirectories).Order().ToList();

        Assert.Equal(problem, folder.Store.Verify().First().ToString());
        var fault = Assert.Single(folder.Workflow.Seal(new("2026-03-09 09:30", "Next", "A sample.", "editor")).Faults);
        Assert.Equal((problem, "Verify the releases again when that is done."), (fault.Problem, fault.Cure));
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Of("releases"), "*", SearchOption.AllDirectories).Order());
    }

    private static SamplePublication Folder(string format)
    {
        var folder = new SamplePublication();
        folder.Copy(Path.Combine(SamplePublication.Fixtures, "formats", format));
        return folder;
    }

    // The lines as a program would have written them: each names the hash of the line before, and its own.
    private static string Chained(string[] lines)
    {
        var (written, previous) = (new StringBuilder(), "");
        foreach (var line in lines)
        {
            var end = line.IndexOf(",\"previous\":", StringComparison.Ordinal);
            var open = $"{line[..end]},\"previous\":\"{previous}\"";
            var whole = $"{open},\"hash\":\"{Hash(open)}\"}}";
            written.Append(whole).Append('\n');
            previous = Hash(whole);
        }

        return written.ToString();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
