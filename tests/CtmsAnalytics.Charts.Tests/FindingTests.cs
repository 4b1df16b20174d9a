using CtmsAnalytics.Charts.Comparisons;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Charts.Tests;

public sealed class FindingTests
{
    [Theory]
    [InlineData(null, "Proposal costs $12.2M (5.3%) more over FY2027\u201331; 46% of it from local market supplements")]
    [InlineData("0,0,0,0", "Proposal costs the same as the baseline over FY2027\u201331")]
    [InlineData("0,-46,0,0", "Proposal costs $5.6M (2.5%) less over FY2027\u201331; all of it from local market supplements")]
    [InlineData("41,-30,12,-8", "Proposal costs $1.8M (0.8%) more over FY2027\u201331; salary structure +$5.0M, local market supplements \u2212$3.7M")]
    [InlineData("41,-41,0,0", "Proposal costs the same as the baseline over FY2027\u201331; salary structure +$5.0M, local market supplements \u2212$5.0M")]
    public void Cost_Drivers_NamesDifferenceAndItsMainCause(string? shares, string finding) =>
        Assert.Equal(finding, BridgeChart.Build(SampleComparison.Create(shares?.Split(',').Select(s => long.Parse(s, System.Globalization.CultureInfo.InvariantCulture)).ToList())).Title);

    [Fact]
    public void Structure_ProposalReachesMoreMedians_CountsBoth()
    {
        var comparison = SampleComparison.Create();
        LevelMarket Market(int i, LevelMarket m) => m with { Target = i < 2 ? 1 : i < 5 ? (comparison.Staircase[i].ProposalMinimum + comparison.Staircase[i].ProposalMaximum) / 2d : m.Target };
        var steps = comparison.Staircase.Select((s, i) => s with { Market = Market(i, s.Market) }).ToList();

        Assert.Equal("Proposal\u2019s midpoints reach their market target at five of eight work levels, the baseline\u2019s at two", StaircaseChart.Build(comparison with { Staircase = steps }).Title);
    }

    [Fact]
    public void Structure_SameInBoth_SaysUnchanged()
    {
        var comparison = SampleComparison.Create();
        var steps = comparison.Staircase.Select(s => s with { ProposalMinimum = s.BaselineMinimum, ProposalMaximum = s.BaselineMaximum }).ToList();

        Assert.Equal("Structure unchanged: midpoints reach their market target at none of eight work levels", StaircaseChart.Build(comparison with { Staircase = steps }).Title);
    }

    [Fact]
    public void Named_ScenarioCalledLikeItsPart_IsNamedOnce()
    {
        var comparison = SampleComparison.Create(baselineName: "Baseline", proposalName: "Targeted talent");

        Assert.Equal(("Baseline", "proposal \u201cTargeted talent\u201d"), (Finding.Named("Baseline", comparison.Baseline), Finding.Named("proposal", comparison.Proposal)));
    }
}
