using System.Text.Json;
using System.Text.Json.Serialization;

namespace PublicStats.Data.Releases;

/// <summary>The names of enums in files and answers: the member's name in lower case.</summary>
public static class EnumNames
{
    /// <summary>The name of an action: <c>seal</c>, <c>approve</c>, <c>reschedule</c>, <c>cancel</c> or <c>purge</c>.</summary>
    public static string Name(this LogAction action) => NameOf(action);

    /// <summary>The name of a kind of release: <c>scheduled</c>, <c>correction</c> or <c>withdrawal</c>.</summary>
    public static string Name(this ReleaseKind kind) => NameOf(kind);

    /// <summary>The name of every member, in the order of the members.</summary>
    internal static IReadOnlyList<string> Of<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(NameOf)];

    private static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>Writes a member of an enum as its name in lower case, and reads names only: a number is refused.</summary>
public sealed class NameInLowerCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
