namespace CtmsAnalytics.Workspace.Market;

/// <summary>A figure of the wage survey. The order is that of the published files.</summary>
internal enum Measure
{
    TotEmp,
    EmpPrse,
    Jobs1000,
    LocQuotient,
    PctTotal,
    PctRpt,
    HMean,
    AMean,
    MeanPrse,
    HPct10,
    HPct25,
    HMedian,
    HPct75,
    HPct90,
    APct10,
    APct25,
    AMedian,
    APct75,
    APct90,
}

/// <summary>Names and kinds of the measures.</summary>
internal static class Measures
{
    /// <summary>Name in the workspace, by measure.</summary>
    public static readonly string[] Names =
    [
        "tot_emp", "emp_prse", "jobs_1000", "loc_quotient", "pct_total", "pct_rpt", "h_mean", "a_mean", "mean_prse",
        "h_pct10", "h_pct25", "h_median", "h_pct75", "h_pct90", "a_pct10", "a_pct25", "a_median", "a_pct75", "a_pct90",
    ];

    public static readonly int Count = Names.Length;

    public static bool IsHourlyWage(Measure measure) => measure is Measure.HMean or >= Measure.HPct10 and <= Measure.HPct90;

    public static bool IsAnnualWage(Measure measure) => measure is Measure.AMean or >= Measure.APct10 and <= Measure.APct90;

    public static bool IsWage(Measure measure) => IsHourlyWage(measure) || IsAnnualWage(measure);
}
