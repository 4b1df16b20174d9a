using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Simulation.Engine;

/// <content>One position through one run: salary and employer cost of all its like work periods at once, for as many of them as each draw's occupant serves.</content>
internal sealed partial class TileWorker
{
    /// <summary>Books a run. A draw in which the occupant separates and the position is filled again inside the run takes another pass.</summary>
    private void BookRun(int s, Seat seat, RunSpan run)
    {
        _period = run.From;
        var lanes = _occupied[s];
        FillSpans(lanes, run);
        if (_nextEnter[s] < run.To)
        {
            lanes |= Enter(s, seat, run, _active & ~_occupied[s]);
            _nextEnter[s] = NextEnter(s);
        }

        while (lanes != 0)
        {
            var left = BookPass(s, seat, run, lanes);
            if (left == 0) break;
            Array.Copy(_count, _lastCount, Lanes);
            Array.Clear(_count);
            var next = int.MaxValue;
            for (var rest = left; rest != 0; rest &= rest - 1) next = Math.Min(next, Separate(s, seat, run, BitOperations.TrailingZeroCount(rest)));
            _nextEnter[s] = Math.Min(_nextEnter[s], next);
            lanes = next < run.To ? Enter(s, seat, run, left) : 0;
            if (lanes != 0) _nextEnter[s] = NextEnter(s);
        }
    }

    private int NextEnter(int s)
    {
        var next = int.MaxValue;
        foreach (var enter in _enter.AsSpan(s * Lanes, Lanes)) next = Math.Min(next, enter);
        return next;
    }

    /// <summary>From when and for how many periods each lane is occupied: the whole run, or not at all.</summary>
    private void FillSpans(ulong lanes, RunSpan run)
    {
        var (from, length) = (Vector512.Create((double)run.From), Vector512.Create((double)run.Length));
        for (var g = 0; g < Groups; g++)
        {
            Store(_from, g * Width, from);
            Store(_count, g * Width, length & MaskOf(OfGroup(lanes, g)));
        }
    }

    /// <summary>Books the lanes' spells through the run.</summary>
    /// <returns>The lanes whose occupant separates.</returns>
    private ulong BookPass(int s, Seat seat, RunSpan run, ulong lanes)
    {
        var left = Survive(s, seat, run, lanes);
        if (seat.ClosesOnDate && seat.Closes == run.To) left |= lanes;
        _extras = 0;
        if (run.OpensPayYear || _due != 0) PayDue(s, seat, run, lanes);
        PayByPeriod(s, seat, run, lanes);
        var (wagesField, basicField) = (WagesOf(seat), BasicOf(seat));
        for (var g = 0; g < Groups; g++)
        {
            if (OfGroup(lanes, g) != 0) BookGroup(s, seat, run, g, OfGroup(lanes, g), wagesField, basicField);
        }

        if (_extras != 0) ChargeExtras(s, seat, run, wagesField);
        if ((_cut[s] & lanes) != 0) TouchCuts(s, seat, run, _cut[s] & lanes);
        return left;
    }

    /// <summary>Adds the run's exposure to each lane's accumulated hazard and shortens the spells that end in it.</summary>
    private ulong Survive(int s, Seat seat, RunSpan run, ulong lanes)
    {
        var separated = 0ul;
        var end = Vector512.Create((double)run.To);
        for (var g = 0; g < Groups; g++)
        {
            var bits = OfGroup(lanes, g);
            if (bits == 0) continue;
            var count = Load(_count, g * Width);
            var perPeriod = Load(s, Field.PerPeriod, g);
            var left = Load(s, Field.Left, g);
            var banded = (Vector512.LessThan(Load(s, Field.NextBand, g), end) & MaskOf(bits)).ExtractMostSignificantBits();
            var after = left - (count * perPeriod);
            var ended = Vector512.LessThanOrEqual(after, Vector512<double>.Zero) & Vector512.GreaterThan(count, Vector512<double>.Zero);
            if (banded == 0)
            {
                Store(s, Field.Left, g, Vector512.ConditionalSelect(Vector512.GreaterThan(count, Vector512<double>.Zero), after, left));
            }
            else
            {
                var calm = MaskOf(~banded & 0xFF & bits);
                ended &= calm;
                Set(s, Field.Left, g, calm, after);
                for (; banded != 0; banded &= banded - 1)
                {
                    var lane = (g * Width) + BitOperations.TrailingZeroCount(banded);
                    if (SurviveBands(s, seat, run, lane)) separated |= 1ul << lane;
                }
            }

            for (var hit = ended.ExtractMostSignificantBits(); hit != 0; hit &= hit - 1)
            {
                var lane = BitOperations.TrailingZeroCount(hit);
                _count[(g * Width) + lane] = PeriodsUntil(left[lane], perPeriod[lane]);
                separated |= 1ul << ((g * Width) + lane);
            }
        }

        return separated;
    }

    /// <summary>Work periods until an exposure is used up, whole numbers below 2^53 all.</summary>
    private static double PeriodsUntil(double left, double perPeriod) => ((long)left + (long)perPeriod - 1) / (long)perPeriod;

    /// <summary>The same for a lane whose tenure factor changes in the run.</summary>
    private bool SurviveBands(int s, Seat seat, RunSpan run, int lane)
    {
        var bands = (_firstSpell[s] >> lane & 1) != 0 ? seat.Tenure : _scenario.HireTenure[_entry[(s * Lanes) + lane]];
        ref var left = ref Value(s, Field.Left, lane);
        ref var perPeriod = ref Value(s, Field.PerPeriod, lane);
        ref var next = ref Value(s, Field.NextBand, lane);
        var at = (int)_from[lane];
        while (at < run.To)
        {
            if (next <= at)
            {
                var band = TenureFactor.IndexAt(bands, at);
                Value(s, Field.Factor, lane) = bands[band].Factor;
                next = band + 1 < bands.Length ? bands[band + 1].From : double.PositiveInfinity;
                perPeriod = PerPeriod(Vector512.Create(Value(s, Field.Hazard, lane)), Vector512.Create(bands[band].Factor), run.Stage.Constants.PeriodsPerYear)[0];
            }

            var periods = (int)Math.Min(run.To, next) - at;
            if (left - (periods * perPeriod) <= 0)
            {
                at += (int)PeriodsUntil(left, perPeriod);
                _count[lane] = at - _from[lane];
                return true;
            }

            left -= periods * perPeriod;
            at += periods;
        }

        return false;
    }

    private void BookGroup(int s, Seat seat, RunSpan run, int g, ulong bits, Field wagesField, Field basicField)
    {
        var n = Load(_count, g * Width);
        var total = Load(s, Field.Total, g);
        if (_books)
        {
            for (var present = _present[s]; present != 0; present &= present - 1)
            {
                var level = BitOperations.TrailingZeroCount(present);
                var here = OfGroup(AtLevel(s, level), g) & bits;
                if (here == 0) continue;
                BookSalary(s, seat, run, seat.Cells[level], g, here == bits ? n : n & MaskOf(here), total, basicField);
                if (here == bits) break;
            }

            BookHours(run, g, n * Load(s, Field.Hours, g));
        }

        if (_model.HasEmployerCost) Charge(s, seat, run, g, bits, n, Load(s, wagesField, g));
        Store(s, Field.SalaryPaid, g, Load(s, Field.SalaryPaid, g) + (n * total));
    }

    /// <summary>Books salary, its parts and the contributions that rest on it for the periods of the lanes at one work level.</summary>
    private void BookSalary(int s, Seat seat, RunSpan run, int cell, int g, Vector512<double> periods, Vector512<double> total, Field basicField)
    {
        var (own, unadjusted) = (Load(s, Field.Own, g), Load(s, Field.Unadjusted, g));
        Book(run, cell, Component.Salary, g, periods * unadjusted);
        Book(run, cell, Component.RecognitionAdjustment, g, periods * (own - unadjusted));
        Book(run, cell, Component.Supplement, g, periods * (total - own));
        if (seat.NonforeignArea is not null) Book(run, cell, Component.NonforeignAllowance, g, periods * Load(s, Field.Allowance, g));
        if (!_model.HasEmployerCost) return;
        var rates = run.Stage.Constants.EmployerRates;
        var basic = Load(s, basicField, g);
        var worked = Vector512.GreaterThan(Load(s, Field.Hours, g), Vector512<double>.Zero);
        Book(run, cell, Component.Retirement, g, periods * LaneMath.HalfUp(basic * rates.Retirement));
        Book(run, cell, Component.SavingsPlan, g, periods * LaneMath.HalfUp(basic * rates.SavingsPlan));
        Book(run, cell, Component.HealthAndLife, g, periods * ((Load(s, Field.Health, g) + Load(s, Field.Life, g)) & worked));
    }

    /// <summary>Social Security and Medicare of the lanes that are paid nothing but salary in the run.</summary>
    private void Charge(int s, Seat seat, RunSpan run, int g, ulong bits, Vector512<double> n, Vector512<double> wages)
    {
        var extras = OfGroup(_extras, g);
        if (extras == bits) return;
        if (extras != 0) n &= MaskOf(~extras & 0xFF);
        var rates = run.Stage.Constants.EmployerRates;
        var (one, zero) = (Vector512<double>.One, Vector512<double>.Zero);
        var paid = Load(s, Field.WagesPaid, g);
        var room = Vector512.Max(zero, Vector512.Create(run.PayYear.WageBase) - paid);
        var full = Vector512.Min(n, LaneMath.Quotient(room, Vector512.Max(one, wages)));
        var rest = Vector512.Min(wages, room - (full * wages)) & Vector512.LessThan(full, n);
        var charges = (full * LaneMath.HalfUp(wages * rates.SocialSecurity)) + LaneMath.HalfUp(rest * rates.SocialSecurity) + (n * LaneMath.HalfUp(wages * rates.Medicare));
        Store(s, Field.WagesPaid, g, paid + (n * wages));
        if (!_books) return;
        for (var present = _present[s]; present != 0; present &= present - 1)
        {
            var level = BitOperations.TrailingZeroCount(present);
            var here = OfGroup(AtLevel(s, level), g) & bits;
            if (here == 0) continue;
            Book(run, seat.Cells[level], Component.SocialSecurityMedicare, g, here == bits ? charges : charges & MaskOf(here));
            if (here == bits) break;
        }
    }

    private void BookHours(RunSpan run, int g, Vector512<double> hours)
    {
        var row = ((run.Year * DrawTile.Flows) + (int)FlowKind.HourWeekdays) * Lanes;
        if (run.Year >= 0 && run.Year < _years) Add(_tile.Movement, row + (g * Width), hours * run.WeekdaysInYear);
        if (run.IsWhole || run.Year + 1 < 0 || run.Year + 1 >= _years) return;
        Add(_tile.Movement, row + (DrawTile.Flows * Lanes) + (g * Width), hours * (run.Weekdays - run.WeekdaysInYear));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Book(RunSpan run, int cell, Component component, int g, Vector512<double> cents)
    {
        var row = (((((cell * _years) + run.Year) * DrawTile.Components) + (int)component) * Lanes) + (g * Width);
        if (run.IsWhole)
        {
            if ((uint)run.Year < (uint)_years) Add(_costs, row, cents);
            return;
        }

        BookSplit(run, row, cents);
    }

    private void BookSplit(RunSpan run, int row, Vector512<double> cents)
    {
        var next = LaneMath.Quotient(cents * (run.Weekdays - run.WeekdaysInYear), run.Weekdays);
        if ((uint)run.Year < (uint)_years) Add(_costs, row, cents - next);
        if ((uint)(run.Year + 1) < (uint)_years) Add(_costs, row + (DrawTile.Components * Lanes), next);
    }

    /// <summary>Books an amount of one lane.</summary>
    private void Book(RunSpan run, Seat seat, int s, Component component, int lane, double cents)
    {
        if (!_books || cents == 0) return;
        var cell = seat.Cells[_level[(s * Lanes) + lane]];
        var row = (((((cell * _years) + run.Year) * DrawTile.Components) + (int)component) * Lanes) + lane;
        var next = run.IsWhole ? 0 : (long)cents * (run.Weekdays - run.WeekdaysInYear) / run.Weekdays;
        if (run.Year >= 0 && run.Year < _years) _costs[row] += cents - next;
        if (next != 0 && run.Year + 1 >= 0 && run.Year + 1 < _years) _costs[row + (DrawTile.Components * Lanes)] += next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(double[] rows, int index, Vector512<double> amount) => Store(rows, index, Load(rows, index) + amount);

    private void TouchCuts(int s, Seat seat, RunSpan run, ulong lanes)
    {
        var range = IsExtended(seat, run.From) ? SalaryRange.ExtendedRange : SalaryCeilings.StandardRange;
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            if (_count[lane] == 0) continue;
            if (Value(s, Field.CutByLimitation, lane) is > 0 and var limited) Touch(s, run, lane, SalaryCeilings.Limitation, limited * _count[lane]);
            if (Value(s, Field.CutByRange, lane) is > 0 and var ranged) Touch(s, run, lane, range, ranged * _count[lane]);
        }
    }
}
