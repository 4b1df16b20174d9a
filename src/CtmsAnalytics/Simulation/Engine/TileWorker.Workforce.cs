using System.Numerics;
using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Simulation.Engine;

/// <content>Separations, vacancies and hires, lane by lane.</content>
internal sealed partial class TileWorker
{
    /// <summary>A spell ends with the last period that is counted: deferred amounts are settled and the position falls vacant.</summary>
    /// <returns>Index of the work period in which the position is filled again; the greatest number where it is not.</returns>
    private int Separate(int s, Seat seat, RunSpan run, int lane)
    {
        var bit = 1ul << lane;
        if ((_deferred[s] & bit) != 0) Settle(s, seat, run, lane);
        if (_usesSchedules) Lapse(s, run, lane);
        Move(FlowKind.Separations, run, bit);
        _occupied[s] &= ~bit;
        var uncompensated = seat.IsUncompensated && (_firstSpell[s] & bit) != 0;
        _firstSpell[s] &= ~bit;
        _cut[s] &= ~bit;
        if (uncompensated) return int.MaxValue;
        return Vacate(s, seat, lane, (int)(_from[lane] + _lastCount[lane]) - 1, _scenario.Scenario.Workforce.Backfill);
    }

    /// <summary>Decides when a position that falls vacant at the end of a work period is filled.</summary>
    private int Vacate(int s, Seat seat, int lane, int period, double share)
    {
        var index = (s * Lanes) + lane;
        var spell = (int)(_spell[index] >> 8) + 1;
        _enter[index] = int.MaxValue;
        if (period + 1 >= seat.Closes || spell > Luck.MostSpells) return int.MaxValue;
        _spell[index] = (uint)spell << 8;
        if (LuckOf(seat, s, lane).PeriodsToFill(_scenario.Hiring[_level[index]], share) is not { } periods) return int.MaxValue;
        var enter = period + 1 + periods;
        if (enter >= seat.Closes || enter >= _scenario.Periods.Count) return int.MaxValue;
        _enter[index] = enter;
        _nextEnter[s] = Math.Min(_nextEnter[s], enter);
        return enter;
    }

    private void Settle(int s, Seat seat, RunSpan run, int lane)
    {
        var account = new PayAccount
        {
            DeferredRecognition = (long)Value(s, Field.DeferredRecognition, lane),
            DeferredSpecial = (long)Value(s, Field.DeferredSpecial, lane),
        };
        var settlement = SeparationSettlement.Of(ref account, run.Stage.Other.DeferredPaidAtSeparation);
        Value(s, Field.DeferredRecognition, lane) = Value(s, Field.DeferredSpecial, lane) = 0;
        _deferred[s] &= ~(1ul << lane);
        Touch(s, run, lane, settlement.IsPaid ? SeparationSettlement.PaidOut : SeparationSettlement.Outstanding, settlement.Total);
        if (!settlement.IsPaid) return;
        Book(run, seat, s, Component.RecognitionPayment, lane, settlement.Recognition);
        Book(run, seat, s, Component.SpecialWorkingConditions, lane, settlement.Special);
        if (!_model.HasEmployerCost) return;
        var charges = EmployerCharges.Of(0, settlement.Total, (long)Value(s, Field.WagesPaid, lane), (long)run.PayYear.WageBase, run.Stage.Constants.EmployerRates);
        Book(run, seat, s, Component.SocialSecurityMedicare, lane, charges.SocialSecurity + charges.Medicare);
    }

    /// <summary>Parts of recognition payments that are not yet due end with the service.</summary>
    private void Lapse(int s, RunSpan run, int lane)
    {
        var last = (int)(_from[lane] + _lastCount[lane]) - 1;
        for (var review = 0; review <= _reviewIndex; review++)
        {
            ref var total = ref _grants[(((s * _reviewCount) + review) * Lanes) + lane];
            if (total == 0) continue;
            var outstanding = ScheduleOf(review, (long)total).OutstandingAfter(last - _reviewStart[review]);
            if (outstanding > 0) Touch(s, run, lane, RecognitionPayment.Lapsed, outstanding);
            total = 0;
        }
    }

    /// <summary>Fills the vacancies whose time is up in a run.</summary>
    /// <returns>The lanes that are occupied from then on.</returns>
    private ulong Enter(int s, Seat seat, RunSpan run, ulong vacant)
    {
        var entered = 0ul;
        for (; vacant != 0; vacant &= vacant - 1)
        {
            var lane = BitOperations.TrailingZeroCount(vacant);
            if (_enter[(s * Lanes) + lane] >= run.To) continue;
            Enter(s, seat, run, lane, _enter[(s * Lanes) + lane]);
            entered |= 1ul << lane;
        }

        if (entered == 0) return 0;
        Reprice(s, seat, run.Stage, entered);
        for (var rest = entered; rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            var terms = _scenario.Hiring[_level[(s * Lanes) + lane]];
            Book(run, seat, s, Component.InterviewTravel, lane, terms.InterviewTravel);
            Book(run, seat, s, Component.SourcingAssessment, lane, terms.SourcingAssessment);
            Offer(s, seat, run, lane);
        }

        return entered;
    }

    private void Enter(int s, Seat seat, RunSpan run, int lane, int period)
    {
        var index = (s * Lanes) + lane;
        var (stage, luck) = (run.Stage, LuckOf(seat, s, lane));
        var subrange = Subrange(stage, seat, _level[index]);
        var limitation = DrawnOf(subrange.LimitationRow, lane);
        var salary = InitialSalary.Of(
            (long)DrawnOf(subrange.MinimumRow, lane),
            (long)DrawnOf(subrange.MaximumRow, lane),
            _scenario.Hiring[_level[index]].EntryPlaceInRange,
            0,
            stage.Supplement[seat.Market],
            double.IsInfinity(limitation) ? long.MaxValue : (long)limitation,
            stage.Constants.LimitationCoversSupplement,
            (long)DrawnOf(stage.StandardRow, lane));
        _enter[index] = int.MaxValue;
        _entry[index] = period;
        _occupied[s] |= 1ul << lane;
        _plan[index] = (byte)_model.HealthPlanOf(luck.HealthEnrolment);
        _from[lane] = period;
        _count[lane] = run.To - period;
        Value(s, Field.Structure, lane) = salary.StructureSalary;
        Value(s, Field.Adjusted, lane) = 0;
        Value(s, Field.SalaryPaid, lane) = Value(s, Field.Additional, lane) = Value(s, Field.WagesPaid, lane) = 0;
        Value(s, Field.LoansInYear, lane) = Value(s, Field.LoansInAll, lane) = Value(s, Field.GrantedInYear, lane) = 0;
        Value(s, Field.Hours, lane) = stage.Constants.FullTimeHours;
        Value(s, Field.Health, lane) = run.PayYear.HealthPremium[_plan[index]];
        Value(s, Field.Left, lane) = luck.Life;
        Value(s, Field.Impact, lane) = double.NaN;
        var bands = _scenario.HireTenure[period];
        var band = TenureFactor.IndexAt(bands, period);
        Value(s, Field.Factor, lane) = bands[band].Factor;
        Value(s, Field.NextBand, lane) = band + 1 < bands.Length ? bands[band + 1].From : double.PositiveInfinity;
        Move(FlowKind.Hires, run, 1ul << lane);
    }

    /// <summary>The recognition payment in the offer of a hire (158.632(b)).</summary>
    private void Offer(int s, Seat seat, RunSpan run, int lane)
    {
        var workforce = _scenario.Scenario.Workforce;
        var constants = run.Stage.Constants;
        if (workforce.OfferPaymentShare == 0 || !LuckOf(seat, s, lane).OfferHoldsPayment(workforce.OfferPaymentShare)) return;
        var salary = (long)Value(s, Field.Salary, lane);
        var payment = RecognitionPayment.Within(RecognitionPayment.Amount(salary, workforce.OfferPaymentPercent), salary, constants.OfferMaximum, 0);
        if (payment.Cut > 0) Touch(s, run, lane, RecognitionPayment.OfferLimit, payment.Cut);
        if (ServiceAgreement.Offends(workforce.OfferAgreementMonths ?? constants.ShortestAgreement, true, constants.ShortestAgreement, constants.LongestAgreement) is { } rule)
        {
            Touch(s, run, lane, rule, payment.Granted);
            return;
        }

        if (payment.Granted == 0) return;
        _due |= 1ul << lane;
        _dueCents[lane] = payment.Granted;
    }

    private void SetLevel(int s, int lane, int level)
    {
        _levelMask[(s * _levels) + _level[(s * Lanes) + lane]] &= ~(1ul << lane);
        _level[(s * Lanes) + lane] = (byte)level;
        _levelMask[(s * _levels) + level] |= 1ul << lane;
        _present[s] |= 1u << level;
    }
}
