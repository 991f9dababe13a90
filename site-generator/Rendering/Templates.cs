using System.Text;
using PublicStats.Data.Files;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>
/// The HTML of the pages, in Scriban. A template writes the members of one model, in snake case, and encodes each of them but
/// <see cref="Markup"/>. A name that the model does not have is a fault.
/// </summary>
public sealed class Templates
{
    private const string Folder = "site-generator/";

    private static readonly Lazy<Templates> Shared = new(() => new(ReadEmbedded()));

    private readonly Dictionary<string, Template> parsed = new(StringComparer.Ordinal);

    /// <summary>Reads templates.</summary>
    /// <param name="sources">The text of each, by its path from the folder of the program: <c>Pages/Dataset/dataset.html</c>.</param>
    /// <exception cref="TemplateFaultException">One or more cannot be read. It names all of their faults.</exception>
    public Templates(IReadOnlyDictionary<string, string> sources)
    {
        var faults = new List<Fault>();
        foreach (var (path, text) in sources.OrderBy(source => source.Key, StringComparer.Ordinal))
        {
            var template = Template.Parse(text.ReplaceLineEndings("\n"), path);
            if (template.HasErrors)
            {
                faults.AddRange(template.Messages.Where(message => message.Type == ParserMessageType.Error).Select(FaultOf));
            }

            parsed[path] = template;
        }

        if (faults.Count > 0)
        {
            throw new TemplateFaultException(faults);
        }
    }

    /// <summary>The templates of this program, each read once.</summary>
    /// <exception cref="TemplateFaultException">One or more cannot be read.</exception>
    public static Templates Embedded => Shared.Value;

    /// <summary>Writes a model with a template.</summary>
    /// <param name="path">Of the template: <c>Pages/Dataset/dataset.html</c>.</param>
    /// <param name="link">Gives the address that a link to a live address has on the page: <c>{{ link "/" }}</c>.</param>
    /// <param name="slot">Gives what a preview adds at a place of the page: <c>{{ slot "charts" }}</c>. Null to add nothing.</param>
    /// <exception cref="TemplateFaultException">The template does not fit the model, or there is no such template.</exception>
    public Markup Render(string path, object model, Func<string, string> link, Func<string, Markup?>? slot = null)
    {
        if (!parsed.TryGetValue(path, out var template))
        {
            throw new TemplateFaultException([FaultAt(path, 0, "There is no such template.", "Add the file, or correct its path.")]);
        }

        var context = new HtmlContext(model, link, (part, of) => Render(part, of, link, slot), slot ?? (_ => null));
        try
        {
            return new(template.Render(context));
        }
        catch (ScriptRuntimeException exception) when (exception.InnerException is TemplateFaultException fault)
        {
            throw new TemplateFaultException(fault.Faults, exception);
        }
        catch (ScriptRuntimeException exception)
        {
            throw new TemplateFaultException([FaultOf(exception)], exception);
        }
    }

    private static Fault FaultOf(LogMessage message) =>
        FaultAt(
            message.Span.FileName,
            message.Span.Start.Line + 1,
            Sentence(message.Message),
            $"Correct the template at column {message.Span.Start.Column + 1}."
        );

    private static Fault FaultOf(ScriptRuntimeException exception) =>
        FaultAt(
            exception.Span.FileName,
            exception.Span.Start.Line + 1,
            Sentence(exception.OriginalMessage),
            $"Correct the name in the template, or add it to its model in {Path.GetDirectoryName(exception.Span.FileName)}."
        );

    private static Fault FaultAt(string path, int line, string problem, string cure) =>
        new(new FilePlace(Folder + path, line, "template"), problem, cure);

    private static string Sentence(string message) => message.TrimEnd('.', ' ') + ".";

    private static Dictionary<string, string> ReadEmbedded() =>
        EmbeddedFile
            .Names.Where(name => name.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(name => name, name => Encoding.UTF8.GetString(EmbeddedFile.Read(name)), StringComparer.Ordinal);
}
