using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicStats.Data.Files;
using Spectre.Console;

namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>Writes what a command did: lines for a person or, with <c>--json</c>, one JSON object for a program. Never both.</summary>
internal sealed class CommandOutput(bool json)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject members = [];

    public static CommandOutput Of(ParseResult parsed) => new(parsed.GetValue(GlobalOptions.Json));

    /// <summary>Whether <c>--json</c> was given.</summary>
    public bool IsJson => json;

    /// <summary>Adds a member to the JSON object.</summary>
    public CommandOutput Json<T>(string name, T value)
    {
        members[name] = value is JsonNode node ? node : JsonSerializer.SerializeToNode(value);
        return this;
    }

    /// <summary>Writes one message. It wraps in a terminal. Redirected, it is one line, so that programs can search it.</summary>
    /// <param name="command">A command that the message ends with. It never wraps, so that it can be copied; null for none.</param>
    public void Line(string text = "", string? command = null, int indent = 0)
    {
        if (json)
        {
            return;
        }

        var width = TextLayout.MessageWidth;
        if (command is null || indent + text.Length + 1 + command.Length <= width)
        {
            Write(TextLayout.Wrap(command is null ? text : $"{text} {command}", width, indent));
            return;
        }

        Write(TextLayout.Wrap(text, width, indent));
        Command(command, indent + 2);
    }

    /// <summary>Writes a command that a person may copy. It never wraps.</summary>
    public void Command(string command, int indent = 0) => Write([new string(' ', indent) + command]);

    /// <summary>Writes a text that wraps in a terminal, and at 79 columns when redirected.</summary>
    public void Paragraph(string text, int indent = 0) => Write(TextLayout.Wrap(text, TextLayout.ReadingWidth, indent));

    /// <summary>Writes a table.</summary>
    public void Table(IReadOnlyList<Justify> columns, IReadOnlyList<string[]> rows, int indent = 0) =>
        Write(TextLayout.Table(columns, rows, TextLayout.MessageWidth, indent));

    /// <summary>Writes texts beside their labels, wrapped as a <see cref="Paragraph"/> is.</summary>
    public void Labelled(IReadOnlyList<string[]> rows, int indent = 0) =>
        Write(TextLayout.Table([Justify.Left, Justify.Left], rows, TextLayout.ReadingWidth, indent));

    /// <summary>Runs long work. A terminal shows on one line what the work is doing. Redirected, nothing is shown.</summary>
    /// <param name="first">What it does first.</param>
    /// <param name="work">Gets what to call with each next step.</param>
    public async Task<T> WithProgress<T>(string first, Func<Action<string>, Task<T>> work)
    {
        if (json || Console.IsErrorRedirected || Console.IsOutputRedirected)
        {
            return await work(_ => { });
        }

        var console = TextLayout.Plain(Console.Error, AnsiSupport.Detect);
        return await console
            .Status()
            .Spinner(Spinner.Known.Line)
            .StartAsync(Markup.Escape(first), context => work(step => context.Status(Markup.Escape(step))));
    }

    /// <summary>Says what to do next.</summary>
    public void Next(string command) => WriteLabelled("Next", command, "next");

    /// <summary>Says how to undo it.</summary>
    public void Undo(string command) => WriteLabelled("Undo", command, "undo");

    /// <summary>Ends a command that succeeded.</summary>
    public int End() => End(ExitCode.Success);

    /// <summary>Ends with faults, each with its place and cure.</summary>
    /// <param name="nothing">What was not done, as a sentence.</param>
    public int Faults(IReadOnlyList<Fault> found, string folder, string nothing = "Nothing was sealed or changed.")
    {
        var faults = found.Select(AdviceText.Written).ToList();
        if (json)
        {
            return Json(
                    "faults",
                    new JsonArray([
                        .. faults.Select(fault => new JsonObject
                        {
                            ["file"] = (fault.Place as FilePlace)?.File ?? (fault.Place as ArgumentPlace)?.Path,
                            ["line"] = (fault.Place as FilePlace)?.Line ?? 1,
                            ["column"] = fault.Place.Part,
                            ["problem"] = fault.Problem,
                            ["cure"] = fault.Cure,
                        }),
                    ])
                )
                .End(ExitCode.Failure);
        }

        var here = TypedPath.Shorten(folder);
        foreach (var fault in faults)
        {
            WriteError(Written(fault, here));
        }

        WriteError("");
        WriteError($"{(faults.Count == 1 ? "1 fault" : $"{faults.Count} faults")}. {nothing}");
        return ExitCode.Failure;
    }

    /// <summary>Ends because something failed.</summary>
    public int Failure(string message, int code = ExitCode.Failure)
    {
        if (json)
        {
            return Json("failure", message).End(code);
        }

        WriteError(message);
        return code;
    }

    /// <summary>Writes a message to the error stream. Nothing with <c>--json</c>.</summary>
    public void WriteError(string message)
    {
        foreach (var line in json ? [] : TextLayout.Wrap(message, TextLayout.ErrorWidth))
        {
            Console.Error.WriteLine(line);
        }
    }

    /// <summary>Asks before an act. Without a terminal nobody is asked, and only <c>--yes</c> agrees.</summary>
    public bool Agreed(string question, bool yes)
    {
        if (yes || json || Console.IsInputRedirected)
        {
            return yes;
        }

        var lines = TextLayout.Wrap($"{question} [y/N]", TextLayout.ReadingWidth);
        Write(lines[..^1]);
        Console.Write($"{lines[^1]} ");
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }

    /// <summary>Ends because nobody agreed. Where nobody could be asked, names <c>--yes</c>.</summary>
    /// <param name="nothing">What was not done, as a sentence.</param>
    public int NotConfirmed(string nothing) =>
        Failure(
            json || Console.IsInputRedirected ? $"{nothing} Nobody could be asked: to go on, add --yes." : nothing,
            ExitCode.NotConfirmed
        );

    /// <summary>Ends with an exit code. With <c>--json</c>, writes the JSON object.</summary>
    public int End(int code)
    {
        if (json)
        {
            Console.WriteLine(Json("exitCode", code).members.ToJsonString(Indented));
        }

        return code;
    }

    /// <summary>A fault as a person reads it: an argument by its option, anything else by its file.</summary>
    /// <param name="folder">The publication's folder, as it is seen from the current one.</param>
    private static string Written(Fault fault, string folder) =>
        fault.Place switch
        {
            ArgumentPlace { Name: "release" or "key" } => fault.Text,
            ArgumentPlace argument => $"--{argument.Name}: {fault.Text}",
            SheetPlace => fault.ToString(),
            _ => $"{folder}/{fault}",
        };

    private void WriteLabelled(string word, string command, string name)
    {
        Json(name, command);
        Line($"{word}:", command);
    }

    private void Write(IEnumerable<string> lines)
    {
        foreach (var line in json ? [] : lines)
        {
            Console.WriteLine(line);
        }
    }
}
