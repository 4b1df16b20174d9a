using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CtmsAnalytics.Notebooks.Documents;

/// <summary>JSON as Jupyter writes notebooks, so that a file that both have saved shows no difference but in what changed.</summary>
internal static class NotebookJson
{
    private static readonly JsonWriterOptions Jupyter = new() { Indented = true, IndentCharacter = ' ', IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonObject root)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Jupyter)) Write(writer, root);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Text of a file, which is one string or a list of lines.</summary>
    public static string ReadText(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(l => (string?)l)),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => "",
    };

    /// <summary>Text as a list of lines, each with its line end.</summary>
    public static JsonArray WriteText(string text)
    {
        var lines = new JsonArray();
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add((JsonNode)text[from..next]);
            from = next;
        }

        return lines;
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                writer.WriteStartObject();
                foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(name);
                    Write(writer, value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (var item in items) Write(writer, item);
                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            // Jupyter reads a negative zero as a whole number and writes it without its sign.
            case JsonValue zero when zero.GetValueKind() == JsonValueKind.Number && zero.ToJsonString() == "-0":
                writer.WriteNumberValue(0);
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
