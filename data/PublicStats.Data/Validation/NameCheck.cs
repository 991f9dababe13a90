using PublicStats.Data.Datasets;
using PublicStats.Data.Files;

namespace PublicStats.Data.Validation;

/// <summary>Names that are parts of addresses are in lower case, as every address is.</summary>
internal static class NameCheck
{
    private const string Cure = "Write it in small ASCII letters, digits and hyphens, beginning with a letter or a digit.";

    public static void Check(Dataset dataset, Faults faults)
    {
        var path = $"datasets/{dataset.Name}/datapackage.json";
        var about = dataset.About;
        Check(path, "name", [dataset.Name], faults);
        Check(path, "dimensions", dataset.Dimensions.Select(dimension => dimension.Name), faults);
        Check(path, "measures", about.Structure.Measures.Select(measure => measure.Name), faults);
        Check(path, "headlines", about.Presentation.Headlines.Select(headline => headline.Id), faults);
        Check(path, "charts", about.Presentation.Charts.Select(chart => chart.Id), faults);
    }

    private static void Check(string path, string part, IEnumerable<string> names, Faults faults)
    {
        foreach (var name in names.Where(name => !IsName(name)))
        {
            faults.Add(path, 1, part, $"\"{name}\" cannot be part of an address.", Cure);
        }
    }

    private static bool IsName(string name) =>
        name.Length > 0
        && name[0] != '-'
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
