using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PublicStats.Data.Drafts;

/// <summary>Changes a JSON file of the publication; one in which nothing differs keeps its bytes.</summary>
internal static class DescriptorEdit
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static KeyValuePair<string, byte[]?> Of(WorkingFiles files, string path, Action<JsonNode> edit)
    {
        var json = JsonNode.Parse(files.Bytes[path])!;
        var before = json.ToJsonString();
        edit(json);
        return new(path, json.ToJsonString() == before ? files.Bytes[path] : Encoding.UTF8.GetBytes(json.ToJsonString(Indented) + "\n"));
    }

    /// <summary>
    /// Whether two descriptors differ in nothing but which columns of figures.csv they describe: sealing adds those that it needs.
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

    /// <summary>Describes the columns that a file has gained, so that the sealed folder is a Data Package still.</summary>
    /// <param name="columns">The columns of <c>figures.csv</c>, in order.</param>
    public static KeyValuePair<string, byte[]?> Fields(WorkingFiles files, string dataset, IReadOnlyList<string> columns) =>
        Of(
            files,
            $"datasets/{dataset}/datapackage.json",
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
                                ["title"] = char.ToUpperInvariant(columns[i][0]) + columns[i][1..],
                            }
                        );
                    }
                }
            }
        );

    private static JsonNode? Figures(JsonNode? json) =>
        (json?["resources"] as JsonArray)?.FirstOrDefault(resource => resource?["path"]?.GetValue<string>() == "figures.csv");
}
