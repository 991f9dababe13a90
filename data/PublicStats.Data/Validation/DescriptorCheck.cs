using System.Text.Json;
using PublicStats.Data.Datasets;
using PublicStats.Data.Files;

namespace PublicStats.Data.Validation;

/// <summary>
/// Every column of a dataset's files is described, so that ordinary Data Package tools can read and validate the folder as it is.
/// </summary>
internal static class DescriptorCheck
{
    public static void Check(FileSet files, Dataset dataset, Faults faults)
    {
        var folder = $"datasets/{dataset.Name}/";
        using var descriptor = JsonDocument.Parse(files.Open(folder + "datapackage.json"));
        if (!descriptor.RootElement.TryGetProperty("resources", out var resources) || resources.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var resource in resources.EnumerateArray())
        {
            if (
                resource.TryGetProperty("path", out var path)
                && files.Has(folder + path.GetString())
                && resource.TryGetProperty("schema", out var schema)
                && schema.TryGetProperty("fields", out var fields)
            )
            {
                var header = CsvLine.Cells(TextLines.Read(files, folder + path.GetString(), new())![0])!;
                string[] described =
                [
                    .. fields.EnumerateArray().Select(element => element.TryGetProperty("name", out var name) ? name.ToString() : ""),
                ];
                if (!described.SequenceEqual(header))
                {
                    faults.Add(
                        folder + "datapackage.json",
                        1,
                        "resources." + path.GetString(),
                        $"The columns of {path.GetString()} are {string.Join(", ", header)}, and "
                            + $"{string.Join(", ", described)} are described.",
                        "Make schema.fields name each column of the file, in its order."
                    );
                }
            }
        }
    }
}
