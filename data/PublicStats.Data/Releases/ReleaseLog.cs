using System.Text;
using PublicStats.Data.Files;

namespace PublicStats.Data.Releases;

/// <summary>
/// The audit log: every action on a release, one a line. Each line names the hash of the line before, and no line is ever deleted. An
/// action is done at the instant its line is there, so a crash at any point leaves the old state or the new one.
/// </summary>
public sealed class ReleaseLog(string folder)
{
    internal const string Name = "log.jsonl";

    /// <summary>The log's path.</summary>
    public string Path => System.IO.Path.Combine(folder, Name);

    /// <summary>Every entry that is as it was written, oldest first.</summary>
    /// <param name="faults">The lines that are not.</param>
    public IReadOnlyList<LogEntry> Read(out IReadOnlyList<Mismatch> faults) => Read(out faults, out _);

    /// <param name="gaps">Where lines that cannot be read may have taken a release back.</param>
    internal IReadOnlyList<LogEntry> Read(out IReadOnlyList<Mismatch> faults, out IReadOnlyList<UnreadableLines> gaps)
    {
        var entries = new List<LogEntry>();
        var found = new List<Mismatch>();
        var open = new List<UnreadableLines>();
        var (previous, lost) = ("", "");
        var lines = Lines();
        for (var i = 0; i < lines.Length; i++)
        {
            if (LogEntry.Of(lines[i], out var named) is not { } entry)
            {
                found.Add(new(Name, LogEntry.ProblemOfNewer(lines[i]) ?? "the line is not as it was written.", i + 1));
                lost += lines[i];
            }
            else
            {
                if (named != previous || entry.Number != i + 1)
                {
                    found.Add(new(Name, "the line before it is not the one it was written after.", i + 1));
                }

                open.AddRange(UnreadableLines.Of(entries, lost, entry.Number));
                entries.Add(entry);
                lost = "";
            }

            previous = LogEntry.Hash(lines[i]);
        }

        (faults, gaps) = (found, [.. open, .. UnreadableLines.Of(entries, lost, next: null)]);
        return entries;
    }

    /// <summary>Adds actions, all of them at one instant. They are on the disk when this returns.</summary>
    /// <param name="acts">Each makes an entry from its number.</param>
    internal void Append(params IReadOnlyList<Func<int, LogEntry>> acts)
    {
        var lines = Lines().ToList();
        foreach (var act in acts)
        {
            lines.Add(act(lines.Count + 1).ToLine(lines.Count == 0 ? "" : LogEntry.Hash(lines[^1])));
        }

        AtomicFile.Write(Path, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }

    /// <summary>Whether a line comes from a newer program.</summary>
    internal bool IsFromNewerProgram() => Lines().Any(line => LogEntry.ProblemOfNewer(line) is not null);

    private string[] Lines()
    {
        if (!File.Exists(Path))
        {
            return [];
        }

        var lines = File.ReadAllText(Path).Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
