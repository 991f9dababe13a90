using System.CommandLine;
using PublicStats.Data.Files;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats tidy</c></summary>
internal static class Tidy
{
    public static Command Verb()
    {
        var file = new Argument<string>("file") { Description = "The file, by its path here or in the publication's folder." };
        var verb = new Command(
            "tidy",
            "Takes the byte order mark and the Windows line ends out of a working file (.csv, .json or .md). Changes nothing else, and "
                + "keeps the old file beside it.\n\nExample: publicstats tidy datasets/crossings/figures.csv"
        )
        {
            file,
        };
        file.MustNameFile();
        verb.SetAction(parsed =>
            PublicStatsTool.Folder(parsed) is { } folder
                ? Run(folder, parsed.GetValue(file)!, CommandOutput.Of(parsed))
                : ExitCode.Failure
        );
        return verb;
    }

    private static int Run(string folder, string file, CommandOutput telling)
    {
        var path = File.Exists(file) ? file : Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return telling.Failure($"There is no file {file}.");
        }

        if (TidyText.Run(folder, path, out var refusal) is not { } tidied)
        {
            return telling.Failure($"{file} was not changed. {refusal}");
        }

        telling.Json("file", file).Json("bytesTakenOut", tidied.BytesRemoved);
        telling.Line(
            tidied.Copy is null
                ? $"{file} was tidy already."
                : $"{file}: {tidied.BytesRemoved:#,##0} {(tidied.BytesRemoved == 1 ? "byte" : "bytes")} taken out."
        );
        if (tidied.Copy is not null)
        {
            telling.Undo(
                $"copy {Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(folder, tidied.Copy))} over "
                    + $"{Path.GetRelativePath(Environment.CurrentDirectory, path)}"
            );
        }

        telling.Next("publicstats check");
        return telling.End();
    }
}
