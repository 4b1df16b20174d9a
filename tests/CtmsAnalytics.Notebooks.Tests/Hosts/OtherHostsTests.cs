using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using CtmsAnalytics.Charts;
using CtmsAnalytics.Charts.Explanations;
using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Workspace.Display;
using CtmsAnalytics.Workspace.Queries;

namespace CtmsAnalytics.Notebooks.Tests.Hosts;

/// <summary>What other notebook hosts find of our types: by names, as they look for them.</summary>
public sealed class OtherHostsTests
{
    private static readonly ChartSpec Chart = new(
        "bars",
        "Two bars <of> one colour",
        "Bars from left to right.",
        new JsonObject
        {
            ["$schema"] = "https://vega.github.io/schema/vega-lite/v6.json",
            ["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject { ["a"] = "x", ["b"] = 1 }, new JsonObject { ["a"] = "y", ["b"] = 2 }) },
            ["mark"] = "bar",
            ["encoding"] = new JsonObject { ["x"] = new JsonObject { ["field"] = "a", ["type"] = "nominal" }, ["y"] = new JsonObject { ["field"] = "b", ["type"] = "quantitative" } },
        },
        new ChartTable("Bars", ["a", "b"], [["x", "1"], ["y", "2"]]));

    [Theory]
    [InlineData(typeof(ChartSpec))]
    [InlineData(typeof(DisplayTable))]
    [InlineData(typeof(ResultTable))]
    [InlineData(typeof(ExplanationPage))]
    [InlineData(typeof(ReplayPage))]
    [InlineData(typeof(HtmlText))]
    public void Type_NamesItsFormattersByTheConvention_AndHasToHtml(Type type)
    {
        Assert.Contains("text/html", FormattersOf(type).Keys);
        Assert.Equal("text/html", PreferredOf(type)[0]);
        Assert.Equal(typeof(string), type.GetMethod("ToHtml", Type.EmptyTypes)?.ReturnType);
    }

    [Fact]
    public void Table_IsWrittenAsHtmlAndText()
    {
        var table = DisplayTable.Of(new[] { new { Level = "<b>", People = 3 } })!;
        Assert.Contains("&lt;b&gt;", Format(table, "text/html"), StringComparison.Ordinal);
        Assert.Contains("People", Format(table, "text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_IsWrittenAsFigureDrawingSpecificationAndWords()
    {
        Assert.Contains("<svg", Format(Chart, "text/html"), StringComparison.Ordinal);
        Assert.StartsWith("<svg", Format(Chart, "image/svg+xml"), StringComparison.Ordinal);
        Assert.Equal("bar", (string?)JsonNode.Parse(Format(Chart, "application/vnd.vegalite.v6+json"))!["mark"]);
        Assert.StartsWith(Chart.Title, Format(Chart, "text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void Formatter_GivenAnotherValue_WritesNothingAndSaysSo()
    {
        using var writer = new StringWriter();
        foreach (var formatter in FormattersOf(typeof(ChartSpec)).Values) Assert.False(Invoke(formatter, "no chart", writer));
        Assert.Empty(writer.ToString());
    }

    private static string Format(object value, string mimeType)
    {
        using var writer = new StringWriter();
        Assert.True(Invoke(FormattersOf(value.GetType())[mimeType], value, writer));
        return writer.ToString();
    }

    private static bool Invoke(object formatter, object value, TextWriter writer) => (bool)formatter.GetType().GetMethod("Format")!.Invoke(formatter, [value, writer])!;

    private static Dictionary<string, object> FormattersOf(Type type)
    {
        var source = (Type)Property(AttributeOf(type), "FormatterSourceType")!;
        var formatters = (IEnumerable)source.GetMethod("CreateTypeFormatters")!.Invoke(Activator.CreateInstance(source), null)!;
        return formatters.Cast<object>().ToDictionary(f => (string)Property(f, "MimeType")!);
    }

    private static string[] PreferredOf(Type type) => (string[])Property(AttributeOf(type), "PreferredMimeTypes")!;

    private static object AttributeOf(Type type) => type.GetCustomAttributes(true).Single(a => a.GetType().Name == "TypeFormatterSourceAttribute");

    private static object? Property(object value, string name) => value.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.GetValue(value);
}
