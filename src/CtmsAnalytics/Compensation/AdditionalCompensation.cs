using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Compensation;

/// <summary>Additional compensation of one work period inside the aggregate limit (158.604), in the order in which it is paid: what was deferred, recognition, special working conditions.</summary>
public static class AdditionalCompensation
{
    /// <summary>Opens a calendar year: the sums of the old one end; what was deferred stays.</summary>
    /// <param name="account">The person's account.</param>
    /// <param name="calendarYear">Calendar year of the payday.</param>
    /// <returns>True when the year is new to the account, so that deferred amounts are released on this payday.</returns>
    public static bool OpenYear(ref PayAccount account, int calendarYear)
    {
        if (account.CalendarYear == calendarYear) return false;
        account.CalendarYear = calendarYear;
        account.SalaryPaid = account.AdditionalPaid = account.WagesPaid = 0;
        return true;
    }

    /// <summary>Releases deferred amounts on the first payday of a calendar year, as far as there is room: recognition first.</summary>
    /// <param name="account">The person's account, opened for the calendar year.</param>
    /// <param name="headroom">Room under the aggregate limit, cents.</param>
    /// <returns>What is released, cents; the rest waits for another year.</returns>
    public static (long Recognition, long Special) Release(ref PayAccount account, long headroom)
    {
        var recognition = Math.Min(headroom, account.DeferredRecognition);
        var special = Math.Min(headroom - recognition, account.DeferredSpecial);
        account.DeferredRecognition -= recognition;
        account.DeferredSpecial -= special;
        return (recognition, special);
    }

    /// <summary>Pays a work period's additional compensation and books salary and payments to the account.</summary>
    /// <param name="account">The person's account, opened for the calendar year.</param>
    /// <param name="release">Whether deferred amounts are released: on the first payday of a calendar year.</param>
    /// <param name="limit">Aggregate limit of the calendar year, cents.</param>
    /// <param name="salary">Salary of the work period, cents.</param>
    /// <param name="paydaysLeft">Paydays to the end of the calendar year, this one included.</param>
    /// <param name="recognition">Recognition payments that are due, cents.</param>
    /// <param name="special">Special working conditions payments that are due, cents.</param>
    /// <param name="excess">What happens to an amount above the limit.</param>
    /// <returns>What is paid and what is not.</returns>
    public static AdditionalPaid Pay(
        ref PayAccount account, bool release, long limit, long salary, int paydaysLeft, long recognition, long special, ExcessTreatment excess)
    {
        var headroom = Headroom.Of(limit, account.SalaryPaid, salary, paydaysLeft, account.AdditionalPaid);
        var (releasedRecognition, releasedSpecial) = release ? Release(ref account, headroom) : (0, 0);
        var left = headroom - releasedRecognition - releasedSpecial;
        var paidRecognition = Math.Min(left, recognition);
        left -= paidRecognition;
        var paidSpecial = Math.Min(left, special);
        var excessRecognition = recognition - paidRecognition;
        var excessSpecial = special - paidSpecial;
        if (excess == ExcessTreatment.Deferred)
        {
            account.DeferredRecognition += excessRecognition;
            account.DeferredSpecial += excessSpecial;
        }

        account.SalaryPaid += salary;
        account.AdditionalPaid += releasedRecognition + releasedSpecial + paidRecognition + paidSpecial;
        return new AdditionalPaid(headroom, releasedRecognition, releasedSpecial, paidRecognition, paidSpecial, excessRecognition, excessSpecial);
    }
}

/// <summary>Additional compensation of a work period. Cents.</summary>
/// <param name="Headroom">Room under the aggregate limit before anything was paid.</param>
/// <param name="ReleasedRecognition">Recognition payments deferred in the year before and paid now.</param>
/// <param name="ReleasedSpecial">Special working conditions payments deferred in the year before and paid now.</param>
/// <param name="Recognition">Recognition payments of this work period that are paid.</param>
/// <param name="Special">Special working conditions payments of this work period that are paid.</param>
/// <param name="ExcessRecognition">Recognition payments above the limit: deferred or forfeited.</param>
/// <param name="ExcessSpecial">Special working conditions payments above the limit: deferred or forfeited.</param>
public readonly record struct AdditionalPaid(
    long Headroom,
    long ReleasedRecognition,
    long ReleasedSpecial,
    long Recognition,
    long Special,
    long ExcessRecognition,
    long ExcessSpecial)
{
    /// <summary>Everything that is paid.</summary>
    public long Total => ReleasedRecognition + ReleasedSpecial + Recognition + Special;

    /// <summary>Everything above the limit.</summary>
    public long Excess => ExcessRecognition + ExcessSpecial;
}
