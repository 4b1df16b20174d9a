using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Engine;

/// <content>Salary, the ceilings on it and what depends on it: set again only when salary, work level, policy or a ceiling changes.</content>
internal sealed partial class TileWorker
{
    /// <summary>A new policy or new rates take effect: raised minimums, then everything that depends on them (158.621(c)).</summary>
    private void ChangeStage(int s, Seat seat, RunSpan run, Stage before)
    {
        if (_occupied[s] == 0) return;
        if (Stage.PayAlike(before, run.Stage, seat) && !_drawn.IsDrawn) return;
        var between = run.Stage.Constants.RaiseBetweenMinimums;
        for (var present = _present[s]; present != 0; present &= present - 1)
        {
            var level = BitOperations.TrailingZeroCount(present);
            var lanes = AtLevel(s, level) & _occupied[s];
            if (lanes == 0) continue;
            var (old, now) = (Subrange(before, seat, level), Subrange(run.Stage, seat, level));
            for (var g = 0; g < Groups; g++)
            {
                var bits = OfGroup(lanes, g);
                if (bits == 0) continue;
                var salary = Load(s, Field.Structure, g);
                var (oldMinimum, minimum) = (Drawn(old.MinimumRow, g), Drawn(now.MinimumRow, g));
                var moved = Vector512.LessThan(salary, minimum) & (between ? Vector512.GreaterThanOrEqual(salary, oldMinimum) : Vector512.Equals(salary, oldMinimum)) & MaskOf(bits);
                if (moved == Vector512<double>.Zero) continue;
                Store(s, Field.Structure, g, Vector512.ConditionalSelect(moved, minimum, salary));
                for (var hit = moved.ExtractMostSignificantBits(); hit != 0; hit &= hit - 1)
                {
                    var lane = BitOperations.TrailingZeroCount(hit);
                    Touch(s, run, (g * Width) + lane, StructureAdjustment.RaisedMinimum, (minimum[lane] - salary[lane]) * 100);
                }
            }
        }

        // The review comes before anything is paid, and may raise salaries again.
        if (run.IsReview) _stale[s] = _occupied[s];
        else Reprice(s, seat, run.Stage, _occupied[s]);
    }

    private void Approve(int s, Seat seat, ExtendedRangeApproval approval)
    {
        if (SalaryRange.Refusal(seat.Person!.Appointment) is not null) return;
        for (var lanes = _firstSpell[s] & _occupied[s]; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            ref var structure = ref Value(s, Field.Structure, lane);
            var raise = Math.Max(0, (approval.Salary ?? 0) - structure);
            structure += raise;
            Value(s, Field.Adjusted, lane) += raise;
        }
    }

    private void ApproveLater(int s, Seat seat, RunSpan run, ExtendedRangeApproval approval)
    {
        Approve(s, seat, approval);
        Reprice(s, seat, run.Stage, _occupied[s] & _firstSpell[s]);
    }

    private void ChangeHours(int s, Seat seat, RunSpan run)
    {
        var lanes = _occupied[s] & _firstSpell[s];
        for (var rest = lanes; rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            Value(s, Field.Hours, lane) = seat.HoursByPeriod![run.From];
            if (seat.HoursByPeriod[run.From] == 0) Value(s, Field.Health, lane) = 0;
        }

        Reprice(s, seat, run.Stage, lanes);
    }

    private StageSubrange Subrange(Stage stage, Seat seat, int level)
    {
        var subrange = stage.SubrangeOf[(seat.MemberClass * _levels) + level];
        return subrange >= 0 ? stage.Subranges[subrange] : throw Lacks(seat, level);
    }

    private Diagnostics.InputException Lacks(Seat seat, int level) =>
        new($"{seat.Id} can reach work level '{_model.Names.Levels[level]}', but the structure that pays there has no subrange for it. Add the level, or end the progression before it.");

    /// <summary>Whether a person is approved for the extended range in a run.</summary>
    private static bool IsExtended(Seat seat, int period) =>
        seat.Approval is { } approval && approval.From <= period && SalaryRange.Refusal(seat.Person!.Appointment) is null;

    /// <summary>Computes pay of a work period and the hazard of lanes of a position.</summary>
    private void Reprice(int s, Seat seat, Stage stage, ulong lanes)
    {
        for (var present = _present[s]; present != 0; present &= present - 1)
        {
            var level = BitOperations.TrailingZeroCount(present);
            var here = AtLevel(s, level) & lanes;
            if (here == 0) continue;
            var subrange = Subrange(stage, seat, level);
            var target = stage.Target[(stage.SubrangeOf[(seat.MemberClass * _levels) + level] * _model.Names.Markets.Count) + seat.Market];
            for (var g = 0; g < Groups; g++)
            {
                var bits = OfGroup(here, g);
                if (bits != 0) Reprice(s, seat, stage, subrange, _scenario.Hazard[level], target, g, bits);
            }
        }

        if (seat.HasOwnWages || seat.NonforeignArea is not null) PriceWages(s, seat, stage, lanes);
    }

    private void Reprice(int s, Seat seat, Stage stage, StageSubrange subrange, double annualHazard, double target, int g, ulong bits)
    {
        var constants = stage.Constants;
        var mask = MaskOf(bits);
        var structure = Load(s, Field.Structure, g);
        var hours = Load(s, Field.Hours, g);
        var (limitation, range) = (Drawn(subrange.LimitationRow, g), Drawn(stage.StandardRow, g));
        if (IsExtended(seat, _period))
        {
            var first = MaskOf(OfGroup(_firstSpell[s], g));
            limitation = Vector512.ConditionalSelect(first, Drawn(subrange.ExtendedLimitationRow, g), limitation);
            range = Vector512.ConditionalSelect(first, Drawn(stage.ExtendedRow, g), range);
        }

        var supplement = LaneMath.Part(structure, stage.Supplement[seat.Market]);
        var asked = structure + supplement;
        Vector512<double> limited, own;
        if (constants.LimitationCoversSupplement)
        {
            limited = Vector512.Min(asked, limitation);
            own = structure;
        }
        else
        {
            own = Vector512.Min(structure, limitation);
            limited = own + supplement;
        }

        var salary = Vector512.Min(limited, range);
        own = Vector512.Min(own, salary);
        var divisor = (double)constants.HourlyDivisor;
        var total = hours * LaneMath.HourlyRate(salary, divisor);
        var unadjusted = Vector512.Max(Vector512<double>.Zero, own - Load(s, Field.Adjusted, g));
        var zero = Vector512<double>.Zero;
        var life = Vector512.ConditionalSelect(Vector512.Equals(hours, zero), zero, LifeInsurance(salary, constants.LifeStep, constants.LifeAddition, constants.LifeRate));
        Set(s, Field.Salary, g, mask, salary);
        Set(s, Field.Total, g, mask, total);
        Set(s, Field.Own, g, mask, hours * LaneMath.HourlyRate(own, divisor));
        Set(s, Field.Unadjusted, g, mask, hours * LaneMath.HourlyRate(unadjusted, divisor));
        Set(s, Field.Life, g, mask, life);
        SetCuts(s, g, bits, mask, hours, divisor, asked, limited, salary, total);
        SetHazard(s, g, mask, annualHazard, salary, target, stage);
    }

    private void SetCuts(int s, int g, ulong bits, Vector512<double> mask, Vector512<double> hours, double divisor, Vector512<double> asked, Vector512<double> limited, Vector512<double> salary, Vector512<double> total)
    {
        var lanes = bits << (g * Width);
        if (((_cut[s] & lanes) | (Vector512.GreaterThan(asked, salary) & mask).ExtractMostSignificantBits()) == 0) return;
        var afterLimitation = hours * LaneMath.HourlyRate(limited, divisor);
        Set(s, Field.CutByLimitation, g, mask, (hours * LaneMath.HourlyRate(asked, divisor)) - afterLimitation);
        Set(s, Field.CutByRange, g, mask, afterLimitation - total);
        var cut = (Vector512.GreaterThan(asked, salary) & mask).ExtractMostSignificantBits() << (g * Width);
        _cut[s] = (_cut[s] & ~lanes) | cut;
    }

    private void SetHazard(int s, int g, Vector512<double> mask, double annualHazard, Vector512<double> salary, double target, Stage stage)
    {
        if (annualHazard == 0)
        {
            Set(s, Field.Hazard, g, mask, Vector512<double>.Zero);
            Set(s, Field.PerPeriod, g, mask, Vector512<double>.Zero);
            return;
        }

        var market = Load(_drawn.MarketGrowth, (Math.Clamp(stage.Year - _scenario.StartYear, 0, _scenario.CalendarYears - 1) * Lanes) + (g * Width)) * target;
        var hazard = Vector512.Create(annualHazard) * Deterministic.Pow(salary / market, -_scenario.Scenario.Workforce.PayElasticity);
        Set(s, Field.Hazard, g, mask, hazard);
        Set(s, Field.PerPeriod, g, mask, PerPeriod(hazard, Load(s, Field.Factor, g), stage.Constants.PeriodsPerYear));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PerPeriod(Vector512<double> hazard, Vector512<double> factor, double periodsPerYear) =>
        Vector512.Min(Vector512.Create(Luck.GreatestExposure), LaneMath.HalfUp(hazard * factor / Vector512.Create(periodsPerYear) * Luck.HazardUnit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set(int s, Field field, int g, Vector512<double> mask, Vector512<double> value) =>
        Store(s, field, g, Vector512.ConditionalSelect(mask, value, Load(s, field, g)));

    private static Vector512<double> LifeInsurance(Vector512<double> salary, double step, double addition, double rate)
    {
        var insurance = (LaneMath.Quotient(salary + Vector512.Create(step - 1), step) * step) + Vector512.Create(addition);
        return LaneMath.HalfUp(insurance / Vector512.Create(step) * rate * 100);
    }

    /// <summary>Pay that contributions rest on where it is not simply salary: reemployed annuitants, and the nonforeign allowance.</summary>
    private void PriceWages(int s, Seat seat, Stage stage, ulong lanes)
    {
        var waived = seat.HasOwnWages && stage.Other.AnnuityWaived;
        var fraction = seat.NonforeignArea is { } area ? stage.Other.Allowance[area] : 0;
        var isWages = seat.NonforeignArea is not null && stage.Other.AllowanceIsWages;
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var total = (long)Value(s, Field.Total, lane);
            var (basic, wages) = (total, total);
            if (seat.Person?.AnnuityPerYear is { } annuity && (_firstSpell[s] >> lane & 1) != 0)
            {
                basic = ReemployedAnnuitant.RetirementBase(total, waived);
                wages = ReemployedAnnuitant.Of(total, annuity, (int)Value(s, Field.Hours, lane), stage.Constants.HourlyDivisor, waived).ToPerson;
            }

            var allowance = total > 0 && seat.NonforeignArea is not null ? NonforeignAllowance.Amount(total, fraction) : 0;
            Value(s, Field.Basic, lane) = basic;
            Value(s, Field.Allowance, lane) = allowance;
            Value(s, Field.Wages, lane) = wages + (isWages ? allowance : 0);
        }
    }

    private static Field WagesOf(Seat seat) => seat.HasOwnWages || seat.NonforeignArea is not null ? Field.Wages : Field.Total;

    private static Field BasicOf(Seat seat) => seat.HasOwnWages || seat.NonforeignArea is not null ? Field.Basic : Field.Total;
}
