using System.Threading.Channels;

namespace PublicStats.SiteGenerator.Preview;

/// <summary>
/// Says when something in a publication's folder has been saved: by the system's own notice, and by looking, where a network drive
/// gives none.
/// </summary>
internal sealed class ChangeWatcher : IDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> notices = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly FileSystemWatcher watcher;
    private readonly string folder;
    private long seen;

    public ChangeWatcher(string folder)
    {
        this.folder = folder;
        seen = Stamp();
        watcher = new(folder) { IncludeSubdirectories = true };
        watcher.Changed += Noticed;
        watcher.Created += Noticed;
        watcher.Deleted += Noticed;
        watcher.Renamed += Noticed;
        watcher.Error += (_, _) => notices.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Returns once something was saved and it has been quiet for a moment: an editor may write a file in pieces.</summary>
    public async Task Wait(CancellationToken stop)
    {
        while (!await Noticed(Look, stop) && Stamp() == seen) { }

        while (await Noticed(Quiet, stop)) { }

        seen = Stamp();
    }

    public void Dispose() => watcher.Dispose();

    private async Task<bool> Noticed(TimeSpan within, CancellationToken stop)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stop);
        soon.CancelAfter(within);
        try
        {
            return await notices.Reader.ReadAsync(soon.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    // Of the sealed releases only their log says anything new; their lock and half-written files say nothing.
    private void Noticed(object sender, FileSystemEventArgs save)
    {
        var path = save.Name ?? "";
        if (!path.StartsWith("releases", StringComparison.Ordinal) || path.EndsWith("log.jsonl", StringComparison.Ordinal))
        {
            notices.Writer.TryWrite(true);
        }
    }

    private long Stamp()
    {
        try
        {
            var stamp = new HashCode();
            foreach (var path in PublicStats.Data.Files.FileSet.OfFolder(folder).Paths.Append("releases/log.jsonl"))
            {
                var file = new FileInfo(Path.Combine(folder, path));
                stamp.Add(path);
                stamp.Add(file.Exists ? (file.LastWriteTimeUtc, file.Length) : default);
            }

            return (uint)stamp.ToHashCode();
        }
        catch (IOException)
        {
            // A folder went while it was looked at: that is a change, and looking again is how it is found out.
            return -1;
        }
    }
}
