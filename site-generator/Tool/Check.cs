using System.CommandLine;
using PublicStats.Data.Checks;
using PublicStats.Data.Desk;
using PublicStats.Data.Files;

namespace PublicStats.SiteGenerator.Tool;

/// <summary><c>publicstats check</c></summary>
internal static class Check
{
    public static Command Verb()
    {
        var verb = new Command("check", "Reads the working files and says every fault with its place and cure. Changes nothing.\n\nExample: publicstats check");
        verb.SetAction(parsed =>
            PublicStatsTool.Folder(parsed) is { } folder ? Run(new(folder, TimeProvider.System), Telling.Of(parsed))
            : PublicStatsTool.Failed);
        return verb;
    }

    private static int Run(ReleaseDesk desk, Telling telling)
    {
        var faults = new Faults();
        var publication = PublicationCheck.Check(FileSet.OfFolder(desk.Folder), faults, desk.Today);
        if (publication is null || faults.Count > 0)
        {
            return telling.Faults(faults.All, desk.Folder);
        }

        foreach (var dataset in publication.Datasets)
        {
            var periods = dataset.Figures.Periods;
            telling.Line($"{dataset.Name,-22} {dataset.Figures.Count,9:#,##0} figures   {periods[0].First:yyyy-MM-dd} to {periods.Max(each => each.Last):yyyy-MM-dd}");
        }

        telling.Json("datasets", publication.Datasets.Select(each => new { name = each.Name, figures = each.Figures.Count }));
        telling.Line();
        telling.Line("No faults.");
        telling.Next("publicstats diff");
        return telling.End();
    }
}
