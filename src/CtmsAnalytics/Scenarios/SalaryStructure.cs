namespace CtmsAnalytics.Scenarios;

/// <summary>A salary structure: subranges, each tied to at least one work level (158.611).</summary>
/// <param name="Name">Name of the structure.</param>
/// <param name="AnnualAdjustment">Growth of minimums, maximums and control points in the first work period of a calendar year, as a fraction, by calendar year; a year that is not named has none.</param>
/// <param name="Subranges">The subranges, ascending by rank.</param>
public sealed record SalaryStructure(
    string Name,
    IReadOnlyDictionary<int, double> AnnualAdjustment,
    IReadOnlyList<Subrange> Subranges)
{
    /// <summary>Codes of every work level that a subrange is tied to, in the order of the subranges.</summary>
    /// <returns>The codes.</returns>
    public IEnumerable<string> WorkLevels() => Subranges.SelectMany(s => s.WorkLevels());
}

/// <summary>One subrange of a salary structure (158.611).</summary>
/// <param name="WorkLevel">Code of the work level.</param>
/// <param name="Title">Name of the work level.</param>
/// <param name="Minimum">Annual rate, whole US dollars.</param>
/// <param name="Maximum">Annual rate, whole US dollars, at least the minimum.</param>
/// <param name="ControlPoint">Annual rate that recognition adjustments stop at as a cost control, whole US dollars; null where the structure uses none.</param>
/// <param name="Limitation">Salary limitation of the subrange (158.611(d), 158.614): the name of a rate such as <c>EX-IV</c>, or a dollar amount.</param>
/// <param name="Market">How the level is matched to the talent market (158.403).</param>
public sealed record Subrange(
    string WorkLevel,
    string Title,
    long Minimum,
    long Maximum,
    long? ControlPoint,
    SalaryLimitation Limitation,
    MarketMatch Market)
{
    /// <summary>Codes of further work levels that the subrange is tied to; a work level belongs to one subrange of a structure.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<string> FurtherWorkLevels { get; init; } = [];

    /// <summary>Midpoint of the subrange, US dollars.</summary>
    public double Midpoint => (Minimum + Maximum) / 2.0;

    /// <summary>Range spread: (maximum - minimum) / minimum.</summary>
    public double Spread => (double)(Maximum - Minimum) / Minimum;

    /// <summary>Codes of every work level that the subrange is tied to, the main one first.</summary>
    /// <returns>The codes.</returns>
    public IEnumerable<string> WorkLevels() => FurtherWorkLevels.Prepend(WorkLevel);
}

/// <summary>The highest salary that a subrange may pay, supplement included: a named rate that follows its own growth, or dollars (158.614).</summary>
/// <param name="Rate">Name of the rate, for example <c>EX-II</c> or <c>VP</c>; null for a dollar amount.</param>
/// <param name="Dollars">Annual rate, whole US dollars; null for a named rate.</param>
public sealed record SalaryLimitation(string? Rate, long? Dollars);

/// <summary>How a work level is matched to survey occupations.</summary>
/// <param name="TargetPercentile">Percentile of the matched occupations' wages that the level competes at, 10 to 90.</param>
/// <param name="Occupations">Weight by SOC code; the weights are positive and are scaled to a sum of one.</param>
public sealed record MarketMatch(double TargetPercentile, IReadOnlyDictionary<string, double> Occupations);
