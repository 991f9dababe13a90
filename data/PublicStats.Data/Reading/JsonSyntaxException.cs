namespace PublicStats.Data.Reading;

/// <summary>Ends the reading of a JSON file at its first error of syntax.</summary>
internal sealed class JsonSyntaxException(JsonFault fault) : Exception(fault.Problem)
{
    public JsonFault Fault => fault;
}
