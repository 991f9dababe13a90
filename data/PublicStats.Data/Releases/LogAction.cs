using System.Text.Json.Serialization;

namespace PublicStats.Data.Releases;

/// <summary>What was done to a release. The log has it by its name in lower case, such as <c>seal</c>.</summary>
[JsonConverter(typeof(NameInLowerCase<LogAction>))]
public enum LogAction : byte
{
    /// <summary>It was sealed.</summary>
    Seal,

    /// <summary>A second person approved it.</summary>
    Approve,

    /// <summary>It was moved to another time before it was published.</summary>
    Reschedule,

    /// <summary>It was taken back before it was published.</summary>
    Cancel,

    /// <summary>Its content was deleted after it was published.</summary>
    Purge,
}
