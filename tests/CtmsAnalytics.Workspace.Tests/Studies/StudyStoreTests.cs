using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Equity;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.Workspace.Tests.Studies;

public sealed class StudyStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AnalystWorkspace _workspace;

    public StudyStoreTests() => _workspace = FreshWorkspace.Open(_folder["ws"]);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void LoadStudy_StoredStudy_IsTheSame()
    {
        var study = Study("a");
        _workspace.SaveStudy(study);

        var loaded = Assert.IsType<EquityStudy>(_workspace.LoadStudy(study.Manifest.RunId[..5]));

        Assert.Equal(study.Manifest.RunId, loaded.Manifest.RunId);
        Assert.Equal(study.Manifest.Inputs, loaded.Manifest.Inputs);
        Assert.Equal(study.Gaps, loaded.Gaps);
        Assert.Equal(study.WithClass.Coefficients, loaded.WithClass.Coefficients);
        Assert.Equal(study.Decompositions[0].Twofold, loaded.Decompositions[0].Twofold);
        Assert.Equal(study.Notes, loaded.Notes);
        Assert.Equal(study.PublicNotes, loaded.PublicNotes);
        var info = Assert.Single(_workspace.Studies());
        Assert.Equal((study.Manifest.RunId, StudyKind.Equity, study.Title), (info.StudyId, info.Kind, info.Title));
    }

    [Fact]
    public void SaveStudy_Again_KeepsOne()
    {
        _workspace.SaveStudy(Study("a"));
        _workspace.SaveStudy(Study("a"));
        _workspace.SaveStudy(Study("b"));

        Assert.Equal(2, _workspace.Studies().Count);
    }

    [Theory]
    [InlineData("zz", "There is no study")]
    [InlineData("%", "There is no study")]
    [InlineData("", "Several studies begin with")]
    public void LoadStudy_UnknownIdentifier_SaysSo(string which, string message)
    {
        _workspace.SaveStudy(Study("a"));
        _workspace.SaveStudy(Study("b"));

        Assert.Contains(message, Assert.Throws<InputException>(() => _workspace.LoadStudy(which)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "m", true)]
    [InlineData("a", "other", false)]
    [InlineData("b", "m", false)]
    public void Fits_RunOnTheSameRosterAndMarket_IsTrueForNoOther(string roster, string market, bool fits)
    {
        _workspace.SaveStudy(Study("a", new ManifestInput("market", "", "m")));

        Assert.Equal(fits, _workspace.Studies()[0].Fits(RunManifest.Create([new("roster", "", roster), new("market", "", market)], "")));
    }

    private static EquityStudy Study(string roster, params ManifestInput[] further)
    {
        var table = new EquityTable("people.csv", ["pay", "class"], [.. new[] { ("100", "A"), ("110", "A"), ("105", "A"), ("90", "B"), ("95", "B"), ("99", "B") }.Select((p, i) => new EquityRecord(i + 2, [p.Item1, p.Item2]))]);
        return EquityAnalysis.Of(table, new EquitySpecification("pay", "class") { Confidence = 0.95, OutlierBound = 2, Years = 3 }, [new("roster", "people.csv", roster), .. further]).Study;
    }
}
