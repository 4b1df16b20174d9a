namespace CtmsAnalytics.Charts.MarketPosition;

/// <summary>What cohort lines show: how people who entered at the same time develop.</summary>
/// <param name="Measure">What develops.</param>
/// <param name="Cohorts">The cohorts, at least one with a value.</param>
/// <param name="Basis">Draws, people and the kind of dollars.</param>
public sealed record CohortLinesInput(CohortMeasure Measure, IReadOnlyList<Cohort> Cohorts, ChartBasis Basis);

/// <summary>What a cohort's line shows.</summary>
public enum CohortMeasure
{
    /// <summary>Median salary, US dollars a year.</summary>
    Salary,

    /// <summary>Median compa-ratio, salary over the midpoint of the range, a fraction.</summary>
    CompaRatio,

    /// <summary>Median salary as a share of the market, a fraction.</summary>
    MarketRatio,
}

/// <summary>People who entered at the same time.</summary>
/// <param name="Name">Name, for example <c>Entered FY2027</c>.</param>
/// <param name="Points">Fiscal years in ascending order.</param>
public sealed record Cohort(string Name, IReadOnlyList<CohortPoint> Points);

/// <summary>A cohort in a fiscal year.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Value">The measure, in its unit; null where it is withheld, which leaves a gap in the line.</param>
/// <param name="People">Number of people; null where it is not known (default).</param>
public sealed record CohortPoint(int FiscalYear, double? Value, int? People = null);
