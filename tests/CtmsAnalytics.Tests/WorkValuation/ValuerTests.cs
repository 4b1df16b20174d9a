using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.WorkValuation;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.WorkValuation;

public sealed class ValuerTests
{
    [Fact]
    public void Of_KnownPerson_CountsTheBestTwoAndTheWork()
    {
        var valued = Valuer.Of(ValuationWorld.Holds("P", 4, 3, 1, 2), "Technical", ValuationWorld.Scheme, ValuationWorld.Library);

        // (4 + 3) / (2 x 5) of 500 points, and 2 / 5 of 500.
        Assert.Equal((550d, "T2", "Senior", "II", "ONE"), (valued.Points, valued.Level, valued.Title, valued.Rank, valued.Specialisation));
        Assert.Equal((150d, 150d, "T3"), (valued.AboveCut, valued.ToNext, valued.NextLevel));
        Assert.Equal([200d, 150d, 0d], valued.Factors[0].Items.Select(i => Math.Round(i.Points, 9)));
        Assert.False(valued.Factors[0].Items[2].Counts);
        Assert.Contains(valued.Explanation, s => s.Contains("Work level T2: 150.00 points above its cut point, 150.00 short of T3 (158.404(c)).", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Technical", 0, "T1")]
    [InlineData("Leadership", 0, "L1")]
    [InlineData("Leadership", 5, "L2")]
    [InlineData("Technical", 5, "T3")]
    public void Of_Track_ClimbsItsOwnLadder(string track, double all, string level) =>
        Assert.Equal(level, Valuer.Of(ValuationWorld.Holds("P", all, all, all, all), track, ValuationWorld.Scheme, ValuationWorld.Library).Level);

    [Fact]
    public void Of_PointsExactlyAtACutPoint_ReachTheLevel() =>
        Assert.Equal("T2", Valuer.Of(ValuationWorld.Holds("P", 4, 4, 0, 0), "Technical", ValuationWorld.Scheme, ValuationWorld.Library).Level);

    [Fact]
    public void Of_WeakEverywhere_HasNoSpecialisation() =>
        Assert.Null(Valuer.Of(ValuationWorld.Holds("P", 2, 2, 2, 5), "Technical", ValuationWorld.Scheme, ValuationWorld.Library).Specialisation);

    [Fact]
    public void Of_UnknownTrack_NamesTheParagraph()
    {
        var thrown = Assert.Throws<InputException>(() => Valuer.Of(ValuationWorld.Holds("P", 1, 1, 1, 1), "Other", ValuationWorld.Scheme, ValuationWorld.Library));
        Assert.Contains("158.404(c)", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_BadLibraryAndScheme_EachIsNamed()
    {
        var library = ValuationWorld.Library with { Qualifications = [.. ValuationWorld.Library.Qualifications, ValuationWorld.Library.Qualifications[0]], Scale = [new(2, "Odd", "")] };
        Assert.Equal(2, library.Problems().Count(p => p.Contains("AAA stands more than once", StringComparison.Ordinal) || p.Contains("out of order", StringComparison.Ordinal)));
        var scheme = ValuationWorld.Scheme with { Levels = [.. ValuationWorld.Scheme.Levels.Select(l => l.Code == "T3" ? l with { CutPoint = 300 } : l)], Factors = [ValuationWorld.Scheme.Factors[0] with { Items = new Dictionary<string, double> { ["XXX"] = -1 } }] };
        var problems = string.Join('\n', scheme.Problems(ValuationWorld.Library));
        Assert.Contains("The cut point of T3 (300 points) is not above the one of T2 (400)", problems, StringComparison.Ordinal);
        Assert.Contains("counts XXX", problems, StringComparison.Ordinal);
        Assert.Contains("158.404(b)(1)", problems, StringComparison.Ordinal);
        Assert.Empty(ValuationWorld.Scheme.Problems(ValuationWorld.Library));
    }

    [Fact]
    public void Revaluation_AnyPeopleAndScheme_AgreesWithTheScalarRuleBitByBit()
    {
        var world = from n in Gen.Choose(1, 21)
                    from values in Gen.Choose(0, 5000).ArrayOf(n * 4)
                    from weights in Gen.Choose(1, 1000).ArrayOf(6)
                    from best in Gen.Choose(0, 3)
                    select (n, values, weights, best);
        Prop.ForAll(world.ToArbitrary(), w =>
        {
            var items = new[] { "AAA", "BBB", "CCC" }.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => w.weights[p.i] / 7.0);
            var scheme = ValuationWorld.Scheme with
            {
                Factors = [new ValuationFactor("SKILL", "Skill", w.weights[3] / 13.0, w.best, items), ValuationWorld.Scheme.Factors[1] with { Weight = w.weights[4] / 11.0 }],
            };
            List<PersonQualifications> people = [.. Enumerable.Range(0, w.n).Select(p => ValuationWorld.Holds($"P{p}", w.values[4 * p] / 1000.0, w.values[(4 * p) + 1] / 1000.0, w.values[(4 * p) + 2] / 1000.0, w.values[(4 * p) + 3] / 1000.0))];
            List<string> tracks = [.. Enumerable.Range(0, w.n).Select(p => p % 3 == 0 ? "Leadership" : "Technical")];
            var (points, levels) = (new double[w.n], new int[w.n]);
            new Revaluation(scheme, ValuationWorld.Library).Run(new ValuationColumns(people, tracks, ValuationWorld.Library), points, levels);
            for (var p = 0; p < w.n; p++)
            {
                var valued = Valuer.Of(people[p], tracks[p], scheme, ValuationWorld.Library);
                Assert.Equal((valued.Points, valued.Level), (points[p], scheme.Levels[levels[p]].Code));
                Assert.Equal(valued.Factors.Sum(f => f.Points), valued.Factors.Sum(f => f.Items.Sum(i => i.Points)), 1e-6);
            }
        }).QuickCheckThrowOnFailure();
    }
}
