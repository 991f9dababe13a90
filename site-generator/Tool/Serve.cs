using System.CommandLine;

namespace PublicStats.SiteGenerator.Tool;

internal static class Serve
{
    public static Command Verb(Option<string> _) => new("serve", "x");
}
