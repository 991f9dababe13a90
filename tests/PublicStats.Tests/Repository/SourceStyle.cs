using System.Text.RegularExpressions;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Repository;

/// <summary>What CONTRIBUTING asks of every source file, and a reader can see at a glance.</summary>
public partial class SourceStyle
{
    private const int MostLines = 300;
    private const int MostCharacters = 140;

    public static TheoryData<string> Folders => ["api", "data", "site-generator", "tests"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_file_is_over_300_lines(string folder) =>
        Assert.Empty(
            RepositoryFiles
                .Sources(folder, "*.cs")
                .Select(path => (Path: path, Lines: File.ReadLines(path).Count()))
                .Where(file => file.Lines > MostLines)
                .Select(file => $"{Path.GetRelativePath(RepositoryFiles.Root, file.Path)} has {file.Lines} lines. Split it by subject.")
        );

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_line_is_over_140_characters(string folder) =>
        Assert.Empty(Lines(folder, line => line.Length > MostCharacters, "is longer than 140 characters"));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_lambda_parameter_is_named_for_the_thing(string folder) =>
        Assert.Empty(Lines(folder, line => NamelessParameter().IsMatch(line), "calls a parameter \"each\": name the thing"));

    [Fact]
    public void A_parameter_without_a_name_of_its_own_is_found() =>
        Assert.Equal(
            [true, true, false, false],
            new[]
            {
                "rows.Select(each =\u003e 1)",
                "rows.Select((each, i) =\u003e i)",
                "for each row",
                "rows.Select(reach =\u003e 1)",
            }.Select(line => NamelessParameter().IsMatch(line))
        );

    private static IEnumerable<string> Lines(string folder, Func<string, bool> isFault, string problem) =>
        RepositoryFiles
            .Sources(folder, "*.cs")
            .SelectMany(path =>
                File.ReadLines(path)
                    .Select((line, i) => (Text: line, Number: i + 1))
                    .Where(line => isFault(line.Text))
                    .Select(line => $"{Path.GetRelativePath(RepositoryFiles.Root, path)}:{line.Number} {problem}.")
            );

    [GeneratedRegex(@"\beach\b(?:, \w+\))? =>")]
    private static partial Regex NamelessParameter();
}
