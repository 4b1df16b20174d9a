using CtmsAnalytics.Deployment;
using CtmsAnalytics.Recognition;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Recognition;

public sealed class RecognitionAdjustmentTests
{
    [Theory]
    [InlineData(100_000, 119_999, 120_000, 119_999)]
    [InlineData(100_000, 120_000, 120_000, 120_000)]
    [InlineData(100_000, 120_001, 120_000, 120_000)]
    [InlineData(125_000, 130_000, 120_000, 125_000)]
    public void Cap_AtTheCeiling_StopsThereAndNeverLowers(long before, long raised, long ceiling, long expected) =>
        Assert.Equal(expected, RecognitionAdjustment.Cap(before, raised, ceiling));

    [Fact]
    public void Raised_HalfADollar_RoundsUp() =>
        // 90,008 x 1.0625 = 95,633.5, and 0.0625 is exact in binary.
        Assert.Equal(95_634, RecognitionAdjustment.Raised(90_008, 0.0625));

    [Fact]
    public void Guided_EveryCeiling_LeavesItsStep()
    {
        var steps = RecognitionAdjustment.Guided(100_000, 0.20, 118_000, 115_000, 114_000, 112_000).Inside(new RecognitionPool(10, 20));
        Assert.Equal(new AdjustmentSteps(100_000, 120_000, 118_000, 114_000, 112_000, 106_000), steps);
        Assert.Equal((2_000, 4_000, 2_000, 6_000), (steps.CutByControlPoint, steps.CutByMaximum, steps.CutByRange, steps.CutByPool));
    }

    [Theory]
    [InlineData(104_999, 104_999)]
    [InlineData(105_000, 105_000)]
    [InlineData(105_001, 105_000)]
    public void Guided_ControlPointAtTheRaise_StopsThere(long controlPoint, long after) =>
        Assert.Equal(after, RecognitionAdjustment.Guided(100_000, 0.05, controlPoint, 120_000, 120_000, 284_600).AfterRange);

    [Fact]
    public void Guided_ControlPointLiftedByName_GoesToTheMaximum() =>
        Assert.Equal(110_000, RecognitionAdjustment.Guided(100_000, 0.30, null, 110_000, 228_000, 284_600).AfterRange);

    [Theory]
    [InlineData(AppointmentType.Advisory, true, false)]
    [InlineData(AppointmentType.Advisory, false, true)]
    [InlineData(AppointmentType.Continuing, false, false)]
    [InlineData(AppointmentType.Renewable, false, false)]
    public void Excludes_Appointment_IsAdvisoryWhereTheParameterSaysSo(AppointmentType appointment, bool advisoryAllowed, bool excluded) =>
        Assert.Equal(excluded, RecognitionAdjustment.Excludes(appointment, advisoryAllowed) is not null);

    [Fact]
    public void Guided_AnySalaryAndCeilings_NeverLowersAndAccountsForEveryDollar()
    {
        var dollars = Gen.Choose(0, 400_000);
        var cases = dollars.Zip(Gen.Choose(0, 1000)).Zip(dollars.Zip(dollars)).Zip(dollars.Zip(dollars)).ToArbitrary();
        Prop.ForAll(
            cases,
            c =>
            {
                var (((salary, guideline), (point, maximum)), (limitation, range)) = c;
                var s = RecognitionAdjustment.Guided(salary, guideline / 1000.0, point % 3 == 0 ? null : point, maximum, limitation, range).Inside(new RecognitionPool(7, 11));
                var ceiling = Math.Max(salary, Math.Min(Math.Min(maximum, limitation), range));
                return s.Before == salary && salary <= s.AfterPool && s.AfterPool <= s.AfterRange && s.AfterRange <= s.AfterMaximum
                    && s.AfterMaximum <= s.AfterControlPoint && s.AfterControlPoint <= s.Asked && s.AfterRange <= ceiling
                    && s.Asked - s.CutByControlPoint - s.CutByMaximum - s.CutByRange - s.CutByPool == s.AfterPool;
            }).QuickCheckThrowOnFailure();
    }
}
