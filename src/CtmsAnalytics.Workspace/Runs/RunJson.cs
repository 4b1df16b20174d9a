using System.Text.Json;
using System.Text.Json.Serialization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Workspace.Runs;

/// <summary>The facts of a run as JSON, the same in a file of draws and in the workspace.</summary>
internal static class RunJson
{
    /// <summary>How facts and headers are written and read.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new CubeConverter() },
    };

    /// <summary>What is kept of facts: the pools of reviews stay with the computation.</summary>
    public static RunFacts Kept(RunFacts facts) => facts with
    {
        Scenarios = [.. facts.Scenarios.Select(s => s with { Projection = s.Projection with { Reviews = [] } })],
    };

    /// <summary>A cube is its cells.</summary>
    private sealed class CubeConverter : JsonConverter<CostCube>
    {
        public override CostCube Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var cube = new CostCube();
            foreach (var cell in JsonSerializer.Deserialize<Cell[]>(ref reader, options)!)
                cube.Add(new CostKey(cell.Year, cell.Agency, cell.Organisation, cell.Level, cell.Market, cell.Component), cell.Cents);
            return cube;
        }

        public override void Write(Utf8JsonWriter writer, CostCube value, JsonSerializerOptions options) => JsonSerializer.Serialize(
            writer,
            value.Cells.Select(c => new Cell(c.Key.FiscalYear, c.Key.Agency, c.Key.Organisation, c.Key.WorkLevel, c.Key.Market, c.Key.Component, c.Value)),
            options);
    }

    private sealed record Cell(int Year, string Agency, string Organisation, string Level, string Market, Component Component, long Cents);
}
