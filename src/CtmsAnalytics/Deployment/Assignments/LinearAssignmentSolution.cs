namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>Pairs of least total cost, and the dual variables that certify it.</summary>
/// <param name="Pairs">Row and column of each pair, by row; a row or column without a pair is in none.</param>
/// <param name="TotalCost">Sum of the pairs' costs.</param>
/// <param name="RowPrices">Dual variable of each row (u).</param>
/// <param name="ColumnPrices">Dual variable of each column (v).</param>
/// <param name="ForbiddenCost">What a forbidden pair counts in the certificate: more than all permitted pairs together.</param>
/// <remarks>
/// The certificate, in each part: for every pair (i, j) the cost is at least u(i) + v(j), with equality for the pairs that were chosen; on the longer side of the matrix no variable is above 0, and it is 0
/// for whoever is left over. Then no other set of pairs costs less.
/// </remarks>
public sealed record LinearAssignmentSolution(IReadOnlyList<(int Row, int Column)> Pairs, long TotalCost, IReadOnlyList<long> RowPrices, IReadOnlyList<long> ColumnPrices, int ForbiddenCost)
{
    /// <summary>Rows and columns that permitted pairs join; no permitted pair lies across two parts, and the certificate holds in each.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<AssignmentPart> Parts { get; init; } = [];

    /// <summary>By how much at least the total would rise if a permitted pair were forced: its reduced cost.</summary>
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
        if (Pairs.Select(p => p.Row).Distinct().Count() != Pairs.Count || Pairs.Select(p => p.Column).Distinct().Count() != Pairs.Count) return false;
        var (rowPart, columnPart) = (Numbers(rows, p => p.Rows), Numbers(columns, p => p.Columns));
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var cost = costs[(i * columns) + j];
                var isInside = rowPart[i] >= 0 && rowPart[i] == columnPart[j];
                if (isInside ? ReducedCost(cost, i, j) < 0 : cost != LinearAssignment.Forbidden) return false;
            }
        }

        long primal = 0;
        var pairsOf = new int[Parts.Count];
        var costOf = new long[Parts.Count];
        foreach (var (row, column) in Pairs)
        {
            var (cost, part) = (costs[(row * columns) + column], rowPart[row]);
            if (part < 0 || part != columnPart[column] || cost == LinearAssignment.Forbidden) return false;
            primal += cost;
            pairsOf[part]++;
            costOf[part] += cost;
        }

        return primal == TotalCost && Enumerable.Range(0, Parts.Count).All(p => Closes(Parts[p], pairsOf[p], costOf[p]));
    }

    private int[] Numbers(int count, Func<AssignmentPart, IReadOnlyList<int>> members)
    {
        var numbers = new int[count];
        Array.Fill(numbers, -1);
        for (var p = 0; p < Parts.Count; p++)
        {
            foreach (var member in members(Parts[p])) numbers[member] = p;
        }

        return numbers;
    }

    /// <summary>Whether a part's cost is the sum of its variables, with what is left over on its longer side at 0: strong duality.</summary>
    private bool Closes(AssignmentPart part, int pairs, long cost)
    {
        var (rowPrices, columnPrices) = (part.Rows.Select(i => RowPrices[i]).ToList(), part.Columns.Select(j => ColumnPrices[j]).ToList());
        var (r, c) = (rowPrices.Count, columnPrices.Count);
        if (r != c && (r > c ? rowPrices : columnPrices).Any(p => p > 0)) return false;
        return cost + ((Math.Min(r, c) - pairs) * (long)ForbiddenCost) == rowPrices.Sum() + columnPrices.Sum();
    }
}

/// <summary>Rows and columns of a matrix that permitted pairs join.</summary>
/// <param name="Rows">The rows, ascending.</param>
/// <param name="Columns">The columns, ascending.</param>
public sealed record AssignmentPart(IReadOnlyList<int> Rows, IReadOnlyList<int> Columns);
