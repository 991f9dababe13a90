using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Validation;

/// <summary>Nothing lies in the folder of which an editor could believe that it is published, and is not; and no file is published by
/// accident.</summary>
internal static class FolderCheck
{
    /// <summary>Checks the files that are no part of a publication. Needs nothing to have been read.</summary>
    public static void Unused(FileSet files, Faults faults)
    {
        foreach (var path in files.Unused)
        {
            faults.Add(
                path,
                1,
                "file",
                "The file is not used: nothing of it would be published.",
                path.Split('/') switch
                {
                    ["pages", ..] => "Copy its text into a file that ends in .md, beside it, and take this one out of pages.",
                    ["datasets", _] => "Put it into the folder of its dataset, or take it out.",
                    _ => "Take it out of the folder. A dataset has figures.csv, a file for each dimension, datapackage.json, import.json "
                        + "and notes.md.",
                }
            );
        }
    }

    /// <summary>Checks the folders of datasets against what publication.json and the descriptors name.</summary>
    public static void Check(FileSet files, Publication publication, Faults faults)
    {
        var line = Descriptor.Parts(files, "publication.json")?.Member("datasets")?.Line ?? 1;
        var folders = files
            .Paths.Where(path => path.StartsWith("datasets/", StringComparison.Ordinal))
            .Select(path => path.Split('/')[1])
            .Distinct();
        foreach (var folder in folders.Where(folder => publication.Find(folder) is null))
        {
            faults.Add(
                "publication.json",
                line,
                "datasets",
                $"datasets/{folder} is not named here, so it would not be published.",
                $"Add \"{folder}\" to the list, or take the folder out of datasets."
            );
        }

        foreach (var dataset in publication.Datasets)
        {
            var under = $"datasets/{dataset.Name}/";
            string[] named = [under + "figures.csv", .. dataset.Dimensions.Select(dimension => $"{under}{dimension.Name}.csv")];
            foreach (
                var path in files.Paths.Where(path =>
                    path.StartsWith(under, StringComparison.Ordinal)
                    && path.EndsWith(".csv", StringComparison.Ordinal)
                    && !named.Contains(path)
                )
            )
            {
                faults.Add(
                    path,
                    1,
                    "file",
                    "The file is neither figures.csv nor the codes of a dimension, and would be sealed with the rest.",
                    "Take it out of the folder, or name the dimension in datapackage.json."
                );
            }
        }
    }
}
