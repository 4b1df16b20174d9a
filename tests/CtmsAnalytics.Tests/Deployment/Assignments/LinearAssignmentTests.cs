using System.Diagnostics;
using System.Globalization;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Simulation;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Deployment.Assignments;

public sealed class LinearAssignmentTests
{
    private const string Python = "/usr/bin/python3";

    [Fact]
    public void Solve_KnownMatrix_FindsTheLeastCost()
    {
        int[] costs = [4, 1, 3, 2, 0, 5, 3, 2, 2];

        var solution = LinearAssignment.Solve(costs, 3, 3);

        Assert.Equal([(0, 1), (1, 0), (2, 2)], solution.Pairs);
        Assert.Equal(5, solution.TotalCost);
        Assert.True(solution.IsCertifiedBy(costs));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    public void Solve_NothingToMatch_HasNoPairs(int rows, int columns) => Assert.Empty(LinearAssignment.Solve(new int[rows * columns], rows, columns).Pairs);

    [Fact]
    public void Solve_PairThatIsForbidden_IsNeverMade()
    {
        var solution = LinearAssignment.Solve([LinearAssignment.Forbidden], 1, 1);

        Assert.Empty(solution.Pairs);
        Assert.Equal(0, solution.TotalCost);
    }

    [Fact]
    public void Solve_MorePairsAtAHigherCost_ArePreferred()
    {
        // Row 0 alone with column 0 costs 1; both rows together cost 2 x 1000.
        int[] costs = [1, 1000, 1000, LinearAssignment.Forbidden];

        Assert.Equal([(0, 1), (1, 0)], LinearAssignment.Solve(costs, 2, 2).Pairs);
    }

    [Fact]
    public void Solve_Ties_GiveTheSamePairsAgain()
    {
        var costs = Costs(1, 40, 40, 2, 0);

        Assert.Equal(LinearAssignment.Solve(costs, 40, 40).Pairs, LinearAssignment.Solve(costs, 40, 40).Pairs);
    }

    [Fact]
    public void Solve_NegativeCostOrWrongSize_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => LinearAssignment.Solve([-1], 1, 1));
        Assert.Throws<ArgumentException>(() => LinearAssignment.Solve([1], 1, 2));
        Assert.Throws<OverflowException>(() => LinearAssignment.Solve([int.MaxValue - 1], 1, 1));
    }

    [Fact]
    public void Certificate_OfAnotherMatrix_DoesNotHold()
    {
        var costs = Costs(3, 6, 6, 100, 0);
        var solution = LinearAssignment.Solve(costs, 6, 6);
        var (row, column) = solution.Pairs[0];
        var cheaper = costs.ToArray();
        cheaper[(row * 6) + ((column + 1) % 6)] = 0;
        cheaper[(row * 6) + column] += 50;

        Assert.True(solution.IsCertifiedBy(costs));
        Assert.False(solution.IsCertifiedBy(cheaper));
    }

    [Fact]
    public void Solve_SmallMatrices_EqualsTryingEverything()
    {
        var matrices = Gen.Choose(0, int.MaxValue).SelectMany(seed => Gen.Choose(1, 7).SelectMany(r => Gen.Choose(1, 7).Select(c => (Seed: (uint)seed, Rows: r, Columns: c))));

        Prop.ForAll(matrices.ToArbitrary(), m =>
        {
            var costs = Costs(m.Seed, m.Rows, m.Columns, m.Seed % 2 == 0 ? 5 : 1000, 4);
            var solution = LinearAssignment.Solve(costs, m.Rows, m.Columns);
            return solution.IsCertifiedBy(costs) && (solution.Pairs.Count, solution.TotalCost) == Best(costs, m.Rows, m.Columns);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(120, 120, 10, 0)]
    [InlineData(60, 140, 1000, 3)]
    [InlineData(140, 60, 1000, 3)]
    [InlineData(90, 90, 100000, 2)]
    public void Solve_LargerMatrices_AreCertified(int rows, int columns, int most, int forbidden)
    {
        var costs = Costs(7, rows, columns, most, forbidden);

        Assert.True(LinearAssignment.Solve(costs, rows, columns).IsCertifiedBy(costs));
    }

    [Theory]
    [InlineData(80, 80)]
    [InlineData(50, 130)]
    [InlineData(130, 50)]
    public void Solve_SameMatrix_HasTheTotalOfSciPy(int rows, int columns)
    {
        if (!File.Exists(Python)) return;
        var costs = Costs(11, rows, columns, 10_000, 0);
        var lines = Enumerable.Range(0, rows).Select(i => string.Join(' ', costs.Skip(i * columns).Take(columns).Select(c => c.ToString(CultureInfo.InvariantCulture))));
        var start = new ProcessStartInfo(Python, ["-c", "import sys,numpy\nfrom scipy.optimize import linear_sum_assignment as f\na=numpy.loadtxt(sys.stdin)\ni,j=f(a)\nprint(int(a[i,j].sum()))"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        try
        {
            foreach (var line in lines) process.StandardInput.WriteLine(line);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // Python without SciPy ends before it has read the matrix.
        }

        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) return;

        Assert.Equal(long.Parse(output, CultureInfo.InvariantCulture), LinearAssignment.Solve(costs, rows, columns).TotalCost);
    }

    /// <summary>Whole costs below a bound; one in so many is forbidden, none for 0.</summary>
    private static int[] Costs(uint seed, int rows, int columns, int most, int forbidden) =>
    [
        .. Enumerable.Range(0, rows * columns).Select(k =>
        {
            var block = Philox.Block((uint)k, 0, 0, 0, seed);
            return forbidden > 0 && block.Word1 % (uint)forbidden == 0 ? LinearAssignment.Forbidden : (int)(block.Word0 % (uint)most);
        }),
    ];

    private static (int Pairs, long Cost) Best(int[] costs, int rows, int columns)
    {
        var best = (Pairs: 0, Cost: 0L);
        Try(0, 0, 0, 0);
        return best;

        void Try(int row, int taken, int pairs, long cost)
        {
            if (pairs > best.Pairs || (pairs == best.Pairs && cost < best.Cost)) best = (pairs, cost);
            if (row == rows) return;
            Try(row + 1, taken, pairs, cost);
            for (var j = 0; j < columns; j++)
            {
                var c = costs[(row * columns) + j];
                if (c != LinearAssignment.Forbidden && (taken >> j & 1) == 0) Try(row + 1, taken | (1 << j), pairs + 1, cost + c);
            }
        }
    }
}
