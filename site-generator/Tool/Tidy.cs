using System.CommandLine;
using System.Text;

namespace PublicStats.SiteGenerator.Tool;

/// <summary><c>publicstats tidy</c></summary>
internal static class Tidy
{
    public static Command Verb()
    {
        var file = new Argument<string>("file") { Description = "The file, by its path here or in the publication's folder." };
        var verb = new Command("tidy", "Takes the byte order mark and the Windows line ends out of a file. Changes nothing else.\n\nExample: publicstats tidy datasets/crossings/figures.csv") { file };
        verb.SetAction(parsed => PublicStatsTool.Folder(parsed) is { } folder ? Run(folder, parsed.GetValue(file)!, Telling.Of(parsed)) : PublicStatsTool.Failed);
        return verb;
    }

    private static int Run(string folder, string file, Telling telling)
    {
        var path = File.Exists(file) ? file : Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return telling.Failure($"There is no file {file}.");
        }

        var bytes = File.ReadAllBytes(path);
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        var tidy = new List<byte>(bytes.Length);
        for (var i = start; i < bytes.Length; i++)
        {
            if (bytes[i] != '\r' || i + 1 == bytes.Length || bytes[i + 1] != '\n')
            {
                tidy.Add(bytes[i]);
            }
        }

        Data.Files.Durable.Write(path, tidy.ToArray());
        telling.Json("file", file).Json("bytesTakenOut", bytes.Length - tidy.Count);
        telling.Line(tidy.Count == bytes.Length ? $"{file} was tidy already." : $"{file}: {bytes.Length - tidy.Count:#,##0} bytes taken out.");
        telling.Next("publicstats check");
        return telling.End();
    }
}
