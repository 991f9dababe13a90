using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PublicStats.Data.Files;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Tells a person what was done, in lines, or a program, as one JSON object when <c>--json</c> is given. Never both.</summary>
internal sealed class CommandOutput(bool json)
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Back to the line's beginning, and away with what stands on it.
    private const string Wiped = "\r\u001b[K";

    private readonly JsonObject members = [];
    private bool isAtWork;

    public static CommandOutput Of(ParseResult parsed) => new(parsed.GetValue(PublicStatsTool.Json));

    /// <summary>Whether a program listens.</summary>
    public bool IsJson => json;

    /// <summary>A member of the JSON object.</summary>
    public CommandOutput Json<T>(string name, T value)
    {
        members[name] = value is JsonNode node ? node : JsonSerializer.SerializeToNode(value);
        return this;
    }

    /// <summary>A line for a person.</summary>
    public void Line(string text = "")
    {
        if (!json)
        {
            EndProgress();
            Console.WriteLine(text);
        }
    }

    /// <summary>What long work is at, on one line that the next one takes the place of; nothing where nobody watches.</summary>
    public void Progress(string text)
    {
        if (!json && !Console.IsErrorRedirected && !Console.IsOutputRedirected)
        {
            Console.Error.Write($"{Wiped}{text}");
            isAtWork = true;
        }
    }

    /// <summary>What to do next.</summary>
    public void Next(string command) => WriteLabelled("Next", command, "next");

    /// <summary>How to undo it.</summary>
    public void Undo(string command) => WriteLabelled("Undo", command, "undo");

    /// <summary>A text as it is typed after an option, so that the shell hands it on unchanged.</summary>
    public static string Quoted(string text) =>
        OperatingSystem.IsWindows() ? $"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\""
        : text.AsSpan().ContainsAny("\"$`\\!") ? $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'"
        : $"\"{text}\"";

    /// <summary>Ends well.</summary>
    public int End() => Write(ExitCode.Success);

    /// <summary>Ends with faults, each with its place and cure.</summary>
    public int Faults(IReadOnlyList<Fault> faults, string folder)
    {
        if (json)
        {
            Json(
                "faults",
                new JsonArray([
                    .. faults.Select(fault =>
                        JsonSerializer.SerializeToNode(
                            new
                            {
                                file = fault.File,
                                line = Math.Max(fault.Line, 1),
                                column = fault.Column,
                                problem = fault.Problem,
                                cure = fault.Cure,
                            }
                        )
                    ),
                ])
            );
            return Write(ExitCode.Failure);
        }

        var here = PublicStatsTool.Here(folder);
        foreach (var fault in faults)
        {
            Console.Error.WriteLine(Typed(fault) ?? $"{here}/{fault}");
        }

        Console.Error.WriteLine();
        Console.Error.WriteLine(
            faults.Count == 1 ? "1 fault. Nothing was sealed or changed." : $"{faults.Count} faults. Nothing was sealed or changed."
        );
        return ExitCode.Failure;
    }

    /// <summary>Ends because something failed.</summary>
    public int Failure(string message, int code = ExitCode.Failure)
    {
        if (!json)
        {
            EndProgress();
            Console.Error.WriteLine(message);
            return code;
        }

        return Json("failure", message).Write(code);
    }

    /// <summary>Asks before what cannot be undone. Nobody who cannot answer is asked: a script says <c>--yes</c>.</summary>
    public bool Agreed(string question, bool yes)
    {
        if (yes || json || Console.IsInputRedirected)
        {
            return yes;
        }

        Console.Write($"{question} [y/N] ");
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }

    /// <summary>Ends because nobody said yes, and says how to say it where nobody could be asked.</summary>
    /// <param name="nothing">What was not done, as a sentence.</param>
    public int NotConfirmed(string nothing) =>
        Failure(
            json || Console.IsInputRedirected ? $"{nothing} Nobody could be asked: to go on, add --yes." : nothing,
            ExitCode.NotConfirmed
        );

    /// <summary>Ends with an exit code.</summary>
    public int Write(int code)
    {
        if (json)
        {
            Console.WriteLine(Json("exitCode", code).members.ToJsonString(Indented));
        }

        return code;
    }

    private void EndProgress()
    {
        if (isAtWork)
        {
            Console.Error.Write(Wiped);
            isAtWork = false;
        }
    }

    // What stands in the way of an act was typed, and not in a file: it is told by what was typed.
    private static string? Typed(Fault fault) =>
        fault.File != "releases" && !fault.File.StartsWith("releases/", StringComparison.Ordinal) ? null
        : fault.Column is "release" or "key" ? $"{fault.Problem} {fault.Cure}"
        : $"--{fault.Column}: {fault.Problem} {fault.Cure}";

    private void WriteLabelled(string word, string command, string name)
    {
        Json(name, command);
        Line($"{word}: {command}");
    }
}
