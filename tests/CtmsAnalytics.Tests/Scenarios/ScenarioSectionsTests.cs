using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Scenarios;

public sealed class ScenarioSectionsTests
{
    private static readonly DateOnly Start = new(2026, 10, 4);
    private static readonly Scenario From = Create("from", 0.10, (Start, Policy("a", 0.18, 0.030)), (new DateOnly(2028, 10, 8), Policy("b", 0.19, 0.031)));
    private static readonly Scenario To = Create("to", 0.12, (Start, Policy("c", 0.18, 0.030)), (new DateOnly(2027, 10, 10), Policy("d", 0.22, 0.035)));

    [Fact]
    public void Combine_EverySection_HasThePoliciesOfTheSecondOnEveryDate()
    {
        var combined = ScenarioSections.Combine(From, To, ScenarioSections.All);

        Assert.Equal(To.Policies, combined.Policies);
        Assert.Equal((To.Economy, To.Workforce, To.EmployerCost, To.AggregateLimit), (combined.Economy, combined.Workforce, combined.EmployerCost, combined.AggregateLimit));
    }

    [Fact]
    public void Combine_NoSection_IsTheFirst()
    {
        var combined = ScenarioSections.Combine(From, To, new HashSet<PolicySection>());

        Assert.Equal(From.Policies, combined.Policies);
        Assert.Equal((From.Economy, From.Workforce, From.EmployerCost, From.AggregateLimit), (combined.Economy, combined.Workforce, combined.EmployerCost, combined.AggregateLimit));
    }

    [Fact]
    public void Combine_OneSection_FollowsTheDatesOfBoth()
    {
        var combined = ScenarioSections.Combine(From, To, new HashSet<PolicySection> { PolicySection.Supplements });

        var seen = combined.Policies.Select(p => (p.Effective, p.Policy.Structure.Name, p.Policy.Supplements["SF"], p.Policy.Recognition.AdjustmentPool));
        Assert.Equal(
            [
                (Start, "a", 0.18, 0.030),
                (new DateOnly(2027, 10, 10), "a", 0.22, 0.030),
                (new DateOnly(2028, 10, 8), "b", 0.22, 0.031),
            ],
            seen);
    }

    [Theory]
    [InlineData(PolicySection.Structure)]
    [InlineData(PolicySection.Supplements)]
    [InlineData(PolicySection.Recognition)]
    [InlineData(PolicySection.SpecialWorkingConditions)]
    [InlineData(PolicySection.Workforce)]
    [InlineData(PolicySection.Other)]
    public void Combine_StepByStep_ChangesOnlyTheSectionThatIsExchanged(PolicySection section)
    {
        var before = ScenarioSections.All.Where(s => s < section).ToHashSet();
        var a = ScenarioSections.Combine(From, To, before);
        var b = ScenarioSections.Combine(From, To, before.Append(section).ToHashSet());

        var date = new DateOnly(2029, 1, 1);
        var (p, q) = (a.PolicyOn(date), b.PolicyOn(date));
        Assert.Equal(section != PolicySection.Structure, ReferenceEquals(p.Structure, q.Structure));
        Assert.Equal(section != PolicySection.Supplements, ReferenceEquals(p.Supplements, q.Supplements));
        Assert.Equal(section != PolicySection.Recognition, ReferenceEquals(p.Recognition, q.Recognition));
        Assert.Equal(section != PolicySection.SpecialWorkingConditions, ReferenceEquals(p.SpecialWorkingConditions, q.SpecialWorkingConditions));
        Assert.Equal(section != PolicySection.Workforce, ReferenceEquals(a.Workforce, b.Workforce));
        Assert.Equal(section != PolicySection.Other, ReferenceEquals(a.Economy, b.Economy));
    }

    [Fact]
    public void Combine_DifferentHorizons_NamesBoth()
    {
        var shorter = To with { Horizon = new Horizon(Start, 3) };

        var error = Assert.Throws<ArgumentException>(() => ScenarioSections.Combine(From, shorter, ScenarioSections.All));
        Assert.Contains("'from' covers 5 fiscal years", error.Message, StringComparison.Ordinal);
        Assert.Contains("'to' 3", error.Message, StringComparison.Ordinal);
    }

    private static Scenario Create(string name, double backfill, params (DateOnly Effective, PayPolicy Policy)[] policies) => new(
        name,
        "",
        new Horizon(Start, 5),
        new EconomyPath(new Dictionary<int, double>(), backfill, 0, 0),
        new WorkforceAssumptions(new Dictionary<string, double>(), [], 1, backfill, 9, 0.3, 0, 0, new Dictionary<string, LevelProgression>()),
        new EmployerCostPolicy("fers_frae", backfill / 10),
        new AggregateLimitPolicy("VP", name == "from" ? ExcessTreatment.Deferred : ExcessTreatment.Forfeited),
        [.. policies.Select(p => new DatedPolicy(p.Effective, p.Policy))]);

    private static PayPolicy Policy(string structure, double supplement, double pool) => new(
        new SalaryStructure(structure, new Dictionary<int, double>(), []),
        new Dictionary<string, double> { ["SF"] = supplement },
        new RecognitionPolicy(1, [1.0], [[0, 0, 0]], pool, [0], [0], 0, false),
        [new SwcProgram(structure, "hardship", [], [], 0.05, 0.15, null, null)]);
}
