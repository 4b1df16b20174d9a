namespace CtmsAnalytics.Charts.Comparisons;

/// <summary>What the structure staircase shows beside the structures.</summary>
/// <param name="ShowIndividuals">True to draw each incumbent as a dot: an output for analysts, since a salary on it is one person's. Default true.</param>
/// <param name="Size">The place that the chart is drawn for. Default wide.</param>
public sealed record StaircaseOptions(bool ShowIndividuals = true, ChartSize Size = ChartSize.Wide);
