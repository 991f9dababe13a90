using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace PublicStats.Data.Drafts;

/// <summary>How the lines of one text differ from those of another.</summary>
internal static class LineDiff
{
    // Not DiffPlex's own chunker of lines: in a merge, a carriage return is part of its line.
    private static readonly CustomFunctionChunker Lines = new(text => text.Split('\n'));

    /// <summary>The places where two texts differ, in order: the lines removed from the first, and those added by the second.</summary>
    public static IEnumerable<DiffBlock> Compare(IReadOnlyList<string> was, IReadOnlyList<string> now) =>
        was.Count == 0 || now.Count == 0
            ? [new(0, was.Count, 0, now.Count)]
            : Differ
                .Instance.CreateDiffs(string.Join('\n', was), string.Join('\n', now), ignoreWhiteSpace: false, ignoreCase: false, Lines)
                .DiffBlocks;
}
