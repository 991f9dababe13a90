using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Validation;

/// <summary>
/// A figure is written with its publisher's own word for the bound. This is checked in working files only: releases sealed before there was
/// a column for the word are read as they are.
/// </summary>
internal static class BoundWordCheck
{
    public static void Check(Dataset dataset, FiguresCsvLines lines, Faults faults)
    {
        for (var row = 0; row < dataset.Figures.Count; row++)
        {
            var figure = dataset.Figures[row];
            if (figure.Attributes is { BoundWord: null, Quote: { } quote } && BoundWord.Unnamed(quote, figure.Bound) is { } word)
            {
                faults.Add(
                    lines.Path,
                    lines.Of(figure.Key),
                    "bound_word",
                    $"The quote says \"{word}\", and the figure would be written with \"{figure.Bound.Word()}\".",
                    $"Write {word} in the column bound_word."
                );
            }
        }
    }
}
