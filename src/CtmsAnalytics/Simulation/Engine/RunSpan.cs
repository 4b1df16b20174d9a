using CtmsAnalytics.Calendar;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>Consecutive work periods that are alike for everybody: the same policy, rates, calendar year of the paydays and fiscal year. Amounts of a whole run are booked at once.</summary>
internal sealed class RunSpan
{
    /// <summary>Index of the first work period.</summary>
    public required int From { get; init; }

    /// <summary>Index after the last work period.</summary>
    public required int To { get; init; }

    /// <summary>The first work period.</summary>
    public required WorkPeriod First { get; init; }

    /// <summary>Policy and rates that hold.</summary>
    public required Stage Stage { get; init; }

    /// <summary>Rates of the paydays' calendar year.</summary>
    public required PayYear PayYear { get; init; }

    /// <summary>Whether <see cref="Stage"/> differs from that of the run before.</summary>
    public required bool OpensStage { get; init; }

    /// <summary>Whether the first payday is the first of its calendar year in the horizon, the opening one excepted.</summary>
    public required bool OpensPayYear { get; init; }

    /// <summary>Whether loans are repaid and training is bought in the first work period.</summary>
    public required bool OpensFiscalYear { get; init; }

    /// <summary>Whether people at the start of a fiscal year are counted before the first work period.</summary>
    public required bool OpensHomeYear { get; init; }

    /// <summary>Whether the annual review is held in the first work period.</summary>
    public required bool IsReview { get; init; }

    /// <summary>Index of the fiscal year of the first weekday; outside 0 to years - 1 it is not this budget's.</summary>
    public required int Year { get; init; }

    /// <summary>Index of the fiscal year to which people who move are counted.</summary>
    public required int HomeYear { get; init; }

    /// <summary>Weekdays of a work period.</summary>
    public required int Weekdays { get; init; }

    /// <summary>Weekdays of it in <see cref="Year"/>; the rest lies in the next one. A run that is split is one work period long.</summary>
    public required int WeekdaysInYear { get; init; }

    /// <summary>Whether all of it lies in one fiscal year.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Paydays from the first one to the end of the calendar year, both included.</summary>
    public int PaydaysLeft => First.PaydaysLeft;

    /// <summary>Number of work periods.</summary>
    public int Length => To - From;
}
