using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Data.Releases;

/// <summary>What a correction may name: figures and files that the working files have changed.</summary>
public sealed class CorrectedParts : IDisposable
{
    private const string North = "sample/people/north/2026-01",
        Later = "sample/people/north/2026-02";

    private static readonly CorrectionWords Words = new("January was 1,200; it was 1,210.", "A slip.", "Whoever used January.");

    private readonly SamplePublication folder = new();

    public CorrectedParts()
    {
        folder.Publish("2026-03-02 12:00");
        folder.Clock.SetUtcNow(new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero));
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(
        "sample/people/north/2026",
        "is the sum of 2 figures: sample/people/north/2026-01, sample/people/north/2026-02.",
        "such as sample/people/north/2026-02."
    )]
    [InlineData(
        "sample/people/nort/2026-01",
        "sample/people/nort/2026-01 is not a figure of a file of this release.",
        "Write sample/people/north/2026-01."
    )]
    [InlineData("sampel/people/north/2026-01", "is not a figure of release 2026-03-02.", "Did you mean the dataset sample?")]
    [InlineData(Later, "is in your files as it is published: 750.", "Change its row first, or do not name it.")]
    public void A_key_that_cannot_be_corrected_is_refused_with_what_to_write(string key, string problem, string cure)
    {
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,1210");
        folder.Change("2026-01,north,people,700", "2026-01,north,people,710");

        var fault = Assert.Single(folder.Correct(null, "Correction", Words, key).Faults);

        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.EndsWith(cure, fault.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pages/methods.md", "There is no file pages/methods.md", "Write pages/method.md, or another path")]
    [InlineData("pages/method.md", "pages/method.md is in your files as it is published", "Change it first")]
    [InlineData("datasets/sample/figures.csv", "holds figures", "Name each by its key.")]
    public void A_path_that_cannot_be_corrected_is_refused_with_what_to_write(string path, string problem, string cure)
    {
        var fault = Assert.Single(folder.Workflow.Correct(new(null, "Correction", Words, "editor", new([], [path]))).Faults);

        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.Contains(cure, fault.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_that_was_left_out_is_added_and_one_that_is_gone_from_the_files_is_not_removed()
    {
        folder.Change(
            "2026-01,all,people,1200,,,\n2026-01,north,people,700,,,\n2026-01,south,people,500,,,\n",
            "2025-12,all,people,0,,,\n2025-12,north,people,0,,,\n2025-12,south,people,0,,,\n"
                + "2026-01,all,people,1200,,,\n2026-01,south,people,500,,,\n"
        );

        Assert.Contains(
            "put its row back, and withdraw it",
            Assert.Single(folder.Correct(null, "Correction", Words, North).Faults).Cure,
            StringComparison.Ordinal
        );
        var added = folder.Correct(
            null,
            "Correction",
            Words,
            "sample/people/all/2025-12",
            "sample/people/north/2025-12",
            "sample/people/south/2025-12"
        );

        Assert.Empty(added.Faults);
        Assert.Equal(9, added.Release!.Manifest.Datasets[0].Figures);
        Assert.Equal(3, Assert.Single(added.Release.Manifest.Corrections).Keys.Count);
    }
}
