using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Build;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>Explains in a sentence or two why a command failed.</summary>
public static class Failures
{
    /// <summary>The message for an exception that ended a command.</summary>
    /// <param name="verbose">Adds the stack trace.</param>
    public static string Sentence(Exception exception, bool verbose)
    {
        var said = IsExpected(exception)
            ? Disk(exception)
            : $"publicstats failed: {Ended(exception.Message)} This is a fault in the program, not in your files. "
                + "An act that publicstats log does not list has not happened."
                + (verbose ? "" : " Run the command again with --verbose, and send what it says to whoever looks after the program.");
        return verbose ? $"{said}{Environment.NewLine}{exception}" : said;
    }

    /// <summary>The system's message about a file or folder, as a sentence.</summary>
    public static string Disk(Exception exception) => Ended(exception.Message);

    // These exceptions have messages written for the person at the keyboard.
    private static bool IsExpected(Exception exception) =>
        exception
            is IOException
                or UnauthorizedAccessException
                or BrokenReleaseException
                or OutputRefusedException
                or TemplateFaultException;

    private static string Ended(string message) => message.TrimEnd() is var text && text.EndsWith('.') ? text : text + ".";
}
