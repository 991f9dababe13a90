using System.CommandLine;
using System.Diagnostics;
using PublicStats.SiteGenerator.Build;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats build</c></summary>
internal static class Build
{
    public static Verb Create()
    {
        var target = TypedPath.Option("--out", "The folder to write.", "dist");
        var force = new Option<bool>("--force")
        {
            Description =
                "Builds also into a folder that holds another publication's site, "
                + "or a newer release than this machine's clock allows.",
        };
        var verb = new Verb(
            "build",
            "Writes the site and the API's own answers as files, for any web server.",
            "The new site is made beside the folder and replaces it in one step, so that readers find either the old site or "
                + "the new one. Files in the folder that no build wrote are kept.",
            "publicstats build --out dist"
        )
        {
            target,
            force,
        };
        verb.SetFolderAction(
            async (folder, parsed, output, stop) =>
                await Run(folder, Path.GetFullPath(parsed.GetValue(target)!), parsed.GetValue(force), output, stop)
        );
        return verb;
    }

    // A site inside the publication would be read as working files. Working files inside the site would be served.
    private static bool Contains(string outer, string inner) =>
        Path.GetRelativePath(outer, inner) is var relative
        && !Path.IsPathRooted(relative)
        && relative != ".."
        && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static async Task<int> Run(string folder, string target, bool force, CommandOutput output, CancellationToken stop)
    {
        if (Contains(folder, target) || Contains(target, folder))
        {
            return output.Failure(
                $"--out: {target} holds the publication's own files, or lies among them. Nothing was written. Name a folder "
                    + $"of its own, such as dist."
            );
        }

        if (File.Exists(target))
        {
            return output.Failure($"--out: {target} is a file. Nothing was written. Name a folder of its own, such as dist.");
        }

        if (Directory.Exists(target) && Contains(target, Environment.CurrentDirectory))
        {
            return output.Failure(
                $"--out: The current directory is in {target}, which a build replaces as a whole. Nothing was written. "
                    + "Go to the folder above it, and run the command again."
            );
        }

        output.Line($"Building the site of {TypedPath.Shorten(folder)} in {TypedPath.Shorten(target)}…");
        var clock = Stopwatch.StartNew();
        BuiltSite built;
        try
        {
            built = await output.WithProgress(
                "Opening the releases",
                progress => StaticSite.Write(folder, target, TimeProvider.System, stop, force, progress)
            );
        }
        catch (OutputRefusedException exception)
        {
            return output.Failure($"--out: {exception.Message}");
        }
        catch (OperationCanceledException)
        {
            return output.Failure($"Stopped. {target} is as it was.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return output.Failure($"The site is not built, and {target} is as it was: {Failures.Disk(exception)}");
        }

        output.Json("release", built.Release).Json("files", built.Files).Json("written", built.Written).Json("removed", built.Removed);
        output.Line(
            $"{built.Files:#,##0} files of release {built.Release} in {target}: {built.Written:#,##0} written, "
                + $"{built.Removed:#,##0} removed, in {clock.Elapsed.TotalSeconds:0.0} s."
        );
        return output.End();
    }
}
