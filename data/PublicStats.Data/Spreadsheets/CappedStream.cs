namespace PublicStats.Data.Spreadsheets;

/// <summary>Counts what is really read of a packed part, and stops when it is more than a spreadsheet can be.</summary>
internal sealed class CappedStream(Stream inner, long packed) : Stream
{
    private long read;
    private long marked;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    /// <summary>One tag or text has been read: the next is counted from here.</summary>
    public void Mark() => marked = read;

    /// <summary>
    /// Refuses what is too much. Asked of the size that the file states, which may be a lie, and then of every byte read.
    /// </summary>
    public static void Check(long unpacked, long packed)
    {
        if (unpacked > SheetLimits.PartBytes)
        {
            throw BrokenSpreadsheetException.TooLarge($"unpacked, it holds more than {SheetLimits.PartBytes / 1_000_000} MB");
        }

        if (unpacked > SheetLimits.RatioFrom && unpacked / SheetLimits.Ratio > packed)
        {
            throw BrokenSpreadsheetException.TooLarge($"unpacked, it becomes more than {SheetLimits.Ratio} times larger");
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        read += count;
        Check(read, packed);
        if (read - marked > SheetLimits.NodeBytes)
        {
            throw BrokenSpreadsheetException.TooLarge($"one of its cells or tags holds more than {SheetLimits.NodeBytes / 1_000_000} MB");
        }

        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
