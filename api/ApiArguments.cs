namespace PublicStats.Api;

/// <summary>Refuses arguments that the host builder would ignore in silence.</summary>
internal static class ApiArguments
{
    private static readonly string[] Names = ["data", "urls", "http_ports", "https_ports", "environment"];

    /// <summary>
    /// Checks every name, written --name VALUE or --name=VALUE. A name with a colon is a setting, such as --Logging:LogLevel:Default.
    /// </summary>
    /// <exception cref="ArgumentException">A name is not known, or has no value.</exception>
    public static void Check(IReadOnlyList<string> args)
    {
        for (var i = 0; i < args.Count; i++)
        {
            var end = args[i].IndexOf('=', StringComparison.Ordinal);
            var name = end < 0 ? args[i] : args[i][..end];
            if (!IsKnown(name))
            {
                throw new ArgumentException($"{name} is not known here. Write --data FOLDER, --urls ADDRESS, or neither.");
            }

            if (end < 0 && ++i == args.Count)
            {
                throw new ArgumentException($"{name} has no value. Write it after the name.");
            }
        }
    }

    private static bool IsKnown(string name) =>
        name.StartsWith("--", StringComparison.Ordinal)
        && (name.Contains(':', StringComparison.Ordinal) || Names.Contains(name[2..], StringComparer.OrdinalIgnoreCase));
}
