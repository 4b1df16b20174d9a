using CtmsAnalytics.Calendar;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.Scenarios;

/// <summary>A special working conditions payment program (158.642).</summary>
/// <param name="Name">Name, unique among the programs.</param>
/// <param name="Condition">The special working condition in words (158.642(b)).</param>
/// <param name="Organisations">Organisations that the program covers; empty for all.</param>
/// <param name="WorkLevels">Work level codes that the program covers; empty for all.</param>
/// <param name="ExpectedShare">Expected share of covered people who work under the condition in a work period, 0 to 1.</param>
/// <param name="Percent">Payment as a fraction of the salary computed for the work period (158.642(c)).</param>
/// <param name="Start">First day on which the program holds; null from the start (158.642(d)).</param>
/// <param name="End">Last day on which the program holds; null without an end (158.642(d)).</param>
public sealed record SwcProgram(
    string Name,
    string Condition,
    IReadOnlyList<string> Organisations,
    IReadOnlyList<string> WorkLevels,
    double ExpectedShare,
    double Percent,
    DateOnly? Start,
    DateOnly? End)
{
    /// <summary>The conditions as data; several mean their combination (158.642(b)(3)).</summary>
    /// <value>Default empty: only <see cref="Condition"/> describes them.</value>
    public IReadOnlyList<SwcCondition> Conditions { get; init; } = [];

    /// <summary>How a payment is made (158.642(f)(5)).</summary>
    /// <value>Default recurring: with each work period under the conditions.</value>
    public PaymentForm Form { get; init; } = PaymentForm.Recurring;

    /// <summary>Lowest payment of the program as a fraction of the salary for the work period.</summary>
    /// <value>Default null: <see cref="Percent"/>.</value>
    public double? MinimumPercent { get; init; }

    /// <summary>Highest payment of the program as a fraction of the salary for the work period.</summary>
    /// <value>Default null: <see cref="Percent"/>.</value>
    public double? MaximumPercent { get; init; }

    /// <summary>The program's own percentage, where no determination names another: the middle of its range, as a fraction of the salary for the work period.</summary>
    public double MeanPercent => (LowestPercent + HighestPercent) / 2;

    /// <summary>Lowest payment, <see cref="MinimumPercent"/> or where that is not given <see cref="Percent"/>.</summary>
    internal double LowestPercent => MinimumPercent ?? Percent;

    /// <summary>Highest payment, <see cref="MaximumPercent"/> or where that is not given <see cref="Percent"/>.</summary>
    internal double HighestPercent => MaximumPercent ?? Percent;

    /// <summary>How incidents call people, when they do so together; <see cref="ExpectedShare"/> is then not used.</summary>
    /// <value>Default null: each person is called on its own in each work period, with the probability <see cref="ExpectedShare"/>.</value>
    public IncidentProcess? Incidents { get; init; }

    /// <summary>
    /// Whether the program holds in a work period. It holds in whole work periods only: one that lies partly before its first day or after its last day is not
    /// paid, because a payment is a part of the salary computed for a work period (158.642(c)).
    /// </summary>
    /// <param name="period">The work period.</param>
    /// <returns>True when every day of the period lies between the program's first and last day.</returns>
    public bool Covers(WorkPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return !(period.FirstDay < Start) && !(period.LastDay > End);
    }

    /// <summary>A percentage inside the program's range.</summary>
    /// <param name="fraction">Percentage that a determination names, as a fraction; null for <see cref="MeanPercent"/>.</param>
    /// <returns>The percentage, moved to the nearer end of the range where it lies outside.</returns>
    public double Within(double? fraction)
    {
        return Math.Clamp(fraction ?? MeanPercent, LowestPercent, Math.Max(LowestPercent, HighestPercent));
    }
}
