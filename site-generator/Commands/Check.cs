using System.CommandLine;
using PublicStats.Data.Files;
using PublicStats.Data.Publishing;
using PublicStats.Data.Validation;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats check</c></summary>
internal static class Check
{
    public static Command Verb()
    {
        var verb = new Command(
            "check",
            "Reads the working files and says every fault with its place and cure. Changes nothing.\n\nExample: publicstats check"
        );
        verb.SetAction(parsed =>
            PublicStatsTool.Folder(parsed) is { } folder
                ? Run(new(folder, TimeProvider.System), CommandOutput.Of(parsed))
                : ExitCode.Failure
        );
        return verb;
    }

    private static int Run(ReleaseWorkflow desk, CommandOutput telling)
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
            telling.Line(
                $"{dataset.Name,-22} {dataset.Figures.Count,9:#,##0} figures   {periods[0].First:yyyy-MM-dd} to "
                    + $"{periods.Max(period => period.Last):yyyy-MM-dd}"
            );
        }

        telling.Json("datasets", publication.Datasets.Select(dataset => new { name = dataset.Name, figures = dataset.Figures.Count }));
        telling.Line();
        telling.Line("No faults.");
        telling.Next("publicstats diff");
        return telling.End();
    }
}
