using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PublicStats.Data.Reading;

/// <summary>Changes a JSON file of the publication; one in which nothing differs keeps its bytes.</summary>
internal static class DescriptorEdit
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file after an edit.</summary>
    public static byte[] Edit(byte[] file, Action<JsonNode> edit)
    {
        var json = JsonNode.Parse(file)!;
        var before = json.ToJsonString();
        edit(json);
        return json.ToJsonString() == before ? file : Encoding.UTF8.GetBytes(json.ToJsonString(Indented) + "\n");
    }

    /// <summary>
    /// Whether two descriptors differ only in the columns of figures.csv that they describe: sealing and imports add those that they need.
    /// </summary>
    public static bool SameButForFields(byte[] one, byte[] other)
    {
        return Text(one) == Text(other);

        static string? Text(byte[] bytes)
        {
            var json = JsonNode.Parse(bytes);
            (Figures(json)?["schema"] as JsonObject)?.Remove("fields");
            return json?.ToJsonString();
        }
    }

    /// <summary>The columns of <c>figures.csv</c> that a descriptor describes, in order; empty where it describes none.</summary>
    public static IReadOnlyList<string> Fields(byte[] descriptor) =>
        Figures(JsonNode.Parse(descriptor))?["schema"]?["fields"] is JsonArray fields
            ? [.. fields.Select(field => field?["name"]?.GetValue<string>()).OfType<string>()]
            : [];

    /// <summary>Describes the columns that <c>figures.csv</c> has gained, so that the folder is still a Data Package.</summary>
    /// <param name="columns">The columns of <c>figures.csv</c>, in order.</param>
    public static byte[] AddFields(byte[] descriptor, IReadOnlyList<string> columns) =>
        Edit(
            descriptor,
            json =>
            {
                if (Figures(json)?["schema"]?["fields"] is not JsonArray fields)
                {
                    return;
                }

                for (var i = 0; i < columns.Count; i++)
                {
                    if (i >= fields.Count || fields[i]!["name"]!.GetValue<string>() != columns[i])
                    {
                        fields.Insert(
                            i,
                            new JsonObject
                            {
                                ["name"] = columns[i],
                                ["type"] = "string",
                                ["title"] = Title(columns[i]),
                            }
                        );
                    }
                }
            }
        );

    private static string Title(string column) => char.ToUpperInvariant(column[0]) + column[1..].Replace('_', ' ');

    private static JsonNode? Figures(JsonNode? json) =>
        (json?["resources"] as JsonArray)?.FirstOrDefault(resource => resource?["path"]?.GetValue<string>() == "figures.csv");
}
