using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using PublicStats.Data.Datasets;
using PublicStats.Data.Files;

namespace PublicStats.Data.Reading;

/// <summary>Compares a JSON file with the type it is to be read as, and says which members are missing, unknown or of the wrong
/// kind.</summary>
internal sealed class JsonShape(string path, bool allowsUnknown, Faults faults)
{
    /// <summary>Adds a fault for everything in a value that is not as the type has it.</summary>
    /// <param name="place">The value's place in the file, such as publicstats.measures[0]; empty for the file itself.</param>
    public void Check(JsonPart part, JsonTypeInfo type, string place)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when Is(part, JsonKind.Object, place, "members in braces { }"):
                Members(part, type, place);
                break;
            case JsonTypeInfoKind.Enumerable when Is(part, JsonKind.Array, place, "a list in square brackets [ ]"):
                foreach (var (item, index) in part.Items.Select((item, index) => (item, index)))
                {
                    Check(item, type.Options.GetTypeInfo(type.ElementType!), $"{place}[{index}]");
                }

                break;
            case JsonTypeInfoKind.Dictionary when Is(part, JsonKind.Object, place, "members in braces { }"):
                foreach (var member in part.Members)
                {
                    Check(member.Value, type.Options.GetTypeInfo(type.ElementType!), Under(place, member.Name));
                }

                break;
            case JsonTypeInfoKind.None:
                Simple(part, Nullable.GetUnderlyingType(type.Type) ?? type.Type, place);
                break;
            default:
                break;
        }
    }

    private void Members(JsonPart part, JsonTypeInfo type, string place)
    {
        // Members that are worked out from others are not given to the constructor.
        var properties = type.Properties.Where(property => property.AssociatedParameter is not null).ToList();
        foreach (var property in properties)
        {
            var parameter = property.AssociatedParameter!;
            if (part.Member(property.Name) is not { } member)
            {
                if (!parameter.HasDefaultValue)
                {
                    faults.Add(
                        path,
                        part.Line,
                        place.Length == 0 ? "file" : place,
                        $"\"{property.Name}\" is missing.",
                        $"Add \"{property.Name}\": and its value."
                    );
                }
            }
            else if (member.Value.Kind != JsonKind.Null)
            {
                Check(member.Value, type.Options.GetTypeInfo(property.PropertyType), Under(place, member.Name));
            }
            else if (!parameter.IsNullable)
            {
                faults.Add(path, member.Line, Under(place, member.Name), "It is null, and a value is needed.", "Write it.");
            }
        }

        foreach (var member in part.Members.Where(member => !allowsUnknown && properties.All(property => property.Name != member.Name)))
        {
            var names = properties.Select(property => property.Name).ToList();
            faults.Add(
                path,
                member.Line,
                Under(place, member.Name),
                $"\"{member.Name}\" is not a member here.",
                Nearest.To(member.Name, names) is { } nearest
                    ? $"Write {nearest}, or take it out."
                    : $"Take it out. The members are {string.Join(", ", names)}."
            );
        }
    }

    private void Simple(JsonPart part, Type type, string place)
    {
        if (type.IsEnum)
        {
            var names = Enum.GetNames(type).Select(name => name.ToLowerInvariant()).ToList();
            if (part.Kind != JsonKind.Text || !names.Contains(part.Text.ToLowerInvariant()))
            {
                Wrong(
                    part,
                    place,
                    $"one of the words {string.Join(", ", names)}",
                    Nearest.To(part.Text, names) is { } nearest ? $"Write \"{nearest}\"." : "Write one of them."
                );
            }
        }
        else if (type == typeof(string))
        {
            Is(part, JsonKind.Text, place, "a text in quotation marks");
        }
        else if (type == typeof(bool))
        {
            Is(part, JsonKind.Boolean, place, "true or false, without quotation marks");
        }
        else if (
            Is(part, JsonKind.Number, place, "a number, without quotation marks")
            && type == typeof(int)
            && !int.TryParse(part.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        )
        {
            Wrong(part, place, "a whole number", "Write it with digits alone.");
        }
    }

    private bool Is(JsonPart part, JsonKind kind, string place, string what)
    {
        if (part.Kind != kind)
        {
            Wrong(part, place, what, $"Write {what}.");
        }

        return part.Kind == kind;
    }

    private void Wrong(JsonPart part, string place, string what, string cure) =>
        faults.Add(path, part.Line, place.Length == 0 ? "file" : place, $"{Shown(part)} is not {what}.", cure);

    private static string Shown(JsonPart part) =>
        part.Kind switch
        {
            JsonKind.Object => "What is in braces { }",
            JsonKind.Array => "What is in square brackets [ ]",
            JsonKind.Text => $"\"{(part.Text.Length > 40 ? part.Text[..40] + "…" : part.Text)}\"",
            _ => part.Text,
        };

    private static string Under(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";
}
