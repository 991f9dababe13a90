namespace PublicStats.Data.Figures;

/// <summary>
/// That a publisher marks a figure as revised. In <c>figures.csv</c> it is the word <c>revised</c> in a column of its own. Files and
/// releases of older versions have it as a sentence at the start of the note.
/// </summary>
public static class PublisherMark
{
    /// <summary>The column of <c>figures.csv</c>.</summary>
    public const string Column = "publisher_mark";

    /// <summary>The only word that the column may hold.</summary>
    public const string Revised = "revised";

    /// <summary>What a reader sees, in front of the figure's note.</summary>
    public const string Sentence = "Marked as revised by the publisher.";

    /// <summary>The cell and the note of a row, with the sentence of an older file read as a mark.</summary>
    /// <param name="cell">The cell of the column; empty where there is none.</param>
    /// <param name="note">The note as the file has it; empty where there is none.</param>
    public static (string Cell, string Note) Read(string cell, string note) =>
        note == Sentence || note.StartsWith(Sentence + " ", StringComparison.Ordinal)
            ? (Revised, note[Sentence.Length..].TrimStart())
            : (cell, note);
}
