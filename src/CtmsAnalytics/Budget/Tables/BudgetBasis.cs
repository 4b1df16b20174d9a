namespace CtmsAnalytics.Budget.Tables;

/// <summary>Which of a run's costs a budget is made of.</summary>
public enum BudgetBasis
{
    /// <summary>The point estimate on the expected path.</summary>
    Point,

    /// <summary>The mean over the draws of a simulation.</summary>
    Mean,

    /// <summary>For each fiscal year the 80th percentile over the draws, shared out as the mean is.</summary>
    P80,
}
