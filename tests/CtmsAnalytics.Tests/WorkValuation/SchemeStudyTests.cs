using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Tests.Projection;
using CtmsAnalytics.WorkValuation;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;

namespace CtmsAnalytics.Tests.WorkValuation;

public sealed class SchemeStudyTests
{
    private static readonly ValuationPolicy LowerCut = new(new Dictionary<string, double>(), new Dictionary<string, double> { ["T2"] = 300 });

    [Fact]
    public void Changes_OfAPolicy_MoveWhomTheSchemesDisagreeOnAndNoMisfit()
    {
        // P1 has 350 points and moves up; P2 has 600 and is a misfit at T1 whom both schemes put at T2; P3 is at T2 in the roster already.
        var roster = new[] { ValuationWorld.Person("P1", "T1"), ValuationWorld.Person("P2", "T1"), ValuationWorld.Person("P3", "T2"), ValuationWorld.Person("P4", "T1") };
        var input = TestWorld.Input(roster) with
        {
            Valuation = ValuationWorld.Basis,
            Qualifications = [ValuationWorld.Holds("P1", 3, 4, 0, 0), ValuationWorld.Holds("P2", 4, 4, 4, 2), ValuationWorld.Holds("P3", 3, 4, 0, 0)],
        };

        var changes = LowerCut.Changes(roster, TestWorld.Quiet, input);

        var change = Assert.Single(changes);
        Assert.Equal(("P1", "T2", "158.404(c)"), (change.PersonId, change.After.WorkLevel, change.Rule.Paragraph));
        Assert.Contains("work level T2 (cut point 300) instead of T1", change.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Changes_WithoutQualifications_SaysWhatToImport() =>
        Assert.Contains("ctms import qualifications", Assert.Throws<InputException>(() => LowerCut.Changes([], TestWorld.Quiet, TestWorld.Input(TestWorld.Person()))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("NONE", 1, "has no factor 'NONE'")]
    public void Of_UnknownFactor_NamesThoseThatThereAre(string factor, double weight, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => new ValuationPolicy(new Dictionary<string, double> { [factor] = weight }, new Dictionary<string, double>()).Of(ValuationWorld.Basis)).Message, StringComparison.Ordinal);

    [Fact]
    public void CutPoints_AnyPoints_AreNoWorseThanAnyOtherCut()
    {
        var people = from n in Gen.Choose(1, 9) from points in Gen.Choose(0, 6).ArrayOf(n) from given in Gen.Choose(0, 2).ArrayOf(n) select (points.Select(p => (double)p).ToArray(), given);
        Prop.ForAll(people.ToArbitrary(), p =>
        {
            var (cuts, left) = CutPointFit.Of(p.Item1, p.given, 0, 3);
            Assert.True(cuts[0] < cuts[1] && cuts[1] < cuts[2]);
            long Cost(double first, double second) => p.Item1.Zip(p.given).Sum(x => (x.First >= second ? 2 : x.First >= first ? 1 : 0) is var at && at == x.Second ? 0 : CutPointFit.Misfit + Math.Abs(at - x.Second));
            Assert.Equal(left, Enumerable.Range(-1, 9).Min(a => Enumerable.Range(a, 9).Min(b => Cost(a + 0.5, b + 0.5))));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Calibration_LevelsOfAnotherScheme_AreReproduced()
    {
        // Given levels come from the work alone: the fit has to find that weight and the cut points.
        var people = Enumerable.Range(0, 60).Select(i => ($"P{i:00}", i % 3 == 0 ? "T3" : i % 3 == 1 ? "T2" : "T1", ValuationWorld.Holds($"P{i:00}", i * 7 % 11 * 0.45, i * 5 % 13 * 0.38, i * 3 % 7 * 0.7, i % 3 == 0 ? 4.5 : i % 3 == 1 ? 3 : 1.5))).ToArray();

        var fitted = SchemeCalibration.Of(ValuationWorld.Roster(people), null, 5, 1);

        Assert.Equal((60, 60), (fitted.People, fitted.After));
        Assert.Empty(fitted.Misfits);
        Assert.True(fitted.Before < fitted.After && fitted.CutPointsOnly <= fitted.After);
        Assert.Equal(60, fitted.Folds.Sum(f => f.People));
        Assert.True(fitted.OutOfSample.Share > 0.9);
        var again = SchemeCalibration.Of(ValuationWorld.Roster(people), null, 5, 1);
        Assert.Equal(fitted.Weights, again.Weights);
        var levels = ValuationWorld.Roster(people).By(fitted.Policy.Of(ValuationWorld.Basis)).Levels;
        Assert.Equal(people.Select(p => p.Item2), levels.Select(l => l.Code));
    }

    [Fact]
    public void Calibration_FewerPeopleThanFolds_IsRefused() =>
        Assert.Throws<InputException>(() => SchemeCalibration.Of(ValuationWorld.Roster(("P", "T1", ValuationWorld.Holds("P", 1, 1, 1, 1))), null, 5, 1));

    [Fact]
    public void Noise_FarFromTheEndsOfTheScale_IsTheNormalProbability()
    {
        // Only the work counts: 200 points a level, so that 0.2 levels are 40 points, 20 points below the cut point.
        var scheme = ValuationWorld.Scheme with { Factors = [ValuationWorld.Scheme.Factors[0] with { Weight = 0 }, ValuationWorld.Scheme.Factors[1]] };
        var roster = ValuationWorld.Roster(("P", "T1", ValuationWorld.Holds("P", 3, 3, 3, 1.9)));

        var found = ProficiencyNoise.Of(roster, scheme, 0.2, 4000, 1);

        var person = Assert.Single(found.People);
        Assert.Equal(Normal.CDF(0, 40, -20), person.Analytic, 1e-9);
        Assert.InRange(person.Analytic, person.Drawn.Interval.Lower - 0.01, person.Drawn.Interval.Upper + 0.01);
        Assert.Equal(found.Mean, person.Drawn.Share, 1e-12);
        Assert.Equal(found.Mean, ProficiencyNoise.Of(roster, scheme, 0.2, 4000, 1).Mean);
    }

    [Fact]
    public void WhatIf_OpeningRosterOnly_CostsWhatTheComparisonSays()
    {
        var person = TestWorld.Person();
        var (low, high) = (TestWorld.Low, TestWorld.High);
        var scheme = ValuationWorld.Scheme with { Levels = [new(low, "tech", 0, "Low", "I", ""), new(high, "tech", 500, "High", "II", "")], Ladders = new Dictionary<string, string> { [person.Track] = "tech" } };
        var minimum = TestWorld.Quiet.Policies[0].Policy.Structure.Subranges.First(s => s.WorkLevel == low).Minimum;
        var roster = new[] { person with { PersonId = "P1", WorkLevel = low, StructureSalary = minimum }, person with { PersonId = "P2", WorkLevel = low, StructureSalary = minimum } };
        var basis = ValuationWorld.Basis with { Scheme = scheme };
        var input = TestWorld.Input(roster) with { Valuation = basis, Qualifications = [ValuationWorld.Holds("P1", 4, 4, 4, 0), ValuationWorld.Holds("P2", 1, 1, 1, 0)] };
        var policy = new ValuationPolicy(new Dictionary<string, double>(), new Dictionary<string, double> { [high] = 400 });

        var what = ValuationAnalysis.WhatIf(ValuedRoster.Of(roster, input.Qualifications, basis), policy, TestWorld.Quiet, input, []);

        var moved = Assert.Single(what.Moves);
        Assert.Equal(("P1", low, high, true), (moved.PersonId, moved.From, moved.To, moved.IsUp));
        Assert.True(moved.SalaryAfter > moved.SalaryBefore && what.Total > 0);
        var comparison = Comparer.Compare(TestWorld.Quiet, TestWorld.Quiet with { OpeningPolicies = [policy] }, input, []);
        Assert.Equal(comparison.Proposal.Costs.Total - comparison.Baseline.Costs.Total, what.Total);
    }
}
