using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CtmsAnalytics.Charts.Tests;

/// <summary>Holds specifications against the JSON schema that Vega-Lite publishes.</summary>
internal static class SchemaValidator
{
    public static IReadOnlyList<string> Problems(JsonObject specification)
    {
        var utf8 = new UTF8Encoding(false);
        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "render", "vega-validate.cjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        })!;
        process.StandardInput.WriteLine(specification.ToJsonString());
        process.StandardInput.Close();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return JsonSerializer.Deserialize<string[]>(answer)!;
    }
}
