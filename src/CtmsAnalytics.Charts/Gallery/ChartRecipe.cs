namespace CtmsAnalytics.Charts.Gallery;

/// <summary>A chart as an example: what it is for, the code that fills it, and the chart itself.</summary>
/// <param name="Name">Name of the recipe, lower-case letters and hyphens, unique in the gallery.</param>
/// <param name="Title">Name of the kind of chart in words.</param>
/// <param name="Purpose">Which question it answers, one sentence.</param>
/// <param name="Source">The C# code that is executed.</param>
/// <param name="Build">Builds the chart.</param>
public sealed record ChartRecipe(string Name, string Title, string Purpose, string Source, Func<ChartSize, ChartSpec> Build);
