using System.Text.Json;
using PublicStats.Data.Importing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Data.Importing;

/// <summary>The publisher's mark of a revised row, in a column of its own.</summary>
public sealed class PublisherMarks : IDisposable
{
    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_mark_that_an_older_import_wrote_into_the_note_moves_into_its_column()
    {
        File.WriteAllText(
            folder.Of("datasets/crossings/figures.csv"),
            ImportedFigures
                .Crossings.Replace("publisher_mark,note", "note", StringComparison.Ordinal)
                .Replace(",p,,\n", ",p,\n", StringComparison.Ordinal)
                .Replace(",x,,\n", ",x,\n", StringComparison.Ordinal)
                .Replace(",p,revised,\n", ",p,Marked as revised by the publisher. Late.\n", StringComparison.Ordinal)
        );

        var import = Write(folder.Good(), "crossings");

        Assert.Equal(ImportedFigures.Crossings.Replace("revised,\n", "revised,Late.\n", StringComparison.Ordinal), folder.Figures());
        Assert.Equal((0, 0), (import.Datasets[0].Revised, import.Datasets[0].Reworded));
        Assert.Empty(import.Datasets[0].WordsDropped);
    }

    [Fact]
    public void The_descriptor_gains_the_column_that_an_import_adds()
    {
        Write(folder.Good(), "crossings");

        using var descriptor = JsonDocument.Parse(File.ReadAllText(folder.Of("datasets/crossings/datapackage.json")));
        var fields = descriptor.RootElement.GetProperty("resources")[0].GetProperty("schema").GetProperty("fields").EnumerateArray();
        Assert.Equal(ImportedFigures.Crossings.Split('\n')[0].Split(','), fields.Select(field => field.GetProperty("name").GetString()));
        Assert.DoesNotContain(
            Write(folder.Good(people: "121"), "crossings").Files,
            file => file.Path.EndsWith("datapackage.json", StringComparison.Ordinal)
        );
    }

    private ImportResult Write(string file, params string[] datasets)
    {
        var import = folder.Import(file, datasets);
        Assert.Empty(import.Faults);
        Assert.Empty(ImportWriting.Write(folder.Data, import).Faults);
        return import;
    }
}
