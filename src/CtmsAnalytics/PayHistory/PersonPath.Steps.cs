using CtmsAnalytics.Calendar;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.PayHistory;

/// <content>The work periods one by one. A period is one step, or three where the pools of a review have to be computed from everybody's claims between them.</content>
public sealed partial class PersonPath
{
    private OpenPeriod? _now;

    /// <summary>Whether the person has left.</summary>
    internal bool HasSeparated => _separated;

    /// <summary>Code of the work level that the person is at.</summary>
    internal string WorkLevel => _workLevel;

    /// <summary>Paid hours of the work period.</summary>
    internal int PaidHours => _paidHours;

    /// <summary>What has happened so far.</summary>
    internal PathRecord Record => _record;

    private OpenPeriod Now => _now ?? throw new InvalidOperationException("No work period is open.");

    /// <summary>Goes through the review of the work period, if there is one, with the pools that are known.</summary>
    internal void Review()
    {
        if (!IsReviewed) return;
        var pool = _pools.GetValueOrDefault(Now.Period.FirstDay);
        Adjust(pool?.Adjustments);
        Recognise(pool?.Payments);
    }

    /// <summary>Begins a work period: what takes effect, personnel actions, paid hours; in a review, the rating. The first period of a path need not be that of the horizon.</summary>
    /// <param name="index">Index of the work period in the horizon, one after the last.</param>
    internal void Open(int index)
    {
        var (before, period) = (_now?.Policy, _periods[index]);
        var policy = _policies.For(period);
        var now = _now = new OpenPeriod(index, policy, period, index == 0 ? null : _periods[index - 1], before is null);
        _constants = _policies.Constants(period.FirstDay);
        _record.Open(period);
        if (_rates?.CalendarYear != period.CalendarYear) _rates = new PeriodRates(period.CalendarYear, _parameters, _scenario.AggregateLimit);
        if (_luck is not null) TellOpening(now);
        if (before is null) OpenSalary(policy, period);
        else if (!ReferenceEquals(policy, before)) ChangePolicy(before, policy);
        while (_actions.TryPeek(out var action) && action.Effective <= period.FirstDay && !_separated) Carry(_actions.Dequeue(), policy, period);
        if (_separated) return;
        Expire(period);
        Settle(policy, period);
        Move(period);
        CountHours(period);
        Reckon(policy);
        if (now.IsFirst) CheckAppointment(period);
        if (PolicyTimeline.IsReview(period, now.Previous, policy) && _person.EntryOnDuty < period.FirstDay) OpenReview(policy, period);
    }

    /// <summary>Ends a work period: salary, everything that is paid beside it, employer cost; in a draw, separation.</summary>
    /// <param name="leaves">Whether the position closes with the period, so that the person leaves.</param>
    internal void Close(bool leaves = false)
    {
        var (policy, period) = (Now.Policy, Now.Period);
        Reckon(policy);
        TellSalary(policy, period);
        _record.WorkLevel = _workLevel;
        if (Now.IsFirst && _luck?.IsHire != true) OpenAccount(period);
        if (PolicyTimeline.OpensFiscalYear(_calendar, _scenario.Horizon, period, Now.Previous)) BuyYearly(period);
        PayHiring();
        Pay(policy, period, _rates!);
        if (_luck is not null) Expose(policy, period, _rates!, leaves);
    }

    /// <summary>The work period that a path stands in.</summary>
    /// <param name="Index">Its index in the horizon.</param>
    /// <param name="Policy">The policy in force.</param>
    /// <param name="Period">The work period.</param>
    /// <param name="Previous">The one before; null for the first of the horizon.</param>
    /// <param name="IsFirst">Whether it is the first of the path.</param>
    private sealed record OpenPeriod(int Index, PolicyYear Policy, WorkPeriod Period, WorkPeriod? Previous, bool IsFirst);
}
