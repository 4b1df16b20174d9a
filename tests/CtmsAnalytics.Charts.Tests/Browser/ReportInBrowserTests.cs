using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.Runs;
using Microsoft.Playwright;

namespace CtmsAnalytics.Charts.Tests.Browser;

[Collection(SharedChartTools.Name)]
public sealed class ReportInBrowserTests(ChartTools tools, Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ctms-report").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserFact]
    public async Task Report_Opened_AsksForNothingAndReportsNoError()
    {
        var page = await chromium.Browser.NewPageAsync();
        var complaints = new List<string>();
        var requests = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);

        await page.GotoAsync(Write(SampleRun.Whole(2)));

        Assert.Empty(complaints);
        Assert.Single(requests);
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task FiscalYear_Chosen_LeavesThatYearAndPaperStillHasAll()
    {
        var page = await Open(SampleRun.Whole());
        var groups = page.Locator("[data-switch=year] tbody");

        await page.GetByLabel("FY2028", new() { Exact = true }).CheckAsync();

        Assert.Equal(6, await groups.CountAsync());
        Assert.Equal("FY2028", (await groups.Locator("visible=true").Locator("tr.group").InnerTextAsync()).Trim());
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(6, await groups.Locator("visible=true").Locator("tr.group").CountAsync());
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Proposal_LeftOut_IsHiddenEverywhere()
    {
        var page = await Open(SampleRun.Whole(2));
        var parts = page.Locator(".proposal[data-scenario='2']");
        Assert.True(await parts.CountAsync() > 4);
        Assert.True(await parts.First.IsVisibleAsync());

        await page.Locator("fieldset").GetByLabel("option-2").UncheckAsync();

        foreach (var part in await parts.AllAsync()) Assert.False(await part.IsVisibleAsync());
        Assert.True(await page.Locator(".proposal[data-scenario='1']").First.IsVisibleAsync());
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Table_SortedByKeyboard_OrdersByFigureAndKeepsTheTotalLast()
    {
        var page = await Open(SampleRun.Whole());
        var table = page.Locator("table[data-sort]").First;
        var heading = table.Locator("th[scope=col]").Nth(1);

        await heading.Locator("button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("descending", await heading.GetAttributeAsync("aria-sort"));
        var names = await table.Locator("tbody tr").AllInnerTextsAsync();
        Assert.StartsWith("Total", names[^1], StringComparison.Ordinal);
        var figures = (await table.Locator("tbody tr td:nth-child(2)").AllInnerTextsAsync()).SkipLast(1).Where(t => t != "\u2013").Select(Amounts.Parse).ToList();
        Assert.Equal(figures.OrderDescending(), figures);
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Report_WithoutScripts_IsComplete()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();

        await page.GotoAsync(Write(SampleRun.Whole(2)));

        Assert.Equal(0, await page.Locator("fieldset").CountAsync());
        foreach (var section in await page.Locator("section").AllAsync()) Assert.True(await section.IsVisibleAsync());
        Assert.Equal(await page.Locator("figure").CountAsync(), await page.Locator("figure .chart.wide svg").Locator("visible=true").CountAsync());
    }

    [BrowserFact]
    public async Task Report_OnAPhone_FitsItsWidthAndShowsTheNarrowCharts()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var page = await context.NewPageAsync();

        await page.GotoAsync(Write(SampleRun.Whole()));

        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 390);
        Assert.Equal(await page.Locator("figure").CountAsync(), await page.Locator("figure .chart.narrow svg").Locator("visible=true").CountAsync());
    }

    [BrowserFact]
    public async Task Report_InLightAndDark_HasTextOfSufficientContrast()
    {
        var script = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Browser", "contrast.js"));
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var context = await chromium.Browser.NewContextAsync(new() { ColorScheme = scheme });
            var page = await context.NewPageAsync();
            await page.GotoAsync(Write(SampleRun.Whole()));
            foreach (var details in await page.Locator("details").AllAsync()) await details.EvaluateAsync("d => { d.open = true; }");

            Assert.Empty(await page.EvaluateAsync<string[]>(script));
        }
    }

    [BrowserFact]
    public async Task Report_ForAScreenReader_HasHeadingsInOrderAndNamedCharts()
    {
        var page = await Open(SampleRun.Whole(2));

        var levels = await page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))");
        Assert.Equal(1, levels[0]);
        Assert.DoesNotContain(levels.Zip(levels.Skip(1)), pair => pair.Second > pair.First + 1);
        foreach (var figure in await page.Locator("figure").AllAsync())
        {
            Assert.NotEqual("", await figure.GetByRole(AriaRole.Img).First.GetAttributeAsync("aria-label"));
            Assert.True(await figure.Locator("details table").CountAsync() == 1);
        }

        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Report_Printed_IsAPdfWithoutControls()
    {
        var page = await Open(SampleRun.Whole());
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(0, await page.Locator("fieldset").Locator("visible=true").CountAsync());
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        await page.CloseAsync();
    }

    private async Task<IPage> Open(RunRecord run)
    {
        var page = await chromium.Browser.NewPageAsync();
        await page.GotoAsync(Write(run));
        return page;
    }

    private string Write(RunRecord run)
    {
        var path = Path.Combine(_folder, "report.html");
        using (var output = new StreamWriter(path)) ReportWriter.Write(run, output, new ReportOptions { ShowIndividuals = false, Budgets = new Dictionary<int, long> { [2028] = 45_000_000_00 } }, tools.Renderer);
        return new Uri(path).AbsoluteUri;
    }
}
