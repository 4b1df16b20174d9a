using CtmsAnalytics.Calendar;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.PayHistory;

/// <content>The annual review (158.630-633), cut where the organisation's pools join people: rating; adjustment; payment, time-off and, in a draw, work-level progression.</content>
public sealed partial class PersonPath
{
    /// <summary>A person whose share of receivers is at least this is assumed to receive a payment.</summary>
    private const double MoreLikelyThanNot = 0.5;

    private OpenedReview? _review;

    /// <summary>Whether a review of the person is under way.</summary>
    internal bool IsReviewed => _review is not null;

    private OpenedReview Reviewed => _review ?? throw new InvalidOperationException("No review is under way.");

    private void OpenReview(PolicyYear policy, WorkPeriod period)
    {
        var recognition = policy.Policy.Recognition;
        if (_luck is not null)
            DrawRating(recognition, period);
        else if (!_ratingDecided)
            _record.Assume($"Mission impact rating {_rating} at the review of {period.FirstDay:yyyy-MM-dd}: {(_person.LastRating == _rating ? "the last one in the roster, which is kept" : "the most frequent one, because the roster has none")}.", false);
        var subrange = policy.Subrange(_workLevel, _member);
        var guideline = new GuidelineMatrix(recognition.Guideline, recognition.PlaceInRangeBoundaries).For(_rating, _structureSalary, subrange.Minimum, subrange.Maximum);
        _review = new OpenedReview(Standing(_rating, period), guideline, Payable(recognition, period));
    }

    /// <summary>The recognition payment that the review brings, as a fraction of salary; null for none.</summary>
    private double? Payable(RecognitionPolicy recognition, WorkPeriod period)
    {
        if (_luck is not null) return _luck.Payment(recognition, _rating, period);
        return recognition.PaymentShare[_rating] >= MoreLikelyThanNot ? recognition.MeanPaymentPercent(_rating) : null;
    }

    /// <summary>What the person brings to the organisation's pool of adjustments; null for uncompensated service. Whole US dollars of annual rate.</summary>
    internal PoolClaim? ClaimAdjustment()
    {
        if (_person.IsUncompensated) return null;
        var granted = Reviewed.Decision.Standing == RecognitionStanding.Eligible && RecognitionAdjustment.Excludes(_appointment, _constants.AdvisoryAdjustments) is null;
        return new PoolClaim(_structureSalary, granted ? Guided(Reviewed.Adjustment, Now.Policy).Raise : 0);
    }

    /// <summary>Grants the adjustment of the review.</summary>
    internal void Adjust(RecognitionPool? pool)
    {
        Decide(Reviewed.Decision, new DeferredGrant(OfReview, Reviewed.Adjustment, 0, false, pool, null), Now.Policy, Now.Period);
        Reckon(Now.Policy);
    }

    /// <summary>What the person brings to the organisation's pool of payments, after adjustments; null for uncompensated service. Cents.</summary>
    internal PoolClaim? ClaimPayment()
    {
        if (_person.IsUncompensated) return null;
        var granted = Reviewed.Decision.Standing == RecognitionStanding.Eligible && Reviewed.Payment is { } fraction
            ? Capped(fraction, Now.Policy.Policy.Recognition.PaymentApproved, false, Now.Period).Payment.Granted
            : 0;
        return new PoolClaim(_salary.Salary * 100, granted);
    }

    /// <summary>Grants time-off and the payment of the review and ends it.</summary>
    internal void Recognise(RecognitionPool? pool)
    {
        var (policy, period, recognition) = (Now.Policy, Now.Period, Now.Policy.Policy.Recognition);
        if (Reviewed.Decision.Standing == RecognitionStanding.Eligible && recognition.TimeOffHours.Count > 0 && recognition.TimeOffHours[_rating] > 0)
            Grant(new TimeOffAction(period.FirstDay, recognition.TimeOffHours[_rating], null, false), policy, period);
        TellPayment(recognition, period);
        if (Reviewed.Payment is { } fraction)
        {
            var payment = new DeferredGrant(OfReview, 0, fraction, recognition.PaymentApproved, null, pool)
            {
                Form = recognition.PaymentForm,
                Count = recognition.PaymentCount,
                PeriodsBetween = recognition.PaymentPeriodsBetween,
            };
            Decide(Reviewed.Decision, payment, policy, period);
        }

        if (_luck is not null) DrawProgression(policy, period);
        _review = null;
    }

    private void TellPayment(RecognitionPolicy recognition, WorkPeriod period)
    {
        var share = recognition.PaymentShare[_rating];
        if (share == 0) return;
        if (_luck is null)
            _record.Assume($"{Percent(share)} of people with rating {_rating} receive a recognition payment; this person is assumed {(Reviewed.Payment is null ? "not to" : "to receive one")} on {period.FirstDay:yyyy-MM-dd}.", false);
        else
            DrawnPayment(share, Reviewed.Payment);
    }

    private string OfReview => $"the review of {Now.Period.FirstDay:yyyy-MM-dd}";

    /// <summary>A review that is under way.</summary>
    /// <param name="Decision">Whether the person may be recognised.</param>
    /// <param name="Adjustment">Recognition adjustment of the guideline, as a fraction of structure salary.</param>
    /// <param name="Payment">Recognition payment as a fraction of salary; null for none.</param>
    private sealed record OpenedReview(RecognitionDecision Decision, double Adjustment, double? Payment);
}

/// <summary>What one person brings to a pool of the organisation.</summary>
/// <param name="Base">Salary that the pool is a part of.</param>
/// <param name="Asked">What the person would receive without the pool.</param>
internal readonly record struct PoolClaim(long Base, long Asked);
