using CtmsAnalytics.Simulation.Results;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Simulation.Results;

public sealed class CellQuantilesTests
{
    [Fact]
    public void Quantiles_OfAnyCell_LieWithinTheBoundOfTheExactOnes() =>
        Prop.ForAll(
            Gen.Choose(0, 52).SelectMany(bits => Gen.Choose(0, int.MaxValue).Select(word => word % 5 == 0 ? 0 : (long)(word / 2147483648.0 * (1L << bits)))).ArrayOf().Where(v => v.Length > 0).ToArbitrary(),
            values =>
            {
                var result = SimulationResultTests.Salaries(values);
                var exact = result.Cost(0, CostMargin.Total).Quantiles;
                var cell = result.Cells(0).Select(c => c.Cost.Quantiles).SingleOrDefault() ?? new Quantiles(0, 0, 0, 0, 0, 0, 0);
                return List(exact).Zip(List(cell)).All(q => q.First < 256 ? q.First == q.Second : Math.Abs(q.Second - q.First) < q.First / 256);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Code_EveryBin_HoldsItsMiddleAndEndsWhereTheNextBegins()
    {
        for (var code = 1; code <= CellHistograms.Bins; code++)
        {
            var middle = CellHistograms.Middle(code);
            if (middle >= 256) Assert.Equal(code, CellHistograms.Code(middle));
        }

        Assert.Equal(0, CellHistograms.Code(0));
        Assert.Equal(1, CellHistograms.Code(1));
        Assert.Equal(CellHistograms.Bins, CellHistograms.Code((1L << 53) - 1));
    }

    [Fact]
    public void Quantiles_CellThatTakesFewValues_CountsEachDrawOnce()
    {
        // Runs of equal lanes, zeros between them, a first tile that a later one lies far from on both sides.
        long[] values = [.. Enumerable.Range(0, 640).Select(d => d % 7 == 0 ? 0 : d < 64 ? 200 : d % 3 == 0 ? 3 : d % 5 == 0 ? 1L << 40 : 200 + (d % 2))];
        var cell = SimulationResultTests.Salaries(values).Cells(0).Single().Cost.Quantiles;
        Array.Sort(values);

        Assert.Equal([values[31], values[63], values[159], values[319], values[479]], List(cell).Take(5));
    }

    private static double[] List(Quantiles q) => [q.P5, q.P10, q.P25, q.P50, q.P75, q.P90, q.P95];
}
