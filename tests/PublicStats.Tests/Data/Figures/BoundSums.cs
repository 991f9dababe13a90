using PublicStats.Data.Figures;

namespace PublicStats.Tests.Data.Figures;

public class BoundSums
{
    [Theory]
    [InlineData(Bound.Over, Bound.Exact, Bound.Over)]
    [InlineData(Bound.Over, Bound.AtLeast, Bound.Over)]
    [InlineData(Bound.Under, Bound.Under, Bound.Under)]
    [InlineData(Bound.Exact, Bound.About, Bound.About)]
    public void What_is_true_of_a_sum_is_said(Bound one, Bound other, Bound sum)
    {
        Assert.True(Bounds.TryAdd(one, other, out var found));
        Assert.Equal(sum, found);
    }

    [Theory]
    [InlineData(Bound.Under, Bound.Over)]
    [InlineData(Bound.About, Bound.Over)]
    [InlineData(Bound.AtLeast, Bound.Under)]
    public void What_may_not_be_added_is_refused(Bound one, Bound other)
    {
        Assert.False(Bounds.TryAdd(one, other, out _));
        Assert.False(Bounds.TryAdd(other, one, out _));
    }
}
