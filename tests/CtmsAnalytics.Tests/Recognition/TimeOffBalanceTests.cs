using CtmsAnalytics.Recognition;
using CtmsAnalytics.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Recognition;

public sealed class TimeOffBalanceTests
{
    private static readonly DateOnly Date = new(2027, 6, 6);

    [Theory]
    [InlineData(39, 39)]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    public void InOffer_AtTheLimit_StopsThere(int asked, int granted) => Assert.Equal(granted, RecognitionTimeOff.InOffer(asked, 40));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(25, 25)]
    [InlineData(26, 26)]
    [InlineData(27, 26)]
    [InlineData(null, 26)]
    public void UseWindow_AtTheLongest_StopsThere(int? asked, int window) => Assert.Equal(window, RecognitionTimeOff.UseWindow(asked, 26));

    [Fact]
    public void Capacity_Hours_AreWorthTheHourlyRate() => Assert.Equal(1_706_40, RecognitionTimeOff.Capacity(40, 42_66));

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 8)]
    [InlineData(125, 8)]
    [InlineData(126, 0)]
    public void Use_WindowOf26Periods_IsThatOfTheGrantAndThe25After(int period, int used)
    {
        var use = TimeOffBalance.Empty.Grant(100, 40, 26).Use(period, 8);
        Assert.Equal(used, use.Used);
        Assert.Equal(8 - used, use.Missing);
        Assert.Equal(40 - used, use.Balance.Hours);
    }

    [Fact]
    public void Use_SeveralGrants_TakesTheOldestFirst()
    {
        var use = TimeOffBalance.Empty.Grant(100, 10, 26).Grant(101, 20, 5).Use(102, 15);
        Assert.Equal([new TimeOffLot(101, 105, 15)], use.Balance.Lots);
        Assert.Equal((15, 0), (use.Used, use.Missing));
    }

    [Theory]
    [InlineData(125, 0)]
    [InlineData(126, 40)]
    public void Expire_AfterTheLastPeriod_ForfeitsWithAFinding(int period, int forfeited)
    {
        var result = TimeOffBalance.Empty.Grant(100, 40, 26).Grant(110, 8, 26).Expire(period);
        Assert.Equal(forfeited, result.Hours);
        Assert.Equal(48 - forfeited, result.Balance.Hours);
        var finding = result.ToFinding("P1", Date);
        if (forfeited == 0) Assert.Null(finding);
        else Assert.Equal((RecognitionTimeOff.Expired, FindingUnit.Hours, 48L, 8L), (finding!.Rule, finding.Unit, finding.Before, finding.After));
    }

    [Fact]
    public void Separate_HoursLeft_AreForfeitedNotPaid()
    {
        var result = TimeOffBalance.Empty.Grant(100, 40, 26).Use(101, 12).Balance.Separate();
        Assert.Equal((0, 28), (result.Balance.Hours, result.Hours));
        Assert.Equal(RecognitionTimeOff.Separated, result.ToFinding("P1", Date)!.Rule);
        Assert.DoesNotContain(typeof(TimeOffBalance).GetMethods(), m => m.ReturnType == typeof(long));
    }

    [Fact]
    public void Balance_AnyHistory_AccountsForEveryHour()
    {
        var step = Gen.Choose(0, 2).Zip(Gen.Choose(1, 40)).Zip(Gen.Choose(1, 26));
        Prop.ForAll(
            step.ArrayOf().ToArbitrary(),
            steps =>
            {
                var balance = TimeOffBalance.Empty;
                int granted = 0, used = 0, forfeited = 0, period = 100;
                foreach (var ((kind, hours), window) in steps)
                {
                    period += window / 4;
                    var expired = balance.Expire(period);
                    forfeited += expired.Hours;
                    balance = expired.Balance;
                    if (kind == 0)
                    {
                        balance = balance.Grant(period, hours, window);
                        granted += hours;
                    }
                    else
                    {
                        var before = balance.Hours;
                        var use = balance.Use(period, hours);
                        if (use.Used != Math.Min(hours, before) || use.Used + use.Missing != hours) return false;
                        balance = use.Balance;
                        used += use.Used;
                    }

                    if (balance.Hours != granted - used - forfeited || balance.Lots.Any(l => l.Hours < 1 || !l.IsOpenIn(period))) return false;
                }

                return balance.Separate().Hours == granted - used - forfeited;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Grant_ArgumentOutOfRange_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeOffBalance.Empty.Grant(100, 0, 26));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeOffBalance.Empty.Grant(100, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeOffBalance.Empty.Grant(100, 1, 1).Grant(99, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeOffBalance.Empty.Use(100, -1));
    }
}
