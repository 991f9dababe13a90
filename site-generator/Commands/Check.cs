using PublicStats.Data.Files;
using PublicStats.Data.Publishing;
using PublicStats.Data.Validation;
using PublicStats.SiteGenerator.CommandLine;
using Spectre.Console;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats check</c></summary>
internal static class Check
{
    public static Verb Create()
    {
        var verb = new Verb(
            "check",
            "Reads the working files and lists every fault with its place and cure.",
            "Changes nothing.",
            "publicstats check"
        );
        verb.SetFolderAction((folder, _, output) => Run(new(folder, TimeProvider.System), output));
        return verb;
    }

    private static int Run(ReleaseWorkflow workflow, CommandOutput output)
    {
        var faults = new Faults();
        var publication = PublicationCheck.Check(FileSet.OfFolder(workflow.Folder), faults, workflow.Today);
        if (publication is null || faults.Count > 0)
        {
            return output.Faults(faults.All, workflow.Folder);
        }

        output.Table(
            [Justify.Left, Justify.Right, Justify.Left],
            [
                .. publication.Datasets.Select(dataset =>
                    new[]
                    {
                        dataset.Name,
                        $"{dataset.Figures.Count:#,##0} figures",
                        $"{dataset.Figures.Periods[0].First:yyyy-MM-dd} to "
                            + $"{dataset.Figures.Periods.Max(period => period.Last):yyyy-MM-dd}",
                    }
                ),
            ]
        );
        output.Json("datasets", publication.Datasets.Select(dataset => new { name = dataset.Name, figures = dataset.Figures.Count }));
        output.Line();
        output.Line("No faults.");
        output.Next("publicstats diff");
        return output.End();
    }
}
