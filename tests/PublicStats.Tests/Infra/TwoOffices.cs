using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;

namespace PublicStats.Tests.Infra;

/// <summary>Two press offices that have published the very same, one of which has something sealed for a time to come.</summary>
internal sealed class TwoOffices : IDisposable
{
    /// <summary>The releases both have published.</summary>
    public static readonly string[] Past = ["2026-03-06", "2026-03-09"];

    /// <summary>The day of the release that nobody may see yet, and one of which there never will be a release.</summary>
    public const string Future = "2026-03-13",
        Never = "2026-03-14";

    public static readonly DateTimeOffset Moment = new(2026, 3, 13, 9, 30, 0, TimeSpan.Zero);

    /// <summary>What the coming release may hold that the last did not.</summary>
    public static readonly IReadOnlyDictionary<string, Action<SamplePublication>> Futures = new Dictionary<
        string,
        Action<SamplePublication>
    >(StringComparer.Ordinal)
    {
        ["a figure that was revised"] = folder => Revise(folder),
        ["a figure that is new"] = folder =>
            Append(
                folder,
                "datasets/sample/figures.csv",
                "2025-12,all,people,1500,,,\n2025-12,north,people,800,,,\n2025-12,south,people,700,,,\n"
            ),
        ["a dataset that is new"] = AddDataset,
        ["a code that is new"] = folder =>
        {
            Append(folder, "datasets/sample/area.csv", "secret,Secret,all,4,\n");
            Append(folder, "datasets/sample/figures.csv", "2026-01,secret,people,0,,,\n2026-02,secret,people,0,,,\n");
        },
        ["a headline that is new"] = folder =>
            Replace(folder, "datasets/sample/datapackage.json", "{figure} people {in period}.", "Secret: {figure} people {in period}."),
        ["a page that is new"] = folder =>
            File.WriteAllText(folder.Of("pages/secret.md"), "---\ntitle: Secret\ndescription: How.\n---\nSecret.\n"),
        ["another zone, contact and name"] = folder => Replace(folder, "publication.json", "a@sample.example", "secret@sample.example"),
        ["a calendar"] = folder => File.WriteAllText(folder.Of("calendar.csv"), "at,title,state\n2026-03-20 09:30,Secret,confirmed\n"),
        ["a correction"] = _ => { },
        ["a withdrawal"] = _ => { },
    };

    public TwoOffices()
    {
        foreach (var folder in (ReadOnlySpan<SamplePublication>)[Plain, Sealed])
        {
            folder.Publish("2026-03-06 09:30");
            folder.Clock.Advance(TimeSpan.FromDays(6));
            Replace(folder, "datasets/sample/figures.csv", "2026-02,north,people,750", "2026-02,north,people,740");
            Replace(folder, "datasets/sample/figures.csv", "2026-02,south,people,550", "2026-02,south,people,560");
            folder.Publish("2026-03-09 09:30", "Second");
            folder.Clock.Advance(TimeSpan.FromDays(3));
        }
    }

    public SamplePublication Plain { get; } = new();

    public SamplePublication Sealed { get; } = new();

    /// <summary>The clock both are served by; it stands before the coming release.</summary>
    public FakeTimeProvider Clock { get; } = new(new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Seals what is to come in one of the offices, and approves it.</summary>
    public Release Seal(string what, bool approve = true)
    {
        Futures[what](Sealed);
        if (what == "a correction")
        {
            Revise(Sealed);
        }

        var act =
            what == "a withdrawal"
                ? Sealed.Workflow.Withdraw(["sample/people/south/2026-02"], $"{Future} 09:30", "Secret reason.", "editor")
            : what == "a correction"
                ? Sealed.Correct(
                    $"{Future} 09:30",
                    "Secret title",
                    new("Secret.", "Secret.", "Secret."),
                    "sample/people/north/2026-02",
                    "sample/people/south/2026-02"
                )
            : Sealed.Workflow.Seal(new($"{Future} 09:30", "Secret title", "Secret reason.", "editor"));
        Assert.Empty(act.Faults);
        var approval = approve ? Sealed.Workflow.Approve(act.Release!.Id, "approver") : act;
        Assert.Empty(approval.Faults);
        Assert.Equal(Future, approval.Release!.Id);
        return approval.Release;
    }

    public void Dispose()
    {
        Plain.Dispose();
        Sealed.Dispose();
    }

    public static void Replace(SamplePublication folder, string path, string what, string by)
    {
        var text = File.ReadAllText(folder.Of(path));
        Assert.Contains(what, text, StringComparison.Ordinal);
        File.WriteAllText(folder.Of(path), text.Replace(what, by, StringComparison.Ordinal));
    }

    private static void Revise(SamplePublication folder)
    {
        Replace(folder, "datasets/sample/figures.csv", "2026-02,north,people,740", "2026-02,north,people,730");
        Replace(folder, "datasets/sample/figures.csv", "2026-02,south,people,560", "2026-02,south,people,570");
    }

    private static void Append(SamplePublication folder, string path, string text) => File.AppendAllText(folder.Of(path), text);

    private static void AddDataset(SamplePublication folder)
    {
        Directory.CreateDirectory(folder.Of("datasets/secret"));
        foreach (var file in Directory.GetFiles(folder.Of("datasets/sample")))
        {
            File.WriteAllText(
                folder.Of($"datasets/secret/{Path.GetFileName(file)}"),
                File.ReadAllText(file).Replace("\"sample\"", "\"secret\"", StringComparison.Ordinal)
            );
        }

        Replace(folder, "publication.json", "\"sample\"\n", "\"sample\", \"secret\"\n");
    }
}
