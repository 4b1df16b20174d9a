using CtmsAnalytics.Charts.Tests.Browser;
using CtmsAnalytics.Workspace.Display;
using Microsoft.Playwright;

namespace CtmsAnalytics.Notebooks.Tests.Display;

/// <summary>A table as a notebook shows it, in a real browser.</summary>
public sealed class TableInBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Table = DisplayTable.Of(Enumerable.Range(1, 45).Select(i => new { Amount = i * 1000, Name = i == 7 ? "<img src=x onerror=document.title='run'>" : $"name {i:00}" }))!.ToHtml();

    [BrowserFact]
    public async Task Table_PagesAndSortsByNumber_AndShowsTextOfOthersAsText()
    {
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Table);

        Assert.Equal(20, await Visible(page).CountAsync());
        Assert.Equal("page 1 of 3", await page.Locator(".ctms-pages span").TextContentAsync());
        await page.GetByText("next").ClickAsync();
        Assert.StartsWith("21,000", await Visible(page).First.TextContentAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Amount" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Amount" }).ClickAsync();
        Assert.Equal("page 1 of 3", await page.Locator(".ctms-pages span").TextContentAsync());
        Assert.StartsWith("45,000", await Visible(page).First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("img").CountAsync());
        Assert.NotEqual("run", await page.TitleAsync());
    }

    [BrowserFact]
    public async Task Table_WithoutScripts_ShowsAllItsRows()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Table);

        Assert.Equal(45, await Visible(page).CountAsync());
        Assert.False(await page.Locator(".ctms-pages").IsVisibleAsync());
    }

    private static ILocator Visible(IPage page) => page.Locator("tbody tr:visible");
}
