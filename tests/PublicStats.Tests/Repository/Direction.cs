using System.Xml.Linq;

namespace PublicStats.Tests.Repository;

public class Direction
{
    [Theory]
    [InlineData("data/PublicStats.Data/PublicStats.Data.csproj", "")]
    [InlineData("api/PublicStats.Api.csproj", "PublicStats.Data")]
    [InlineData("site-generator/PublicStats.SiteGenerator.csproj", "PublicStats.Api")]
    public void A_project_references_only_the_one_below_it(string project, string below)
    {
        var references = XDocument
            .Load(House.PathOf(project))
            .Descendants("ProjectReference")
            .Select(element => Path.GetFileNameWithoutExtension(element.Attribute("Include")!.Value));

        Assert.Equal(below, string.Join(',', references));
    }

    [Theory]
    [InlineData(
        "data",
        "Microsoft.AspNetCore|System.Net.Http|Console.|DateTime.Now|DateTime.UtcNow|DateTimeOffset.UtcNow|TimeZoneInfo|Markdown.ToHtml|Markdig.Renderers|Scriban",
        "make.cs"
    )]
    [InlineData("api", "PublicStats.Data.Reading|PublicStats.Data.Validation|TimeZoneInfo|Markdig|Scriban|text/html", "-")]
    public void A_room_knows_nothing_of_what_is_not_its_own(string room, string words, string except)
    {
        var found = House
            .Sources(room, "*.cs")
            .Where(source => !source.EndsWith(except, StringComparison.Ordinal))
            .SelectMany(source => words.Split('|').Where(File.ReadAllText(source).Contains).Select(word => $"{source}: {word}"));

        Assert.Empty(found);
    }

    [Fact]
    public void No_source_file_is_over_300_lines() =>
        Assert.DoesNotContain(
            new[] { "data/PublicStats.Data", "api", "site-generator", "tests" }.SelectMany(name => House.Sources(name, "*.cs")),
            name => File.ReadLines(name).Count() > 300
        );

    [Fact]
    public void The_top_level_is_as_designed() =>
        Assert.Equal(
            ["api", "data", "site-generator", "tests"],
            Directory
                .GetDirectories(House.Root)
                .Select(folder => Path.GetFileName(folder))
                .Where(name => name[0] != '.' && name is not ("dist" or "TestResults"))
                .Order(StringComparer.Ordinal)
        );
}
