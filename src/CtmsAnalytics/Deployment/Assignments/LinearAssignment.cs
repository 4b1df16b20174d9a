namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>
/// The linear assignment problem on a rectangular matrix of whole costs, solved exactly: as many pairs as can be made, and of those sets of pairs one of least total cost
/// (R. Jonker and A. Volgenant, Computing 38, 1987, 325-340).
/// </summary>
/// <remarks>
/// Implementation note: reduction of columns where the matrix is square, two rounds of augmenting row reduction, then shortest augmenting paths. A forbidden pair costs more than
/// every permitted pair together, so that a solution has as few of them as can be; they are taken out at the end. Rows and columns that no chain of permitted pairs joins are solved apart. Costs are whole numbers and every comparison goes through rows
/// and columns in their order: the same matrix gives the same pairs on every machine. The dual variables that are left over certify the optimum, see <see cref="LinearAssignmentSolution"/>.
/// </remarks>
public static class LinearAssignment
{
    /// <summary>The cost that forbids a pair.</summary>
    public const int Forbidden = int.MaxValue;

    private const int Rounds = 2;

    /// <summary>Solves the problem.</summary>
    /// <param name="costs">Cost of each pair, row by row: 0 or more, or <see cref="Forbidden"/>.</param>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="columns">Number of columns, 0 or more.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The pairs and their certificate.</returns>
    /// <exception cref="ArgumentException">The matrix has not rows x columns entries, or a cost is negative.</exception>
    /// <exception cref="OverflowException">Costs are too large for their number: (largest cost + 1) x (smaller side + 1) is to be below 2^31.</exception>
    public static LinearAssignmentSolution Solve(ReadOnlySpan<int> costs, int rows, int columns, CancellationToken cancellation = default)
    {
        if (costs.Length != (long)rows * columns) throw new ArgumentException("The matrix is not rows x columns.", nameof(costs));
        var largest = 0;
        foreach (var cost in costs)
        {
            if (cost < 0) throw new ArgumentException("Costs are 0 or more.", nameof(costs));
            if (cost != Forbidden && cost > largest) largest = cost;
        }

        var forbidden = checked((largest + 1) * (Math.Min(rows, columns) + 1));
        var parts = Parts(costs, rows, columns);
        var (pairs, total) = (new List<(int Row, int Column)>(), 0L);
        var (u, v) = (new long[rows], new long[columns]);
        foreach (var part in parts)
        {
            total += SolvePart(costs, columns, part, forbidden, pairs, u, v, cancellation);
        }

        pairs.Sort();
        return new LinearAssignmentSolution(pairs, total, u, v, forbidden) { Parts = parts };
    }

    /// <summary>Rows and columns that permitted pairs join, directly or through others: no pair crosses from one part to another, so that each is solved on its own.</summary>
    private static List<AssignmentPart> Parts(ReadOnlySpan<int> costs, int rows, int columns)
    {
        var parent = new int[rows + columns];
        for (var k = 0; k < parent.Length; k++) parent[k] = k;
        for (var i = 0; i < rows; i++)
        {
            var row = costs.Slice(i * columns, columns);
            var mine = Root(parent, i);
            for (var j = 0; j < columns; j++)
            {
                if (row[j] == Forbidden || parent[rows + j] == mine) continue;
                var other = Root(parent, rows + j);
                if (other == mine) continue;
                // The smaller number is the root, so that parts come in the order of their first row.
                (mine, other) = (Math.Min(mine, other), Math.Max(mine, other));
                parent[other] = mine;
            }
        }

        var (rowsOf, columnsOf) = (new SortedDictionary<int, List<int>>(), new Dictionary<int, List<int>>());
        for (var i = 0; i < rows; i++) Add(rowsOf, Root(parent, i), i);
        for (var j = 0; j < columns; j++) Add(columnsOf, Root(parent, rows + j), j);
        return [.. rowsOf.Where(r => columnsOf.ContainsKey(r.Key)).Select(r => new AssignmentPart(r.Value, columnsOf[r.Key]))];

        static void Add(IDictionary<int, List<int>> lists, int key, int value)
        {
            if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
            list.Add(value);
        }
    }

    private static int Root(int[] parent, int k)
    {
        while (parent[k] != k) k = parent[k] = parent[parent[k]];
        return k;
    }

    private static long SolvePart(
        ReadOnlySpan<int> costs, int columns, AssignmentPart part, int forbidden, List<(int Row, int Column)> pairs, long[] u, long[] v, CancellationToken cancellation)
    {
        var isTransposed = part.Rows.Count > part.Columns.Count;
        var (shorter, longer) = isTransposed ? (part.Columns, part.Rows) : (part.Rows, part.Columns);
        var work = new int[shorter.Count * longer.Count];
        for (var a = 0; a < shorter.Count; a++)
        {
            for (var b = 0; b < longer.Count; b++)
            {
                var cost = isTransposed ? costs[(longer[b] * columns) + shorter[a]] : costs[(shorter[a] * columns) + longer[b]];
                work[(a * longer.Count) + b] = cost == Forbidden ? forbidden : cost;
            }
        }

        var solver = new Solver(work, shorter.Count, longer.Count, cancellation);
        solver.Run();
        long total = 0;
        for (var a = 0; a < shorter.Count; a++)
        {
            var b = solver.ColumnOf(a);
            (isTransposed ? v : u)[shorter[a]] = solver.RowPrice(a);
            var cost = work[(a * longer.Count) + b];
            if (cost == forbidden) continue;
            total += cost;
            pairs.Add(isTransposed ? (longer[b], shorter[a]) : (shorter[a], longer[b]));
        }

        for (var b = 0; b < longer.Count; b++) (isTransposed ? u : v)[longer[b]] = solver.ColumnPrice(b);
        return total;
    }

    /// <summary>The work on a matrix with no more rows than columns.</summary>
    private sealed class Solver(int[] costs, int rows, int columns, CancellationToken cancellation)
    {
        private readonly int[] _columnOf = [.. Enumerable.Repeat(-1, rows)];
        private readonly int[] _rowOf = [.. Enumerable.Repeat(-1, columns)];
        private readonly long[] _u = new long[rows];
        private readonly long[] _v = new long[columns];

        public void Run()
        {
            if (rows == 0) return;
            if (rows == columns) ReduceColumns();
            List<int> free = [.. Enumerable.Range(0, rows).Where(i => _columnOf[i] < 0)];
            for (var round = 0; round < Rounds && free.Count > 0; round++) free = ReduceRows(free);
            Augment(free);
            for (var i = 0; i < rows; i++) _u[i] = Row(i)[_columnOf[i]] - _v[_columnOf[i]];
        }

        public int ColumnOf(int row) => _columnOf[row];

        public long RowPrice(int row) => _u[row];

        public long ColumnPrice(int column) => _v[column];

        private ReadOnlySpan<int> Row(int i) => costs.AsSpan(i * columns, columns);

        /// <summary>Of a square matrix every column ends in a pair, so that its variable is free: it begins at the least cost of the column.</summary>
        private void ReduceColumns()
        {
            var least = new int[columns];
            Row(0).CopyTo(least);
            var at = new int[columns];
            for (var i = 1; i < rows; i++)
            {
                var row = Row(i);
                for (var j = 0; j < columns; j++)
                {
                    if (row[j] < least[j]) (least[j], at[j]) = (row[j], i);
                }
            }

            for (var j = columns - 1; j >= 0; j--)
            {
                _v[j] = least[j];
                if (_columnOf[at[j]] >= 0) continue;
                (_columnOf[at[j]], _rowOf[j]) = (j, at[j]);
            }
        }

        /// <summary>Each free row takes its best column and lowers the column's variable to where the second best is as good; whoever held the column is free again.</summary>
        private List<int> ReduceRows(List<int> free)
        {
            var next = new List<int>();
            var waiting = new Stack<int>(Enumerable.Reverse(free));
            var steps = 0L;
            while (waiting.TryPop(out var i))
            {
                // Equal best columns could pass a row on without an end: past this many steps the rest is left to the augmenting paths.
                if (++steps > (long)rows * Rounds * Rounds)
                {
                    next.Add(i);
                    continue;
                }

                cancellation.ThrowIfCancellationRequested();
                var (best, second, first, other) = TwoLeast(i);
                var column = first;
                var holder = _rowOf[column];
                if (best < second) _v[column] -= second - best;
                else if (holder >= 0 && other >= 0) (column, holder) = (other, _rowOf[other]);
                (_columnOf[i], _rowOf[column]) = (column, i);
                if (holder < 0) continue;
                _columnOf[holder] = -1;
                if (best < second) waiting.Push(holder);
                else next.Add(holder);
            }

            return next;
        }

        private (long Best, long Second, int First, int Other) TwoLeast(int i)
        {
            var row = Row(i);
            var v = _v.AsSpan(0, row.Length);
            long best = long.MaxValue, second = long.MaxValue;
            int first = -1, other = -1;
            for (var j = 0; j < row.Length; j++)
            {
                var reduced = row[j] - v[j];
                if (reduced >= second) continue;
                if (reduced < best) (second, other, best, first) = (best, first, reduced, j);
                else (second, other) = (reduced, j);
            }

            return other < 0 ? (best, best, first, -1) : (best, second, first, other);
        }

        /// <summary>Each row that is still free is joined to the nearest column without a pair along a shortest path of reduced costs.</summary>
        private void Augment(List<int> free)
        {
            var distance = new long[columns];
            var from = new int[columns];
            var order = new int[columns];
            foreach (var start in free)
            {
                cancellation.ThrowIfCancellationRequested();
                var row = Row(start);
                for (var j = 0; j < columns; j++) (distance[j], from[j], order[j]) = (row[j] - _v[j], start, j);
                var (end, scanned, shortest) = Search(distance, from, order);
                for (var k = 0; k < scanned; k++) _v[order[k]] += distance[order[k]] - shortest;
                while (true)
                {
                    var i = from[end];
                    _rowOf[end] = i;
                    (_columnOf[i], end) = (end, _columnOf[i]);
                    if (i == start) break;
                }
            }
        }

        /// <summary>Dijkstra's search. Columns before <c>low</c> are scanned, those before <c>high</c> are at the present distance.</summary>
        private (int End, int Scanned, long Shortest) Search(long[] distance, int[] from, int[] order)
        {
            int low = 0, high = 0, scanned = 0;
            long shortest = 0;
            while (true)
            {
                if (low == high)
                {
                    scanned = low;
                    shortest = distance[order[high]];
                    for (var k = low; k < columns; k++)
                    {
                        var j = order[k];
                        if (distance[j] > shortest) continue;
                        if (distance[j] < shortest) (high, shortest) = (low, distance[j]);
                        (order[k], order[high]) = (order[high], j);
                        high++;
                    }

                    for (var k = low; k < high; k++)
                    {
                        if (_rowOf[order[k]] < 0) return (order[k], scanned, shortest);
                    }
                }

                var column = order[low++];
                var i = _rowOf[column];
                var row = Row(i);
                var reach = shortest - (row[column] - _v[column]);
                for (var k = high; k < columns; k++)
                {
                    var j = order[k];
                    var length = row[j] - _v[j] + reach;
                    if (length >= distance[j]) continue;
                    (distance[j], from[j]) = (length, i);
                    if (length > shortest) continue;
                    if (_rowOf[j] < 0) return (j, scanned, shortest);
                    (order[k], order[high]) = (order[high], j);
                    high++;
                }
            }
        }
    }
}
