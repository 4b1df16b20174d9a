using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>
/// Computes what talent costs in each survey area against the nation: for each occupation of the service's mix the logarithm of the area's wage over the nation's, weighted by the mix.
/// </summary>
/// <remarks>
/// A withheld figure is missing: the other occupations stand for it, and the variance grows by what occupations of one area differ from one another (a pooled moment estimate), because the ones that
/// are there need not resemble the one that is not. A figure at or above the top code gives way to the other of median and mean, in area and nation alike; where both are, the top code is a lower bound.
/// Errors of different occupations count as independent.
/// </remarks>
public static class AreaPremiums
{
    /// <summary>Computes the premiums of a survey year.</summary>
    /// <param name="wages">Wages of any years and areas.</param>
    /// <param name="year">The survey year.</param>
    /// <param name="mix">The service's mix.</param>
    /// <param name="useMean">Whether means are compared instead of medians.</param>
    /// <param name="errors">Relative standard errors.</param>
    /// <param name="leastCovered">An area whose figures cover less of the mix counts as having none, 0 to 1.</param>
    /// <returns>The areas with figures, by code.</returns>
    /// <exception cref="InputException">The nation has no figure of an occupation of the mix in that year.</exception>
    public static IReadOnlyList<AreaPremium> Of(IReadOnlyList<AreaWage> wages, int year, IReadOnlyList<MixShare> mix, bool useMean, SurveyErrors errors, double leastCovered)
    {
        ArgumentNullException.ThrowIfNull(wages);
        ArgumentNullException.ThrowIfNull(mix);
        ArgumentNullException.ThrowIfNull(errors);
        var wanted = mix.Select(m => m.Occupation).ToHashSet(StringComparer.Ordinal);
        var rows = wages.Where(w => w.Year == year && wanted.Contains(w.Occupation)).ToList();
        var national = rows.Where(w => w.Area == MarketReference.NationalArea).ToDictionary(w => w.Occupation, StringComparer.Ordinal);
        if (mix.FirstOrDefault(m => !national.TryGetValue(m.Occupation, out var n) || (n.Median.Status != FigureStatus.Published && n.Mean.Status != FigureStatus.Published)) is { } lacking)
        {
            throw new InputException(FormattableString.Invariant(
                $"The market data hold no national wage of {lacking.Occupation} for {year}, against which areas are compared. Import a national file of {year}, or leave the occupation out with --without {lacking.Occupation}."));
        }

        // National employment that was not published is at least that of the areas together.
        var jobs = rows.Where(w => w.Area != MarketReference.NationalArea).GroupBy(w => w.Occupation, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(w => w.Employment ?? 0), StringComparer.Ordinal);
        var areas = rows.Where(w => w.Area != MarketReference.NationalArea).GroupBy(w => w.Area, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Row: g.First(), Cells: mix.Select(m => Cell(m, g.FirstOrDefault(w => w.Occupation == m.Occupation), national[m.Occupation], jobs.GetValueOrDefault(m.Occupation), useMean, errors)).ToList()))
            .ToList();
        var spread = OccupationSpread(areas.Select(a => a.Cells));
        return [.. areas.Select(a => Premium(a.Row, a.Cells, spread)).OfType<AreaPremium>().Where(p => p.MixCovered >= leastCovered)];
    }

    private static PremiumCell Cell(MixShare share, AreaWage? local, AreaWage national, double jobs, bool useMean, SurveyErrors errors)
    {
        var title = national.OccupationTitle;
        if (local is not null)
        {
            foreach (var mean in new[] { useMean, !useMean })
            {
                var (here, there) = mean ? (local.Mean, national.Mean) : (local.Median, national.Median);
                if (here is { Status: FigureStatus.Published, Value: > 0 and var wage } && there is { Status: FigureStatus.Published, Value: > 0 and var nation })
                    return Compared(mean == useMean ? CellBasis.Asked : CellBasis.OtherFigure, wage, nation, mean);
                // A figure that was withheld is not replaced by its neighbour; only one that is too high to be shown is.
                if (here.Status != FigureStatus.Censored && there.Status != FigureStatus.Censored) break;
            }

            var asked = useMean ? (local.Mean, national.Mean) : (local.Median, national.Median);
            if (asked is ({ Status: FigureStatus.Censored, Value: > 0 and var bound }, { Status: FigureStatus.Published, Value: > 0 and var base_ })) return Compared(CellBasis.LowerBound, bound, base_, useMean);
        }

        return new PremiumCell(share.Occupation, title, share.Share, CellBasis.Missing, null, null, local?.Employment, null);

        PremiumCell Compared(CellBasis basis, double wage, double nation, bool mean)
        {
            var (here, there) = (errors.Of(local!.MeanError, local.Employment, !mean), errors.Of(national.MeanError, national.Employment ?? jobs, !mean));
            return new PremiumCell(share.Occupation, title, share.Share, basis, wage, nation, local.Employment, Math.Sqrt((here * here) + (there * there)));
        }
    }

    private static AreaPremium? Premium(AreaWage row, List<PremiumCell> cells, double spread)
    {
        var known = cells.Where(c => c.Basis != CellBasis.Missing).ToList();
        var covered = known.Sum(c => c.Share);
        if (covered <= 0) return null;
        double ratio = 0, variance = 0;
        foreach (var cell in known)
        {
            var weight = cell.Share / covered;
            ratio += weight * LogOf(cell);
            variance += Square(weight * cell.RelativeError!.Value) + (spread * Square(weight - cell.Share));
        }

        variance += spread * cells.Where(c => c.Basis == CellBasis.Missing).Sum(c => Square(c.Share));
        // Shares add up to one only within rounding.
        return new AreaPremium(row.Area, row.AreaTitle, row.Division, ratio, variance, Math.Min(1, covered), cells);
    }

    /// <summary>Variance of an occupation's own premium around that of its area and of its occupation: the residual mean square of areas with every occupation, less its sampling part.</summary>
    private static double OccupationSpread(IEnumerable<List<PremiumCell>> areas)
    {
        var whole = areas.Where(a => a.TrueForAll(c => c.Basis != CellBasis.Missing)).ToList();
        var occupations = whole.Count == 0 ? 0 : whole[0].Count;
        if (whole.Count < 2 || occupations < 2) return 0;
        var means = Enumerable.Range(0, occupations).Select(o => whole.Average(a => LogOf(a[o]))).ToArray();
        var all = means.Average();
        double squares = 0, sampling = 0;
        foreach (var area in whole)
        {
            var level = area.Average(LogOf);
            for (var o = 0; o < occupations; o++)
            {
                squares += Square(LogOf(area[o]) - level - means[o] + all);
                sampling += Square(area[o].RelativeError!.Value);
            }
        }

        return Math.Max(0, (squares / ((whole.Count - 1) * (occupations - 1))) - (sampling / (whole.Count * occupations)));
    }

    private static double LogOf(PremiumCell cell) => Math.Log(cell.Local!.Value / cell.National!.Value);

    private static double Square(double value) => value * value;
}
