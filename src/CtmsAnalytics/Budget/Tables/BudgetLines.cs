using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.Budget.Tables;

/// <summary>Makes the lines of a budget from a cost cube.</summary>
public static class BudgetLines
{
    /// <summary>Gives every cell of the cube its object class and fund. A cell whose costs are of both kinds of employment becomes two lines.</summary>
    /// <param name="source">The costs.</param>
    /// <param name="policy">Object classes and funds.</param>
    /// <returns>Lines that add up to the cube in every cell, in the order of the cube.</returns>
    /// <remarks>
    /// The books hold the kind of employment by organisation and component; inside these it is shared out over work levels and markets in proportion, to the cent.
    /// </remarks>
    /// <exception cref="Diagnostics.InputException">A cost has no object class or no fund.</exception>
    public static IReadOnlyList<BudgetLine> Of(BudgetSource source, BudgetPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(policy);
        var others = source.Quarters.Where(q => q.Employment == Employment.Other)
            .GroupBy(q => (q.FiscalYear, q.Agency, q.Organisation, q.Component)).ToDictionary(g => g.Key, g => g.Sum(q => q.Cents));
        var lines = new List<BudgetLine>();
        foreach (var group in source.Costs.Cells.GroupBy(c => (c.Key.FiscalYear, c.Key.Agency, c.Key.Organisation, c.Key.Component)))
        {
            var cells = group.ToList();
            var (year, agency, organisation, component) = group.Key;
            var permanent = policy.ObjectClassOf(component, Employment.FullTimePermanent, year).ObjectClass;
            var other = policy.ObjectClassOf(component, Employment.Other, year).ObjectClass;
            var fund = policy.FundOf(agency, organisation, year).Fund;
            var parts = permanent == other || cells.Sum(c => c.Value) == 0 ? new long[cells.Count] : LargestRemainder.Split([.. cells.Select(c => c.Value)], others.GetValueOrDefault(group.Key));
            for (var i = 0; i < cells.Count; i++)
            {
                if (cells[i].Value != parts[i]) lines.Add(new BudgetLine(cells[i].Key, permanent, fund, cells[i].Value - parts[i]));
                if (parts[i] != 0) lines.Add(new BudgetLine(cells[i].Key, other, fund, parts[i]));
            }
        }

        return [.. lines.OrderBy(l => l.Key, CostKeyOrder.Instance)];
    }
}
