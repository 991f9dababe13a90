namespace PublicStats.Tests.Repository;

public class Direction
{
    [Fact]
    public void Placeholder() => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "publicstats.dll")));
}
