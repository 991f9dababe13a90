using System.Security.Cryptography;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary><c>publicstats tidy</c> touches working text files, keeps the old one, and nothing else.</summary>
public sealed class TidiedFiles : IDisposable
{
    private const string Windows = "\ufeffcode,label,parent,order,description\r\nall,All,,1,\r\n";

    private readonly SamplePublication folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_saved_on_Windows_is_tidied_and_its_old_content_is_kept()
    {
        File.WriteAllText(folder.Of("datasets/sample/area.csv"), Windows);

        var (code, said) = await Tidy("datasets/sample/area.csv");

        Assert.Equal(0, code);
        Assert.Equal("code,label,parent,order,description\nall,All,,1,\n", File.ReadAllText(folder.Of("datasets/sample/area.csv")));
        Assert.Equal(
            System.Text.Encoding.UTF8.GetBytes(Windows),
            File.ReadAllBytes(folder.Of("datasets/sample/.before-tidy/0001-area.csv"))
        );
        Assert.Contains("datasets/sample/area.csv: 5 bytes removed.\nUndo: copy ", said, StringComparison.Ordinal);
        Assert.Contains(".before-tidy/0001-area.csv over ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_tidy_already_is_left_alone()
    {
        var (code, said) = await Tidy("sources.csv");

        Assert.Equal(0, code);
        Assert.Contains("sources.csv was tidy already.", said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Of(".before-tidy")));
    }

    [Fact]
    public async Task Whatever_is_no_working_text_file_is_refused_and_stays_as_it_is()
    {
        folder.Publish("2026-03-06 09:30");
        var outside = Directory.CreateTempSubdirectory("publicstats-").FullName;
        File.WriteAllText(Path.Combine(outside, "mine.csv"), Windows);
        File.WriteAllText(folder.Of("datasets/sample/figures.xlsx"), "PK\r\n\0");
        File.WriteAllText(folder.Of("datasets/sample/renamed.csv"), "PK\r\n\0");
        File.CreateSymbolicLink(folder.Of("datasets/sample/link.csv"), Path.Combine(outside, "mine.csv"));
        var sealedFile = Path.GetRelativePath(folder.Path, Directory.GetFiles(folder.Of("releases/objects"))[0]);
        var before = Digests(folder.Path, outside);

        foreach (
            var (file, why) in new[]
            {
                (sealedFile, "It belongs to a sealed release, which never changes."),
                ("releases/log.jsonl", "It belongs to a sealed release, which never changes."),
                ("datasets/../releases/2026-03-06/release.json", "It belongs to a sealed release, which never changes."),
                (Path.Combine(outside, "mine.csv"), "It lies outside the publication's folder."),
                ("datasets/sample/link.csv", "It lies outside the publication's folder."),
                ("datasets/sample/figures.xlsx", "Only .csv, .json and .md files are tidied."),
                ("datasets/sample/renamed.csv", "Its content is not text in UTF-8"),
            }
        )
        {
            var (code, said) = await Tidy(file);

            Assert.Equal(1, code);
            Assert.Contains($"{file} was not changed. ", said, StringComparison.Ordinal);
            Assert.Contains(why, said, StringComparison.Ordinal);
        }

        Assert.Equal(before, Digests(folder.Path, outside));
        Directory.Delete(outside, recursive: true);
    }

    private static string[] Digests(params string[] folders) =>
        [
            .. folders
                .SelectMany(path => Directory.GetFiles(path, "*", SearchOption.AllDirectories))
                .Order()
                .Select(file => file + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))),
        ];

    private Task<(int Code, string Said)> Tidy(string file) => ToolProcess.Run("tidy", file, "--data", folder.Path);
}
