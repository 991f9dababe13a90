using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Embargo;

/// <summary>A sample publication of three releases, the second a correction, with a copy of all its files in the folder whole.</summary>
internal static class ThreeReleases
{
    public static SamplePublication Make()
    {
        var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 8, 9, 0, 0, TimeSpan.Zero));
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");
        Assert.Empty(
            folder
                .Correct(
                    "2026-03-09 09:30",
                    "Correction",
                    new("It was 750.", "A slip.", "Nobody."),
                    "sample/people/north/2026-02",
                    "sample/people/south/2026-02"
                )
                .Faults
        );
        Assert.Empty(folder.Workflow.Approve("2026-03-09", "approver").Faults);
        folder.Clock.SetUtcNow(new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
        folder.Change("2026-02,north,people,740", "2026-02,north,people,730");
        folder.Change("2026-02,south,people,560", "2026-02,south,people,570");
        folder.Publish("2026-03-11 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero));
        foreach (var file in Directory.GetFiles(folder.Of("releases"), "*", SearchOption.AllDirectories))
        {
            var to = folder.Of("whole/" + Path.GetRelativePath(folder.Of("releases"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return folder;
    }
}
