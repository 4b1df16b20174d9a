using System.Text.Json.Nodes;
using System.Xml.Linq;
using CtmsAnalytics.Charts.Rendering;

namespace CtmsAnalytics.Charts.Tests;

/// <summary>The processes that chart tests share.</summary>
public sealed class ChartTools : IDisposable
{
    public SvgRenderer Renderer { get; } = new();

    public SchemaValidator Schema { get; } = new();

    public void Dispose()
    {
        Renderer.Dispose();
        Schema.Dispose();
    }

    /// <summary>Rows of the view of that name.</summary>
    public static IReadOnlyList<JsonObject> Rows(ChartSpec chart, string view) =>
        [.. Views(chart.Specification).Single(v => (string?)v["name"] == view)["data"]!["values"]!.AsArray().Select(r => r!.AsObject())];

    /// <summary>Every view of the specification, at any depth.</summary>
    public static IEnumerable<JsonObject> Views(JsonObject parent)
    {
        foreach (var view in new[] { "layer", "vconcat" }.SelectMany(k => parent[k]?.AsArray() ?? []).Select(v => v!.AsObject()))
        {
            yield return view;
            foreach (var inner in Views(view)) yield return inner;
        }
    }

    /// <summary>The words that a reader of the SVG sees.</summary>
    public static IReadOnlyList<string> Words(string svg) =>
        [.. XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName is "text" or "tspan").Select(e => e.Value).Where(w => w.Length > 0)];
}

[CollectionDefinition(Name)]
public sealed class SharedChartTools : ICollectionFixture<ChartTools>
{
    public const string Name = "chart tools";
}
