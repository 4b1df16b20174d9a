using System.Xml.Linq;
using CtmsAnalytics.Charts.Gallery;

namespace CtmsAnalytics.Charts.Tests.Gallery;

[Collection(SharedChartTools.Name)]
public sealed class RecipeTests(ChartTools tools)
{
    public static TheoryData<string, ChartSize> Cases()
    {
        var cases = new TheoryData<string, ChartSize>();
        foreach (var recipe in ChartGallery.Recipes)
        {
            foreach (var size in Enum.GetValues<ChartSize>()) cases.Add(recipe.Name, size);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Recipe_Drawn_IsValidVegaLiteFitsItsPlaceAndDrawsWithoutWarning(string name, ChartSize size)
    {
        var chart = Recipe(name).Build(size);

        Assert.Empty(tools.Schema.Problems(chart.Specification));
        var rendered = tools.Renderer.Render(chart);
        Assert.Empty(rendered.Warnings);
        Assert.DoesNotContain("NaN", rendered.Svg, StringComparison.Ordinal);
        var svg = XDocument.Parse(rendered.Svg).Root!;
        var width = size == ChartSize.Wide ? 960 : 390;
        Assert.InRange((int)svg.Attribute("width")!, width * 2 / 3, width);
        Assert.Equal([chart.Title, chart.Description], svg.Elements().Take(2).Select(e => e.Value));
        Assert.NotEmpty(chart.Table.Rows);
        Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count));
    }

    [Fact]
    public void Recipes_Names_AreUniqueAndEveryRecipeShowsTheCodeThatBuildsItsChart()
    {
        Assert.Equal(ChartGallery.Recipes.Count, ChartGallery.Recipes.Select(r => r.Name).Distinct().Count());
        Assert.All(ChartGallery.Recipes, r =>
        {
            Assert.Matches(@"\.Build\(\w+, .*size.*\);$", r.Source);
            Assert.StartsWith("using CtmsAnalytics.Charts", r.Source, StringComparison.Ordinal);
            Assert.Contains("// Example data", r.Source, StringComparison.Ordinal);
            Assert.DoesNotContain("public static", r.Source, StringComparison.Ordinal);
        });
    }

    private static ChartRecipe Recipe(string name) => ChartGallery.Recipes.Single(r => r.Name == name);
}
