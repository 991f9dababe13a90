using System.CommandLine;
using PublicStats.Data.Files;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats tidy</c></summary>
internal static class Tidy
{
    public static Verb Create()
    {
        var file = new Argument<string>("file")
        {
            Description = "The file, by its path from the current directory or in the publication's folder.",
        };
        var verb = new Verb(
            "tidy",
            "Removes the byte order mark and the Windows line ends from a working file (.csv, .json or .md).",
            "Changes nothing else, and keeps the old file beside it.",
            "publicstats tidy datasets/crossings/figures.csv"
        )
        {
            file,
        };
        file.MustNameFile();
        verb.SetFolderAction((folder, parsed, output) => Run(folder, parsed.GetValue(file)!, output));
        return verb;
    }

    private static int Run(string folder, string file, CommandOutput output)
    {
        var path = File.Exists(file) ? file : Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return output.Failure($"There is no file {file}.");
        }

        if (TidyText.Run(folder, path, out var refusal) is not { } tidied)
        {
            return output.Failure($"{file} was not changed. {refusal}");
        }

        output.Json("file", file).Json("bytesTakenOut", tidied.BytesRemoved);
        output.Line(
            tidied.Copy is null
                ? $"{file} was tidy already."
                : $"{file}: {tidied.BytesRemoved:#,##0} {(tidied.BytesRemoved == 1 ? "byte" : "bytes")} removed."
        );
        if (tidied.Copy is not null)
        {
            output.Undo(
                $"copy {Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(folder, tidied.Copy))} over "
                    + $"{Path.GetRelativePath(Environment.CurrentDirectory, path)}"
            );
        }

        output.Next("publicstats check");
        return output.End();
    }
}
