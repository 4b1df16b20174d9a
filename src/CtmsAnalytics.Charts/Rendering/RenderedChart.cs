namespace CtmsAnalytics.Charts.Rendering;

/// <summary>A drawn chart.</summary>
/// <param name="Svg">The SVG element, one line, the same bytes for the same specification.</param>
/// <param name="Warnings">What Vega-Lite had to say about the specification, for example a field that no row has; empty for the library's own charts.</param>
public sealed record RenderedChart(string Svg, IReadOnlyList<string> Warnings);
