using CtmsAnalytics.InternalEquity;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.InternalEquity;

public sealed class InternalEquityAnalysisTests
{
    private static readonly InternalEquityParameters Parameters = new(2, 0.95);
    private static readonly (string, string)[] Ladder = [("A", "B")];
    private static readonly EquityDimension[] Dimensions = [EquityDimension.Level, EquityDimension.Component, EquityDimension.Specialisation];

    private static readonly Arbitrary<List<EquityPerson>> Workforces = (
        from level in Gen.Elements("A", "B")
        from pay in Gen.Choose(90, 120)
        from supplement in Gen.Choose(0, 20)
        from service in Gen.Choose(0, 4)
        from rating in Gen.Elements<int?>(null, 0, 1, 2, 3)
        from component in Gen.Elements("X", "Y")
        select Person("", level, pay * 1_000, service, rating) with { Salary = (pay + supplement) * 1_000, Component = component }).NonEmptyListOf()
        .Select(l => l.Select((p, i) => p with { PersonId = $"P{i:000}" }).ToList()).ToArbitrary();

    /// <summary>By hand: A is paid 100, 110, 120 thousand and B 105, 115, 125, 135.</summary>
    [Fact]
    public void Steps_SevenPeople_AreTheHandComputedOnes()
    {
        var position = Of([.. new[] { 100, 110, 120 }.Select((p, i) => Person($"A{i}", "A", p * 1_000)), .. new[] { 105, 115, 125, 135 }.Select((p, i) => Person($"B{i}", "B", p * 1_000))]);

        var step = Assert.Single(position.Steps);
        Assert.Equal((3L, 2, 2, 12L), (step.Inverted, step.LowerAbove, step.UpperBelow, step.Pairs));
        Assert.Equal(110d / 120, step.MedianRatio!.Value, 12);
        Assert.Equal(110d / 120, step.MeanRatio!.Value, 12);
        // The quartiles by hand, linear between the order statistics: 115 thousand of A, 112.5 thousand of B.
        Assert.Equal(-2_500, step.QuartileDistance!.Value, 6);
    }

    /// <summary>By hand: the new person of rating 2 at 110 overtakes those of rating 2 and 3 at 105 and 100, and not the one of rating 1; the unrated new one at 120 overtakes all three.</summary>
    [Fact]
    public void Tenure_FivePeople_IsTheHandComputedOne()
    {
        var position = Of([Person("N1", "A", 110_000, 0, 2), Person("N2", "A", 120_000, 1, null), Person("L1", "A", 105_000, 5, 2), Person("L2", "A", 100_000, 2, 3), Person("L3", "A", 90_000, 9, 1)]);

        var tenure = Assert.Single(position.Tenure);
        Assert.Equal((2, 3, 5L, 5L, 3), (tenure.NewPeople, tenure.LongPeople, tenure.Pairs, tenure.Inverted, tenure.LongOvertaken));
        Assert.Equal(115d / 100, tenure.MedianRatio!.Value, 12);
    }

    [Fact]
    public void Ratios_OnePerson_AreThoseOfTheRange()
    {
        var position = Of([Person("P", "A", 110_000) with { Salary = 121_000, Minimum = 80_000, Maximum = 120_000 }]);

        Assert.Equal((1.1, 1.21, 0.75), (position.Everybody.MeanCompaRatio, position.Everybody.MeanSalaryCompaRatio, position.Everybody.MeanPenetration));
        Assert.Equal((null, null), (position.Steps[0].MedianRatio, position.Steps[0].QuartileDistance));
        Assert.Null(position.Tenure[0].MedianRatio);
        Assert.DoesNotContain(position.Groups, g => g.Dimension == EquityDimension.Specialisation);
    }

    [Fact]
    public void Of_Nobody_SaysSo() => Assert.Throws<ArgumentException>(() => Of([]));

    [Fact]
    public void Counts_AnyWorkforce_AreThoseOfEveryPair() => Prop.ForAll(Workforces, people =>
    {
        var position = Of(people);
        var (a, b) = (people.Where(p => p.WorkLevel == "A").ToList(), people.Where(p => p.WorkLevel == "B").ToList());
        bool Over(EquityPerson n, EquityPerson l) => n.WorkLevel == l.WorkLevel && n.ServiceYears < 2 && l.ServiceYears >= 2 && (l.Rating ?? -1) >= (n.Rating ?? -1);
        var pairs = people.SelectMany(n => people.Where(l => Over(n, l)).Select(l => (New: n, Long: l))).ToList();
        var step = position.Steps[0];
        return step.Inverted == a.Sum(x => b.Count(y => x.StructureSalary > y.StructureSalary))
            && step.SalaryInverted == a.Sum(x => b.Count(y => x.Salary > y.Salary))
            && step.LowerAbove == a.Count(x => b.Any(y => x.StructureSalary > y.StructureSalary))
            && step.UpperBelow == b.Count(y => a.Any(x => x.StructureSalary > y.StructureSalary))
            && position.Tenure.Sum(t => t.Pairs) == pairs.Count
            && position.TenureInverted == pairs.Count(p => p.New.StructureSalary > p.Long.StructureSalary)
            && position.Tenure.Sum(t => t.SalaryInverted) == pairs.Count(p => p.New.Salary > p.Long.Salary)
            && position.Tenure.Sum(t => t.LongOvertaken) == pairs.Where(p => p.New.StructureSalary > p.Long.StructureSalary).Select(p => p.Long).Distinct().Count()
            && position.Groups.Where(g => g.Dimension == EquityDimension.Component).Sum(g => g.People) == people.Count;
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Position_AnyOrderOfPeople_IsTheSame() => Prop.ForAll(Workforces, people =>
    {
        var (one, other) = (Of(people), Of([.. people.AsEnumerable().Reverse()]));
        return one.Everybody == other.Everybody && one.Steps.SequenceEqual(other.Steps) && one.Tenure.SequenceEqual(other.Tenure) && one.Groups.SequenceEqual(other.Groups)
            && one.Levels.SequenceEqual(other.Levels) && one.People.SequenceEqual(other.People);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Position_PayInAnotherUnit_HasTheSameRatiosAndCounts() => Prop.ForAll(Workforces, Gen.Choose(2, 9).ToArbitrary(), (people, times) =>
    {
        var (one, other) = (Of(people), Of(people.ConvertAll(p => p with { StructureSalary = p.StructureSalary * times, Salary = p.Salary * times, Minimum = p.Minimum * times, Maximum = p.Maximum * times })));
        bool Near(double? x, double? y) => x is null == y is null && Math.Abs((x ?? 0) - (y ?? 0)) < 1e-9;
        return Near(one.Everybody.MeanCompaRatio, other.Everybody.MeanCompaRatio) && Near(one.Everybody.MeanPenetration, other.Everybody.MeanPenetration)
            && one.Steps.Zip(other.Steps).All(s => Near(s.First.MedianRatio, s.Second.MedianRatio) && s.First.Inverted == s.Second.Inverted && Near(s.First.QuartileDistance * times / 1e6, s.Second.QuartileDistance / 1e6))
            && one.Tenure.Zip(other.Tenure).All(t => Near(t.First.MeanRatio, t.Second.MeanRatio) && t.First.Inverted == t.Second.Inverted);
    }).Check(Config.QuickThrowOnFailure);

    private static InternalEquityPosition Of(IReadOnlyList<EquityPerson> people) =>
        InternalEquityAnalysis.Of("today", new DateOnly(2025, 10, 5), people, ["A", "B"], Ladder, Parameters, Dimensions);

    private static EquityPerson Person(string id, string level, long pay, int service = 5, int? rating = 2) =>
        new(id, level, "Technical", "X", "O", "DCB", "11001", null, service, rating, pay, pay, 80_000, 160_000);
}
