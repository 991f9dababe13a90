namespace PublicStats.Data.Reading;

/// <summary>What a value of a JSON file is.</summary>
internal enum JsonKind
{
    /// <summary>Members in braces.</summary>
    Object,

    /// <summary>Values in square brackets.</summary>
    Array,

    /// <summary>A text in quotation marks.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary><c>null</c>.</summary>
    Null,
}

/// <summary>A member of an object, with the line of its name.</summary>
internal sealed record JsonMember(string Name, int Line, JsonPart Value);

/// <summary>A value of a JSON file, with the line on which it begins, so that a fault can name its place.</summary>
/// <param name="Text">The text without its quotation marks, or the number or word as it is written. Empty for objects and arrays.</param>
/// <param name="Members">Of an object; empty for every other kind.</param>
/// <param name="Items">Of an array; empty for every other kind.</param>
internal sealed record JsonPart(JsonKind Kind, int Line, string Text, IReadOnlyList<JsonMember> Members, IReadOnlyList<JsonPart> Items)
{
    /// <summary>The member of that name; null when there is none.</summary>
    public JsonMember? Member(string name) => Members.FirstOrDefault(member => member.Name == name);
}
