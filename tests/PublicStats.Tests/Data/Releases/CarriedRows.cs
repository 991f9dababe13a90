using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Data.Releases;

/// <summary>How a correction of a list reaches a release that waits.</summary>
public class CarriedRows
{
    [Fact]
    public void A_row_is_the_same_row_when_its_first_cell_has_quotation_marks()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-02 12:00");
        folder.Clock.SetUtcNow(new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero));
        File.AppendAllText(folder.Of("sources.csv"), "other,Another Book,The Publisher,2026-02-01,https://sample.example/other,\n");
        folder.Publish("2026-03-09 09:30", "Waits");
        TwoOffices.Replace(folder, "sources.csv", "book,The Book,", "\"book\",The Great Book,");

        var words = new CorrectionWords("The title was wrong.", "A slip.", "Whoever looked for the book.");
        var done = folder.Workflow.Correct(new(null, "Correction", words, "editor", new([], ["sources.csv"])));

        Assert.Empty(done.Faults);
        Assert.Equal(
            ["The Great Book", "Another Book"],
            folder.Store.Open(folder.Store.History().Releases[^1]).Publication.Sources.Select(source => source.Title)
        );
    }
}
