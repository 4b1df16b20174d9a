using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.SpecialWorkingConditions;
using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.PayHistory;

/// <content>What chance decides in a draw, in the place of what is assumed.</content>
public sealed partial class PersonPath
{
    private double _exposure;
    private bool _loansTold;

    private Simulation.Replays.DrawnLuck Luck => _luck ?? throw new InvalidOperationException("Chance decides nothing on this path.");

    /// <summary>The terms on which the person was hired, whose cost is booked with the first work period.</summary>
    /// <value>Default null: the person was there before.</value>
    internal HiringTerms? HiringTerms { get; init; }

    private void PayHiring()
    {
        if (!Now.IsFirst || HiringTerms is not { } terms) return;
        _record.Pay(Component.InterviewTravel, terms.InterviewTravel, "interview travel for the hire, that of other candidates included");
        _record.Pay(Component.SourcingAssessment, terms.SourcingAssessment, "sourcing and assessment for the hire, that of other candidates included");
    }

    private void TellOpening(OpenPeriod now)
    {
        if (now.IsFirst && Luck.IsHire) TellHire(now.Period);
        var year = now.Period.FirstDay.Year;
        if (now.Previous is not { } previous || previous.FirstDay.Year == year) return;
        var moves = new List<string>();
        var (raise, stated) = Luck.PayRaise(year);
        if (raise != stated) moves.Add($"base pay raise {Percent(raise)}, stated {Percent(stated)}");
        (var growth, stated) = Luck.MarketGrowth(year);
        if (growth != stated) moves.Add($"growth of the talent market {Percent(growth)}, stated {Percent(stated)}");
        if (moves.Count > 0) _record.Draw(LuckKind.Economy, $"Year {year}: {string.Join("; ", moves)}.");
    }

    private void TellHire(WorkPeriod period)
    {
        _record.Draw(LuckKind.Hire, $"Enters on duty on {period.FirstDay:yyyy-MM-dd} at work level {_workLevel}.");
        var workforce = _scenario.Workforce;
        if (workforce is not { OfferPaymentShare: > 0, OfferPaymentPercent: > 0 }) return;
        var holds = _actions.OfType<RecognitionPaymentAction>().Any();
        _record.Draw(LuckKind.Offer, $"The offer holds {(holds ? $"a recognition payment of {Percent(workforce.OfferPaymentPercent)} of salary" : "no recognition payment")}; {Percent(workforce.OfferPaymentShare)} of offers hold one.");
    }

    private void DrawRating(RecognitionPolicy recognition, WorkPeriod period)
    {
        _rating = Luck.Rating(recognition, period, _person.LastRating);
        _record.Draw(LuckKind.Rating, $"Mission impact rating {_rating}, which {Percent(recognition.RatingShares[_rating])} of people receive.");
    }

    private void DrawnPayment(double share, double? payment) => _record.Draw(LuckKind.Payment, payment is { } fraction
        ? $"A recognition payment of {Percent(fraction)} of salary, which {Percent(share)} of people with rating {_rating} receive."
        : $"No recognition payment; {Percent(share)} of people with rating {_rating} receive one.");

    private void DrawProgression(PolicyYear policy, WorkPeriod period)
    {
        if (!_scenario.Workforce.Progression.TryGetValue(_workLevel, out var progression) || progression.Probability == 0) return;
        var moves = Luck.Progresses(progression, period);
        _record.Draw(LuckKind.Progression, $"{(moves ? $"Moves from work level {_workLevel} to {progression.To}" : $"Stays at work level {_workLevel}")}; {Percent(progression.Probability)} of people move.");
        if (moves) Move(new WorkLevelAction(period.FirstDay, progression.To), policy);
    }

    private bool DrawLoans(double share)
    {
        var receives = Luck.RepaysLoans(share);
        if (!_loansTold) _record.Draw(LuckKind.StudentLoan, $"Student loans of the person are {(receives ? "" : "not ")}repaid in the years of service; they are for {Percent(share)} of people.");
        _loansTold = true;
        return receives;
    }

    /// <summary>What the programs that call the person ask for in the work period, by name.</summary>
    private IEnumerable<SpecialClaim> Called(PolicyYear policy)
    {
        foreach (var program in policy.ProgramsFor(_person.Organisation, _workLevel).Where(p => p.Covers(Now.Period)).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            if (Luck.CallOf(program, Now.Index) is not { } call) continue;
            var because = call.Incident is { } incident ? $" with the incident that began on {_periods[incident.Start].FirstDay:yyyy-MM-dd}" : "";
            _record.Draw(LuckKind.Call, $"Called under {program.Name}{because}: {Percent(call.Fraction)} of the salary computed for the work period.");
            yield return new SpecialClaim(
                SwcPayment.ForPeriod(_salary.Total, call.Fraction, _constants.SwcMaximum), false, $"{program.Name}: {Percent(Math.Min(call.Fraction, _constants.SwcMaximum))} of the salary computed for the work period");
        }
    }

    /// <summary>Adds the hazard of the work period; the person leaves at the end of the period in which it reaches what the person's luck holds, or in which the position closes.</summary>
    private void Expose(PolicyYear policy, WorkPeriod period, PeriodRates rates, bool closes)
    {
        _exposure += Exposure(policy, period);
        if (_exposure < Luck.Life && !closes) return;
        _record.Draw(LuckKind.Separation, $"Separates at the end of the work period, on {period.LastDay:yyyy-MM-dd}{(_exposure < Luck.Life ? ", because the hiring plan closes the position" : "")}.");
        _separated = true;
        EndPayments(period.Number, period.LastDay.AddDays(1));
        SettleAccount(period, rates);
    }

    private double Exposure(PolicyYear policy, WorkPeriod period)
    {
        var workforce = _scenario.Workforce;
        if (workforce.SeparationHazard.GetValueOrDefault(_workLevel) == 0) return 0;
        var target = Luck.MarketTarget(policy.Subrange(_workLevel, _member).Subrange.Market, _market, period.FirstDay.Year);
        return SeparationExposure.OfPeriod(
            SeparationExposure.AnnualHazard(workforce, _workLevel, _salary.Salary, target),
            SeparationExposure.TenureFactor(workforce, _person.EntryOnDuty, period.FirstDay),
            _constants.PeriodsPerYear);
    }
}
