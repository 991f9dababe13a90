using System.CommandLine;
using System.Text;

namespace PublicStats.SiteGenerator.Tool;

/// <summary><c>publicstats tidy</c></summary>
internal static class Tidy
{
    public static Command Verb(Option<string> data)
    {
        var file = new Argument<string>("file") { Description = "The file, by its path here or in the publication's folder." };
        var verb = new Command("tidy", "Takes the byte order mark and the Windows line ends out of a file. Changes nothing else.\n\nExample: publicstats tidy datasets/crossings/figures.csv") { file };
        verb.SetAction(parsed => PublicStatsTool.Folder(parsed, data) is { } folder ? Run(folder, parsed.GetValue(file)!) : 1);
        return verb;
    }

    private static int Run(string folder, string file)
    {
        var path = File.Exists(file) ? file : Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            Console.Error.WriteLine($"There is no file {file}.");
            return 1;
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

        // Whole or not at all: the old file stands until the new one is complete.
        File.WriteAllBytes(path + ".tidy", [.. tidy]);
        File.Move(path + ".tidy", path, overwrite: true);
        Console.WriteLine(tidy.Count == bytes.Length ? $"{file} was tidy already." : $"{file}: {bytes.Length - tidy.Count:#,##0} bytes taken out. Next: publicstats check");
        return 0;
    }
}
