using System.Text.Json;
using PublicStats.Data.Files;

namespace PublicStats.Api.Http;

/// <summary>
/// Puts the faults of a query into a problem. However much a caller sends, the problem repeats only a little of it: no problem is larger
/// than about 16 kB.
/// </summary>
internal static class ProblemErrors
{
    private const int LongestList = 60;

    // In characters: of a value that the caller sent, and of a sentence about it.
    private const int LongestValue = 100;
    private const int LongestDetail = 800;

    private const int MostErrors = 20;

    // In bytes. No further error is added when the problem is this long.
    private const int RoomForErrors = 10_006;

    /// <summary>A list of allowed values. Empty when it is too long for a problem.</summary>
    public static IReadOnlyList<string> Allowed(IReadOnlyList<string> words) =>
        words.Count <= LongestList ? [.. words.Select(word => Cut(word, LongestValue))] : [];

    /// <summary>A sentence as a problem's detail, cut when it is long.</summary>
    public static string Detail(string text) => Cut(text, LongestDetail);

    /// <summary>Adds faults to a problem. The first is also in the problem's own members.</summary>
    /// <param name="allowedAt">The address that lists what may be given. Null when there is none.</param>
    /// <param name="notListed">How many faults there are beyond those given.</param>
    public static Problem With(this Problem problem, IReadOnlyList<Fault> faults, string? allowedAt, int notListed = 0)
    {
        var first = Of(faults[0], allowedAt);
        return problem with
        {
            Detail = faults[0].Text == problem.Detail ? first.Detail : Detail(problem.Detail),
            Parameter = first.Parameter,
            Value = first.Value,
            Allowed = first.Allowed,
            AllowedAt = first.AllowedAt,
            Nearest = first.Nearest,
            Errors = faults.Count > 1 ? [.. faults.Select(fault => Of(fault, allowedAt))] : null,
            MoreErrors = faults.Count > 1 ? notListed : null,
        };
    }

    /// <summary>Leaves out the errors for which there is no room, and counts them.</summary>
    public static Problem Limit(Problem problem, JsonSerializerOptions options)
    {
        if (problem.Errors is not { } all)
        {
            return problem;
        }

        var listed = problem with { Errors = [], MoreErrors = null };
        while (listed.Errors!.Count < Math.Min(all.Count, MostErrors) && JsonAnswer.ToBytes(listed, options).Length - 1 < RoomForErrors)
        {
            listed = listed with { Errors = [.. all.Take(listed.Errors.Count + 1)] };
        }

        var more = all.Count - listed.Errors.Count + problem.MoreErrors;
        return listed with { MoreErrors = more == 0 ? null : more };
    }

    private static ProblemError Of(Fault fault, string? allowedAt)
    {
        var (name, value) = (ParameterPlace)fault.Place;
        return new()
        {
            Detail = DetailOf(fault, value),
            Parameter = Cut(name, LongestValue),
            Value = Cut(value, LongestValue),
            Allowed = Allowed(fault.Allowed),
            AllowedAt = fault.Allowed.Count is 0 or > LongestList ? allowedAt : null,
            Nearest = fault.Nearest,
        };
    }

    // The text quotes what the caller wrote.
    private static string DetailOf(Fault fault, string value) =>
        Detail(value.Length <= LongestValue ? fault.Text : fault.Text.Replace(value, Cut(value, LongestValue), StringComparison.Ordinal));

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
}
