namespace PublicStats.SiteGenerator.CommandLine;

/// <summary>Exit codes. Scripts of press offices rely on the numbers.</summary>
public static class ExitCode
{
    /// <summary>The command succeeded.</summary>
    public const int Success = 0;

    /// <summary>There are faults, or the command failed. Nothing was written, unless the message says so.</summary>
    public const int Failure = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>Nothing was written, because nobody agreed.</summary>
    public const int NotConfirmed = 3;
}
