using System.Xml.Linq;
using CtmsAnalytics.Charts.Gallery;

namespace CtmsAnalytics.Charts.Tests.Gallery;

[Collection(SharedChartTools.Name)]
public sealed class GalleryPageTests(ChartTools tools)
{
    [Fact]
    public void Gallery_Written_HasEveryChartWithItsCodeAndNothingThatRunsOrLeavesThePage()
    {
        var text = Write();

        var page = XDocument.Parse(text[text.IndexOf("<html", StringComparison.Ordinal)..]);
        List<XElement> All(string name) => [.. page.Descendants().Where(e => e.Name.LocalName == name)];
        Assert.Equal(ChartGallery.Recipes.Select(r => r.Title), All("h2").Select(e => e.Value));
        Assert.Equal(ChartGallery.Recipes.Select(r => r.Source), All("pre").Select(e => e.Value));
        Assert.Equal(2 * ChartGallery.Recipes.Count, All("svg").Count);
        Assert.Equal(ChartGallery.Recipes.Count, All("table").Count);
        Assert.All(new[] { "script", "a", "link", "img", "iframe" }, name => Assert.Empty(All(name)));
        var policy = All("meta").Single(e => (string?)e.Attribute("http-equiv") == "Content-Security-Policy");
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", (string?)policy.Attribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public void Gallery_WrittenAgain_HasTheSameBytes() => Assert.Equal(Write(), Write());

    private string Write()
    {
        using var text = new StringWriter { NewLine = "\n" };
        GalleryPage.Write(text, tools.Renderer);
        return text.ToString();
    }
}
