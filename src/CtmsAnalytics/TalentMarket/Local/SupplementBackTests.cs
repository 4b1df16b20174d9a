using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>Tests supplements on the past: estimates from one survey year against what a later one shows.</summary>
internal static class SupplementBackTests
{
    /// <summary>Runs the test.</summary>
    /// <param name="data">Markets.</param>
    /// <param name="fromYear">Earlier survey year.</param>
    /// <param name="before">Premiums of the earlier year, one or more.</param>
    /// <param name="toYear">Later survey year.</param>
    /// <param name="after">Premiums of the later year, one or more.</param>
    /// <param name="policy">The policy that both years are put through.</param>
    /// <param name="broken">Areas that are not spliced.</param>
    /// <returns>The test; null where the years share no area.</returns>
    public static SupplementBackTest? Of(
        LocalMarketData data, int fromYear, IReadOnlyList<AreaPremium> before, int toYear, IReadOnlyList<AreaPremium> after, SupplementPolicy policy, IReadOnlyList<string> broken)
    {
        var (earlier, later) = (MarketSupplements.Shrink(before), MarketSupplements.Shrink(after));
        var places = after.Select((p, i) => (p.Area, i)).ToDictionary(p => p.Area, p => p.i, StringComparer.Ordinal);
        var markets = data.Markets.Where(m => m is { IsNation: false, SurveyArea: not null }).GroupBy(m => m.SurveyArea!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var rest = data.Nation?.LocalityPercent;
        var quantile = IntervalReach.Normal(policy.Confidence);
        var (areas, inside, insideWithError, excess) = (new List<BackTestArea>(), 0, 0, 0.0);
        for (var i = 0; i < before.Count; i++)
        {
            if (!places.TryGetValue(before[i].Area, out var j)) continue;
            var (old, now, was, is_) = (before[i], after[j], earlier.Estimates[i], later.Estimates[j]);
            var market = markets.GetValueOrDefault(old.Area);
            var (lower, upper) = (Math.Exp(was.Value - (quantile * was.StandardDeviation)), Math.Exp(was.Value + (quantile * was.StandardDeviation)));
            areas.Add(new BackTestArea(
                old.Area,
                now.Title,
                market?.Code,
                old.Index,
                Math.Exp(was.Value),
                lower,
                upper,
                now.Index,
                market?.LocalityPercent is { } percent && rest is { } r ? (1 + percent) / (1 + r) : null,
                policy.Decide(Math.Exp(was.Value), lower, upper, 0).Percent,
                policy.Decide(Math.Exp(is_.Value), Math.Exp(is_.Value - (quantile * is_.StandardDeviation)), Math.Exp(is_.Value + (quantile * is_.StandardDeviation)), 0).Percent));
            var miss = now.LogRatio - was.Value;
            var variance = (was.StandardDeviation * was.StandardDeviation) + now.Variance;
            if (Math.Abs(miss) <= quantile * was.StandardDeviation) inside++;
            if (Math.Abs(miss) <= quantile * Math.Sqrt(variance)) insideWithError++;
            excess += (miss * miss) - variance;
        }

        if (areas.Count == 0) return null;
        return new SupplementBackTest(
            fromYear,
            toYear,
            areas,
            Methods(areas, fromYear, data.LocalityYear),
            (double)inside / areas.Count,
            (double)insideWithError / areas.Count,
            Math.Sqrt(Math.Max(0, excess / areas.Count)),
            broken);
    }

    private static List<BackTestMethod> Methods(List<BackTestArea> areas, int fromYear, int localityYear)
    {
        var withLocality = areas.Where(a => a.LocalityIndex is not null).ToList();
        // Locality payments are set against the rest of the United States, talent here against the whole: the second line moves them to one level, so that only their order and spread are judged.
        var level = withLocality.Count == 0 ? 1 : Math.Exp(withLocality.Average(a => Math.Log(a.Raw / a.LocalityIndex!.Value)));
        return
        [
            Method(FormattableString.Invariant($"As May {fromYear} showed it"), a => a.Raw),
            Method(FormattableString.Invariant($"May {fromYear} shrunk"), a => a.Shrunk),
            Method("No supplement", _ => 1),
            Method("Supplement as proposed then", a => 1 + a.Proposed),
            new BackTestMethod(FormattableString.Invariant($"Title 5 locality {localityYear} against the rest of the U.S."), null, Error(withLocality, a => a.LocalityIndex!.Value)),
            new BackTestMethod("The same, moved to the level of these areas", null, Error(withLocality, a => level * a.LocalityIndex!.Value)),
        ];

        BackTestMethod Method(string name, Func<BackTestArea, double> index) => new(name, Error(areas, index), Error(withLocality, index));
    }

    private static double? Error(List<BackTestArea> areas, Func<BackTestArea, double> index) => areas.Count == 0 ? null : areas.Average(a => Math.Abs(index(a) - a.Later));
}
