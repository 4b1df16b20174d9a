using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CtmsAnalytics.Charts.VegaLite;

/// <summary>A Vega-Lite 6 specification: one view of layers, or views below one another. The property names are the grammar's own.</summary>
internal sealed record Spec
{
    [JsonPropertyName("$schema")]
    public string Schema { get; } = "https://vega.github.io/schema/vega-lite/v6.json";

    public string? Description { get; init; }

    public Title? Title { get; init; }

    public Padding? Padding { get; init; }

    public Data? Data { get; init; }

    public double? Width { get; init; }

    public double? Height { get; init; }

    public IReadOnlyList<View>? Layer { get; init; }

    public IReadOnlyList<View>? Vconcat { get; init; }

    public double? Spacing { get; init; }

    public Config Config { get; init; } = new();

    public JsonObject ToJson() => Json.Object(this);
}

/// <summary>A view: one mark, or layers of them on the same axes.</summary>
internal sealed record View
{
    public string? Name { get; init; }

    public double? Width { get; init; }

    public double? Height { get; init; }

    public Title? Title { get; init; }

    public Data? Data { get; init; }

    public Mark? Mark { get; init; }

    public Encoding? Encoding { get; init; }

    public IReadOnlyList<View>? Layer { get; init; }
}

/// <summary>Rows that stand in the specification itself.</summary>
internal sealed record Data(JsonArray Values)
{
    /// <summary>A single row without fields, for marks at a fixed place.</summary>
    public static Data One => new([new JsonObject()]);

    public static Data Of<TRow>(IEnumerable<TRow> rows) => new(Json.Array(rows));
}

internal sealed record Padding(double Left, double Top, double Right, double Bottom);

/// <summary>A title of one or more lines.</summary>
internal sealed record Title(IReadOnlyList<string> Text, IReadOnlyList<string>? Subtitle = null)
{
    public string Anchor { get; init; } = "start";

    public string Frame { get; init; } = "group";

    public double? Dx { get; init; }

    public double? Offset { get; init; }

    public double? FontSize { get; init; }
}
