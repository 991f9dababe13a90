using System.Text.RegularExpressions;
using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;

namespace PublicStats.Data.Validation;

/// <summary>The sentences of a dataset's measures say the figure, what it is of, and when, and leave no brace in a page.</summary>
internal static partial class SentenceCheck
{
    public static void Check(Dataset dataset, Faults faults)
    {
        var path = $"datasets/{dataset.Name}/datapackage.json";
        foreach (var measure in dataset.Measures)
        {
            if (measure.Sentence is not { } sentence)
            {
                continue;
            }

            var places = Braces().Matches(sentence).Select(match => match.Value);
            foreach (var place in places.Where(place => !FigureSentence.Places.Contains(place)))
            {
                faults.Add(
                    path,
                    1,
                    "measures",
                    $"The sentence of {measure.Name} contains {place}, which nothing is written for.",
                    $"Write one of {string.Join(", ", FigureSentence.Places)}."
                );
            }

            var period = sentence.Contains("{period}", StringComparison.Ordinal) ? "{period}" : "{in period}";
            string[] required = dataset.Dimensions.Count > 0 ? ["{figure}", "{codes}", period] : ["{figure}", period];
            foreach (var place in required.Where(place => !sentence.Contains(place, StringComparison.Ordinal)))
            {
                faults.Add(
                    path,
                    1,
                    "measures",
                    $"The sentence of {measure.Name} does not contain {place}.",
                    "Write it where it belongs in the sentence."
                );
            }
        }

        var unlabelled = dataset.About.Structure.Dimensions.Where(dimension =>
            dimension.Phrase?.Contains("{label}", StringComparison.Ordinal) == false
        );
        foreach (var dimension in unlabelled)
        {
            faults.Add(
                path,
                1,
                "dimensions",
                $"The phrase of {dimension.Name} does not contain {{label}}.",
                "Write {label} where the code's label belongs."
            );
        }
    }

    // A brace alone is one too.
    [GeneratedRegex(@"\{[^{}]*\}|[{}]")]
    private static partial Regex Braces();
}
