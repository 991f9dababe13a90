namespace PublicStats.SiteGenerator.Commands;

/// <summary>What a command ends with. Scripts of press offices rely on the numbers.</summary>
public static class ExitCode
{
    /// <summary>It was done.</summary>
    public const int Success = 0;

    /// <summary>Faults stand in the way, or it failed. Nothing was written, unless the message says so.</summary>
    public const int Failure = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>Nothing was written, because nobody said yes.</summary>
    public const int NotConfirmed = 3;
}
