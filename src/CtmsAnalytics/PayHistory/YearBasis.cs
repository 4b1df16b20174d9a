namespace CtmsAnalytics.PayHistory;

/// <summary>Which year an explanation covers.</summary>
public enum YearBasis
{
    /// <summary>Fiscal year: a work period's amounts count by its weekdays in the year.</summary>
    Fiscal,

    /// <summary>Calendar year of the payday: the year of the aggregate limit and of the Social Security base.</summary>
    Calendar,
}
