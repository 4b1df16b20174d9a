using CtmsAnalytics.Salaries;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Salaries;

public sealed class SalaryCeilingsTests
{
    [Theory]
    [InlineData(227_999, 227_999, 0)]
    [InlineData(228_000, 228_000, 0)]
    [InlineData(228_001, 228_000, 1)]
    public void Apply_AtTheLimitation_CutsOnlyWhatLiesAbove(long salary, long paid, long cut)
    {
        var capped = SalaryCeilings.Apply(200_000, salary, 228_000, true, 284_600);
        Assert.Equal(paid, capped.Salary);
        Assert.Equal(cut, capped.CutByLimitation);
        Assert.Equal(200_000, capped.StructureSalary);
    }

    [Fact]
    public void Apply_RangeBelowLimitation_CutsByBothInOrder()
    {
        var capped = SalaryCeilings.Apply(290_000, 310_000, 300_000, true, 284_600);
        Assert.Equal(new CappedSalary(284_600, 284_600, 10_000, 15_400), capped);
    }

    [Fact]
    public void Apply_LimitationOnStructureAlone_LeavesTheSupplement()
    {
        var capped = SalaryCeilings.Apply(230_000, 250_000, 228_000, false, 284_600);
        Assert.Equal(new CappedSalary(228_000, 248_000, 2_000, 0), capped);
    }

    [Fact]
    public void Apply_AnySalary_IsUnderEveryCeilingAndAccountsForEveryDollar()
    {
        var salaries = Gen.Choose(1, 500_000);
        var cases = salaries.Zip(salaries).Zip(salaries).ToArbitrary();
        Prop.ForAll(
            cases,
            c =>
            {
                var ((structure, supplement), limitation) = c;
                var salary = (long)structure + (supplement / 4);
                var capped = SalaryCeilings.Apply(structure, salary, limitation, true, 284_600);
                return capped.Salary <= limitation && capped.Salary <= 284_600 && capped.StructureSalary <= capped.Salary
                    && capped.Salary + capped.CutByLimitation + capped.CutByRange == salary;
            }).QuickCheckThrowOnFailure();
    }
}
