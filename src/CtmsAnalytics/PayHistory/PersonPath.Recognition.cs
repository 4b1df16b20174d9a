using CtmsAnalytics.Calendar;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.PayHistory;

/// <content>Recognition: the annual review and ad hoc adjustments, payments, time-off and honours (158.630-634).</content>
public sealed partial class PersonPath
{
    /// <summary>A move to a higher work level brings the salary to its subrange.</summary>
    public static readonly RuleReference WorkLevelMove = new("minimum of the work level that is entered", "158.620(a); 158.631", "raised");

    /// <summary>What a recognition adjustment adds.</summary>
    public static readonly RuleReference Adjustment = new("recognition adjustment", "158.631", "raised");

    /// <summary>A recognition payment that is granted.</summary>
    public static readonly RuleReference Payment = new("recognition payment", "158.632", "granted");

    /// <summary>A person whose share of receivers is at least this is assumed to receive a payment.</summary>
    private const double MoreLikelyThanNot = 0.5;

    private readonly List<(int Period, long Cents, string How)> _recognitionDue = [];
    private readonly List<RecognitionHoldAction> _holds = [];

    private static int OpeningRating(Scenario scenario, Deployment.RosterPerson person)
    {
        var shares = scenario.PolicyOn(scenario.Horizon.Start).Recognition.RatingShares;
        return person.LastRating ?? Enumerable.Range(0, shares.Count).MaxBy(r => shares[r]);
    }

    private void Review(PolicyYear policy, WorkPeriod period)
    {
        var recognition = policy.Policy.Recognition;
        var pool = _pools.GetValueOrDefault(period.FirstDay);
        _record.Assume($"Mission impact rating {_rating} at the review of {period.FirstDay:yyyy-MM-dd}.", false);
        if (RecognitionEligibility.Of(_rating, RecognitionEligibility.HoldOn(_holds, period.FirstDay), true).Rule is { } rule)
        {
            Find(rule, FindingUnit.None, 0, 0, $"No recognition at the review of {period.FirstDay:yyyy-MM-dd}.");
            return;
        }

        Adjust(new GuidelineMatrix(recognition.Guideline, recognition.PlaceInRangeBoundaries), pool?.Adjustments, policy);
        var share = recognition.PaymentShare[_rating];
        if (share == 0) return;
        var granted = share >= MoreLikelyThanNot;
        _record.Assume($"{Percent(share)} of people with rating {_rating} receive a recognition payment; this person is assumed {(granted ? "to receive one" : "not to")} on {period.FirstDay:yyyy-MM-dd}.", false);
        if (!granted) return;
        Price(policy, period);
        var amount = Limited(recognition.PaymentPercent[_rating], recognition.PaymentApproved ? _constants.PaymentMaximumApproved : _constants.PaymentMaximum, RecognitionPayment.Limit);
        var allowed = pool?.Payments.Allows(amount) ?? amount;
        if (allowed < amount)
            Find(RecognitionPayment.Pool, FindingUnit.Cents, amount, allowed, $"The organisation's pool holds {Money(pool!.Payments.Pool)} and the guideline asks for {Money(pool.Payments.Asked)}: every payment is scaled down alike.");
        Find(Payment, FindingUnit.Cents, 0, allowed, $"{Percent(recognition.PaymentPercent[_rating])} of salary {Dollars(_salary.Salary)} for rating {_rating}.");
        var schedule = PaymentSchedule.Of(recognition.PaymentForm, allowed, recognition.PaymentCount, recognition.PaymentPeriodsBetween);
        PayOut(schedule, period, $"the recognition payment of the review of {period.FirstDay:yyyy-MM-dd}");
    }

    private void Adjust(GuidelineMatrix guideline, RecognitionPool? pool, PolicyYear policy)
    {
        var subrange = policy.Subrange(_workLevel);
        Raise(guideline.For(_rating, _structureSalary, subrange.Minimum, subrange.Maximum), pool, policy);
    }

    private void Adjust(RecognitionAdjustmentAction action, PolicyYear policy, WorkPeriod period) => Raise(action.Fraction, null, policy);

    private void Raise(double fraction, RecognitionPool? pool, PolicyYear policy)
    {
        var subrange = policy.Subrange(_workLevel);
        var steps = RecognitionAdjustment.Guided(_structureSalary, fraction, subrange.ControlPoint, subrange.Maximum, subrange.Limitation, policy.StandardRange);
        if (RecognitionAdjustment.Excludes(_appointment, _constants.AdvisoryAdjustments) is { } rule)
        {
            if (steps.Raise > 0) Find(rule, FindingUnit.AnnualDollars, steps.AfterRange, steps.Before, "Advisory appointees receive no recognition adjustment.");
            return;
        }

        if (pool is { } p) steps = steps.Inside(p);
        if (steps.CutByControlPoint > 0) Find(RecognitionAdjustment.ControlPoint, FindingUnit.AnnualDollars, steps.Asked, steps.AfterControlPoint, $"The control point of {_workLevel} is {Dollars(subrange.ControlPoint!.Value)}.");
        if (steps.CutByMaximum > 0) Find(RecognitionAdjustment.Maximum, FindingUnit.AnnualDollars, steps.AfterControlPoint, steps.AfterMaximum, $"No adjustment goes past {Dollars(Math.Min(subrange.Maximum, subrange.Limitation))}, the maximum of {_workLevel}.");
        if (steps.CutByRange > 0) Find(RecognitionAdjustment.Range, FindingUnit.AnnualDollars, steps.AfterMaximum, steps.AfterRange, $"No adjustment goes past {Dollars(policy.StandardRange)}, the upper limit of the standard range.");
        if (steps.CutByPool > 0) Find(RecognitionAdjustment.Pool, FindingUnit.AnnualDollars, steps.Raise, steps.Raise - steps.CutByPool, $"The organisation's pool holds {Dollars(pool!.Value.Pool)} and the guideline asks for {Dollars(pool.Value.Asked)}: everyone's adjustment is scaled down alike.");
        var raise = steps.AfterPool - steps.Before;
        if (raise == 0) return;
        Find(Adjustment, FindingUnit.AnnualDollars, steps.Before, steps.AfterPool, $"{Percent(fraction)} of structure salary by the guideline.");
        Because($"recognition adjustment of {Dollars(raise)}", "158.631");
        _structureSalary += raise;
        _adjusted += raise;
    }

    private void Grant(RecognitionPaymentAction action, PolicyYear policy, WorkPeriod period)
    {
        Price(policy, period);
        var (maximum, rule) = action.Offer ? (_constants.OfferMaximum, RecognitionPayment.OfferLimit)
            : (action.Approved ? _constants.PaymentMaximumApproved : _constants.PaymentMaximum, RecognitionPayment.Limit);
        var total = Limited(action.Fraction, maximum, rule);
        Find(Payment, FindingUnit.Cents, 0, total, $"{Percent(action.Fraction)} of salary {Dollars(_salary.Salary)} as asked for.");
        PayOut(PaymentSchedule.Of(action.Form, total, action.Count, action.PeriodsBetween), period, $"the recognition payment of {period.FirstDay:yyyy-MM-dd}");
    }

    private void PayOut(PaymentSchedule schedule, WorkPeriod first, string payment)
    {
        for (var i = 0; i < schedule.Count; i++)
            _recognitionDue.Add((first.Number + (i * schedule.PeriodsBetween), schedule.Part(i), schedule.Count == 1 ? payment : $"part {i + 1} of {schedule.Count} of {payment}"));
    }

    /// <summary>A payment inside its own limit.</summary>
    private long Limited(double fraction, double maximum, RuleReference rule)
    {
        var capped = RecognitionPayment.Within(RecognitionPayment.Amount(_salary.Salary, fraction), _salary.Salary, maximum, 0);
        if (capped.Cut > 0) Find(rule, FindingUnit.Cents, capped.Asked, capped.Granted, $"A payment is at most {Percent(maximum)} of salary {Dollars(_salary.Salary)}.");
        return capped.Granted;
    }

    private void Hold(RecognitionHoldAction action) => _holds.Add(action);

    private void Grant(TimeOffAction action, WorkPeriod period) => _record.Count("recognition time-off granted", action.Hours, "158.633");

    private void Use(TimeOffUseAction action, WorkPeriod period) => _record.Count("recognition time-off used", action.Hours, "158.633");

    private void Honour(HonoraryRecognitionAction action) =>
        Find(HonoraryRecognition.Honour, FindingUnit.None, 0, 0, action.Name);
}
