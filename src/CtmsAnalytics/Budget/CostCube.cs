namespace CtmsAnalytics.Budget;

/// <summary>
/// Cost by fiscal year, agency, organisation, work level, local market and component, in whole cents.
/// Sums of integers are exact, so every cut adds up to the same total in any order.
/// </summary>
public sealed class CostCube
{
    private readonly SortedDictionary<CostKey, long> _cells = new(CostKeyOrder.Instance);

    /// <summary>Every cell with its amount in cents, in a fixed order (year, agency, organisation, level, market, component).</summary>
    public IReadOnlyCollection<KeyValuePair<CostKey, long>> Cells => _cells;

    /// <summary>Total of the cube in cents.</summary>
    public long Total => _cells.Values.Sum();

    /// <summary>Adds an amount to a cell.</summary>
    /// <param name="key">The cell.</param>
    /// <param name="cents">The amount in cents; zero leaves no cell behind.</param>
    public void Add(CostKey key, long cents)
    {
        if (cents == 0) return;
        _cells.TryGetValue(key, out var before);
        _cells[key] = checked(before + cents);
    }

    /// <summary>Sum of the cells that satisfy a condition, in cents.</summary>
    /// <param name="where">Condition on the cell.</param>
    /// <returns>The sum in cents.</returns>
    public long Sum(Func<CostKey, bool> where)
    {
        ArgumentNullException.ThrowIfNull(where);
        return _cells.Where(c => where(c.Key)).Sum(c => c.Value);
    }

    /// <summary>Sums of the cube by any property of its cells, in cents, ordered by that property.</summary>
    /// <typeparam name="TGroup">Type of the property.</typeparam>
    /// <param name="by">The property, for example <c>k => k.Organisation</c>.</param>
    /// <returns>One sum for each value of the property.</returns>
    public IReadOnlyDictionary<TGroup, long> SumBy<TGroup>(Func<CostKey, TGroup> by)
        where TGroup : notnull
    {
        ArgumentNullException.ThrowIfNull(by);
        var sums = new SortedDictionary<TGroup, long>();
        foreach (var (key, cents) in _cells)
        {
            var group = by(key);
            sums.TryGetValue(group, out var before);
            sums[group] = checked(before + cents);
        }

        return sums;
    }
}
