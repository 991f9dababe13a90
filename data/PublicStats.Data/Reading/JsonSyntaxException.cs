using PublicStats.Data.Files;

namespace PublicStats.Data.Reading;

/// <summary>Ends the reading of a JSON file at its first error of syntax.</summary>
/// <param name="line">From 1.</param>
internal sealed class JsonSyntaxException(int line, string problem, string cure) : Exception(problem)
{
    public int Line => line;

    public Reason Reason => new(Message, cure);
}
