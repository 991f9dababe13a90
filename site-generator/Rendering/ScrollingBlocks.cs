using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>Writes a Markdown table in a region that scrolls when the table is wide, and that the keyboard can reach.</summary>
internal sealed class ScrollingTableRenderer : HtmlObjectRenderer<Table>
{
    private int count;

    protected override void Write(HtmlRenderer renderer, Table table)
    {
        count++;
        renderer.EnsureLine();
        var name = "Table " + count.ToString(CultureInfo.InvariantCulture);
        renderer.WriteLine($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{name}\"><table>");
        var rows = table.OfType<TableRow>().ToList();
        Write(renderer, table, "thead", "th", rows.Where(row => row.IsHeader));
        Write(renderer, table, "tbody", "td", rows.Where(row => !row.IsHeader));
        renderer.WriteLine("</table></div>");
    }

    private static void Write(HtmlRenderer renderer, Table table, string part, string tag, IEnumerable<TableRow> rows)
    {
        var any = false;
        foreach (var row in rows)
        {
            renderer.WriteLine(any ? "<tr>" : $"<{part}>\n<tr>");
            any = true;
            foreach (var (i, cell) in row.OfType<TableCell>().Index())
            {
                Write(renderer, cell, tag, i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null);
            }

            renderer.WriteLine("</tr>");
        }

        renderer.Write(any ? $"</{part}>\n" : "");
    }

    private static void Write(HtmlRenderer renderer, TableCell cell, string tag, TableColumnAlign? alignment)
    {
        var style = alignment is { } side ? $" style=\"text-align: {side.ToString().ToLowerInvariant()};\"" : "";
        renderer.Write($"<{tag}{(tag == "th" ? " scope=\"col\"" : "")}{style}>");
        var isImplicit = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = cell.Count == 1;
        renderer.Write(cell);
        renderer.ImplicitParagraph = isImplicit;
        renderer.WriteLine($"</{tag}>");
    }
}

/// <summary>Writes a listing that the keyboard can reach, so that it can be scrolled.</summary>
internal sealed class ScrollingCodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock block)
    {
        renderer.EnsureLine();
        renderer.Write("<pre tabindex=\"0\"><code").WriteAttributes(block).Write('>');
        renderer.WriteLeafRawLines(block, writeEndOfLines: true, escape: true);
        renderer.WriteLine("</code></pre>");
    }
}
