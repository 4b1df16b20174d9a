using System.Text.Json.Nodes;

namespace Benchmarks.Notebooks;

/// <summary>Notebooks whose cells each add one to a number, in C# and in Python, and the number that a run left in the last of them.</summary>
internal static class NotebookFiles
{
    internal static void Write(string file, string kernel, string language, int cells) => File.WriteAllText(
        file,
        new JsonObject
        {
            ["cells"] = new JsonArray([.. Enumerable.Range(0, cells).Select(i => new JsonObject
            {
                ["cell_type"] = "code",
                ["id"] = $"c{i}",
                ["metadata"] = new JsonObject(),
                ["execution_count"] = null,
                ["outputs"] = new JsonArray(),
                ["source"] = i == 0 ? First(language) : language == "python" ? "n += 1\nn" : "n += 1;\nn",
            })]),
            ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = kernel, ["display_name"] = kernel, ["language"] = language } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        }.ToJsonString());

    internal static string Last(string file)
    {
        var text = JsonNode.Parse(File.ReadAllText(file))!["cells"]!.AsArray()[^1]!["outputs"]![0]!["data"]!["text/plain"]!;
        return text is JsonArray lines ? string.Concat(lines.Select(l => (string)l!)) : (string)text!;
    }

    private static string First(string language) => language == "python" ? "n = 1\nn" : "var n = 1;\nn";
}
