namespace CtmsAnalytics.Equity;

/// <summary>Who is raised, and to what.</summary>
public enum RemedyMethod
{
    /// <summary>People more than the bound below the benchmark, to the edge of the band: the benchmark less the bound.</summary>
    OutliersToBand,

    /// <summary>People more than the bound below the benchmark, to the benchmark.</summary>
    OutliersToBenchmark,

    /// <summary>People below the benchmark who belong to a group that is paid less than the reference with the interval below zero, to the benchmark.</summary>
    AffectedGroups,

    /// <summary>Everybody below the benchmark, to the benchmark.</summary>
    Everyone,
}

/// <summary>What a remedy costs and leaves.</summary>
/// <param name="Method">Who is raised, and to what.</param>
/// <param name="People">People who are raised.</param>
/// <param name="HeldByCeiling">People among those to be raised whose raise the ceiling cuts or prevents.</param>
/// <param name="AnnualCost">What the raises add to annual pay, in units of pay; employer contributions are not in it.</param>
/// <param name="ShareOfPay">The same as a fraction of the cohort's pay.</param>
/// <param name="After">Differences with the factors held equal after the raises, one entry for each class value beside the reference.</param>
public sealed record Remedy(RemedyMethod Method, int People, int HeldByCeiling, double AnnualCost, double ShareOfPay, IReadOnlyList<PayGap> After);

/// <summary>A year of a remedy that is spread.</summary>
/// <param name="Year">The year, from 1.</param>
/// <param name="People">People who are raised in it; a person whose raise was cut by the budget is raised again in the next year.</param>
/// <param name="NewCost">What the year's raises add to annual pay, in units of pay.</param>
/// <param name="RunningCost">What all raises so far add to annual pay: the year's cost.</param>
/// <param name="Left">What is still missing at the end of the year, in units of annual pay.</param>
/// <param name="After">Differences with the factors held equal at the end of the year.</param>
public sealed record RemedyYear(int Year, int People, double NewCost, double RunningCost, double Left, IReadOnlyList<PayGap> After);

/// <summary>The raise of one person: personal data.</summary>
/// <param name="Row">Row of the table that the person stands in.</param>
/// <param name="Group">Value of the class.</param>
/// <param name="Pay">Pay now.</param>
/// <param name="Benchmark">What the benchmark gives.</param>
/// <param name="Deviations">Distance from the benchmark in residual standard deviations, negative below it; null where the model leaves no residual.</param>
/// <param name="ToBand">Pay after <see cref="RemedyMethod.OutliersToBand"/>.</param>
/// <param name="OutlierToBenchmark">Pay after <see cref="RemedyMethod.OutliersToBenchmark"/>.</param>
/// <param name="Affected">Pay after <see cref="RemedyMethod.AffectedGroups"/>.</param>
/// <param name="Everyone">Pay after <see cref="RemedyMethod.Everyone"/>.</param>
/// <param name="Staged">Pay at the end of each year of the staged remedy.</param>
public sealed record EquityPerson(
    long Row, string Group, double Pay, double Benchmark, double? Deviations, double ToBand, double OutlierToBenchmark, double Affected, double Everyone, IReadOnlyList<double> Staged);
