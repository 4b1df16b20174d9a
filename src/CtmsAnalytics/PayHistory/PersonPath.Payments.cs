using CtmsAnalytics.Calendar;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.PayHistory;

/// <content>Recognition payments with their schedules and service agreements (158.632), and recognition time-off (158.633).</content>
public sealed partial class PersonPath
{
    /// <summary>A recognition payment that is granted.</summary>
    public static readonly RuleReference Payment = new("recognition payment", "158.632", "granted");

    /// <summary>Recognition time-off that is granted.</summary>
    public static readonly RuleReference TimeOff = new("recognition time-off", "158.633", "granted");

    /// <summary>Hours asked for beyond the balance.</summary>
    public static readonly RuleReference NoBalance = new("recognition time-off beyond the balance", "158.633", "refused");

    private readonly List<GrantedPayment> _payments = [];
    private TimeOffBalance _timeOff = TimeOffBalance.Empty;
    private (int Year, long Cents) _grantedInYear;

    private void Grant(DeferredGrant grant, PolicyYear policy, WorkPeriod period)
    {
        Reckon(policy);
        var total = Limited(grant.Payment, grant.Approved, false, period);
        var allowed = grant.PaymentPool?.Allows(total) ?? total;
        if (allowed < total)
            Find(RecognitionPayment.Pool, FindingUnit.Cents, total, allowed, $"The organisation's pool holds {Money(grant.PaymentPool!.Value.Pool)} and the guideline asks for {Money(grant.PaymentPool.Value.Asked)}: every payment is scaled down alike, to the cent below.");
        Promise(PaymentSchedule.Of(grant.Form, allowed, grant.Count, grant.PeriodsBetween), null, grant.Of, $"Asked for: {Percent(grant.Payment)} of salary {Dollars(_salary.Salary)}, from {grant.Of}.", period);
    }

    private void Grant(RecognitionPaymentAction action, PolicyYear policy, WorkPeriod period)
    {
        var decision = Standing(null, period);
        var of = $"the decision of {action.Effective:yyyy-MM-dd}";
        if (decision.Standing != RecognitionStanding.Eligible)
        {
            Decide(decision, new DeferredGrant(of, 0, action.Fraction, action.Approved, null, null) { Form = action.Form, Count = action.Count, PeriodsBetween = action.PeriodsBetween }, policy, period);
            return;
        }

        Reckon(policy);
        var (shortest, longest) = (_constants.ShortestAgreement, _constants.LongestAgreement);
        if (ServiceAgreement.Offends(action.AgreementMonths, action.Offer, shortest, longest) is { } offended)
        {
            Find(offended, FindingUnit.Cents, RecognitionPayment.Amount(_salary.Salary, action.Fraction), 0, action.AgreementMonths is { } months
                ? $"An agreement of {months} months is not between {shortest} and {longest} months: the payment is not made."
                : "A payment in an offer needs a service agreement: the payment is not made.");
            return;
        }

        var total = Limited(action.Fraction, action.Approved, action.Offer, period);
        var agreement = action.AgreementMonths is { } length ? new ServiceAgreement(period.FirstDay, length) : (ServiceAgreement?)null;
        var form = action.Form switch
        {
            PaymentForm.LumpSum => "at once",
            PaymentForm.Installments => $"in {action.Count} instalments",
            _ => $"in {action.Count} recurring amounts",
        };
        Promise(
            PaymentSchedule.Of(action.Form, total, action.Count, action.PeriodsBetween),
            agreement,
            of,
            $"Asked for: {Percent(action.Fraction)} of salary {Dollars(_salary.Salary)}, from {of}; paid {form}{(agreement is { } a ? $", with a service agreement through {a.End.AddDays(-1):yyyy-MM-dd}" : "")}.",
            period);
    }

    private void Promise(PaymentSchedule schedule, ServiceAgreement? agreement, string of, string why, WorkPeriod period)
    {
        if (schedule.Total == 0) return;
        Find(Payment, FindingUnit.Cents, 0, schedule.Total, why);
        _payments.Add(new GrantedPayment(period.Number, schedule, agreement, of));
    }

    /// <summary>A payment inside its own limit, to which payments earlier in the calendar year count where the parameter says so.</summary>
    private long Limited(double fraction, bool approved, bool offer, WorkPeriod period)
    {
        var (capped, maximum, earlier) = Capped(fraction, approved, offer, period);
        if (capped.Cut > 0)
            Find(offer ? RecognitionPayment.OfferLimit : RecognitionPayment.Limit, FindingUnit.Cents, capped.Asked, capped.Granted, $"At most {Percent(maximum)} of salary {Dollars(_salary.Salary)}{(earlier > 0 ? $", of which {Money(earlier)} were granted earlier in the calendar year" : "")}.");
        if (!offer) _grantedInYear = (period.CalendarYear, GrantedIn(period) + capped.Granted);
        return capped.Granted;
    }

    private (CappedPayment Payment, double Maximum, long Earlier) Capped(double fraction, bool approved, bool offer, WorkPeriod period)
    {
        var maximum = RecognitionPayment.MaximumOf(offer, approved, _constants.PaymentMaximum, _constants.PaymentMaximumApproved, _constants.OfferMaximum);
        var earlier = !offer && _parameters.Flag("recognition_payment_limit_per_year", _constants.Year) ? GrantedIn(period) : 0;
        return (RecognitionPayment.Within(RecognitionPayment.Amount(_salary.Salary, fraction), _salary.Salary, maximum, earlier), maximum, earlier);
    }

    /// <summary>Payments under the ordinary limit that were granted earlier in the calendar year, cents.</summary>
    private long GrantedIn(WorkPeriod period) => _grantedInYear.Year == period.CalendarYear ? _grantedInYear.Cents : 0;

    /// <summary>Recognition payments that are due in the work period, and which they are.</summary>
    private (long Cents, string How) DueRecognition(WorkPeriod period)
    {
        long due = 0;
        var parts = new List<string>();
        foreach (var payment in _payments)
        {
            var periods = period.Number - payment.Period;
            var part = payment.Schedule.DueAfter(periods);
            if (part == 0) continue;
            due += part;
            parts.Add(payment.Schedule.Count == 1 ? payment.Of : $"{payment.Of}, part {(periods / payment.Schedule.PeriodsBetween) + 1} of {payment.Schedule.Count}");
        }

        return (due, string.Join("; ", parts));
    }

    private void Grant(TimeOffAction action, PolicyYear policy, WorkPeriod period)
    {
        var decision = Standing(null, period);
        if (decision.Standing != RecognitionStanding.Eligible)
        {
            Find(decision.Rule!, FindingUnit.Hours, action.Hours, 0, "No recognition time-off is granted.");
            return;
        }

        var hours = action.Offer ? RecognitionTimeOff.InOffer(action.Hours, _constants.OfferTimeOffMaximum) : action.Hours;
        if (hours < action.Hours) Find(RecognitionTimeOff.OfferLimit, FindingUnit.Hours, action.Hours, hours, $"An offer holds at most {hours} hours.");
        var longest = (int)_parameters.InYear(action.Offer ? "offer_time_off_window" : "recognition_time_off_window", _constants.Year);
        var window = RecognitionTimeOff.UseWindow(action.UseWithinPeriods, longest);
        if (window < action.UseWithinPeriods) Find(RecognitionTimeOff.Window, FindingUnit.None, 0, 0, $"The window of {action.UseWithinPeriods} work periods is cut to {window}.");
        Reckon(policy);
        var worth = RecognitionTimeOff.Capacity(hours, HourlyRate.FromAnnual(_salary.Salary, _constants.HourlyDivisor));
        Find(TimeOff, FindingUnit.Hours, 0, hours, $"To be used within {window} work periods; work worth {Money(worth)} that is not done, and nothing that is paid.");
        _timeOff = _timeOff.Grant(period.Number, hours, window);
        _record.Count("recognition time-off granted", hours, "158.633");
    }

    private void Use(TimeOffUseAction action, WorkPeriod period)
    {
        var use = _timeOff.Use(period.Number, action.Hours);
        _timeOff = use.Balance;
        _record.Count("recognition time-off used", use.Used, "158.633");
        if (use.Missing > 0) Find(NoBalance, FindingUnit.Hours, action.Hours, use.Used, $"The balance holds {use.Used} hours.");
    }

    private void Expire(WorkPeriod period)
    {
        var forfeited = _timeOff.Expire(period.Number);
        _timeOff = forfeited.Balance;
        Tell(forfeited.ToFinding(_person.PersonId, period.FirstDay));
    }

    private void Tell(Finding? finding)
    {
        if (finding is not null) Find(finding.Rule, finding.Unit, finding.Before, finding.After, finding.Why);
    }

    /// <summary>What leaving means for payments: parts not yet paid lapse, and a service agreement that is not served to its end may be owed for.</summary>
    /// <param name="paid">Number of the last work period that the person was paid for.</param>
    /// <param name="day">First day on which the person no longer serves.</param>
    private void EndPayments(int paid, DateOnly day)
    {
        foreach (var payment in _payments)
        {
            var before = paid - payment.Period;
            var outstanding = payment.Schedule.OutstandingAfter(before);
            if (outstanding > 0) Find(RecognitionPayment.Lapsed, FindingUnit.Cents, outstanding, 0, $"Parts of the payment of {payment.Of} that are not yet due lapse.");
            if (payment.Agreement is not { } agreement) continue;
            var owed = agreement.Repayment(payment.Schedule.Total, payment.Schedule.PaidBy(before), day, _constants.Repayment);
            if (owed > 0) Find(ServiceAgreement.Owed, FindingUnit.Cents, 0, owed, $"The service agreement of {payment.Of} runs through {agreement.End.AddDays(-1):yyyy-MM-dd}; the person repays what the service has not earned. The repayment is reported and not booked.");
        }

        Tell(_timeOff.Separate().ToFinding(_person.PersonId, day));
    }

    /// <summary>A recognition payment that was granted.</summary>
    /// <param name="Period">Number of the work period of the first part.</param>
    /// <param name="Schedule">How it is paid out.</param>
    /// <param name="Agreement">Service agreement; null for none.</param>
    /// <param name="Of">Where it comes from, in words.</param>
    private sealed record GrantedPayment(int Period, PaymentSchedule Schedule, ServiceAgreement? Agreement, string Of);
}
