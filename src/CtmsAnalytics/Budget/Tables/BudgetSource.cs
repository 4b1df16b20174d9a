using CtmsAnalytics.Numerics;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Budget.Tables;

/// <summary>What the budget tables of one scenario are made of.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Basis">Which of the run's costs these are.</param>
/// <param name="FiscalYears">Fiscal years, ascending.</param>
/// <param name="Costs">Costs, cents.</param>
/// <param name="Quarters">The same costs by quarter and kind of employment; each year adds up to <paramref name="Costs"/>. Empty where the run does not hold them.</param>
/// <param name="Headcount">Movement of people and FTE by fiscal year and organisation.</param>
/// <param name="Capacity">Paid hours and absences by fiscal year and organisation.</param>
public sealed record BudgetSource(
    string Scenario,
    BudgetBasis Basis,
    IReadOnlyList<int> FiscalYears,
    CostCube Costs,
    IReadOnlyList<QuarterCost> Quarters,
    IReadOnlyList<HeadcountFlow> Headcount,
    IReadOnlyList<CapacityHours> Capacity)
{
    /// <summary>What the raises cost on the point estimate.</summary>
    /// <value>Default empty: the run does not hold it.</value>
    public IReadOnlyList<RaiseEffect> Raises { get; init; } = [];

    /// <summary>Calendar days of the four quarters by fiscal year, the year before the first one included.</summary>
    /// <value>Default empty: the run does not hold the calendar.</value>
    public IReadOnlyDictionary<int, IReadOnlyList<int>> QuarterDays { get; init; } = new Dictionary<int, IReadOnlyList<int>>();

    /// <summary>The point estimate of a scenario.</summary>
    /// <param name="result">The projection.</param>
    /// <param name="raises">What its raises cost; empty where nobody computed it.</param>
    /// <returns>The source.</returns>
    public static BudgetSource Of(ProjectionResult result, IReadOnlyList<RaiseEffect> raises)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new BudgetSource(result.Scenario.Name, BudgetBasis.Point, result.FiscalYears, result.Costs, result.Quarters, result.Headcount, result.Capacity)
        {
            Raises = raises,
            QuarterDays = result.QuarterDays,
        };
    }

    /// <summary>The budget at the mean over draws. A year's total is its mean to the nearest cent; cells are rounded so that they add up to it.</summary>
    /// <param name="means">Mean cents of each cell of the cube.</param>
    /// <returns>A source with those costs; quarters and kinds of employment follow the point estimate's shares of each organisation and component, people and hours are the point estimate's.</returns>
    public BudgetSource AtMean(IReadOnlyDictionary<CostKey, decimal> means)
    {
        ArgumentNullException.ThrowIfNull(means);
        return With(BudgetBasis.Mean, means, year => (long)Math.Round(means.Where(m => m.Key.FiscalYear == year).Sum(m => m.Value), MidpointRounding.AwayFromZero));
    }

    /// <summary>The budget at a given total of each fiscal year, such as a percentile over draws, shared out over the cells as the mean is.</summary>
    /// <param name="means">Mean cents of each cell of the cube.</param>
    /// <param name="totals">Total by fiscal year, cents.</param>
    /// <returns>A source with those costs.</returns>
    public BudgetSource AtP80(IReadOnlyDictionary<CostKey, decimal> means, IReadOnlyDictionary<int, long> totals)
    {
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(totals);
        return With(BudgetBasis.P80, means, year => totals[year]);
    }

    private BudgetSource With(BudgetBasis basis, IReadOnlyDictionary<CostKey, decimal> means, Func<int, long> total)
    {
        var cube = new CostCube();
        foreach (var year in FiscalYears)
        {
            var cells = means.Where(m => m.Key.FiscalYear == year && m.Value != 0).OrderBy(m => m.Key, CostKeyOrder.Instance).ToList();
            if (cells.Count == 0) continue;
            // Mean cents have a remainder of a fraction of a cent, which decides who gets the odd one.
            var shares = LargestRemainder.Split([.. cells.Select(c => (long)(c.Value * PersonShare.Whole.Millionths))], total(year));
            for (var i = 0; i < cells.Count; i++) cube.Add(cells[i].Key, shares[i]);
        }

        return this with { Basis = basis, Costs = cube, Quarters = Quarters.Count == 0 ? [] : [.. Spread(cube)] };
    }

    private IEnumerable<QuarterCost> Spread(CostCube cube)
    {
        var pattern = Quarters.ToLookup(q => (q.FiscalYear, q.Agency, q.Organisation, q.Component));
        var ofYear = Quarters.ToLookup(q => (q.FiscalYear, q.Component));
        var years = Quarters.ToLookup(q => q.FiscalYear);
        foreach (var (key, cents) in cube.SumBy(k => (k.FiscalYear, k.Agency, k.Organisation, k.Component)))
        {
            // What the point estimate does not pay there is spread as it is elsewhere.
            var like = pattern[key].Concat(ofYear[(key.FiscalYear, key.Component)].Where(_ => !pattern[key].Any())).ToList();
            if (like.Sum(q => q.Cents) == 0) like = [.. years[key.FiscalYear]];
            var places = like.GroupBy(q => (q.Quarter, q.Employment)).OrderBy(g => g.Key).Select(g => (g.Key, Cents: g.Sum(q => q.Cents))).ToList();
            var shares = LargestRemainder.Split([.. places.Select(p => p.Cents)], cents);
            for (var i = 0; i < places.Count; i++)
            {
                if (shares[i] != 0) yield return new QuarterCost(key.FiscalYear, places[i].Key.Quarter, key.Agency, key.Organisation, places[i].Key.Employment, key.Component, shares[i]);
            }
        }
    }
}
