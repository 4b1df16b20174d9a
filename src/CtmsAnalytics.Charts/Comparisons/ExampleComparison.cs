using CtmsAnalytics.Budget;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Charts.Comparisons;

/// <summary>Comparisons made from a few figures, for examples and trials: everything that their charts do not show is left out. Real ones come from <see cref="Comparer.Compare"/>.</summary>
public static class ExampleComparison
{
    private const int FirstYear = 2027;
    private const int People = 204;

    /// <summary>A comparison of two scenarios from their costs.</summary>
    /// <param name="baseline">Cost of the baseline in each fiscal year from 2027 on, cents.</param>
    /// <param name="steps">The salary structure beside the market; may be empty.</param>
    /// <param name="drivers">What each part of policy adds in each year, cents; as many years as the baseline has.</param>
    /// <returns>The comparison of "Baseline" with "Example proposal", 204 people.</returns>
    /// <exception cref="ArgumentException">There is no year, or a driver has another number of years.</exception>
    public static Comparison Of(IReadOnlyList<long> baseline, IReadOnlyList<StaircaseStep> steps, params IReadOnlyList<(string Title, long[] Cents)> drivers)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(drivers);
        if (baseline.Count == 0 || drivers.Any(d => d.Cents.Length != baseline.Count)) throw new ArgumentException("Give at least one year, and the same years for every driver.", nameof(drivers));
        int[] years = [.. Enumerable.Range(FirstYear, baseline.Count)];
        return new Comparison(
            Projection("Baseline", year => baseline[year - FirstYear]),
            Projection("Example proposal", year => baseline[year - FirstYear] + drivers.Sum(d => d.Cents[year - FirstYear])),
            [.. drivers.Select(d => new CostDriver(d.Title, d.Title, years.ToDictionary(y => y, y => d.Cents[y - FirstYear])))],
            steps,
            RunManifest.Create([], "Example data."));

        ProjectionResult Projection(string name, Func<int, long> cost)
        {
            var cube = new CostCube();
            foreach (var year in years) cube.Add(new CostKey(year, "DHS", "Example", "all", "all", Component.Salary), cost(year));
            var label = new ScenarioLabel(name, "", new Horizon(new DateOnly(FirstYear - 1, 10, 1), years.Length));
            return new ProjectionResult(label, years, cube, [.. years.Select(y => new HeadcountFlow(y, "DHS", "Example", People, 0, 0, People, People))], [], [], []);
        }
    }
}
