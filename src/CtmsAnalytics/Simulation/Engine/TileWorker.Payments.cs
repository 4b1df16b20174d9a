using System.Numerics;
using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Engine;

/// <content>Additional compensation inside the aggregate limit (158.604), lane by lane, and the contributions on it.</content>
internal sealed partial class TileWorker
{
    private readonly int[] _extraCount = new int[Lanes];
    private readonly int[] _extraPeriod;
    private readonly double[] _extraCents;
    private readonly double[] _dueCents = new double[Lanes];
    private ulong _extras;
    private ulong _due;

    /// <summary>Pays what is due when a run or a spell begins: deferred amounts, and recognition payments at once.</summary>
    private void PayDue(int s, Seat seat, RunSpan run, ulong lanes)
    {
        if (run.OpensPayYear)
        {
            for (var rest = _deferred[s] & lanes; rest != 0; rest &= rest - 1) Release(s, seat, run, BitOperations.TrailingZeroCount(rest));
        }

        for (var rest = _due & lanes; rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            PayAdditional(s, seat, run, lane, (int)_from[lane], _dueCents[lane], 0);
        }

        _due = 0;
    }

    /// <summary>Pays what belongs to single work periods, in their order: payments in parts, special working conditions, and what is bought once a fiscal year.</summary>
    private void PayByPeriod(int s, Seat seat, RunSpan run, ulong lanes)
    {
        var calls = run.Stage.Programs.Length > 0 && OpenCalls(s, seat, run, lanes);
        if (calls || _usesSchedules)
        {
            for (var t = run.From; t < run.To; t++)
            {
                if (_usesSchedules) PayScheduled(s, seat, run, lanes, t);
                if (calls) CallPeople(s, seat, run, t);
                if (t == run.From && run.OpensFiscalYear) PayYearly(s, seat, run, lanes);
            }
        }
        else if (run.OpensFiscalYear)
        {
            PayYearly(s, seat, run, lanes);
        }
    }

    /// <summary>Parts of payments that reviews granted.</summary>
    private void PayScheduled(int s, Seat seat, RunSpan run, ulong lanes, int period)
    {
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            if (period < _from[lane] || period >= _from[lane] + _count[lane]) continue;
            var due = 0L;
            for (var review = 0; review <= _reviewIndex; review++)
            {
                var total = (long)_grants[(((s * _reviewCount) + review) * Lanes) + lane];
                if (total > 0) due += ScheduleOf(review, total).DueAfter(period - _reviewStart[review]);
            }

            if (due > 0) PayAdditional(s, seat, run, lane, period, due, 0);
        }
    }

    private PaymentSchedule ScheduleOf(int review, long total)
    {
        var policy = _reviewPolicy[review];
        return PaymentSchedule.Of(policy.PaymentForm, total, policy.PaymentCount, policy.PaymentPeriodsBetween);
    }

    /// <summary>Room under the aggregate limit for additional compensation: salary to the end of the calendar year is spoken for. The same in every period of a run but for what is paid in it.</summary>
    private double HeadroomOf(int s, RunSpan run, int lane)
    {
        var paydaysLeft = run.PaydaysLeft - ((int)_from[lane] - run.From);
        return Math.Max(0, (DrawnOf(run.PayYear.LimitRow, lane) * 100) - Value(s, Field.SalaryPaid, lane) - (Value(s, Field.Total, lane) * paydaysLeft) - Value(s, Field.Additional, lane));
    }

    /// <summary>Pays recognition and special working conditions of one lane and work period as far as the aggregate limit leaves room.</summary>
    private void PayAdditional(int s, Seat seat, RunSpan run, int lane, int period, double recognition, double special)
    {
        var headroom = HeadroomOf(s, run, lane);
        var paidRecognition = Math.Min(headroom, recognition);
        var paidSpecial = Math.Min(headroom - paidRecognition, special);
        var excess = recognition - paidRecognition + (special - paidSpecial);
        if (excess > 0) Exceed(s, run, lane, recognition - paidRecognition, special - paidSpecial);
        Value(s, Field.Additional, lane) += paidRecognition + paidSpecial;
        Book(run, seat, s, Component.RecognitionPayment, lane, paidRecognition);
        Book(run, seat, s, Component.SpecialWorkingConditions, lane, paidSpecial);
        AddWages(lane, period, paidRecognition + paidSpecial);
    }

    private void Exceed(int s, RunSpan run, int lane, double recognition, double special)
    {
        var deferred = _scenario.Scenario.AggregateLimit.Excess == ExcessTreatment.Deferred;
        Touch(s, run, lane, deferred ? Headroom.Deferral : Headroom.Forfeiture, recognition + special);
        if (!deferred) return;
        Value(s, Field.DeferredRecognition, lane) += recognition;
        Value(s, Field.DeferredSpecial, lane) += special;
        _deferred[s] |= 1ul << lane;
    }

    /// <summary>Releases deferred amounts on the first payday of a calendar year.</summary>
    private void Release(int s, Seat seat, RunSpan run, int lane)
    {
        if (_count[lane] == 0 || _from[lane] > run.From) return;
        var account = new PayAccount
        {
            DeferredRecognition = (long)Value(s, Field.DeferredRecognition, lane),
            DeferredSpecial = (long)Value(s, Field.DeferredSpecial, lane),
        };
        var (recognition, special) = AdditionalCompensation.Release(ref account, (long)HeadroomOf(s, run, lane));
        Value(s, Field.DeferredRecognition, lane) = account.DeferredRecognition;
        Value(s, Field.DeferredSpecial, lane) = account.DeferredSpecial;
        if (account is { DeferredRecognition: 0, DeferredSpecial: 0 }) _deferred[s] &= ~(1ul << lane);
        Value(s, Field.Additional, lane) += recognition + special;
        Book(run, seat, s, Component.RecognitionPayment, lane, recognition);
        Book(run, seat, s, Component.SpecialWorkingConditions, lane, special);
        AddWages(lane, run.From, recognition + special);
    }

    /// <summary>Training and student loans, in the first work period that begins in a fiscal year, for those who are there.</summary>
    private void PayYearly(int s, Seat seat, RunSpan run, ulong lanes)
    {
        var other = _scenario.Scenario.OtherCompensation;
        var loans = other is { StudentLoanShare: > 0, StudentLoanAmount: > 0 };
        if (other.TrainingPerPerson == 0 && !loans) return;
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            if (_from[lane] > run.From || (seat.IsUncompensated && (_firstSpell[s] >> lane & 1) != 0)) continue;
            Book(run, seat, s, Component.Training, lane, other.TrainingPerPerson * 100);
            if (loans && LuckOf(seat, s, lane).RepaysLoans(other.StudentLoanShare)) RepayLoan(s, seat, run, lane, other.StudentLoanAmount * 100);
        }
    }

    private void RepayLoan(int s, Seat seat, RunSpan run, int lane, long asked)
    {
        if ((_firstSpell[s] >> lane & 1) != 0 && !StudentLoanRepayment.IsEligible(seat.Person!.Appointment))
        {
            Touch(s, run, lane, StudentLoanRepayment.Advisory, asked);
            return;
        }

        var other = run.Stage.Other;
        ref var inYear = ref Value(s, Field.LoansInYear, lane);
        ref var inAll = ref Value(s, Field.LoansInAll, lane);
        var repayment = StudentLoanRepayment.Of(
            asked, (long)inYear, (long)inAll, other.LoanYearMaximum, other.LoanLifetimeMaximum);
        if (repayment.CutByYear > 0) Touch(s, run, lane, StudentLoanRepayment.YearLimit, repayment.CutByYear);
        if (repayment.CutByLifetime > 0) Touch(s, run, lane, StudentLoanRepayment.LifetimeLimit, repayment.CutByLifetime);
        var paid = other.LoansInsideLimit ? Math.Min(repayment.Paid, (long)HeadroomOf(s, run, lane)) : repayment.Paid;
        if (paid < repayment.Paid) Touch(s, run, lane, Headroom.Forfeiture, repayment.Paid - paid);
        inYear += paid;
        inAll += paid;
        if (other.LoansInsideLimit) Value(s, Field.Additional, lane) += paid;
        Book(run, seat, s, Component.StudentLoan, lane, paid);
        if (other.LoansAreWages) AddWages(lane, run.From, paid);
    }

    /// <summary>Notes wages beside salary in a work period; periods of a lane come in order.</summary>
    private void AddWages(int lane, int period, double cents)
    {
        if (cents == 0 || !_model.HasEmployerCost) return;
        if ((_extras >> lane & 1) == 0)
        {
            _extras |= 1ul << lane;
            _extraCount[lane] = 0;
        }

        var (start, count) = (lane * _model.MostPeriodsInRun, _extraCount[lane]);
        if (count > 0 && _extraPeriod[start + count - 1] == period)
        {
            _extraCents[start + count - 1] += cents;
            return;
        }

        _extraPeriod[start + count] = period;
        _extraCents[start + count] = cents;
        _extraCount[lane]++;
    }

    /// <summary>Social Security and Medicare of the lanes that are paid more than salary in the run: each payday rounds on its own.</summary>
    private void ChargeExtras(int s, Seat seat, RunSpan run, Field wagesField)
    {
        var rates = run.Stage.Constants.EmployerRates;
        for (var rest = _extras; rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            var (wages, wageBase) = (Value(s, wagesField, lane), run.PayYear.WageBase);
            ref var paid = ref Value(s, Field.WagesPaid, lane);
            var medicare = Math.Floor((wages * rates.Medicare) + 0.5);
            var security = Math.Floor((wages * rates.SocialSecurity) + 0.5);
            var (charges, at, end) = (0.0, _from[lane], _from[lane] + _count[lane]);
            for (var i = 0; i <= _extraCount[lane]; i++)
            {
                var index = (lane * _model.MostPeriodsInRun) + i;
                var until = i < _extraCount[lane] ? _extraPeriod[index] : end;
                var alike = until - at;
                if (alike > 0)
                {
                    var room = Math.Max(0, wageBase - paid);
                    var full = wages == 0 ? alike : Math.Min(alike, Math.Floor(room / wages));
                    var part = full < alike ? Math.Min(wages, room - (full * wages)) : 0;
                    charges += (full * security) + Math.Floor((part * rates.SocialSecurity) + 0.5) + (alike * medicare);
                    paid += alike * wages;
                }

                if (i == _extraCount[lane]) break;
                var amount = wages + _extraCents[index];
                charges += Math.Floor((Math.Clamp(wageBase - paid, 0, amount) * rates.SocialSecurity) + 0.5) + Math.Floor((amount * rates.Medicare) + 0.5);
                paid += amount;
                at = until + 1;
            }

            Book(run, seat, s, Component.SocialSecurityMedicare, lane, charges);
        }
    }

    /// <summary>Counts what a rule did to a lane: cents, and the person once in a fiscal year.</summary>
    private void Touch(int s, RunSpan run, int lane, RuleReference rule, double cents)
    {
        if (!_books || !_model.RuleIndex.TryGetValue(rule, out var index)) return;
        var row = ((((run.HomeYear * _model.Layout.Rules.Count) + index) * 2) * Lanes) + lane;
        _tile.RuleEffects[row] += cents;
        ref var touched = ref _touched[(s * Lanes) + lane];
        if ((touched >> index & 1) != 0) return;
        touched |= 1ul << index;
        _tile.RuleEffects[row + Lanes]++;
    }

    private SpellLuck LuckOf(Seat seat, int s, int lane) => new(_model.Luck, seat.Key, (int)(_spell[(s * Lanes) + lane] >> 8), _firstDraw + (uint)lane);
}
