using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PublicStats.Api.Formats;

/// <summary>
/// An object that has a text for each dimension of a dataset among its members. The names of dimensions are data, so a record cannot have
/// them as its own members.
/// </summary>
/// <typeparam name="TMembers">The record with the other members.</typeparam>
internal interface IDimensioned<TMembers>
{
    /// <summary>The member after which the dimensions are written, as JSON names it.</summary>
    static abstract string After { get; }

    /// <summary>The other members.</summary>
    TMembers Members { get; }

    /// <summary>The text of each dimension by the dimension's name, in the order of the key.</summary>
    IEnumerable<KeyValuePair<string, string>> Dimensions { get; }
}

/// <summary>Writes the members of a record, and the dimensions among them.</summary>
/// <remarks>The serializer makes one converter for each set of options, so what it knows of the members is looked up once.</remarks>
internal sealed class DimensionedConverter<T, TMembers> : JsonConverter<T>
    where T : IDimensioned<TMembers>
{
    private Member[]? known;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("The API reads no JSON.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var member in known ??= MembersOf(options))
        {
            var content = member.Property.Get!(value.Members!);
            if (member.Property.ShouldSerialize?.Invoke(value.Members!, content) != false)
            {
                writer.WritePropertyName(member.Name);
                WriteContent(writer, content, member.Type);
            }

            if (member.IsBeforeDimensions)
            {
                foreach (var (name, text) in value.Dimensions)
                {
                    writer.WriteString(name, text);
                }
            }
        }

        writer.WriteEndObject();
    }

    private static Member[] MembersOf(JsonSerializerOptions options) =>
        [
            .. options
                .GetTypeInfo(typeof(TMembers))
                .Properties.Select(property => new Member(
                    property,
                    JsonEncodedText.Encode(property.Name, options.Encoder),
                    options.GetTypeInfo(property.PropertyType),
                    property.Name == T.After
                )),
        ];

    // Most members are texts, and calling the serializer for each would take most of the time.
    private static void WriteContent(Utf8JsonWriter writer, object? content, JsonTypeInfo type)
    {
        switch (content)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case IReadOnlyList<string> texts:
                writer.WriteStartArray();
                foreach (var text in texts)
                {
                    writer.WriteStringValue(text);
                }

                writer.WriteEndArray();
                break;
            default:
                JsonSerializer.Serialize(writer, content, type);
                break;
        }
    }

    private sealed record Member(JsonPropertyInfo Property, JsonEncodedText Name, JsonTypeInfo Type, bool IsBeforeDimensions);
}
