using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.InternalEquity;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Runs;
using CtmsAnalytics.Studies;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Workspace.Tests;

/// <summary>Studies: each is made, told apart by its options, stored and read again, and leaves no lock.</summary>
public sealed class WorkbenchStudyTests(SampleBench sample) : IClassFixture<SampleBench>
{
    private static readonly Dictionary<string, (Func<Workbench, Study> Make, Func<Workbench, Study>? Other)> Studies = new()
    {
        ["market"] = (b => b.Market(), b => b.Market(new MarketOptions { Index = "ECI", Then = 0.03 })),
        ["supplements"] = (b => b.Supplements(), b => b.Supplements(change: o => o with { Policy = o.Policy with { Ceiling = 0.2 } })),
        ["structure"] = (b => b.Structure(options: new StructureOptions { Methods = [StructureMethod.PayLine], Costing = new CostingOptions(2) }), b => b.Structure(options: new StructureOptions { Methods = [StructureMethod.PayLine], Costing = new CostingOptions(2, Seed: 2) })),
        ["equity"] = (b => b.RosterEquity(SampleBench.Sample("classes.csv"), "class", ["work_level", "market"]), b => b.RosterEquity(SampleBench.Sample("classes.csv"), "class", ["work_level"])),
        ["internal equity"] = (b => b.InternalEquity(b.Scenario("baseline.yaml"), withEnd: false), b => b.InternalEquity(b.Scenario("baseline.yaml"), by: [EquityDimension.Market], withEnd: false)),
        ["valuation"] = (b => b.Valuation(), b => b.Valuation(new ValuationOptions { Person = "S0007" })),
        ["funnel"] = (b => b.Funnel(b.Scenario("hiring-funnel.yaml"), 60, entryPlaces: [0.4]), b => b.Funnel(b.Scenario("hiring-funnel.yaml"), 61, entryPlaces: [0.4])),
        ["match"] = (b => b.Match(), b => b.Match(new MatchOptions { Everybody = true, Stay = true })),
        ["hours"] = (b => b.Hours(), null),
        ["directed"] = (b => b.Directed(SampleBench.Sample("directed.csv")), null),
        ["details"] = (b => b.Details(SampleBench.Sample("details.csv")), null),
        ["designate"] = (b => b.Designate(new DesignationOptions(10, "TEC", "CSD", "DCB")), b => b.Designate(new DesignationOptions(9, "TEC", "CSD", "DCB"))),
    };

    private readonly Workbench _bench = sample.Bench;

    public static TheoryData<string> Names => [.. Studies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Study_SameOptions_HasTheSameIdentifierIsKeptAndLeavesNoLock(string name)
    {
        var (make, other) = Studies[name];

        var study = make(_bench);

        sample.RequireNoLock();
        _bench.Save(study);
        sample.RequireNoLock();
        Assert.Equal(study.Title, _bench.LoadStudy(study.Manifest.RunId).Title);
        Assert.Contains(_bench.Studies(), s => s.StudyId == study.Manifest.RunId);
        if (other is not null) Assert.NotEqual(study.Manifest.RunId, other(_bench).Manifest.RunId);
    }

    [Fact]
    public void StatedChanges_WhatIf_HoldsOnlyForARunWhoseScenarioStatesIt()
    {
        var baseline = _bench.Scenario("baseline.yaml");
        RunFacts Run(string text) => _bench.Compare(baseline, _bench.ScenarioText($"name: Mine\nextends: baseline.yaml\n{text}\n"), store: false).Facts;
        var (today, what) = (_bench.Valuation(), _bench.Valuation(new ValuationOptions { CutPoints = new Dictionary<string, double> { ["ADV"] = 540 } }));
        var elsewhere = Run("supplements: { SF: 0.2 }");

        Assert.True(StatedChanges.Holds(today, elsewhere));
        Assert.False(StatedChanges.Holds(what, elsewhere));
        Assert.True(StatedChanges.Holds(what, Run("valuation: { cut_points: { ADV: 540 } }")));
        Assert.False(StatedChanges.Holds(what, Run("valuation: { cut_points: { ADV: 541 } }")));
        Assert.False(StatedChanges.Holds(what, Run("valuation: { cut_points: { ADV: 540 }, weights: { LEA: 0.35 } }")));
    }

    [Fact]
    public void StatedChanges_Structure_HoldsForARunOfItsRanges()
    {
        var baseline = _bench.Scenario("baseline.yaml");
        var study = _bench.Structure(options: new StructureOptions { Methods = [StructureMethod.PayLine], Costing = new CostingOptions(2) });
        var levels = string.Join(", ", study.Alternatives[1].Levels.Select(l => FormattableString.Invariant($"{l.WorkLevel}: {{ minimum: {l.Minimum}, maximum: {l.Maximum} }}")));
        RunFacts Run(string text) => _bench.Compare(baseline, _bench.ScenarioText($"name: Mine\nextends: baseline.yaml\n{text}\n"), store: false).Facts;

        Assert.True(StatedChanges.Holds(study, Run($"structure: {{ levels: {{ {levels} }} }}")));
        Assert.False(StatedChanges.Holds(study, Run("supplements: { SF: 0.2 }")));
    }

    [Fact]
    public void Valuation_ChangedWeight_IsPricedOnTheScenario()
    {
        var study = _bench.Valuation(new ValuationOptions { Weights = new Dictionary<string, double> { ["LEA"] = 0.35 }, CutPoints = new Dictionary<string, double> { ["ADV"] = 540 } });

        Assert.NotNull(study.WhatIf);
        Assert.Contains(study.Manifest.Inputs, i => i.Name == "baseline.yaml");
        Assert.Contains("2 or more", Assert.Throws<InputException>(() => _bench.Valuation(new ValuationOptions { Folds = 1 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Person_AddsUpAndAWrongOneNamesTheNearest()
    {
        var explained = _bench.Explain("S0071", 2028, _bench.Scenario("baseline.yaml"));

        Assert.Equal("S0071", explained.Person.PersonId);
        Assert.Contains("S0071", Assert.Throws<InputException>(() => _bench.Explain("S00711", 2028)).Message, StringComparison.Ordinal);
        Assert.NotEmpty(_bench.Replay("S0071", 2028, draw: 7).Explanations);
    }

    [Fact]
    public void Whom_SameScenario_MovesNobodyAndAnotherSomebody()
    {
        var baseline = _bench.Scenario("baseline.yaml");

        Assert.Empty(_bench.Whom(baseline, baseline, 2028).People);
        Assert.NotEmpty(_bench.Whom(baseline, _bench.Scenario("supplements-only.yaml"), 2028).People);
    }

    [Fact]
    public void Market_WithoutIndividuals_HoldsNobody()
    {
        Assert.Equal(204, _bench.Market().People.Count);
        Assert.Empty(_bench.Market(new MarketOptions { Individuals = false }).People);
    }
}
