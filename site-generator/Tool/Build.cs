using System.CommandLine;
using System.Diagnostics;
using PublicStats.SiteGenerator.Site;

namespace PublicStats.SiteGenerator.Tool;

/// <summary><c>publicstats build</c></summary>
internal static class Build
{
    public static Command Verb(Option<string> data)
    {
        var output = new Option<string>("--out") { Description = "The folder to write. Files that stay the same are left alone; those of an earlier build that are no longer part of it are removed.", DefaultValueFactory = _ => "dist" };
        var verb = new Command("build", "Writes the site and the API's own answers as files, for any web server.\n\nExample: publicstats build --out dist") { output };
        verb.SetAction(async (parsed, stop) => PublicStatsTool.Folder(parsed, data) is { } folder ? await Run(folder, Path.GetFullPath(parsed.GetValue(output)!), stop) : 1);
        return verb;
    }

    private static async Task<int> Run(string folder, string output, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        var built = await StaticSite.Write(folder, output, TimeProvider.System, stop);
        Console.WriteLine($"{built.Files:#,##0} files of release {built.Release} in {output}: {built.Written:#,##0} written, {built.Removed:#,##0} removed, in {clock.Elapsed.TotalSeconds:0.0} s.");
        return 0;
    }
}
