using PublicStats.Data.Figures;

namespace PublicStats.Tests.Data.Figures;

public class FigureKeys
{
    [Theory]
    [InlineData("crossings/people/2025", "crossings", "people", "", "2025")]
    [InlineData("arrivals/people/albania/2022-Q3", "arrivals", "people", "albania", "2022-Q3")]
    [InlineData("a/b/c/d+e/total/2024-07-05--2024-07-22", "a", "b", "c d+e total", "2024-07-05--2024-07-22")]
    public void A_key_is_read_into_its_parts_and_written_as_it_was(string text, string dataset, string measure, string codes, string period)
    {
        var key = FigureKey.Parse(text);

        Assert.Equal((dataset, measure, codes, period), (key.Dataset, key.Measure, string.Join(' ', key.Codes), key.Period));
        Assert.Equal(text, key.ToString());
        Assert.Equal(text, $"{key.Dataset}/{key.InDataset}");
        Assert.Equal((dataset, period), (FigureKey.DatasetOf(text), FigureKey.PeriodOf(text)));
        Assert.Equal(FigureKey.Parse(text), key);
        Assert.Equal(FigureKey.Parse(text).GetHashCode(), key.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("crossings")]
    [InlineData("crossings/people")]
    public void A_text_of_fewer_than_three_parts_is_no_key(string text)
    {
        Assert.False(FigureKey.TryParse(text, out _));
        Assert.Throws<FormatException>(() => FigureKey.Parse(text));
        Assert.Equal(text.Split('/')[0], FigureKey.DatasetOf(text));
    }

    [Fact]
    public void Another_period_makes_another_key() =>
        Assert.Equal("crossings/people/2024", (FigureKey.Parse("crossings/people/2025") with { Period = "2024" }).ToString());
}
