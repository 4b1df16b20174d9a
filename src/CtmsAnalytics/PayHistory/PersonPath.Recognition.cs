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

    /// <summary>Recognition that is held while performance or conduct is in question, or barred.</summary>
    public static readonly RuleReference Held = new("recognition held", "158.630(c)", "deferred");

    /// <summary>A person whose share of receivers is at least this is assumed to receive a payment.</summary>
    private const double MoreLikelyThanNot = 0.5;

    private readonly List<(int Period, long Cents, string How)> _recognitionDue = [];
    private RecognitionHoldAction? _hold;

    private static int OpeningRating(Scenario scenario, Deployment.RosterPerson person)
    {
        var shares = scenario.PolicyOn(scenario.Horizon.Start).Recognition.RatingShares;
        return person.LastRating ?? Enumerable.Range(0, shares.Count).MaxBy(r => shares[r]);
    }

    private void Review(PolicyYear policy, WorkPeriod period)
    {
        var recognition = policy.Policy.Recognition;
        var pool = _pools.GetValueOrDefault(period.FirstDay);
        if (_hold is { } hold && (hold.Until is null || hold.Until >= period.FirstDay))
        {
            Find(Held, FindingUnit.None, 0, 0, $"Recognition is held: {hold.Reason}.");
            return;
        }

        _record.Assume($"Mission impact rating {_rating} at the review of {period.FirstDay:yyyy-MM-dd}.", false);
        Adjust(recognition.Guideline[_rating], pool?.Adjustments, policy);
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
        _recognitionDue.Add((period.Number, allowed, $"recognition payment of the review of {period.FirstDay:yyyy-MM-dd}"));
    }

    private void Adjust(IReadOnlyList<double> guideline, RecognitionPool? pool, PolicyYear policy)
    {
        var subrange = policy.Subrange(_workLevel);
        var third = RecognitionAdjustment.ThirdOfRange(_structureSalary, subrange.Minimum, subrange.Maximum);
        Raise(guideline[third], pool, policy);
    }

    private void Adjust(RecognitionAdjustmentAction action, PolicyYear policy, WorkPeriod period) => Raise(action.Fraction, null, policy);

    private void Raise(double fraction, RecognitionPool? pool, PolicyYear policy)
    {
        var subrange = policy.Subrange(_workLevel);
        var before = _structureSalary;
        var asked = RecognitionAdjustment.Raised(before, fraction);
        var pointed = RecognitionAdjustment.Cap(before, asked, subrange.ControlPoint ?? long.MaxValue);
        var capped = RecognitionAdjustment.Cap(before, pointed, Math.Min(subrange.AdjustmentCeiling, policy.StandardRange));
        var raise = pool is { } p ? p.Allows(capped - before) : capped - before;
        if (pointed < asked) Find(RecognitionAdjustment.ControlPoint, FindingUnit.AnnualDollars, asked, pointed, $"The control point of {_workLevel} is {Dollars(subrange.ControlPoint!.Value)}.");
        if (capped < pointed) Find(RecognitionAdjustment.Maximum, FindingUnit.AnnualDollars, pointed, capped, $"No adjustment goes past {Dollars(Math.Min(subrange.AdjustmentCeiling, policy.StandardRange))}.");
        if (raise < capped - before) Find(RecognitionAdjustment.Pool, FindingUnit.AnnualDollars, capped - before, raise, $"The organisation's pool holds {Dollars(pool!.Value.Pool)} and the guideline asks for {Dollars(pool.Value.Asked)}: everyone's adjustment is scaled down alike.");
        if (raise == 0) return;
        Find(Adjustment, FindingUnit.AnnualDollars, before, before + raise, $"{Percent(fraction)} of structure salary by the guideline.");
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
        for (var i = 0; i < action.Count; i++)
        {
            var part = (total / action.Count) + (i < total % action.Count ? 1 : 0);
            _recognitionDue.Add((period.Number + (i * action.PeriodsBetween), part, $"part {i + 1} of {action.Count} of the recognition payment of {period.FirstDay:yyyy-MM-dd}"));
        }
    }

    /// <summary>A payment inside its own limit.</summary>
    private long Limited(double fraction, double maximum, RuleReference rule)
    {
        var wanted = RecognitionPayment.Amount(_salary.Salary, fraction);
        var amount = Math.Min(wanted, RecognitionPayment.Amount(_salary.Salary, maximum));
        if (amount < wanted) Find(rule, FindingUnit.Cents, wanted, amount, $"A payment is at most {Percent(maximum)} of salary {Dollars(_salary.Salary)}.");
        return amount;
    }

    private void Hold(RecognitionHoldAction action) => _hold = action.Reason == RecognitionHold.Released ? null : action;

    private void Grant(TimeOffAction action, WorkPeriod period) => _record.Count("recognition time-off granted", action.Hours, "158.633");

    private void Use(TimeOffUseAction action, WorkPeriod period) => _record.Count("recognition time-off used", action.Hours, "158.633");

    private void Honour(HonoraryRecognitionAction action) =>
        Find(new RuleReference("honorary recognition", "158.634", "granted"), FindingUnit.None, 0, 0, action.Name);
}
