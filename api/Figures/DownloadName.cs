using System.Text;
using System.Text.RegularExpressions;
using PublicStats.Api.Formats;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Figures;

/// <summary>The name under which a file of figures is saved: the dataset, the question, and the release.</summary>
internal static partial class DownloadName
{
    // In letters. A longer question is cut and gets a digest of itself, so that two questions have two names.
    private const int LongestQuestion = 80;

    /// <summary>A name of ASCII letters, digits, dots and hyphens. Only the whole dataset has the dataset's name alone.</summary>
    public static string Of(FigureSelection figures, IReadOnlyList<KeyValuePair<string, string>> parameters, FigureFormat format)
    {
        var dataset = figures.Dataset;
        var needsWarning = dataset.About.Structure.Illustrative && !dataset.Name.Contains("illustrative", StringComparison.Ordinal);
        var asked = string.Join(
            '-',
            parameters
                .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
                .Select(parameter => Words(parameter.Key, PeriodSpelling.Canonical(parameter.Value)))
        );
        var question = Unsafe().Replace(asked, "-").Trim('-', '.');
        if (question.Length > LongestQuestion)
        {
            question = $"{question[..LongestQuestion].TrimEnd('-', '.')}-{ReleaseManifest.Hash(Encoding.UTF8.GetBytes(asked))[..8]}";
        }

        string[] parts = [dataset.Name, needsWarning ? "illustrative" : "", question, figures.Release.Manifest.Id];
        return string.Join('-', parts.Where(part => part.Length > 0)) + format.Extension;
    }

    private static string Words(string parameter, string value) =>
        parameter switch
        {
            "by" or "frequency" => "by-" + value,
            "cursor" => "from-" + value.Split('.')[^1],
            "limit" => "first-" + value,
            "period" => string.Join('-', value.Split(',').Select(Range)),
            "sort" => "sorted-by-" + string.Join('-', value.Split(',').Select(SortKey)),
            _ => value,
        };

    private static string SortKey(string key) => key.StartsWith('-') ? key[1..] + "-descending" : key;

    private static string Range(string period) =>
        period.Split("..") switch
        {
            ["", var until] => "until-" + until,
            [var since, ""] => "since-" + since,
            var ends => string.Join("-to-", ends),
        };

    // One hyphen for everything that some file system or shell might read as more than a letter.
    [GeneratedRegex("[^A-Za-z0-9.]+")]
    private static partial Regex Unsafe();
}
