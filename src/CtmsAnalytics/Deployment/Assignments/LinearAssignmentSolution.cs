namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>Pairs of least total cost, and the dual variables that certify it.</summary>
/// <param name="Pairs">Row and column of each pair, by row; a row or column without a pair is in none.</param>
/// <param name="TotalCost">Sum of the pairs' costs.</param>
/// <param name="RowPrices">Dual variable of each row (u).</param>
/// <param name="ColumnPrices">Dual variable of each column (v).</param>
/// <param name="ForbiddenCost">What a forbidden pair counts in the certificate: more than all permitted pairs together.</param>
/// <remarks>
/// The certificate: for every pair (i, j) the cost is at least u(i) + v(j), with equality for the pairs that were chosen; on the longer side of the matrix no variable is above 0, and it is 0
/// for whoever is left over. Then no other set of pairs costs less.
/// </remarks>
public sealed record LinearAssignmentSolution(IReadOnlyList<(int Row, int Column)> Pairs, long TotalCost, IReadOnlyList<long> RowPrices, IReadOnlyList<long> ColumnPrices, int ForbiddenCost)
{
    /// <summary>By how much at least the total would rise if a pair were forced: its reduced cost.</summary>
    /// <param name="cost">Cost of the pair.</param>
    /// <param name="row">Its row.</param>
    /// <param name="column">Its column.</param>
    /// <returns>0 or more; 0 for a pair that was chosen.</returns>
    public long ReducedCost(int cost, int row, int column) => (cost == LinearAssignment.Forbidden ? ForbiddenCost : cost) - RowPrices[row] - ColumnPrices[column];

    /// <summary>Checks the certificate against the matrix: an independent proof that the pairs are as many as can be and cost the least.</summary>
    /// <param name="costs">The matrix that was solved, row by row.</param>
    /// <returns>True where it holds.</returns>
    /// <exception cref="ArgumentException">The matrix has another size.</exception>
    public bool IsCertifiedBy(ReadOnlySpan<int> costs)
    {
        var (rows, columns) = (RowPrices.Count, ColumnPrices.Count);
        if (costs.Length != (long)rows * columns) throw new ArgumentException("The matrix has another size.", nameof(costs));
        long dual = 0;
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                if (ReducedCost(costs[(i * columns) + j], i, j) < 0) return false;
            }
        }

        foreach (var price in RowPrices) dual += price;
        foreach (var price in ColumnPrices) dual += price;
        if (Pairs.Select(p => p.Row).Distinct().Count() != Pairs.Count || Pairs.Select(p => p.Column).Distinct().Count() != Pairs.Count) return false;
        var longer = rows > columns ? RowPrices : ColumnPrices;
        if (rows != columns && longer.Any(p => p > 0)) return false;
        long primal = 0;
        foreach (var (row, column) in Pairs) primal += costs[(row * columns) + column];
        return primal == TotalCost && primal + ((Math.Min(rows, columns) - Pairs.Count) * (long)ForbiddenCost) == dual;
    }
}
