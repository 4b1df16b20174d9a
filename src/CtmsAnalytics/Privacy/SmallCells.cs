namespace CtmsAnalytics.Privacy;

/// <summary>
/// Decides which cells of a table of people may be shown. A cell of fewer people than <see cref="Least"/> is hidden, and so are as many others as it takes that no row, column or total gives it back.
/// </summary>
/// <remarks>
/// Implementation note: the table and its totals form one grid in which every line adds up to nothing, the totals counted against it. Taking rows and columns for points and hidden cells for the
/// lines between them, a hidden cell can be worked out exactly when its line lies on no cycle. So cycles are closed, with the fewest people, until every hidden cell lies on one.
/// </remarks>
public static class SmallCells
{
    /// <summary>Fewest people of a cell that is shown; a cell of nobody is shown.</summary>
    public const int Least = 5;

    /// <summary>Fewest people of whom a median or another quantile is shown: with fewer it is nearly one person's figure.</summary>
    public const int LeastForQuantiles = 10;

    /// <summary>Decides what is hidden.</summary>
    /// <param name="people">People of each cell, 0 or more, by row and column.</param>
    /// <returns>The cells and totals that are hidden.</returns>
    /// <exception cref="ArgumentException">A cell has fewer people than none.</exception>
    public static CellMask Suppress(int[,] people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var grid = WithTotals(people);
        var (rows, columns) = (grid.GetLength(0), grid.GetLength(1));
        var hidden = new bool[rows, columns];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++) hidden[r, c] = grid[r, c] is > 0 and < Least;
        }

        while (HideMore(grid, hidden))
        {
        }

        return new CellMask(hidden);
    }

    private static int[,] WithTotals(int[,] people)
    {
        var (rows, columns) = (people.GetLength(0), people.GetLength(1));
        var grid = new int[rows + 1, columns + 1];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (people[r, c] < 0) throw new ArgumentException(FormattableString.Invariant($"Row {r}, column {c} has {people[r, c]} people. Give counts of 0 or more."), nameof(people));
                grid[r, c] = people[r, c];
                grid[r, columns] += people[r, c];
                grid[rows, c] += people[r, c];
                grid[rows, columns] += people[r, c];
            }
        }

        return grid;
    }

    private static bool HideMore(int[,] grid, bool[,] hidden)
    {
        for (var r = 0; r < grid.GetLength(0); r++)
        {
            for (var c = 0; c < grid.GetLength(1); c++)
            {
                if (!hidden[r, c]) continue;
                if (IsBridge(hidden, r, c) && CloseCycle(grid, hidden, r, c)) return true;
                if (HideInLine(grid, hidden, r, c, alongRow: true) || HideInLine(grid, hidden, r, c, alongRow: false)) return true;
            }
        }

        return false;
    }

    /// <summary>Hides one more cell of a line whose hidden cells together are so few people that the line's total would show a small group.</summary>
    private static bool HideInLine(int[,] grid, bool[,] hidden, int row, int column, bool alongRow)
    {
        var length = alongRow ? grid.GetLength(1) : grid.GetLength(0);
        int At(int i) => alongRow ? grid[row, i] : grid[i, column];
        bool Hidden(int i) => alongRow ? hidden[row, i] : hidden[i, column];
        if (Hidden(length - 1)) return false;
        var inner = Enumerable.Range(0, length - 1).ToList();
        if (inner.Where(Hidden).Sum(At) >= Least) return false;
        // The total itself is the last resort.
        var next = inner.Append(length - 1).Where(i => !Hidden(i) && At(i) > 0).OrderBy(i => i == length - 1).ThenBy(At).Select(i => (int?)i).FirstOrDefault();
        if (next is not { } place) return false;
        if (alongRow) hidden[row, place] = true;
        else hidden[place, column] = true;
        return true;
    }

    /// <summary>Whether a hidden cell can be worked out: without it its row and its column are no longer connected by hidden cells.</summary>
    private static bool IsBridge(bool[,] hidden, int row, int column)
    {
        var (rows, columns) = (hidden.GetLength(0), hidden.GetLength(1));
        var (seenRows, seenColumns) = (new bool[rows], new bool[columns]);
        var open = new Stack<(bool IsRow, int Line)>([(true, row)]);
        seenRows[row] = true;
        while (open.TryPop(out var at))
        {
            for (var other = 0; other < (at.IsRow ? columns : rows); other++)
            {
                var (r, c) = at.IsRow ? (at.Line, other) : (other, at.Line);
                if (!hidden[r, c] || (r, c) == (row, column)) continue;
                if (at.IsRow && !seenColumns[c])
                {
                    seenColumns[c] = true;
                    open.Push((false, c));
                }
                else if (!at.IsRow && !seenRows[r])
                {
                    seenRows[r] = true;
                    open.Push((true, r));
                }
            }
        }

        return !seenColumns[column];
    }

    /// <summary>Hides the three other corners of a rectangle: those that hide the fewest people, totals last and empty cells never, because an empty cell is often known to be empty.</summary>
    private static bool CloseCycle(int[,] grid, bool[,] hidden, int row, int column)
    {
        var (rows, columns) = (grid.GetLength(0), grid.GetLength(1));
        ((int Row, int Column)? best, long least) = (null, long.MaxValue);
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (r == row || c == column) continue;
                var cost = Cost(r, column) + Cost(row, c) + Cost(r, c);
                if (cost < least) (best, least) = ((r, c), cost);
            }
        }

        if (best is not { } corner) return false;
        hidden[corner.Row, column] = hidden[row, corner.Column] = hidden[corner.Row, corner.Column] = true;
        return true;

        long Cost(int r, int c)
        {
            if (hidden[r, c]) return 0;
            if (grid[r, c] == 0) return long.MaxValue / Least;
            var totals = (r == rows - 1 ? 1 : 0) + (c == columns - 1 ? 1 : 0);
            return grid[r, c] + (totals * (long)int.MaxValue);
        }
    }
}
