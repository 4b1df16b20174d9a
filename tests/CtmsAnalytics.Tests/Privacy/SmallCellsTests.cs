using CtmsAnalytics.Privacy;

namespace CtmsAnalytics.Tests.Privacy;

public class SmallCellsTests
{
    [Fact]
    public void Suppress_CellOfFour_IsHiddenWithOthersSoThatNoTotalGivesItBack()
    {
        var mask = SmallCells.Suppress(new[,] { { 4, 20, 30 }, { 12, 9, 40 }, { 15, 16, 17 } });

        Assert.True(mask.IsHidden(0, 0));
        Assert.True(mask.IsHidden(0, 1));
        Assert.True(mask.IsHidden(1, 0));
        Assert.True(mask.IsHidden(1, 1));
        Assert.False(mask.IsHidden(2, 2));
        Assert.False(mask.IsRowTotalHidden(0));
        Assert.False(mask.IsTotalHidden);
    }

    [Fact]
    public void Suppress_EveryCellOfFiveOrNobody_HidesNothing() => Assert.False(SmallCells.Suppress(new[,] { { 5, 0 }, { 0, 100 } }).Any);

    [Fact]
    public void Suppress_TwoSmallCellsOfOneRow_HidesAThirdBecauseTheirSumIsSmall()
    {
        var mask = SmallCells.Suppress(new[,] { { 1, 2, 30 }, { 10, 11, 12 } });

        Assert.True(mask.IsHidden(0, 2) || mask.IsRowTotalHidden(0));
    }

    [Fact]
    public void Suppress_OneColumn_HidesATotalOrAnotherRow()
    {
        var mask = SmallCells.Suppress(new[,] { { 3 }, { 50 }, { 60 } });

        Assert.True(mask.IsHidden(0, 0));
        Assert.True(mask.IsHidden(1, 0) || mask.IsColumnTotalHidden(0));
    }

    [Fact]
    public void Suppress_FewerThanNobody_IsRefused() => Assert.Throws<ArgumentException>(() => SmallCells.Suppress(new[,] { { -1 } }));

    [Fact]
    public void Suppress_AnyTable_LeavesNoHiddenCellThatTheOthersDetermine()
    {
        var random = new Random(158);
        for (var table = 0; table < 3000; table++)
        {
            var people = new int[random.Next(1, 5), random.Next(1, 5)];
            for (var r = 0; r < people.GetLength(0); r++)
            {
                for (var c = 0; c < people.GetLength(1); c++) people[r, c] = random.Next(3) == 0 ? 0 : random.Next(1, 14);
            }

            var mask = SmallCells.Suppress(people);

            CheckCells(people, mask);
            Assert.Empty(Determined(Hidden(people, mask)));
        }
    }

    private static void CheckCells(int[,] people, CellMask mask)
    {
        for (var r = 0; r < people.GetLength(0); r++)
        {
            var sum = 0;
            for (var c = 0; c < people.GetLength(1); c++)
            {
                Assert.True(mask.IsHidden(r, c) || people[r, c] == 0 || people[r, c] >= SmallCells.Least);
                if (mask.IsHidden(r, c)) sum += people[r, c];
            }

            Assert.True(sum == 0 || sum >= SmallCells.Least || mask.IsRowTotalHidden(r), "the hidden cells of a row must not add up to a small group");
        }
    }

    private static bool[,] Hidden(int[,] people, CellMask mask)
    {
        var (rows, columns) = (people.GetLength(0), people.GetLength(1));
        var hidden = new bool[rows + 1, columns + 1];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++) hidden[r, c] = mask.IsHidden(r, c);
            hidden[r, columns] = mask.IsRowTotalHidden(r);
        }

        for (var c = 0; c < columns; c++) hidden[rows, c] = mask.IsColumnTotalHidden(c);
        hidden[rows, columns] = mask.IsTotalHidden;
        return hidden;
    }

    /// <summary>Hidden cells whose value follows from the sums of rows and columns, by elimination: a variable that stands alone in a reduced row.</summary>
    private static IEnumerable<int> Determined(bool[,] hidden)
    {
        var (rows, columns) = (hidden.GetLength(0), hidden.GetLength(1));
        var cells = (from r in Enumerable.Range(0, rows) from c in Enumerable.Range(0, columns) where hidden[r, c] select (r, c)).ToList();
        var equations = new List<double[]>();
        for (var r = 0; r < rows; r++) equations.Add([.. cells.Select(x => x.r == r ? (x.c == columns - 1 ? -1.0 : 1) : 0)]);
        for (var c = 0; c < columns; c++) equations.Add([.. cells.Select(x => x.c == c ? (x.r == rows - 1 ? -1.0 : 1) : 0)]);
        var row = 0;
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var pivot = Enumerable.Range(row, equations.Count - row).FirstOrDefault(i => Math.Abs(equations[i][cell]) > 1e-9, -1);
            if (pivot < 0) continue;
            (equations[row], equations[pivot]) = (equations[pivot], equations[row]);
            var scale = equations[row][cell];
            for (var k = 0; k < cells.Count; k++) equations[row][k] /= scale;
            for (var i = 0; i < equations.Count; i++)
            {
                var factor = equations[i][cell];
                if (i == row || Math.Abs(factor) < 1e-9) continue;
                for (var k = 0; k < cells.Count; k++) equations[i][k] -= factor * equations[row][k];
            }

            if (++row == equations.Count) break;
        }

        return equations.Select(e => e.Select((v, i) => (v, i)).Where(x => Math.Abs(x.v) > 1e-9).ToList()).Where(e => e.Count == 1).Select(e => e[0].i);
    }
}
