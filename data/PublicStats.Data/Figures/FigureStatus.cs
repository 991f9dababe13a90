namespace PublicStats.Data.Figures;

/// <summary>Why a value is missing, or how sure it is. Several may stand together.</summary>
[Flags]
public enum FigureStatus : ushort
{
    /// <summary>Nothing to say of the value.</summary>
    None = 0,

    /// <summary><c>p</c>: expected to be revised.</summary>
    Provisional = 1,

    /// <summary><c>r</c>: its value has changed since it was first published here. Set by comparing releases, never by hand.</summary>
    Revised = 2,

    /// <summary><c>e</c>: estimated.</summary>
    Estimated = 4,

    /// <summary><c>u</c>: of low reliability.</summary>
    LowReliability = 8,

    /// <summary><c>i</c>: invented to show the form, not a published figure.</summary>
    Illustrative = 16,

    /// <summary><c>c</c>: withheld so that nobody can be identified. No value.</summary>
    Confidential = 32,

    /// <summary><c>x</c>: not available. No value; never zero.</summary>
    NotAvailable = 64,

    /// <summary><c>z</c>: not applicable. No value.</summary>
    NotApplicable = 128,

    /// <summary><c>low</c>: above zero, but rounds to zero. No value.</summary>
    Low = 256,
}

/// <summary>The codes and meanings of statuses, in the Government Analysis Function's shorthand.</summary>
public static class FigureStatuses
{
    private static readonly (FigureStatus Status, string Code, string Meaning)[] All =
    [
        (FigureStatus.Provisional, "p", "provisional: may be revised"),
        (FigureStatus.Revised, "r", "revised since it was first published here"),
        (FigureStatus.Estimated, "e", "estimated"),
        (FigureStatus.LowReliability, "u", "of low reliability"),
        (FigureStatus.Illustrative, "i", "illustrative: invented to show the form, not a published figure"),
        (FigureStatus.Confidential, "c", "confidential: withheld so that nobody can be identified"),
        (FigureStatus.NotAvailable, "x", "not available"),
        (FigureStatus.NotApplicable, "z", "not applicable"),
        (FigureStatus.Low, "low", "above zero, but rounds to zero"),
    ];

    private const FigureStatus AbsentMask =
        FigureStatus.Confidential | FigureStatus.NotAvailable | FigureStatus.NotApplicable | FigureStatus.Low;

    /// <summary>Every code, in the order in which they are written.</summary>
    public static IReadOnlyList<string> AllCodes { get; } = [.. All.Select(pair => pair.Code)];

    // Statuses are few combinations, read at every figure of every answer.
    private static readonly string[][] CodesByValue =
    [
        .. Enumerable
            .Range(0, 512)
            .Select(value => All.Where(pair => ((FigureStatus)value & pair.Status) != 0).Select(pair => pair.Code).ToArray()),
    ];

    /// <summary>The codes of a status, in their written order: <c>p</c>, <c>r</c>.</summary>
    public static IReadOnlyList<string> Codes(this FigureStatus status) => CodesByValue[(int)status & 511];

    /// <summary>The codes of a status with a space between, as files write them; empty for none.</summary>
    public static string Written(this FigureStatus status) => string.Join(' ', CodesByValue[(int)status & 511]);

    /// <summary>What a single code means, in words for readers; null for a code that does not exist.</summary>
    public static string? Meaning(string code) => All.FirstOrDefault(pair => pair.Code == code).Meaning;

    /// <summary>Whether the status says why there is no value.</summary>
    public static bool IsAbsent(this FigureStatus status) => (status & AbsentMask) != 0;

    /// <summary>The code in place of a value, such as <c>c</c>; null when there is a value.</summary>
    public static string? AbsentCode(this FigureStatus status) => status.IsAbsent() ? CodesByValue[(int)(status & AbsentMask)][0] : null;

    /// <summary>Reads codes with single spaces between; an empty text is none.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out FigureStatus status)
    {
        status = FigureStatus.None;
        if (text.IsEmpty)
        {
            return true;
        }

        foreach (var part in text.Split(' '))
        {
            if (One(text[part]) is not { } one || (status & one) != 0)
            {
                return false;
            }

            status |= one;
        }

        return true;
    }

    private static FigureStatus? One(ReadOnlySpan<char> code)
    {
        foreach (var pair in All)
        {
            if (code.SequenceEqual(pair.Code))
            {
                return pair.Status;
            }
        }

        return null;
    }
}
