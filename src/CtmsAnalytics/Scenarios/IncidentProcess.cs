namespace CtmsAnalytics.Scenarios;

/// <summary>
/// Incidents of an organisation that call many of its people at once (158.642). In each work period an incident begins with the probability 1 - exp(-rate of the period);
/// it lasts a number of work periods and calls a share of the eligible people, each for its whole length.
/// </summary>
/// <param name="PerYear">Incidents a year in each organisation, 0 or more (λ).</param>
/// <param name="Duration">Length of an incident, work periods, 1 or more; every number of the range is equally likely.</param>
/// <param name="LowestShare">Lowest share of people that an incident calls, 0 to 1.</param>
/// <param name="HighestShare">Highest share, at least the lowest and at most 1; every share between is equally likely.</param>
public sealed record IncidentProcess(double PerYear, PeriodRange Duration, double LowestShare, double HighestShare)
{
    /// <summary>Factor on the rate by calendar month of a work period's first day, January first: twelve numbers of 0 or more, or none.</summary>
    /// <value>Default empty: no season.</value>
    public IReadOnlyList<double> Season { get; init; } = [];

    /// <summary>Mean share of people that an incident calls.</summary>
    public double MeanShare => (LowestShare + HighestShare) / 2;

    /// <summary>Probability that an incident begins in a work period.</summary>
    /// <param name="month">Calendar month of the period's first day, 1 to 12.</param>
    /// <param name="periodsPerYear">Work periods in a year.</param>
    /// <returns>Probability, 0 to 1.</returns>
    public double Beginning(int month, double periodsPerYear) =>
        1 - Simulation.Deterministic.Exp(-PerYear * (Season.Count == 0 ? 1 : Season[month - 1]) / periodsPerYear);

    /// <summary>
    /// The share of people whom incidents call in a work period in the long run, without a season: the program that calls each person on its own with this probability calls as many on average,
    /// but never together.
    /// </summary>
    /// <param name="periodsPerYear">Work periods in a year.</param>
    /// <returns>Probability that a covered person is called, 0 to 1.</returns>
    public double ExpectedShare(double periodsPerYear)
    {
        var beginning = (this with { Season = [] }).Beginning(1, periodsPerYear);
        var spared = 1.0;
        for (var k = 0; k < Duration.Maximum; k++) spared *= 1 - (beginning * LastsLongerThan(k) * MeanShare);
        return 1 - spared;
    }

    /// <summary>Probability that an incident lasts longer than a number of work periods.</summary>
    internal double LastsLongerThan(int periods) => (double)(Duration.Maximum - Math.Max(periods, Duration.Minimum - 1)) / (Duration.Maximum - Duration.Minimum + 1);
}
