using System.Diagnostics.CodeAnalysis;

namespace PublicStats.Data.Figures;

/// <summary>The permanent name of a figure, written <c>crossings/people/2025</c>, or <c>arrivals/people/albania/2022-Q3</c>.</summary>
/// <param name="Dataset">The dataset's name.</param>
/// <param name="Measure">The measure's name.</param>
/// <param name="Codes">A code for each dimension, in the order of the dataset's dimensions. A sum has <c>total</c>, or codes joined with
/// +.</param>
/// <param name="Period">The period's code.</param>
public sealed record FigureKey(string Dataset, string Measure, IReadOnlyList<string> Codes, string Period)
{
    private const char Separator = '/';

    /// <summary>The key without its dataset: measure, codes and period.</summary>
    public string InDataset => string.Join(Separator, [Measure, .. Codes, Period]);

    /// <summary>
    /// Reads a key. A text of fewer than three parts is none. Whether such a dataset, measure, code or period exists is not checked.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out FigureKey? key)
    {
        var parts = text.Split(Separator);
        key = parts.Length < 3 ? null : new(parts[0], parts[1], parts[2..^1], parts[^1]);
        return key is not null;
    }

    /// <summary>Reads a key that is known to be one.</summary>
    /// <exception cref="FormatException">It has fewer than three parts.</exception>
    public static FigureKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"\"{text}\" is no key of a figure.");

    /// <summary>The dataset that a text names, which may be no whole key: all before the first slash, or the whole text.</summary>
    public static string DatasetOf(string text) =>
        text.IndexOf(Separator, StringComparison.Ordinal) is var end && end < 0 ? text : text[..end];

    /// <summary>The period that a text names, which may be no whole key: all after the last slash, or the whole text.</summary>
    public static string PeriodOf(string text) => text[(text.LastIndexOf(Separator) + 1)..];

    /// <inheritdoc/>
    public bool Equals(FigureKey? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The key as files, answers and addresses write it.</summary>
    public override string ToString() => string.Join(Separator, [Dataset, Measure, .. Codes, Period]);
}
