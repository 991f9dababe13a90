using PublicStats.Data.Files;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Preview;

/// <summary>What a preview adds to pages: a bar that says that nothing is published, the reload, and faults where they matter.</summary>
/// <param name="data">The name of the publication's folder, for the places of faults.</param>
internal sealed class PreviewMarks(string data)
{
    private const string Title = "[Preview] ";

    /// <summary>What is added to a page.</summary>
    /// <param name="path">Of the page: <c>/crossings/</c>.</param>
    public PageMarks Of(PreviewState state, string path)
    {
        var page = path.Trim('/').Split('/')[0];
        var parts = state
            .Faults.GroupBy(fault => SlotOf(fault, page))
            .Where(group => group.Key is not null)
            .ToDictionary(group => group.Key!, group => Box([.. group]), StringComparer.Ordinal);
        return Of(state, parts);
    }

    /// <summary>The page of every fault.</summary>
    public string FaultsPage(PreviewState state) =>
        Render(
            "Preview/faults-page.html",
            new FaultsPageModel(
                Of(state, new Dictionary<string, Markup>()),
                CountOf(state),
                state.Faults.Count == 0 ? null : Box(state.Faults)
            )
        ).Html;

    private static PageMarks Of(PreviewState state, IReadOnlyDictionary<string, Markup> parts) =>
        new(
            Title,
            Render("Preview/head.html", new HeadModel(state.Number)),
            Render("Preview/bar.html", new BarModel(CountOf(state), state.Shown, state.Note)),
            parts
        );

    private static Markup Render(string template, object model) => Templates.Embedded.Render(template, model, address => address);

    private static string? CountOf(PreviewState state) => state.Faults.Count == 0 ? null : state.Count;

    private Markup Box(IReadOnlyList<Fault> faults) =>
        Render(
            "Preview/faults.html",
            new BoxModel(
                string.Join(", ", faults.Select(FileOf).Distinct(StringComparer.Ordinal)),
                Html.Count(faults.Count, "fault"),
                [.. faults.Select(fault => new FaultModel($"{data}/{fault.Place.Source}", fault.Place.Part, fault.Problem, fault.Cure))]
            )
        );

    private static string FileOf(Fault fault) => (fault.Place as FilePlace)?.File ?? fault.Place.Source;

    // The slot of this page that a fault belongs to; empty for the top of the page, null when it belongs to another page.
    private static string? SlotOf(Fault fault, string page) =>
        FileOf(fault).Split('/') switch
        {
            ["datasets", var dataset, ..] when dataset != page => null,
            ["datasets", _, "notes.md"] => "notes",
            ["datasets", _, "datapackage.json"] => SlotOf(fault.Place.Part),
            ["datasets", ..] => "charts",
            ["pages", "home.md"] => page.Length == 0 ? "commentary" : null,
            ["pages", var file] => file == page + ".md" ? "" : null,
            _ => "",
        };

    // The slot for a member of a dataset's descriptor.
    private static string SlotOf(string member) =>
        (member.StartsWith("headlines", StringComparison.Ordinal), member.StartsWith("charts", StringComparison.Ordinal)) switch
        {
            (true, _) => "headlines",
            (_, true) => "charts",
            _ => "definitions",
        };

    private sealed record HeadModel(int Number);

    /// <param name="Count">How many faults there are, in words; null for none.</param>
    private sealed record BarModel(string? Count, string Shown, string? Note);

    private sealed record BoxModel(string Files, string Count, IReadOnlyList<FaultModel> Faults);

    private sealed record FaultModel(string Place, string Column, string Problem, string Cure);

    private sealed record FaultsPageModel(PageMarks Marks, string? Count, Markup? Faults);
}
