using PublicStats.Data.Files;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>Faults in templates of the site: each with file, line and cure.</summary>
public sealed class TemplateFaultException : Exception
{
    /// <summary>One exception for all faults that were found.</summary>
    public TemplateFaultException(IReadOnlyList<Fault> faults, Exception? inner = null)
        : base(string.Join(Environment.NewLine, faults), inner) => Faults = faults;

    /// <summary>What is wrong, in the order of files and lines.</summary>
    public IReadOnlyList<Fault> Faults { get; }
}
