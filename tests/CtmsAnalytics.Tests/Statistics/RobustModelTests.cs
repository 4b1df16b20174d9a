using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.Tests.Statistics;

public sealed class RobustModelTests
{
    // Brownlee's stack loss data (1965), the usual example of robust regression.
    private static readonly double[] Flow = [80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50, 50, 50, 50, 50, 56, 70];
    private static readonly double[] Temperature = [27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17, 18, 19, 18, 18, 19, 19, 20, 20, 20];
    private static readonly double[] Acid = [89, 88, 90, 87, 87, 87, 93, 93, 87, 80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91];
    private static readonly double[] Loss = [42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15];

    /// <summary>Coefficients and errors that the documentation of statsmodels prints for RLM with HuberT on these data.</summary>
    [Fact]
    public void Huber_StackLoss_GivesThePublishedCoefficientsAndErrors()
    {
        var model = RobustModel.Fit(Columns(), Loss, RobustKind.Huber);

        Assert.True(model.IsConverged);
        AssertClose([-41.02649835, 0.82938433, 0.92606597, -0.12784672], model.Estimates, 1e-5);
        AssertClose([9.79189854, 0.11100521, 0.30293016, 0.12864961], model.StandardErrors, 1e-5);
    }

    /// <summary>Coefficients that rlm of R's MASS package prints for psi.bisquare on these data.</summary>
    [Fact]
    public void Bisquare_StackLoss_GivesThePublishedCoefficients()
    {
        var model = RobustModel.Fit(Columns(), Loss, RobustKind.Bisquare);

        AssertClose([-42.2853, 0.9275, 0.6507, -0.1123], model.Estimates, 2e-4);
    }

    [Theory]
    [InlineData(RobustKind.Huber)]
    [InlineData(RobustKind.Bisquare)]
    public void Robust_PointsOnALineAndOneFarAway_FindsTheLine(RobustKind kind)
    {
        double[] x = [1, 2, 3, 4, 5, 6, 7, 8, 9];
        double[] y = [.. x.Select(v => 2 + (3 * v))];
        y[4] += 100;

        var model = RobustModel.Fit([ModelColumn.Intercept(9), new ModelColumn("x", x)], y, kind);

        Assert.Equal(3, model.Estimates[1]!.Value, 1e-3);
        Assert.All(model.StandardErrors, e => Assert.True(e is null || double.IsFinite(e.Value)));
    }

    [Fact]
    public void Robust_EveryPointOnALine_HasNoScaleAndNoErrors()
    {
        var model = RobustModel.Fit([ModelColumn.Intercept(3), new ModelColumn("x", [1, 2, 3])], [5, 7, 9], RobustKind.Bisquare);

        Assert.Equal(2, model.Estimates[1]!.Value, 1e-9);
        Assert.Equal(0, model.Scale);
        Assert.All(model.StandardErrors, Assert.Null);
    }

    [Fact]
    public void Robust_RowsOfWeightZero_TakeNoPart()
    {
        ModelColumn[] with = [ModelColumn.Intercept(5), new ModelColumn("x", [1, 2, 3, 4, 5])];
        ModelColumn[] without = [ModelColumn.Intercept(4), new ModelColumn("x", [1, 2, 3, 4])];

        var one = RobustModel.Fit(with, [1, 2.5, 2.9, 4.4, 900], RobustKind.Huber, [1, 1, 1, 1, 0]);
        var other = RobustModel.Fit(without, [1, 2.5, 2.9, 4.4], RobustKind.Huber);

        AssertClose([.. other.Estimates.Select(e => e!.Value)], one.Estimates, 1e-9);
        AssertClose([.. other.StandardErrors.Select(e => e!.Value)], one.StandardErrors, 1e-9);
    }

    [Fact]
    public void Robust_CollinearColumn_IsLeftOut()
    {
        var model = RobustModel.Fit([ModelColumn.Intercept(4), new ModelColumn("x", [1, 2, 3, 4]), new ModelColumn("2x", [2, 4, 6, 8])], [1, 2.5, 2.9, 4.4], RobustKind.Huber);

        Assert.Null(model.Estimates[2]);
        Assert.Null(model.StandardErrors[2]);
        Assert.NotNull(model.StandardErrors[1]);
    }

    private static ModelColumn[] Columns() => [ModelColumn.Intercept(Loss.Length), new("flow", Flow), new("temperature", Temperature), new("acid", Acid)];

    private static void AssertClose(double[] expected, IReadOnlyList<double?> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], actual[i]!.Value, tolerance);
    }
}
