using System.Text.Json.Serialization;

namespace PublicStats.Data.Releases;

/// <summary>Why there is a release. The manifest has it by its name in lower case, such as <c>correction</c>.</summary>
[JsonConverter(typeof(NameInLowerCase<ReleaseKind>))]
public enum ReleaseKind : byte
{
    /// <summary>The working files, published at their time.</summary>
    Scheduled,

    /// <summary>The release before it, with a mistake put right.</summary>
    Correction,

    /// <summary>The release before it, without the values of some figures.</summary>
    Withdrawal,
}
