using System.Text;

namespace PublicStats.Data.Files;

/// <summary>Reads a text file line by line and says everything that is wrong with its bytes.</summary>
public static class TextLines
{
    /// <summary>No row of figures is longer. A file of one endless line is given up here, whatever its size.</summary>
    public const int LongestLine = 64 * 1024;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The lines of a file, without their ends; null when it cannot be read at all. Faults are collected.</summary>
    public static IReadOnlyList<string>? Read(FileSet files, string path, Faults faults)
    {
        using var stream = files.Open(path);
        var lines = new List<string>();
        var buffer = new byte[LongestLine + 2];
        var (held, carriage) = (0, false);
        while (true)
        {
            var read = stream.Read(buffer, held, buffer.Length - held);
            var bytes = buffer.AsSpan(0, held + read);
            if (lines.Count == 0 && (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)))
            {
                faults.Add(path, 1, "file", "The file is saved as UTF-16.", "Save it as UTF-8; in Excel, as CSV UTF-8.");
                return null;
            }

            while (bytes.IndexOf((byte)'\n') is var end && end >= 0)
            {
                Add(lines, bytes[..end], path, faults, ref carriage);
                bytes = bytes[(end + 1)..];
            }

            if (read == 0)
            {
                return End(lines, bytes, path, faults, ref carriage) ? lines : null;
            }

            if (bytes.Length > LongestLine)
            {
                faults.Add(
                    path,
                    lines.Count + 1,
                    "line",
                    $"The line is longer than {LongestLine:#,##0} bytes.",
                    "Check that rows end with line breaks."
                );
                return null;
            }

            bytes.CopyTo(buffer);
            held = bytes.Length;
        }
    }

    private static bool End(List<string> lines, ReadOnlySpan<byte> rest, string path, Faults faults, ref bool carriage)
    {
        if (rest.Length > 0)
        {
            Add(lines, rest, path, faults, ref carriage);
            faults.Add(
                path,
                lines.Count,
                "line",
                "The last line has no line break: the file may be cut off.",
                "Check the last row, and end it with a line break."
            );
        }

        if (lines.Count == 0)
        {
            faults.Add(path, 1, "file", "The file is empty.", "Put it back, or import it again.");
        }

        return lines.Count > 0;
    }

    private static void Add(List<string> lines, ReadOnlySpan<byte> bytes, string path, Faults faults, ref bool carriage)
    {
        var line = lines.Count + 1;
        if (line == 1 && bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            faults.Add(
                new(new FilePlace(path, 1, "file"), "The file begins with a byte order mark.", "Save it as UTF-8 without one.")
                {
                    Advice = [new(AdvisedAct.Tidy, path)],
                }
            );
            bytes = bytes[3..];
        }

        if (bytes.EndsWith("\r"u8))
        {
            if (!carriage)
            {
                faults.Add(
                    new(new FilePlace(path, line, "line"), "Lines end as Windows writes them (CR LF).", "Save it with LF line ends.")
                    {
                        Advice = [new(AdvisedAct.Tidy, path)],
                    }
                );
            }

            carriage = true;
            bytes = bytes[..^1];
        }

        if (bytes.IndexOf((byte)0) >= 0)
        {
            faults.Add(path, line, "line", "The line holds a NUL byte: the file may be damaged, or saved as UTF-16.", "Save it as UTF-8.");
        }

        lines.Add(Decode(bytes, path, line, faults));
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string path, int line, Faults faults)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            faults.Add(path, line, "line", "The line is not UTF-8.", "Save the file as CSV UTF-8.");
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
