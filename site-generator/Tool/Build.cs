using System.CommandLine;

namespace PublicStats.SiteGenerator.Tool;

internal static class Build
{
    public static Command Verb(Option<string> _) => new("build", "x");
}
