using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CtmsAnalytics.Charts.VegaLite;

/// <summary>Records to JSON: names in the grammar's case, absent properties left out.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Name(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    public static JsonObject Object<T>(T record) => JsonSerializer.SerializeToNode(record, Options)!.AsObject();

    public static JsonArray Array<T>(IEnumerable<T> rows) => JsonSerializer.SerializeToNode(rows, Options)!.AsArray();
}
