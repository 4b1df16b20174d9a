using CtmsAnalytics.Studies;

namespace CtmsAnalytics.Charts.Report;

/// <summary>What a report shows.</summary>
public sealed record ReportOptions
{
    /// <summary>
    /// Shows single people and groups of fewer than five. The first line of the report then says that it holds personal data; without them it says that it does not.
    /// </summary>
    /// <value>Default true.</value>
    public bool ShowIndividuals { get; init; } = true;

    /// <summary>Date for the head of the report. The library has no clock.</summary>
    /// <value>Default null: no date, so that the same run gives the same bytes.</value>
    public DateOnly? PreparedOn { get; init; }

    /// <summary>Approved budgets by fiscal year, cents, that costs are held against.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyDictionary<int, long> Budgets { get; init; } = new Dictionary<int, long>();

    /// <summary>Approved budget of all years together, cents.</summary>
    /// <value>Default null: none.</value>
    public long? TotalBudget { get; init; }

    /// <summary>Studies that stand behind the proposals, each told in a section of its own.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<Study> Studies { get; init; } = [];
}
