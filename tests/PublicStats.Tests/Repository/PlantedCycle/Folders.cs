// Two folders that use each other, each in the body of a method only, and a folder that knows its root: the test of the folders must find
// both.
#pragma warning disable IDE0161 // Several namespaces in one file, so that the planted faults stand side by side.
namespace PublicStats.Tests.Repository.PlantedCycle
{
    internal static class Root
    {
        public static int Number => First.One.Number;
    }
}

namespace PublicStats.Tests.Repository.PlantedCycle.First
{
    internal static class One
    {
        public static int Number => Second.Other.Numbers.Count;
    }
}

namespace PublicStats.Tests.Repository.PlantedCycle.Second
{
    internal static class Other
    {
        public static List<int> Numbers => [.. Enumerable.Range(0, 3).Select(number => number + First.One.Number)];
    }
}

namespace PublicStats.Tests.Repository.PlantedCycle.Third
{
    internal static class Last
    {
        public static int Number => Root.Number + First.One.Number;
    }
}
