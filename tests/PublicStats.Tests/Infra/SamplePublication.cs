using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;

namespace PublicStats.Tests.Infra;

/// <summary>A publication of the fixtures, copied where a test may break it.</summary>
internal sealed class SamplePublication : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("publicstats-").FullName;

    public static string Fixtures => RepositoryFiles.PathOf("tests", "PublicStats.Tests", "Fixtures");

    /// <param name="fixture">The folder of the fixtures that is copied.</param>
    public SamplePublication(string fixture = "good") => Copy(System.IO.Path.Combine(Fixtures, fixture));

    public void Copy(string from)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to, overwrite: true);
        }
    }

    /// <summary>The clock that releases of this folder are sealed by and served by: noon of 2 March 2026 until it is moved.</summary>
    public FakeTimeProvider Clock { get; } = new(new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    public ReleaseWorkflow Workflow => new(Path, Clock);

    public ReleaseStore Store => Workflow.Store;

    /// <summary>Seals the folder as it is, and approves it.</summary>
    public Release Publish(string at, string title = "Sample")
    {
        var sealing = Workflow.Seal(new(at, title, "A sample.", "editor"));
        Assert.Empty(sealing.Faults);
        var approval = Workflow.Approve(sealing.Release!.Id, "approver");
        Assert.Empty(approval.Faults);
        return approval.Release!;
    }

    /// <summary>Seals figures as the folder has them now as a correction of the published release.</summary>
    public ActResult Correct(string? at, string title, CorrectionWords words, params string[] figures) =>
        Workflow.Correct(new(at, title, words, "editor", new(figures, [])));

    /// <summary>Writes another value into a row of the sample's figures.</summary>
    public void Change(string row, string by)
    {
        var path = Of("datasets/sample/figures.csv");
        var text = File.ReadAllText(path);
        Assert.Contains(row, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(row, by, StringComparison.Ordinal));
    }

    public string Of(string path) => System.IO.Path.Combine(Path, path);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
