using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CtmsAnalytics.Charts.Tests;

/// <summary>Holds specifications against the JSON schema that Vega-Lite publishes. One process for all of them: compiling the schema is the slow part.</summary>
public sealed class SchemaValidator : IDisposable
{
    private readonly Process _process;

    public SchemaValidator()
    {
        var utf8 = new UTF8Encoding(false);
        _process = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "render", "vega-validate.cjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        })!;
    }

    public IReadOnlyList<string> Problems(JsonObject specification)
    {
        _process.StandardInput.WriteLine(specification.ToJsonString());
        _process.StandardInput.Flush();
        return JsonSerializer.Deserialize<string[]>(_process.StandardOutput.ReadLine()!)!;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
