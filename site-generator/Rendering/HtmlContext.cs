using System.Collections.Concurrent;
using System.Globalization;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;
using Scriban.Syntax;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>
/// What a template may use: the members of its model, and three functions. <c>link</c> gives the address of a link, <c>include</c>
/// writes a model with another template, and <c>slot</c> is where a preview adds something. Scriban's own
/// functions are left out, so that a template holds no logic.
/// </summary>
internal sealed class HtmlContext : TemplateContext
{
    private static readonly ConcurrentDictionary<Type, IObjectAccessor> Members = new();

    // The same for every context: importing a function reads its parameters, which takes longer than writing a small template.
    private static readonly ScriptObject Functions = ImportFunctions();

    private readonly object model;
    private readonly Func<string, string> link;
    private readonly Func<string, object, Markup> include;
    private readonly Func<string, Markup?> slot;

    public HtmlContext(object model, Func<string, string> link, Func<string, object, Markup> include, Func<string, Markup?> slot)
        : base(Functions)
    {
        (this.model, this.link, this.include, this.slot) = (model, link, include, slot);
        AutoIndent = false;
        EnableRelaxedMemberAccess = false;
        LimitToString = 0;
        LoopLimit = 0;
        NewLine = "\n";
        StrictVariables = true;
        TryGetVariable = Member;
    }

    /// <summary>Writes a value: HTML as it is, and everything else encoded.</summary>
    public override TemplateContext Write(SourceSpan span, object? textAsObject) =>
        textAsObject switch
        {
            null => this,
            Markup markup => Write(markup.Html),
            string text => Write(Html.Text(text)),
            IFormattable value => Write(Html.Text(value.ToString(null, CultureInfo.InvariantCulture))),
            _ => base.Write(span, textAsObject),
        };

    // Scriban reads a type's members again in each context. They are the same for the life of the process.
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) =>
        target is IScriptObject
            ? base.GetMemberAccessorImpl(target)
            : Members.GetOrAdd(target.GetType(), static type => new TypedObjectAccessor(type, null, StandardMemberRenamer.Default));

    private bool Member(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value) =>
        GetMemberAccessor(model).TryGetValue(context, span, model, variable.Name, out value);

    private static ScriptObject ImportFunctions()
    {
        var functions = new ScriptObject();
        functions.Import("link", (TemplateContext context, string address) => ((HtmlContext)context).link(address));
        functions.Import("include", (TemplateContext context, string path, object of) => ((HtmlContext)context).include(path, of));
        functions.Import("slot", (TemplateContext context, string name) => ((HtmlContext)context).slot(name));
        functions.IsReadOnly = true;
        return functions;
    }
}
