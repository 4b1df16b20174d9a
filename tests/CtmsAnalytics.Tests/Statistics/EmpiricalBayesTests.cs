using CtmsAnalytics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Statistics;

public sealed class EmpiricalBayesTests
{
    /// <summary>Rubin (1981), as in Gelman et al., Bayesian Data Analysis, section 5.5: coaching effects in eight schools.</summary>
    private static readonly (double Effect, double Error)[] Schools = [(28, 15), (8, 10), (-3, 16), (7, 11), (-1, 9), (1, 11), (18, 10), (12, 18)];

    /// <summary>Colditz et al. (1994), thirteen trials of the BCG vaccine, log relative risks and their variances.</summary>
    private static readonly (double Value, double Variance)[] Vaccine =
    [
        (-0.8893, 0.3256), (-1.5854, 0.1946), (-1.3481, 0.4154), (-1.4416, 0.0200), (-0.2175, 0.0512), (-0.7861, 0.0069), (-1.6209, 0.2230), (0.0120, 0.0040),
        (-0.4694, 0.0564), (-1.3713, 0.0730), (-0.3394, 0.0124), (0.4459, 0.5325), (-0.0173, 0.0714),
    ];

    [Fact]
    public void Fit_EightSchools_PoolsThemCompletelyAtThePublishedMeanAndStaysUncertain()
    {
        var fit = EmpiricalBayes.Fit([.. Schools.Select((s, i) => new UnitEstimate($"{i}", "schools", s.Effect, s.Error * s.Error))]);

        // The published complete pooling: 7.7 with a standard error of 4.1.
        Assert.Equal(0, fit.BetweenVariance);
        Assert.Equal(7.7, fit.Centre, 0.05);
        Assert.Equal(4.1, Math.Sqrt(fit.CentreVariance), 0.05);
        Assert.All(fit.Estimates, e => Assert.Equal(fit.Centre, e.Value, 1e-9));
        // The farthest school is not taken to be as certain as the mean: the variance between schools is only estimated to be zero.
        Assert.True(fit.Estimates[0].StandardDeviation > fit.Estimates[3].StandardDeviation);
        Assert.True(fit.Estimates[0].StandardDeviation > 4.1);
    }

    [Fact]
    public void Fit_VaccineTrials_GivesThePublishedPauleMandelVariance()
    {
        var fit = EmpiricalBayes.Fit([.. Vaccine.Select((v, i) => new UnitEstimate($"{i}", "trials", v.Value, v.Variance))]);

        // As R's metafor gives with method PM: 0.3181, mean -0.7150 with a standard error of 0.1809.
        Assert.Equal(0.3181, fit.BetweenVariance, 0.00005);
        Assert.Equal(-0.7150, fit.Centre, 0.00005);
        Assert.Equal(0.1809, Math.Sqrt(fit.CentreVariance), 0.00005);
    }

    [Fact]
    public void Fit_BattersOfEfronAndMorris_ShrinksByTheirSumOfSquares()
    {
        // Efron and Morris (1975): transformed averages of 18 batters have a sampling variance of 1 and squares around their mean of 18.96, here on two values.
        var half = Math.Sqrt(18.96 / 18);
        var fit = EmpiricalBayes.Fit([.. Enumerable.Range(0, 18).Select(i => new UnitEstimate($"{i}", "batters", -3.275 + (i % 2 == 0 ? half : -half), 1))]);

        Assert.Equal(-3.275, fit.Centre, 1e-9);
        Assert.Equal(1 - (17 / 18.96), fit.Estimates[0].OwnWeight, 1e-9);
        Assert.Equal(-3.275 + (half * (1 - (17 / 18.96))), fit.Estimates[0].Value, 1e-9);
    }

    [Fact]
    public void Fit_OneUnit_KeepsItAndExpectsNothingOfOthers()
    {
        var fit = EmpiricalBayes.Fit([new UnitEstimate("alone", "A", 0.2, 0.01)]);

        Assert.False(fit.IsBetweenKnown);
        Assert.Equal(0.2, fit.Estimates[0].Value, 1e-12);
        Assert.Equal(0.1, fit.Estimates[0].StandardDeviation, 1e-12);
        Assert.Null(fit.Predict("A"));
        Assert.Null(fit.Predict(null));
    }

    [Fact]
    public void Fit_AllEqual_HasNoVarianceBetweenAndTheErrorOfTheMean()
    {
        var fit = EmpiricalBayes.Fit([.. Enumerable.Range(0, 4).Select(i => new UnitEstimate($"{i}", "A", 0.1, 0.04))]);

        Assert.Equal(0, fit.BetweenVariance);
        Assert.All(fit.Estimates, e => Assert.Equal(0.1, e.Value, 1e-12));
        Assert.All(fit.Estimates, e => Assert.Equal(0.1, e.StandardDeviation, 1e-12));
        Assert.Equal(0.1, fit.Predict("A")!.StandardDeviation, 1e-12);
    }

    [Fact]
    public void Predict_GroupWithoutUnits_FallsBackToTheCentreAndIsLessCertain()
    {
        var fit = EmpiricalBayes.Fit(
        [
            new("a", "A", 0.30, 0.001), new("b", "A", 0.20, 0.001), new("c", "B", -0.10, 0.001), new("d", "B", -0.20, 0.001), new("e", "C", 0.05, 0.001), new("f", "C", -0.05, 0.001),
        ]);

        var (known, unknown) = (fit.Predict("A")!, fit.Predict("Z")!);
        Assert.Equal(fit.Centre, unknown.Value, 1e-12);
        Assert.InRange(known.Value, fit.Centre, 0.25);
        Assert.True(unknown.StandardDeviation > known.StandardDeviation);
        Assert.Equal(fit.Predict(null)!.Value, unknown.Value);
    }

    [Fact]
    public void Fit_UnitWithoutGroup_IsDrawnTowardTheCentre()
    {
        var fit = EmpiricalBayes.Fit([new("a", "A", 0.2, 0.01), new("b", "A", 0.0, 0.01), new("c", "B", 0.1, 0.01), new("d", "B", -0.1, 0.01), new("alone", null, 0.5, 0.01)]);

        Assert.InRange(fit.Estimates[4].Value, fit.Centre, 0.5);
        Assert.True(fit.Estimates[4].Value < 0.5);
    }

    [Fact]
    public void Fit_NothingOrNoVariance_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => EmpiricalBayes.Fit([]));
        Assert.Contains("variance above zero", Assert.Throws<ArgumentException>(() => EmpiricalBayes.Fit([new("a", "A", 0.1, 0)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => EmpiricalBayes.Fit([new("a", "A", double.NaN, 1)]));
    }

    [Fact]
    public void Fit_AnyEstimates_LieBetweenTheirOwnAndTheirGroupAndNoisierOnesKeepLess() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), Holds));

    private static void Holds(int seed)
    {
        var random = new Random(seed);
        UnitEstimate[] units = [.. Enumerable.Range(0, random.Next(1, 30)).Select(i => new UnitEstimate($"{i}", random.Next(5) == 0 ? null : $"G{random.Next(4)}", random.NextDouble() - 0.5, 1e-6 + (random.NextDouble() * random.NextDouble())))];

        var fit = EmpiricalBayes.Fit(units);

        for (var i = 0; i < units.Length; i++)
        {
            var e = fit.Estimates[i];
            Assert.True(double.IsFinite(e.Value) && double.IsFinite(e.StandardDeviation) && e.StandardDeviation > 0);
            if (units[i].Group is { } g)
            {
                var mean = fit.Group(g)!.Value.Mean;
                Assert.InRange(e.Value, Math.Min(units[i].Value, mean) - 1e-9, Math.Max(units[i].Value, mean) + 1e-9);
            }

            for (var j = 0; j < units.Length; j++)
            {
                if (units[i].Variance > units[j].Variance) Assert.True(e.OwnWeight <= fit.Estimates[j].OwnWeight + 1e-12);
            }
        }
    }
}
