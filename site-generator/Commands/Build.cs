using System.CommandLine;
using System.Diagnostics;
using PublicStats.SiteGenerator.Build;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats build</c></summary>
internal static class Build
{
    public static Command Verb()
    {
        var output = TypedPath.Option("--out", "The folder to write.", "dist");
        var force = new Option<bool>("--force")
        {
            Description =
                "Build also into a folder that holds another publication's site, "
                + "or a release that this machine's clock says is not published yet.",
        };
        var verb = new Command(
            "build",
            "Writes the site and the API's own answers as files, for any web server.\n\n"
                + "The new site is made beside the folder and takes its place in one step: readers find the old site or the new "
                + "one, whole. "
                + "What others put into the folder stays.\n\nExample: publicstats build --out dist"
        )
        {
            output,
            force,
        };
        verb.SetAction(
            async (parsed, stop) =>
                PublicStatsTool.Folder(parsed) is { } folder
                    ? await Run(folder, Path.GetFullPath(parsed.GetValue(output)!), parsed.GetValue(force), CommandOutput.Of(parsed), stop)
                    : ExitCode.Failure
        );
        return verb;
    }

    // A site among the working files would be taken for them, and the working files beside a site would be served with it.
    private static bool Holds(string outer, string inner) =>
        Path.GetRelativePath(outer, inner) is var way
        && !Path.IsPathRooted(way)
        && way != ".."
        && !way.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static async Task<int> Run(string folder, string output, bool force, CommandOutput telling, CancellationToken stop)
    {
        if (Holds(folder, output) || Holds(output, folder))
        {
            return telling.Failure(
                $"--out: {output} holds the publication's own files, or lies among them. Nothing was written. Name a folder "
                    + $"of its own, such as dist."
            );
        }

        if (File.Exists(output))
        {
            return telling.Failure($"--out: {output} is a file. Nothing was written. Name a folder of its own, such as dist.");
        }

        if (Directory.Exists(output) && Holds(output, Environment.CurrentDirectory))
        {
            return telling.Failure(
                $"--out: You stand in {output}, which is to be replaced as a whole. Nothing was written. "
                    + "Go to the folder above it, and name it from there."
            );
        }

        telling.Line($"Building the site of {PublicStatsTool.Here(folder)} in {PublicStatsTool.Here(output)}…");
        var clock = Stopwatch.StartNew();
        BuiltSite built;
        try
        {
            built = await StaticSite.Write(folder, output, TimeProvider.System, stop, force, telling.Progress);
        }
        catch (OutputRefusedException exception)
        {
            return telling.Failure($"--out: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            return telling.Failure($"Stopped. {output} is as it was.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return telling.Failure($"The site is not built, and {output} is as it was: {Failures.Disk(exception)}");
        }

        telling.Json("release", built.Release).Json("files", built.Files).Json("written", built.Written).Json("removed", built.Removed);
        telling.Line(
            $"{built.Files:#,##0} files of release {built.Release} in {output}: {built.Written:#,##0} written, "
                + $"{built.Removed:#,##0} removed, in {clock.Elapsed.TotalSeconds:0.0} s."
        );
        return telling.End();
    }
}
