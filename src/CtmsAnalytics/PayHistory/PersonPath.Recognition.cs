using CtmsAnalytics.Calendar;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.PayHistory;

/// <content>Recognition: eligibility and adjustments (158.630-631); the annual review and payments have their own files.</content>
public sealed partial class PersonPath
{
    /// <summary>A move to a higher work level brings the salary to its subrange.</summary>
    public static readonly RuleReference WorkLevelMove = new("minimum of the work level that is entered", "158.620(a); 158.631", "raised");

    /// <summary>What a recognition adjustment adds.</summary>
    public static readonly RuleReference Adjustment = new("recognition adjustment", "158.631", "raised");

    private readonly List<RecognitionHoldAction> _holds = [];
    private readonly List<DeferredGrant> _deferredGrants = [];

    private static int OpeningRating(Scenario scenario, Deployment.RosterPerson person)
    {
        var shares = scenario.PolicyOn(scenario.Horizon.Start).Recognition.RatingShares;
        if (person.LastRating >= shares.Count)
            throw new InputException($"{person.PersonId} has the rating {person.LastRating} in the roster; '{scenario.Name}' has ratings 0 to {shares.Count - 1}.");
        return person.LastRating ?? Enumerable.Range(0, shares.Count).MaxBy(r => shares[r]);
    }

    private RecognitionDecision Standing(int? rating, WorkPeriod period) =>
        RecognitionEligibility.Of(rating, RecognitionEligibility.HoldOn(_holds, period.FirstDay), !_person.IsUncompensated);

    private void Adjust(RecognitionAdjustmentAction action, PolicyYear policy, WorkPeriod period) =>
        Decide(Standing(null, period), new DeferredGrant($"the decision of {action.Effective:yyyy-MM-dd}", action.Fraction, 0, false, null, null), policy, period);

    /// <summary>Grants recognition, holds it back or denies it (158.630(c)).</summary>
    private void Decide(RecognitionDecision decision, DeferredGrant grant, PolicyYear policy, WorkPeriod period)
    {
        if (grant.Adjustment == 0 && grant.Payment == 0) return;
        switch (decision.Standing)
        {
            case RecognitionStanding.Eligible:
                if (grant.Adjustment > 0) Raise(grant, policy);
                if (grant.Payment > 0) Grant(grant, policy, period);
                break;
            case RecognitionStanding.Deferred:
                Find(decision.Rule!, FindingUnit.None, 0, 0, $"Recognition of {grant.Of} is held back until the question is settled; it is not lost.");
                _deferredGrants.Add(grant);
                break;
            default:
                Find(decision.Rule!, FindingUnit.None, 0, 0, $"No recognition from {grant.Of}.");
                break;
        }
    }

    /// <summary>Puts recognition that was held back to the rules again once no hold defers it.</summary>
    private void Settle(PolicyYear policy, WorkPeriod period)
    {
        if (_deferredGrants.Count == 0) return;
        var decision = Standing(null, period);
        if (decision.Standing == RecognitionStanding.Deferred) return;
        foreach (var grant in _deferredGrants) Decide(decision, grant, policy, period);
        _deferredGrants.Clear();
    }

    private void Raise(DeferredGrant grant, PolicyYear policy)
    {
        if (RecognitionAdjustment.Excludes(_appointment, _constants.AdvisoryAdjustments) is { } excluded)
        {
            Find(excluded, FindingUnit.None, 0, 0, $"No recognition adjustment from {grant.Of} for an advisory appointee.");
            return;
        }

        var subrange = policy.Subrange(_workLevel, _member);
        var range = policy.RangeMaximum(_isExtended);
        var limitation = policy.Limitation(subrange, _isExtended);
        var steps = Guided(grant.Adjustment, policy);
        if (grant.AdjustmentPool is { } pool) steps = steps.Inside(pool);
        if (steps.CutByControlPoint > 0) Find(RecognitionAdjustment.ControlPoint, FindingUnit.AnnualDollars, steps.Asked, steps.AfterControlPoint, $"The control point of {_workLevel} is {Dollars(subrange.ControlPoint!.Value)}.");
        if (steps.CutByMaximum > 0) Find(RecognitionAdjustment.Maximum, FindingUnit.AnnualDollars, steps.AfterControlPoint, steps.AfterMaximum, $"No adjustment goes past {Dollars(Math.Min(subrange.Maximum, limitation))}, the maximum of {_workLevel} or its limitation.");
        if (steps.CutByRange > 0) Find(_isExtended ? SalaryRange.ExtendedRange : SalaryRange.AdjustmentWithoutInvocation, FindingUnit.AnnualDollars, steps.AfterMaximum, steps.AfterRange, $"The salary range of the person ends at {Dollars(range)}.");
        if (steps.CutByPool > 0) Find(RecognitionAdjustment.Pool, FindingUnit.AnnualDollars, steps.AfterRange, steps.AfterPool, $"The organisation's pool holds {Dollars(grant.AdjustmentPool!.Value.Pool)} and the guideline asks for {Dollars(grant.AdjustmentPool.Value.Asked)}: everyone's adjustment is scaled down alike, to the dollar below.");
        var raise = steps.AfterPool - steps.Before;
        if (raise == 0) return;
        Find(Adjustment, FindingUnit.AnnualDollars, steps.Before, steps.AfterPool, $"{Percent(grant.Adjustment)} of structure salary from {grant.Of}.");
        Because($"recognition adjustment of {Dollars(raise)}", "158.631");
        _structureSalary += raise;
        _adjusted += raise;
    }

    private AdjustmentSteps Guided(double fraction, PolicyYear policy)
    {
        var subrange = policy.Subrange(_workLevel, _member);
        return RecognitionAdjustment.Guided(
            _structureSalary, fraction, subrange.ControlPoint, subrange.Maximum, policy.Limitation(subrange, _isExtended), policy.RangeMaximum(_isExtended));
    }

    private void Honour(HonoraryRecognitionAction action, WorkPeriod period) => Tell(HonoraryRecognition.Report(_person.PersonId, period.FirstDay, action));

    /// <summary>Recognition that is decided on: what it is, and the pool that it must fit in.</summary>
    /// <param name="Of">Where it comes from, in words.</param>
    /// <param name="Adjustment">Recognition adjustment as a fraction of structure salary; 0 for none.</param>
    /// <param name="Payment">Recognition payment as a fraction of salary; 0 for none.</param>
    /// <param name="Approved">Whether an amount above the ordinary limit was approved.</param>
    /// <param name="AdjustmentPool">Pool of adjustments; null for none.</param>
    /// <param name="PaymentPool">Pool of payments; null for none.</param>
    private sealed record DeferredGrant(string Of, double Adjustment, double Payment, bool Approved, RecognitionPool? AdjustmentPool, RecognitionPool? PaymentPool)
    {
        /// <summary>How the payment is paid out.</summary>
        public PaymentForm Form { get; init; }

        /// <summary>Number of parts of the payment.</summary>
        public int Count { get; init; } = 1;

        /// <summary>Work periods from one part to the next.</summary>
        public int PeriodsBetween { get; init; } = 1;
    }
}
