using CtmsAnalytics.Salaries;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Salaries;

public sealed class InitialSalaryTests
{
    [Theory]
    [InlineData(0, 80_000)]
    [InlineData(0.35, 94_000)]
    [InlineData(1, 120_000)]
    public void Of_PlaceInRange_IsThatFarIntoTheSubrange(double place, long structure)
    {
        var set = InitialSalary.Of(80_000, 120_000, place, 0, 0.10, 228_000, true, 284_600);

        Assert.Equal(new SetSalary(structure, structure + (structure / 10), 0), set);
    }

    [Theory]
    [InlineData(93_999, 94_000, 0)]
    [InlineData(94_001, 94_001, 0)]
    [InlineData(120_000, 120_000, 0)]
    [InlineData(120_001, 120_000, 1)]
    public void Of_PriorSalaryWithoutSupplement_IsMetInsideTheSubrange(long prior, long structure, long shortfall) =>
        Assert.Equal(new SetSalary(structure, structure, shortfall), InitialSalary.Of(80_000, 120_000, 0.35, prior, 0, 228_000, true, 284_600));

    [Fact]
    public void Of_PriorSalaryWithSupplement_CountsTheSupplementTowardIt()
    {
        var set = InitialSalary.Of(80_000, 120_000, 0, 110_000, 0.10, 228_000, true, 284_600);

        Assert.Equal(new SetSalary(100_000, 110_000, 0), set);
    }

    [Fact]
    public void Of_WithoutRegardToPriorSalary_StaysAtThePlace() => Assert.Equal(80_000, InitialSalary.Of(80_000, 120_000, 0, 0, 0, 228_000, true, 284_600).StructureSalary);

    [Fact]
    public void Of_Limitation_CutsTheSupplementFirst() =>
        Assert.Equal(new SetSalary(120_000, 125_000, 15_000), InitialSalary.Of(80_000, 120_000, 1, 140_000, 0.10, 125_000, true, 284_600));

    [Fact]
    public void Of_AnyFigures_LieInsideSubrangeAndCeilings()
    {
        var cases = from minimum in Gen.Choose(30_000, 250_000)
                    from width in Gen.Choose(0, 100_000)
                    from place in Gen.Choose(0, 100)
                    from considered in Gen.Choose(0, 400_000)
                    from supplement in Gen.Choose(0, 5_000)
                    select (minimum, width, place, considered, supplement: supplement / 10_000.0);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var set = InitialSalary.Of(c.minimum, c.minimum + c.width, c.place / 100.0, c.considered, c.supplement, 284_600, true, 284_600);
            var ceiling = Math.Min(c.minimum + c.width, 284_600);
            var met = set.Salary >= c.considered || set.StructureSalary == ceiling || set.Salary == 284_600;
            return set.StructureSalary >= Math.Min(c.minimum, 284_600) && set.StructureSalary <= ceiling && set.Salary <= 284_600 && met && set.Shortfall == Math.Max(0, c.considered - set.Salary);
        }).QuickCheckThrowOnFailure();
    }
}
