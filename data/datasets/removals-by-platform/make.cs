// Prints figures.csv of this dataset: invented figures, the same bytes on every machine.
//   dotnet run data/datasets/removals-by-platform/make.cs > data/datasets/removals-by-platform/figures.csv
// The method stands in notes.md. Whole numbers only: no rounding that differs between processors.
#:property PublishAot=false
#:property EnforceCodeStyleInBuild=false
#:property GenerateDocumentationFile=false

string[] kinds = ["post", "account", "page"];
int[] share = [60, 30, 10];
var seed = 20240723UL;
var cells = new int[30, 4, 3];
for (var platform = 0; platform < 4; platform++)
{
    for (var kind = 0; kind < 3; kind++)
    {
        var level = (120 + Draw(180)) * share[kind] / 60;
        var growth = 2 + Draw(9);
        for (var month = 0; month < 30; month++)
        {
            cells[month, platform, kind] = Math.Max(1, level * (100 + (growth * month / 2) + Draw(31) - 15) / 100);
        }
    }
}

Console.Out.NewLine = "\n";
Console.WriteLine("period,platform,kind,measure,value,status");
for (var month = 0; month < 30; month++)
{
    for (var platform = -1; platform < 4; platform++)
    {
        for (var kind = -1; kind < 3; kind++)
        {
            var period = $"{2022 + (month / 12)}-{(month % 12) + 1:00}";
            var by = platform < 0 ? "all" : $"platform-{(char)('a' + platform)}";
            Console.WriteLine($"{period},{by},{(kind < 0 ? "all" : kinds[kind])},removed,{Sum(month, platform, kind)},i");
        }
    }
}

int Sum(int month, int platform, int kind) =>
    Enumerable
        .Range(0, 4)
        .Where(index => platform < 0 || index == platform)
        .Sum(a => Enumerable.Range(0, 3).Where(index => kind < 0 || index == kind).Sum(b => cells[month, a, b]));

// SplitMix64.
int Draw(int below)
{
    var z = seed += 0x9E3779B97F4A7C15UL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
    return (int)((z ^ (z >> 31)) % (ulong)below);
}
