using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Projection;

/// <summary>Several structures at once: each person is paid under the first that covers the pay plan, track and organisation.</summary>
public sealed class FurtherStructuresTests
{
    private static readonly RosterPerson Technical = TestWorld.Person("T", 60_000);
    private static readonly RosterPerson Leader = Technical with { PersonId = "L", PayPlan = "DL", Track = "Leadership" };

    [Fact]
    public void StructureFor_FirstMatch_HoldsAndTheMainOneIsLast()
    {
        var plan = Covered("plan", payPlans: ["DL"]);
        var both = Covered("both", payPlans: ["DL"], tracks: ["Leadership"]);
        var policy = TestWorld.Policy with { FurtherStructures = [plan, both, Covered("organisation", organisations: ["IOD"])] };

        string For(string payPlan, string track, string organisation) => policy.StructureFor(new StructureMember(payPlan, track, organisation)).Name;

        Assert.Equal("plan", For("DL", "Leadership", "IOD"));
        Assert.Equal("organisation", For("DC", "Leadership", "IOD"));
        Assert.Equal("test", For("DC", "Leadership", "CSD"));
        Assert.Equal("both", (policy with { FurtherStructures = [both, plan] }).StructureFor(new("DL", "Leadership", "CSD")).Name);
        Assert.Equal("plan", (policy with { FurtherStructures = [both, plan] }).StructureFor(new("DL", "Technical", "CSD")).Name);
        Assert.Equal("all", (policy with { FurtherStructures = [Covered("all"), plan] }).StructureFor(new("DL", "Technical", "CSD")).Name);
    }

    [Fact]
    public void Projection_RaisedMinimumOfOneStructure_MovesOnlyItsPeople()
    {
        var scenario = Later(Covered("leaders", payPlans: ["DL"], subranges: [TestWorld.Subrange(TestWorld.Low, 66_000, 120_000)]), Covered("leaders", payPlans: ["DL"]));

        var result = PointEstimate.Run(scenario, TestWorld.Input(Technical, Leader));

        var effect = Assert.Single(result.Rules, r => r.Paragraph == "158.621(c)");
        Assert.Equal((1.0, 6_000_00L), (effect.People, effect.Cents));
    }

    [Fact]
    public void Projection_StructureThatComesToCoverSomebody_MovesThemToItsMinimum()
    {
        var scenario = Later(Covered("leaders", payPlans: ["DL"], subranges: [TestWorld.Subrange(TestWorld.Low, 66_000, 120_000)]));

        var result = PointEstimate.Run(scenario, TestWorld.Input(Technical, Leader));

        Assert.Equal(1.0, Assert.Single(result.Rules, r => r.Paragraph == "158.621(c)").People);
    }

    [Fact]
    public void Projection_Hires_ArePaidUnderTheStructureOfThePlaceTheyFill()
    {
        var leaders = Covered("leaders", payPlans: ["DL"], subranges: [TestWorld.Subrange(TestWorld.Low, 90_000, 90_000)]);
        var scenario = TestWorld.Quiet.With(p => p with { FurtherStructures = [leaders] }) with
        {
            Horizon = new Horizon(TestWorld.Start, 4),
            Workforce = TestWorld.Quiet.Workforce with { SeparationHazard = new Dictionary<string, double> { [TestWorld.Low] = 9 }, TenureBands = [new TenureBand(0, 1)], PayElasticity = 0, TimeToFillPeriods = 0, EntryPlaceInRange = 0 },
        };

        // After years of such turnover the places are held by hires: at the minimum of each place's own structure.
        Assert.Equal(HourlyRate.WorkPeriodPay(90_000, 80, 2087) * 26, Paid(scenario, Leader), tolerance: 300_000);
        Assert.Equal(HourlyRate.WorkPeriodPay(60_000, 80, 2087) * 26, Paid(scenario, Technical), tolerance: 300_000);

        static double Paid(Scenario scenario, RosterPerson person) => PointEstimate.Run(scenario, TestWorld.Input(person)).Costs.Sum(k => k is { FiscalYear: 2030, Component: Component.Salary });
    }

    [Fact]
    public void Projection_SubrangeOfSeveralWorkLevels_PaysThemAll()
    {
        var scenario = TestWorld.Quiet.With(p => p with { Structure = p.Structure with { Subranges = [p.Structure.Subranges[0] with { FurtherWorkLevels = ["ALSO"] }] } });

        var one = PointEstimate.Run(scenario, TestWorld.Input(Technical)).Costs.Sum(_ => true);
        var two = PointEstimate.Run(scenario, TestWorld.Input(Technical with { WorkLevel = "ALSO" })).Costs.Sum(_ => true);

        Assert.Equal(one, two);
        Assert.Equal(["LOW", "ALSO"], scenario.Policies[0].Policy.Structure.WorkLevels());
    }

    [Fact]
    public void Projection_LevelMissingFromThePersonsStructure_NamesTheStructure()
    {
        var scenario = TestWorld.Quiet.With(p => p with { FurtherStructures = [Covered("leaders", payPlans: ["DL"], subranges: [TestWorld.Subrange(TestWorld.High, 90_000, 190_000)])] });

        Assert.Contains("the structure 'leaders' has no subrange for it. It has HIGH.", Assert.Throws<InputException>(() => PointEstimate.Run(scenario, TestWorld.Input(Leader))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void History_PersonOfAFurtherStructure_AddsUpToTheProjection()
    {
        var scenario = Later(Covered("leaders", payPlans: ["DL"], subranges: [TestWorld.Subrange(TestWorld.Low, 66_000, 120_000)]));
        var input = TestWorld.Input(Leader with { LastRating = 1 });

        var projected = PointEstimate.Run(scenario, input).Costs.Sum(k => k.FiscalYear == 2028);

        Assert.Equal(projected, PersonPath.Explain(scenario, input, "L", 2028, YearBasis.Fiscal, []).Total);
    }

    [Fact]
    public void Compare_FurtherStructures_AreADriverAndAStepOfTheStaircase()
    {
        var proposal = Later(Covered("leaders", payPlans: ["DL"], subranges: [TestWorld.Subrange(TestWorld.Low, 66_000, 120_000)])) with { Name = "leaders" };

        var comparison = Comparer.Compare(TestWorld.Quiet, proposal, TestWorld.Input(Technical, Leader), []);

        Assert.Equal("structure", Assert.Single(comparison.Drivers).Section);
        Assert.Equal(["LOW", "HIGH", "LOW (leaders)"], comparison.Staircase.Select(s => s.Title));
        Assert.Equal([1, 0, 1], comparison.Staircase.Select(s => s.Incumbents.Count));
        Assert.Equal((60_000L, 66_000L), (comparison.Staircase[2].BaselineMinimum, comparison.Staircase[2].ProposalMinimum));
    }

    [Fact]
    public void Staircase_StructureOfTheSameNameInTheBaseline_IsTheBaselineRange()
    {
        var baseline = Ends(Covered("leaders", payPlans: ["DL"], subranges: [TestWorld.Subrange(TestWorld.Low, 64_000, 118_000)]));
        var proposal = Ends(Covered("leaders", payPlans: ["DL"], subranges: [TestWorld.Subrange(TestWorld.Low, 66_000, 120_000)])) with { Name = "leaders" };

        var step = Comparer.Compare(baseline, proposal, TestWorld.Input(Technical, Leader), []).Staircase[2];

        Assert.Equal((64_000L, 118_000L, 66_000L, 120_000L), (step.BaselineMinimum, step.BaselineMaximum, step.ProposalMinimum, step.ProposalMaximum));
    }

    [Fact]
    public void Staircase_StructureRenamed_HasTheRangeThatItsPeopleHadInTheBaseline()
    {
        var baseline = Ends(Covered("old", payPlans: ["DL"], subranges: [TestWorld.Subrange(TestWorld.Low, 64_000, 118_000)]));
        var proposal = Ends(Covered("new", tracks: ["Leadership"], subranges: [TestWorld.Subrange(TestWorld.Low, 66_000, 120_000)])) with { Name = "new" };

        var steps = Comparer.Compare(baseline, proposal, TestWorld.Input(Technical, Leader), []).Staircase;

        Assert.Equal(["LOW", "HIGH", "LOW (new)"], steps.Select(s => s.Title));
        Assert.Equal((64_000L, 118_000L), (steps[2].BaselineMinimum, steps[2].BaselineMaximum));
        Assert.Equal((60_000L, 1), (steps[0].BaselineMinimum, steps[0].Incumbents.Count));
    }

    [Fact]
    public void Staircase_StructureThatOnlyTheBaselineHas_GivesNoStepAndItsPeopleCountOnce()
    {
        var baseline = Ends(Covered("leaders", payPlans: ["DL"], subranges: [TestWorld.Subrange(TestWorld.Low, 64_000, 118_000)]));

        var steps = Comparer.Compare(baseline, TestWorld.Quiet with { Name = "one" }, TestWorld.Input(Technical, Leader), []).Staircase;

        Assert.Equal(["LOW", "HIGH"], steps.Select(s => s.Title));
        Assert.Equal([2, 0], steps.Select(s => s.Incumbents.Count));
    }

    [Fact]
    public void Staircase_OverlappingStructures_CountEveryPersonOnce()
    {
        var proposal = TestWorld.Quiet.With(p => p with { FurtherStructures = [Covered("first", payPlans: ["DL"]), Covered("second", tracks: ["Leadership"]), Covered("third", organisations: [Technical.Organisation])] }) with { Name = "three" };

        var steps = Comparer.Compare(TestWorld.Quiet, proposal, TestWorld.Input(Technical, Leader), []).Staircase;

        Assert.Equal([("LOW (first)", 1), ("LOW (third)", 1)], steps.Where(s => s.Incumbents.Count > 0).Select(s => (s.Title, s.Incumbents.Count)));
    }

    [Fact]
    public void Combine_StructureSection_BringsFurtherStructuresAndApprovals()
    {
        var approvals = new ExtendedRangePolicy(new Dictionary<string, ExtendedRangeApproval> { ["T"] = new(TestWorld.Start, null, "test") });
        var to = TestWorld.Quiet.With(p => p with { FurtherStructures = [Covered("leaders")] }) with { ExtendedRange = approvals };

        var with = ScenarioSections.Combine(TestWorld.Quiet, to, new HashSet<PolicySection> { PolicySection.Structure });
        var without = ScenarioSections.Combine(TestWorld.Quiet, to, new HashSet<PolicySection> { PolicySection.Supplements });

        Assert.Equal(("leaders", approvals), (with.Policies[0].Policy.FurtherStructures[0].Structure.Name, with.ExtendedRange));
        Assert.Equal((0, ExtendedRangePolicy.None), (without.Policies[0].Policy.FurtherStructures.Count, without.ExtendedRange));
    }

    private static Scenario Ends(params CoveredStructure[] structures) => TestWorld.Quiet.With(p => p with { FurtherStructures = structures });

    private static Scenario Later(CoveredStructure later, params CoveredStructure[] before)
    {
        var first = TestWorld.Policy with { FurtherStructures = before };
        return TestWorld.Quiet with { Policies = [new DatedPolicy(new DateOnly(2026, 1, 1), first), new DatedPolicy(new DateOnly(2027, 10, 3), first with { FurtherStructures = [later] })] };
    }

    private static CoveredStructure Covered(string name, string[]? payPlans = null, string[]? tracks = null, string[]? organisations = null, Subrange[]? subranges = null) => new(
        new SalaryStructure(name, new Dictionary<int, double>(), subranges ?? [.. TestWorld.Policy.Structure.Subranges]), payPlans ?? [], tracks ?? [], organisations ?? []);
}
