namespace PublicStats.Tests.Repository;

/// <summary>Which folders of a project may use which: read from the compiled types, so that no way of writing a use escapes.</summary>
public class Folders
{
    private const string Planted = "PublicStats.Tests.Repository.PlantedCycle";

    [Theory]
    [InlineData("PublicStats.Data", "PublicStats.Data")]
    [InlineData("PublicStats.Api", "PublicStats.Api")]
    [InlineData("publicstats", "PublicStats.SiteGenerator")]
    public void No_two_folders_use_each_other_and_none_uses_the_root(string assembly, string root) => Assert.Empty(Faults(assembly, root));

    [Fact]
    public void A_planted_cycle_and_a_folder_that_uses_the_root_are_found() =>
        Assert.Equal(
            [
                "First and Second use each other in a circle: First.One uses Second.Other.",
                "Second and First use each other in a circle: Second.Other uses First.One.",
                "Third uses the root: Third.Last uses Root.",
            ],
            Faults("PublicStats.Tests", Planted)
        );

    [Theory]
    [InlineData("First>Second Second>Third Third>First", "First Second Third")]
    [InlineData("First>Second First>Third Second>Third", "")]
    [InlineData("First>Second Second>First Second>Third", "First Second")]
    public void A_circle_of_any_length_is_a_cycle(string uses, string inCircle)
    {
        var edges = uses.Split(' ').Select(use => use.Split('>')).ToLookup(use => use[0], use => use[1]);

        Assert.Equal(inCircle, string.Join(' ', edges.Select(edge => edge.Key).Where(name => Reached(name, edges).Contains(name)).Order()));
    }

    private static List<string> Faults(string assembly, string root)
    {
        var uses = CompiledTypes
            .UsesIn(assembly)
            .Where(use => IsIn(use.User, root) && IsIn(use.Used, root))
            .Select(use => (User: use.User[(root.Length + 1)..], Used: use.Used[(root.Length + 1)..]))
            .Where(use => Folder(use.User) != Folder(use.Used) && Folder(use.User).Length > 0)
            .OrderBy(use => use, Comparer<(string, string)>.Default)
            .ToList();
        Assert.NotEmpty(uses);
        var edges = uses.ToLookup(use => Folder(use.User), use => Folder(use.Used));
        return
        [
            .. uses.Where(use => Folder(use.Used).Length > 0 && Reached(Folder(use.Used), edges).Contains(Folder(use.User)))
                .Select(use => $"{Folder(use.User)} and {Folder(use.Used)} use each other in a circle: {use.User} uses {use.Used}."),
            .. uses.Where(use => Folder(use.Used).Length == 0)
                .Select(use => $"{Folder(use.User)} uses the root: {use.User} uses {use.Used}."),
        ];
    }

    private static bool IsIn(string type, string root) => type.StartsWith(root + ".", StringComparison.Ordinal);

    // One level below the project's root: "Figures" of "Figures.Figure"; empty for a type of the root itself.
    private static string Folder(string type) => type.IndexOf('.', StringComparison.Ordinal) is var end && end < 0 ? "" : type[..end];

    private static HashSet<string> Reached(string from, ILookup<string, string> edges)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(edges[from]);
        while (next.TryDequeue(out var name))
        {
            if (reached.Add(name))
            {
                foreach (var further in edges[name])
                {
                    next.Enqueue(further);
                }
            }
        }

        return reached;
    }
}
