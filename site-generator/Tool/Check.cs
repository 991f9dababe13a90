using System.CommandLine;
using PublicStats.Data.Checks;
using PublicStats.Data.Files;

namespace PublicStats.SiteGenerator.Tool;

/// <summary><c>publicstats check</c></summary>
internal static class Check
{
    public static Command Verb(Option<string> data)
    {
        var verb = new Command("check", "Reads the working files and says every fault with its place and cure. Changes nothing.\n\nExample: publicstats check");
        verb.SetAction(parsed => PublicStatsTool.Folder(parsed, data) is { } folder ? Run(folder) : 1);
        return verb;
    }

    private static int Run(string folder)
    {
        var faults = new Faults();
        var publication = PublicationCheck.Check(FileSet.OfFolder(folder), faults);
        if (publication is null || faults.Count > 0)
        {
            return PublicStatsTool.Say(faults.All, folder);
        }

        foreach (var dataset in publication.Datasets)
        {
            var periods = dataset.Figures.Periods;
            Console.WriteLine($"{dataset.Name,-22} {dataset.Figures.Count,9:#,##0} figures   {periods[0].First:yyyy-MM-dd} to {periods.Max(each => each.Last):yyyy-MM-dd}");
        }

        Console.WriteLine();
        Console.WriteLine("No faults. Next: publicstats seal --at \"YYYY-MM-DD 09:30\" --title … --reason … --by … --approved-by …");
        return 0;
    }
}
