namespace PublicStats.SiteGenerator.Serving;

/// <summary>A clock that always gives the same moment: the one that a build or a preview is of.</summary>
internal sealed class FixedTimeProvider(DateTimeOffset moment) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => moment.ToUniversalTime();
}
