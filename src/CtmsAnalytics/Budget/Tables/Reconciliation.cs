namespace CtmsAnalytics.Budget.Tables;

/// <summary>Whether a table adds up to the cost cube that it was cut from, year by year.</summary>
/// <param name="Years">For each fiscal year the table's sum and the cube's, cents.</param>
public sealed record Reconciliation(IReadOnlyList<ReconciledYear> Years)
{
    /// <summary>Whether every year ties to the cent.</summary>
    public bool Ties => Years.All(y => y.TableCents == y.CubeCents);

    /// <summary>Sum of the cube over the years, cents.</summary>
    public long CubeCents => Years.Sum(y => y.CubeCents);

    /// <summary>Sum of the table over the years, cents.</summary>
    public long TableCents => Years.Sum(y => y.TableCents);

    /// <summary>Compares sums of a table with a cube.</summary>
    /// <param name="years">Fiscal years.</param>
    /// <param name="table">The table's amount of a year, cents.</param>
    /// <param name="cube">The cube's amount of a year, cents.</param>
    /// <returns>The comparison.</returns>
    public static Reconciliation Of(IReadOnlyList<int> years, Func<int, long> table, Func<int, long> cube)
    {
        ArgumentNullException.ThrowIfNull(years);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(cube);
        return new Reconciliation([.. years.Select(y => new ReconciledYear(y, table(y), cube(y)))]);
    }
}

/// <summary>One fiscal year of a reconciliation.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="TableCents">Sum of the table, cents.</param>
/// <param name="CubeCents">Sum of the cube, cents.</param>
public sealed record ReconciledYear(int FiscalYear, long TableCents, long CubeCents);
