using CtmsAnalytics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Statistics;

public sealed class LinearModelTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    private static readonly double[] Group = [0, 1, 0, 1, 1, 0, 0, 1, 0, 1];
    private static readonly double[] Y = [10.2, 11.9, 13.1, 13.0, 16.4, 17.9, 18.2, 21.0, 21.9, 23.1];
    private static readonly double[] Weights = [1, 2, 1, 1, 0.5, 3, 1, 1, 2, 1];

    /// <summary>NIST's certified values of the Longley data, whose columns are nearly collinear.</summary>
    [Fact]
    public void Fit_LongleyData_GivesTheCertifiedValues()
    {
        double[] employed = [60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551];
        ModelColumn[] columns =
        [
            ModelColumn.Intercept(16),
            new("deflator", [83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9]),
            new("product", [234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601, 518173, 554894]),
            new("unemployed", [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007]),
            new("forces", [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827]),
            new("population", [107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368, 127852, 130081]),
            new("year", [.. Enumerable.Range(1947, 16).Select(y => (double)y)]),
        ];
        double[] estimates = [-3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683, -1.03322686717359, -0.0511041056535807, 1829.15146461355];
        double[] errors = [890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.226073200069370, 455.478499142212];
        var model = LinearModel.Fit(columns, employed);
        var coefficients = model.Coefficients(CovarianceKind.Classical, 0.95);
        for (var i = 0; i < columns.Length; i++)
        {
            Assert.Equal(1, coefficients[i].Estimate!.Value / estimates[i], 7);
            Assert.Equal(1, coefficients[i].StandardError!.Value / errors[i], 7);
        }

        Assert.Equal(0.995479004577296, model.RSquared!.Value, 9);
        Assert.Equal(304.854073561965, model.ResidualStandardDeviation!.Value, 6);
    }

    /// <summary>Computed independently with statsmodels 0.13.</summary>
    [Theory]
    [InlineData(CovarianceKind.Classical, 0.5297046653183658, 0.08044316718740747, 0.4621108133939948)]
    [InlineData(CovarianceKind.HC0, 0.2470707171750558, 0.045965901049638026, 0.4019644086156039)]
    [InlineData(CovarianceKind.HC1, 0.2953059896963932, 0.05493975998836121, 0.4804393611115502)]
    [InlineData(CovarianceKind.HC2, 0.29209497222531366, 0.054233076624284345, 0.4638081039113882)]
    [InlineData(CovarianceKind.HC3, 0.34716605449513704, 0.06427583435101634, 0.5360778313205745)]
    public void Coefficients_TenRows_HaveTheErrorsOfAnotherPackage(CovarianceKind kind, params double[] errors) =>
        Same(LinearModel.Fit(Columns(), Y), kind, [8.605294117647052, 1.4720588235294116, -0.06323529411764994], errors);

    /// <summary>Computed independently with statsmodels 0.13.</summary>
    [Theory]
    [InlineData(CovarianceKind.Classical, 0.5105656379852338, 0.07390405591813212, 0.42396130099728807)]
    [InlineData(CovarianceKind.HC0, 0.2363602267045478, 0.034472777393147906, 0.354365067508699)]
    [InlineData(CovarianceKind.HC1, 0.28250450506603864, 0.0412028497835063, 0.42354726683511085)]
    [InlineData(CovarianceKind.HC2, 0.30349496541299803, 0.04454119386886225, 0.4197767608506095)]
    [InlineData(CovarianceKind.HC3, 0.4009902806451024, 0.0597334107087055, 0.5096182756389621)]
    public void Coefficients_WeightedRows_HaveTheErrorsOfAnotherPackage(CovarianceKind kind, params double[] errors) =>
        Same(LinearModel.Fit(Columns(), Y, Weights), kind, [8.782883560907413, 1.4624879045263954, -0.16122997527147032], errors);

    [Fact]
    public void Coefficients_TenRows_HaveStudentsProbabilitiesAndIntervals()
    {
        var slope = LinearModel.Fit(Columns(), Y).Coefficients(CovarianceKind.Classical, 0.95)[1];
        Assert.Equal(3.603831674402044e-07, slope.PValue!.Value, 15);
        // The numerical library's quantile of Student's t is good to nine digits.
        Assert.Equal(1.281840959569992, slope.Lower!.Value, 8);
        Assert.Equal(1.6622766874888313, slope.Upper!.Value, 8);
    }

    [Fact]
    public void Fit_ColumnThatFollowsFromEarlierOnes_IsLeftOutAndChangesNothing()
    {
        var twice = new ModelColumn("twice", [.. X.Select(x => (2 * x) + 3)]);
        var with = LinearModel.Fit([.. Columns(), twice], Y);
        var without = LinearModel.Fit(Columns(), Y);
        Assert.True(with.Coefficients(CovarianceKind.HC3, 0.95)[3].IsAliased);
        Assert.Equal(without.Estimates.Select(e => e!.Value), with.Estimates.Take(3).Select(e => e!.Value));
        Assert.Equal(without.DegreesOfFreedom, with.DegreesOfFreedom);
        Assert.Equal(without.Predict([1, 4, 1]), with.Predict([1, 4, 1, 11]), 10);
    }

    [Fact]
    public void Fit_RowOfWeightZero_IsAsIfItWereNotThere()
    {
        double[] weights = [.. Enumerable.Repeat(1d, 9), 0];
        var with = LinearModel.Fit(Columns(), Y, weights);
        var without = LinearModel.Fit([.. Columns().Select(c => c with { Values = c.Values[..9] })], Y[..9]);
        foreach (var kind in Enum.GetValues<CovarianceKind>()) Same(with, kind, [.. without.Estimates.Select(e => e!.Value)], [.. without.Coefficients(kind, 0.95).Select(c => c.StandardError!.Value)]);
        Assert.Equal(without.RSquared!.Value, with.RSquared!.Value, 12);
    }

    [Fact]
    public void Coefficients_RowAloneInItsCategory_HasNoErrorOfItsOwnAndLeavesTheOthersTheirs()
    {
        double[] alone = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        var with = LinearModel.Fit([.. Columns(), new ModelColumn("alone", alone)], Y).Coefficients(CovarianceKind.HC3, 0.95);
        var without = LinearModel.Fit([.. Columns().Select(c => c with { Values = c.Values[..9] })], Y[..9]).Coefficients(CovarianceKind.HC3, 0.95);
        Assert.Null(with[3].StandardError);
        Assert.NotNull(with[3].Estimate);
        for (var i = 0; i < 3; i++) Assert.Equal(without[i].StandardError!.Value, with[i].StandardError!.Value, 10);
    }

    [Fact]
    public void Fit_AsManyColumnsAsRows_HasNoErrors()
    {
        var model = LinearModel.Fit([ModelColumn.Intercept(2), new ModelColumn("x", [1, 2])], [3, 5]);
        Assert.Equal(0, model.DegreesOfFreedom);
        Assert.Null(model.ResidualStandardDeviation);
        Assert.All(model.Coefficients(CovarianceKind.HC3, 0.95), c => Assert.Null(c.StandardError));
        Assert.Equal(2, model.Estimates[1]!.Value, 10);
    }

    [Fact]
    public void Fit_OutcomeWithoutVariance_HasNoShareExplained()
    {
        var model = LinearModel.Fit(Columns(), [.. Enumerable.Repeat(7d, 10)]);
        Assert.Null(model.RSquared);
        Assert.Equal(7, model.Estimates[0]!.Value, 10);
    }

    [Fact]
    public void Influences_SumOfSquares_IsTheVarianceHC0()
    {
        var model = LinearModel.Fit(Columns(), Y, Weights);
        var influences = model.Influences();
        var errors = model.Coefficients(CovarianceKind.HC0, 0.95);
        for (var c = 0; c < 3; c++) Assert.Equal(errors[c].StandardError!.Value, Math.Sqrt(influences.Sum(r => r[c] * r[c])), 12);
    }

    [Fact]
    public void WithOutcome_AnotherOutcome_IsAsFittedAnew()
    {
        double[] other = [.. Y.Select(y => Math.Log(y))];
        var anew = LinearModel.Fit(Columns(), other, Weights);
        var again = LinearModel.Fit(Columns(), Y, Weights).WithOutcome(other);
        Assert.Equal(anew.Estimates, again.Estimates);
        Assert.Equal(anew.Fitted, again.Fitted);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Fit_FigureThatIsNotFinite_IsRefused(double figure) =>
        Assert.Contains("not finite", Assert.Throws<ArgumentException>(() => LinearModel.Fit(Columns(), [.. Y[..9], figure])).Message, StringComparison.Ordinal);

    [Fact]
    public void Fit_NoWeightAboveZero_IsRefused() => Assert.Throws<ArgumentException>(() => LinearModel.Fit(Columns(), Y, new double[10]));

    /// <summary>Residuals stand at right angles to every column, whatever the data: the mark of least squares.</summary>
    [Fact]
    public void Fit_RandomData_LeavesResidualsOrthogonalToTheColumns()
    {
        var numbers = Gen.Choose(-1000, 1000).Select(n => n / 10d);
        var data = Gen.ArrayOf(Gen.Two(numbers), 12).Select(a => (X: a.Select(p => p.Item1).ToArray(), Y: a.Select(p => p.Item2).ToArray()));
        Prop.ForAll(Arb.From(data), d =>
        {
            ModelColumn[] columns = [ModelColumn.Intercept(12), new("x", d.X), new("square", [.. d.X.Select(x => x * x)])];
            var residuals = LinearModel.Fit(columns, d.Y).Residuals;
            return columns.All(c => Math.Abs(c.Values.Zip(residuals, (x, e) => x * e).Sum()) <= 1e-8 * (1 + c.Values.Sum(Math.Abs)) * (1 + d.Y.Max(Math.Abs)));
        }).QuickCheckThrowOnFailure();
    }

    private static ModelColumn[] Columns() => [ModelColumn.Intercept(10), new("x", X), new("group", Group)];

    private static void Same(LinearModel model, CovarianceKind kind, double[] estimates, double[] errors)
    {
        var coefficients = model.Coefficients(kind, 0.95);
        for (var i = 0; i < estimates.Length; i++)
        {
            Assert.Equal(estimates[i], coefficients[i].Estimate!.Value, 10);
            Assert.Equal(errors[i], coefficients[i].StandardError!.Value, 10);
        }
    }
}
