using PublicStats.Data.Drafts;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>The option of a correction that names a difference.</summary>
internal static class DifferenceOption
{
    extension(WorkingDifference difference)
    {
        /// <summary>How a correction names a difference.</summary>
        public string Option => difference.Figure is { } key ? $"--figure {key}" : $"--words {difference.Path}";
    }
}
