using PublicStats.Data.Files;
using PublicStats.Data.Publishing;
using PublicStats.Data.Validation;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Data.Reading;

public class BrokenPublications
{
    private static readonly SealOrder Order = new("2026-03-06 09:30", "Sample", "A sample.", "editor");

    public static TheoryData<string> Cases =>
        [
            .. Directory
                .GetDirectories(Path.Combine(SamplePublication.Fixtures, "broken"))
                .Select(folder => Path.GetFileName(folder))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void The_sample_that_is_broken_is_whole_before()
    {
        using var folder = new SamplePublication();
        var faults = new Faults();

        Assert.NotNull(PublicationCheck.Check(FileSet.OfFolder(folder.Path), faults));
        Assert.Empty(faults.All);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_fault_gives_its_exact_message_and_seals_nothing(string name)
    {
        using var folder = new SamplePublication();
        var broken = Path.Combine(SamplePublication.Fixtures, "broken", name);
        folder.Copy(broken);
        File.Delete(folder.Of("expected.txt"));

        var result = folder.Workflow.Seal(Order);

        Assert.Null(result.Release);
        Assert.False(Directory.Exists(folder.Of("releases")));
        Assert.Equal(File.ReadAllText(Path.Combine(broken, "expected.txt")), string.Concat(result.Faults.Select(fault => fault + "\n")));
    }

    [Fact]
    public void A_line_of_two_gigabytes_is_given_up_at_once()
    {
        using var folder = new SamplePublication();
        using (var file = File.OpenWrite(folder.Of("datasets/sample/figures.csv")))
        {
            // A hole: the disk holds next to nothing of it.
            file.SetLength(2L << 30);
        }

        var faults = new Faults();
        PublicationCheck.Check(FileSet.OfFolder(folder.Path), faults);

        Assert.Contains(faults.All, fault => fault.ToString().Contains("The line is longer than 65,536 bytes.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_figures_shipped_have_no_fault()
    {
        var faults = new Faults();
        PublicationCheck.Check(FileSet.OfFolder(RepositoryFiles.Data), faults);

        Assert.Empty(faults.All);
    }
}
