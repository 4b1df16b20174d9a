using System.Numerics;
using System.Runtime.Intrinsics;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.Simulation.Engine;

/// <content>Special working conditions payments (158.642): who is called in each work period, alone or by an incident, and what that pays.</content>
internal sealed partial class TileWorker
{
    private readonly double[] _specialAsked = new double[Lanes];

    private ulong[] _coveredLanes = [];
    private StageProgram[] _covering = [];
    private int _coveringCount;

    /// <summary>Finds the lanes that each program may call in a run.</summary>
    /// <returns>Whether there is any.</returns>
    private bool OpenCalls(int s, Seat seat, RunSpan run, ulong lanes)
    {
        var eligible = lanes & Eligible(s, seat, run);
        if (eligible == 0) return false;
        var programs = run.Stage.Programs;
        if (_coveredLanes.Length < programs.Length) (_coveredLanes, _covering) = (new ulong[programs.Length], new StageProgram[programs.Length]);
        _coveringCount = 0;
        foreach (var program in programs)
        {
            var covered = program.Organisations[_organisation] ? eligible & Covered(s, program) : 0;
            if (covered == 0) continue;
            _coveredLanes[_coveringCount] = covered;
            _covering[_coveringCount++] = program;
        }

        return _coveringCount != 0;
    }

    private void CallPeople(int s, Seat seat, RunSpan run, int period)
    {
        var called = 0ul;
        for (var p = 0; p < _coveringCount; p++)
        {
            if (_covering[p].Periods[period]) called |= Call(s, seat, run, _covering[p], period, _coveredLanes[p], called);
        }

        for (; called != 0; called &= called - 1) PaySpecial(s, seat, run, BitOperations.TrailingZeroCount(called), period);
    }

    /// <summary>Lanes whose salary leaves them eligible (158.642(e)).</summary>
    private ulong Eligible(int s, Seat seat, RunSpan run)
    {
        var eligible = 0ul;
        for (var g = 0; g < Groups; g++)
        {
            var below = Vector512.LessThan(Load(s, Field.Salary, g), Drawn(run.Stage.EligibilityRow, g));
            eligible |= below.ExtractMostSignificantBits() << (g * Width);
        }

        return seat.Person?.Appointment == AppointmentType.Advisory ? eligible & ~_firstSpell[s] : eligible;
    }

    private ulong Covered(int s, StageProgram program)
    {
        var lanes = 0ul;
        for (var present = _present[s]; present != 0; present &= present - 1)
        {
            var level = BitOperations.TrailingZeroCount(present);
            if (program.Levels[level]) lanes |= AtLevel(s, level);
        }

        return lanes;
    }

    /// <summary>Adds what a program asks for in a work period to the lanes that it calls.</summary>
    /// <returns>The lanes.</returns>
    private ulong Call(int s, Seat seat, RunSpan run, StageProgram program, int period, ulong lanes, ulong already)
    {
        if (program.Process < 0)
        {
            if (program.Threshold == 0) return 0;
            var called = Below(s, seat, LuckPurpose.Special, program.Index, period, program.Threshold, lanes);
            return Ask(s, run, program, period, called, already);
        }

        var (rest, all) = (lanes, 0ul);
        for (var plane = 0; plane < _incidents.Planes(program.Process, period); plane++)
        {
            var active = rest & _incidents.Active(program.Process, period, plane);
            if (active == 0) continue;
            var called = BelowIncident(s, seat, program, period, plane, active);
            rest &= ~called;
            all |= Ask(s, run, program, period, called, already | all);
        }

        return all;
    }

    private ulong Ask(int s, RunSpan run, StageProgram program, int period, ulong called, ulong already)
    {
        var asked = 0ul;
        var maximum = run.Stage.Constants.SwcMaximum;
        for (; called != 0; called &= called - 1)
        {
            var lane = BitOperations.TrailingZeroCount(called);
            if (period < _from[lane] || period >= _from[lane] + _count[lane]) continue;
            var total = (long)Value(s, Field.Total, lane);
            var percent = program.Lowest + (program.Span * Philox.Uniform(_word1[lane]));
            var amount = SwcPayment.ForPeriod(total, percent, maximum);
            if (amount == 0) continue;
            _specialAsked[lane] = ((already >> lane & 1) != 0 ? _specialAsked[lane] : 0) + amount;
            asked |= 1ul << lane;
        }

        return asked;
    }

    private void PaySpecial(int s, Seat seat, RunSpan run, int lane, int period)
    {
        var limit = SwcPayment.Limit((long)Value(s, Field.Total, lane), run.Stage.Constants.SwcMaximum);
        var asked = _specialAsked[lane];
        if (asked > limit) Touch(s, run, lane, SwcPayment.PeriodLimit, asked - limit);
        PayAdditional(s, seat, run, lane, period, 0, Math.Min(asked, limit));
    }

    /// <summary>Lanes that the incident of a plane calls; their second words are kept.</summary>
    private ulong BelowIncident(int s, Seat seat, StageProgram program, int period, int plane, ulong lanes)
    {
        var words = WordsOf(s, Luck.Word(LuckPurpose.Special, 0, program.Index));
        _philox.Words(seat.Key, DrawListOf(LuckPurpose.Special), _incidents.Starts(program.Process, period, plane), words, _word0, _word1);
        var greatest = _incidents.Greatest(program.Process, period, plane);
        var called = 0ul;
        for (var lane = 0; lane < Lanes; lane++)
        {
            if (_word0[lane] <= greatest[lane]) called |= 1ul << lane;
        }

        return called & lanes;
    }
}
