using System.Xml.Linq;
using PublicStats.Tests.Infra;

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
            .Load(RepositoryFiles.PathOf(project))
            .Descendants("ProjectReference")
            .Select(element => Path.GetFileNameWithoutExtension(element.Attribute("Include")!.Value));

        Assert.Equal(below, string.Join(',', references));
    }

    [Theory]
    [InlineData("PublicStats.Data", "Microsoft.AspNetCore.|System.Net.Http.|System.Console.|System.TimeZoneInfo.|Scriban.")]
    [InlineData("PublicStats.Data", "Markdig.Markdown.ToHtml|Markdig.Renderers.")]
    [InlineData("PublicStats.Data", "System.DateTime.get_Now|System.DateTime.get_UtcNow|System.DateTimeOffset.get_UtcNow")]
    [InlineData("PublicStats.Api", "PublicStats.Data.Reading.|PublicStats.Data.Validation.|System.TimeZoneInfo.|Markdig.|Scriban.")]
    public void A_project_uses_nothing_that_belongs_to_another(string assembly, string others) =>
        Assert.DoesNotContain(
            CompiledTypes.UsesIn(assembly),
            use => others.Split('|').Any(other => $"{use.Used}.".StartsWith(other, StringComparison.Ordinal))
        );

    [Fact]
    public void The_api_writes_no_page() =>
        Assert.DoesNotContain(
            RepositoryFiles.Sources("api", "*.cs"),
            source => File.ReadAllText(source).Contains("text/html", StringComparison.Ordinal)
        );

    [Fact]
    public void The_top_level_is_as_designed() =>
        Assert.Equal(
            ["api", "data", "site-generator", "tests"],
            Directory
                .GetDirectories(RepositoryFiles.Root)
                .Select(folder => Path.GetFileName(folder))
                .Where(name => name[0] != '.' && name is not ("dist" or "TestResults"))
                .Order(StringComparer.Ordinal)
        );
}
