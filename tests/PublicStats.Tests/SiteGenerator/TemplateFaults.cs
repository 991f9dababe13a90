using PublicStats.Data.Files;
using PublicStats.SiteGenerator.CommandLine;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>A fault in a template is reported with file, line and cure, and no page is made with it.</summary>
public class TemplateFaults
{
    private const string Page = "Pages/Visit/visit.html";

    [Fact]
    public void Every_template_that_cannot_be_read_is_named_with_its_line()
    {
        var exception = Assert.Throws<TemplateFaultException>(() =>
            new Templates(
                new Dictionary<string, string>
                {
                    [Page] = "<h1>{{ heading }}</h1>\n{{ if heading }}\n",
                    ["parts/note.html"] = "<p>\n{{ note | }}</p>\n",
                }
            )
        );

        Assert.Equal(
            [("site-generator/Pages/Visit/visit.html", 2), ("site-generator/parts/note.html", 2)],
            exception.Faults.Select(fault => (FilePlace)fault.Place).Select(place => (place.File, place.Line)).Distinct()
        );
        Assert.All(exception.Faults, fault => Assert.StartsWith("Correct the template at column ", fault.Cure, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<h1>\n{{ heeding }}</h1>", 2, "heeding")]
    [InlineData("\n\n{{ visit.naem }}", 3, "naem")]
    [InlineData("{{ include 'parts/other.html' visit }}", 1, "parts/other.html")]
    [InlineData("{{ for visit in heading.visits }}{{ end }}", 1, "visits")]
    public void A_name_that_the_model_does_not_have_is_named_with_its_line(string text, int line, string name)
    {
        var templates = new Templates(new Dictionary<string, string> { [Page] = text });

        var fault = Assert.Single(Assert.Throws<TemplateFaultException>(() => Render(templates, "x")).Faults);

        Assert.Contains(name, fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(line, ((FilePlace)fault.Place).Line);
    }

    [Fact]
    public void A_fault_in_an_included_template_names_that_template()
    {
        var templates = new Templates(
            new Dictionary<string, string> { [Page] = "\n{{ include 'parts/note.html' visit }}", ["parts/note.html"] = "\n\n\n{{ nane }}" }
        );

        var exception = Assert.Throws<TemplateFaultException>(() => Render(templates, "x"));

        Assert.Equal(
            ("site-generator/parts/note.html", 4),
            exception.Faults.Select(fault => (FilePlace)fault.Place).Select(place => (place.File, place.Line)).Single()
        );
        var sentence = Failures.Sentence(exception, verbose: false);
        Assert.StartsWith("site-generator/parts/note.html:4: template: ", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_encodes_every_value_but_markup_and_has_no_function_of_Scriban()
    {
        var templates = new Templates(
            new Dictionary<string, string>
            {
                [Page] = "{{ heading }}|{{ visit.name }}|{{ body }}|{{ link '/a/' }}|{{ include 'parts/note.html' visit }}|{{ nothing }}",
                ["parts/note.html"] = "<b>{{ name }}</b>",
                ["raw.html"] = "{{ heading | html.strip }}",
            }
        );

        Assert.Equal(
            "&lt;a&gt; &quot;b&quot;|&lt;a&gt; &quot;b&quot;|<p>&amp;</p>|/in/a/|<b>&lt;a&gt; &quot;b&quot;</b>|",
            Render(templates, "<a> \"b\"").Html
        );
        Assert.Throws<TemplateFaultException>(() => templates.Render("raw.html", new Model("", new(""), new(""), null), link => link));
    }

    private static Markup Render(Templates templates, string text) =>
        templates.Render(Page, new Model(text, new(text), new("<p>&amp;</p>"), null), link => "/in" + link);

    private sealed record Visit(string Name);

    private sealed record Model(string Heading, Visit Visit, Markup Body, string? Nothing);
}
