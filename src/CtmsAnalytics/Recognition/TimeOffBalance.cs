using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Recognition;

/// <summary>A person's recognition time-off (158.633): grants in the order in which they were made, which is the order in which hours are used. Immutable.</summary>
public sealed class TimeOffBalance
{
    /// <summary>No hours.</summary>
    public static readonly TimeOffBalance Empty = new([]);

    private readonly TimeOffLot[] _lots;

    private TimeOffBalance(TimeOffLot[] lots) => _lots = lots;

    /// <summary>Grants with hours left, the oldest first.</summary>
    public IReadOnlyList<TimeOffLot> Lots => _lots;

    /// <summary>Hours left.</summary>
    public int Hours => _lots.Sum(l => l.Hours);

    /// <summary>Adds a grant.</summary>
    /// <param name="period">Number of the work period of the grant, not before that of an earlier grant.</param>
    /// <param name="hours">Hours, above 0.</param>
    /// <param name="window">Work periods in which the hours may be used, that of the grant included, 1 or more: from <see cref="RecognitionTimeOff.UseWindow"/>.</param>
    /// <returns>The balance with the grant.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public TimeOffBalance Grant(int period, int hours, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hours, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        if (_lots.Length > 0) ArgumentOutOfRangeException.ThrowIfLessThan(period, _lots[^1].Period);
        return new TimeOffBalance([.. _lots, new TimeOffLot(period, period + window - 1, hours)]);
    }

    /// <summary>Uses hours, the oldest grant first; hours whose window has ended are not used.</summary>
    /// <param name="period">Number of the work period.</param>
    /// <param name="hours">Hours wanted, 0 or more.</param>
    /// <returns>The balance after, what was used and what was missing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The hours are negative.</exception>
    public TimeOffUse Use(int period, int hours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hours);
        var left = hours;
        var lots = new List<TimeOffLot>(_lots.Length);
        foreach (var lot in _lots)
        {
            var used = lot.IsOpenIn(period) ? Math.Min(left, lot.Hours) : 0;
            left -= used;
            if (used < lot.Hours) lots.Add(lot with { Hours = lot.Hours - used });
        }

        return new TimeOffUse(new TimeOffBalance([.. lots]), hours - left, left);
    }

    /// <summary>Takes away hours whose window has ended before a work period.</summary>
    /// <param name="period">Number of the work period.</param>
    /// <returns>The balance after and the hours that are forfeited.</returns>
    public TimeOffForfeiture Expire(int period)
    {
        var kept = Array.FindAll(_lots, l => l.LastPeriod >= period);
        var after = new TimeOffBalance(kept);
        return new TimeOffForfeiture(after, Hours - after.Hours, RecognitionTimeOff.Expired);
    }

    /// <summary>Takes away every hour because the person leaves.</summary>
    /// <returns>An empty balance and the hours that are forfeited.</returns>
    public TimeOffForfeiture Separate() => new(Empty, Hours, RecognitionTimeOff.Separated);
}

/// <summary>Hours of one grant that are left.</summary>
/// <param name="Period">Number of the work period of the grant.</param>
/// <param name="LastPeriod">Number of the last work period in which the hours may be used.</param>
/// <param name="Hours">Hours left, above 0.</param>
public readonly record struct TimeOffLot(int Period, int LastPeriod, int Hours)
{
    /// <summary>Whether the hours may be used in a work period.</summary>
    /// <param name="period">Number of the work period.</param>
    /// <returns>True from the period of the grant to the last one.</returns>
    public bool IsOpenIn(int period) => period >= Period && period <= LastPeriod;
}

/// <summary>Use of recognition time-off in a work period.</summary>
/// <param name="Balance">The balance after.</param>
/// <param name="Used">Hours used.</param>
/// <param name="Missing">Hours wanted beyond what was there.</param>
public readonly record struct TimeOffUse(TimeOffBalance Balance, int Used, int Missing);

/// <summary>Recognition time-off that is forfeited.</summary>
/// <param name="Balance">The balance after.</param>
/// <param name="Hours">Hours forfeited; 0 for none.</param>
/// <param name="Rule">The rule that forfeits them.</param>
public readonly record struct TimeOffForfeiture(TimeOffBalance Balance, int Hours, RuleReference Rule)
{
    /// <summary>The finding that reports the forfeiture.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="date">First day of the work period.</param>
    /// <returns>The finding in hours; null where nothing is forfeited.</returns>
    public Finding? ToFinding(string personId, DateOnly date) => Hours == 0
        ? null
        : new Finding(
            personId, date, Rule, FindingUnit.Hours, Balance.Hours + Hours, Balance.Hours,
            FormattableString.Invariant($"{Hours} hours of recognition time-off were not used in time; they are neither paid out nor moved to other leave."));
}
