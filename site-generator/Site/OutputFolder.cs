namespace PublicStats.SiteGenerator.Site;

/// <summary>A folder that a site is built into. It keeps a list of what was built, so that the next build removes what is no longer part of it and makes nothing again that cannot have changed.</summary>
internal sealed class OutputFolder
{
    private const string List = ".publicstats-files";
    private const string Latest = "# latest ";
    private const string Kept = "# kept ";

    private readonly string folder;
    private readonly string[] before;
    private readonly HashSet<string> marks;
    private readonly SortedSet<string> files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> marksNow = new(StringComparer.Ordinal);
    private int written;

    public OutputFolder(string folder)
    {
        this.folder = folder;
        Directory.CreateDirectory(folder);
        var list = Path.Combine(folder, List);
        var lines = File.Exists(list) ? File.ReadAllLines(list) : [];
        before = [.. lines.Where(each => each.Length > 0 && each[0] != '#')];
        marks = lines.Where(each => each.StartsWith(Kept, StringComparison.Ordinal)).Select(each => each[Kept.Length..]).ToHashSet(StringComparer.Ordinal);
        Release = lines.FirstOrDefault(each => each.StartsWith(Latest, StringComparison.Ordinal))?[Latest.Length..];
    }

    /// <summary>The release that the folder was last built of; null when it holds none.</summary>
    public string? Release { get; }

    /// <summary>Whether a file is written, by this build or by an earlier one that it keeps.</summary>
    public bool Holds(string path) => files.Contains(path);

    /// <summary>Writes a file, unless it stands there as it is.</summary>
    public void Put(string path, byte[] bytes)
    {
        files.Add(path);
        var full = Path.Combine(folder, path);
        if (!File.Exists(full) || new FileInfo(full).Length != bytes.Length || !File.ReadAllBytes(full).AsSpan().SequenceEqual(bytes))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, bytes);
            written++;
        }
    }

    /// <summary>Keeps what an earlier build wrote under some folders, where it was all of the same making; false when it must be made again.</summary>
    /// <param name="mark">Names everything that these files depend on.</param>
    public bool Keep(string mark, params IReadOnlyList<string> folders)
    {
        if (!marks.Contains(mark) || !folders.SelectMany(HeldUnder).All(each => File.Exists(Path.Combine(folder, each))))
        {
            return false;
        }

        Keep(folders);
        return true;
    }

    /// <summary>Keeps what an earlier build wrote under some folders, whatever it was made of.</summary>
    public void Keep(IReadOnlyList<string> folders) => files.UnionWith(folders.SelectMany(HeldUnder).Where(each => File.Exists(Path.Combine(folder, each))));

    /// <summary>Says that everything is written that a mark names, and may be kept by the next build.</summary>
    public void Mark(string mark) => marksNow.Add(mark);

    /// <summary>What the last build wrote under a folder.</summary>
    public IEnumerable<string> HeldUnder(string under) => before.Where(each => each.StartsWith(under, StringComparison.Ordinal));

    /// <summary>Deletes every file under a folder that this build did not write, also one that a build cut short left behind and no list names.</summary>
    public void Clear(string under)
    {
        var full = Path.Combine(folder, under);
        foreach (var file in Directory.Exists(full) ? Directory.GetFiles(full, "*", SearchOption.AllDirectories) : [])
        {
            if (!files.Contains(Path.GetRelativePath(folder, file).Replace('\\', '/')))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Removes what is no longer part of the site, and writes the list. Only what an earlier build wrote is ever removed.</summary>
    public BuiltSite Finish(string release)
    {
        var removed = before.Where(each => !files.Contains(each) && File.Exists(Path.Combine(folder, each))).ToList();
        removed.ForEach(each => File.Delete(Path.Combine(folder, each)));
        File.WriteAllLines(Path.Combine(folder, List), [Latest + release, .. marksNow.Select(each => Kept + each), .. files]);
        return new(release, files.Count, written, removed.Count);
    }
}
