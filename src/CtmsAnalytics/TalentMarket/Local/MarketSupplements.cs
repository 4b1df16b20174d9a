using System.Globalization;
using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>Estimates every local market and decides its supplement.</summary>
internal static class MarketSupplements
{
    /// <summary>Draws the areas' premiums toward their divisions.</summary>
    public static EmpiricalBayes Shrink(IReadOnlyList<AreaPremium> premiums) => EmpiricalBayes.Fit([.. premiums.Select(p => new UnitEstimate(p.Title, p.Division, p.LogRatio, p.Variance))]);

    /// <summary>Decides the supplement of every market.</summary>
    /// <param name="data">Markets.</param>
    /// <param name="premiums">Areas with figures; may be empty.</param>
    /// <param name="shrunk">Their fit; null where there is no area.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="present">Present supplements by market.</param>
    /// <param name="asked">Markets to propose for; empty for all.</param>
    /// <param name="people">People by market.</param>
    public static IReadOnlyList<MarketSupplement> Of(
        LocalMarketData data,
        IReadOnlyList<AreaPremium> premiums,
        EmpiricalBayes? shrunk,
        SupplementPolicy policy,
        IReadOnlyDictionary<string, double> present,
        IReadOnlySet<string> asked,
        IReadOnlyDictionary<string, int> people)
    {
        var byArea = premiums.Select((p, i) => (p, i)).ToDictionary(x => x.p.Area, x => x.i, StringComparer.Ordinal);
        var nation = data.Nation?.LocalityPercent;
        var quantile = IntervalReach.Normal(policy.Confidence);
        return [.. data.Markets.Select(One)];

        MarketSupplement One(MarketFacts market)
        {
            var now = present.GetValueOrDefault(market.Code);
            var place = market.SurveyArea is { } area && byArea.TryGetValue(area, out var at) ? at : -1;
            var premium = place >= 0 ? premiums[place] : null;
            var division = premium?.Division ?? market.Division;
            var basis = market.IsNation ? EstimateBasis.Nation
                : premium is not null ? EstimateBasis.OwnArea
                : shrunk is not { IsBetweenKnown: true } ? EstimateBasis.None
                : division is not null && shrunk.Group(division) is not null ? EstimateBasis.Division : EstimateBasis.AllAreas;
            var estimate = basis switch
            {
                EstimateBasis.Nation => new ShrunkEstimate(0, 0, 1),
                EstimateBasis.OwnArea => shrunk!.Estimates[place],
                EstimateBasis.None => null,
                _ => shrunk!.Predict(division),
            };
            double? At(double deviations) => estimate is null ? null : Math.Exp(estimate.Value + (deviations * estimate.StandardDeviation));
            var (index, lower, upper) = (At(0), At(-quantile), At(quantile));
            var decision = basis == EstimateBasis.Nation ? new SupplementDecision(policy.Floor, SupplementBinding.Nation)
                : asked.Count > 0 && !asked.Contains(market.Code) ? new SupplementDecision(now, SupplementBinding.NotAsked)
                : index is { } i ? policy.Decide(i, lower!.Value, upper!.Value, now)
                : policy.DecideWithoutEstimate(now);
            double? Gap(double? level) => level is { } l ? policy.Target * (l - 1) : null;
            return new MarketSupplement(
                market.Code,
                market.Name,
                market.SurveyArea,
                premium?.Title,
                division,
                basis,
                people.GetValueOrDefault(market.Code),
                premium?.Index,
                premium is null ? null : Math.Sqrt(premium.Variance),
                premium?.MixCovered ?? 0,
                basis == EstimateBasis.OwnArea ? estimate!.OwnWeight : 0,
                index,
                lower,
                upper,
                market.PriceParity,
                market.LocalityPercent is { } percent && nation is { } rest ? (1 + percent) / (1 + rest) : null,
                now,
                Gap(index),
                Gap(lower),
                Gap(upper),
                decision.Percent,
                decision.Binding,
                Reason(decision, policy, basis, index, lower, upper, now))
            {
                Cells = premium?.Cells ?? [],
            };
        }
    }

    private static string Reason(SupplementDecision decision, SupplementPolicy policy, EstimateBasis basis, double? index, double? lower, double? upper, double present)
    {
        string Level(double? value) => string.Create(CultureInfo.InvariantCulture, $"{(value - 1) * Hundred:+0.0;-0.0;0.0}%");
        string Share(double value) => string.Create(CultureInfo.InvariantCulture, $"{value * Hundred:0.##}%");
        var from = basis switch
        {
            EstimateBasis.Division => " No wages of its own: this is what its division suggests.",
            EstimateBasis.AllAreas => " No wages of its own or of its division: this is what all areas suggest.",
            _ => "",
        };
        var change = decision.Percent < present ? $" Lower than the present {Share(present)}." : "";
        return decision.Binding switch
        {
            SupplementBinding.Nation => "The nation outside every local market, against which the others are measured." + change,
            SupplementBinding.NotAsked => "Not asked for; the present percentage stays.",
            SupplementBinding.NoEstimate => "No wages say anything about this market; it gets the floor." + change,
            SupplementBinding.Noise => $"Talent costs {Level(index)} against the nation, but the interval {Level(lower)} to {Level(upper)} includes the nation: no supplement above the floor.{from}{change}",
            SupplementBinding.Floor => $"Talent costs {Level(index)} against the nation ({Level(lower)} to {Level(upper)}), {(index < 1 ? "less than the nation" : "no more than the floor")}: the floor of {Share(policy.Floor)} binds.{from}{change}",
            SupplementBinding.TooSmall => $"Talent costs {Level(index)} against the nation, which rounds to less than the smallest supplement of {Share(policy.Least)}: the floor.{from}{change}",
            SupplementBinding.Ceiling => $"Talent costs {Level(index)} against the nation ({Level(lower)} to {Level(upper)}): the ceiling of {Share(policy.Ceiling)} binds.{from}{change}",
            SupplementBinding.Held => $"The estimate of {Level(index)} gives less than the present {Share(present)}, which is kept.{from}",
            _ => $"Talent costs {Level(index)} against the nation ({Level(lower)} to {Level(upper)}); {(policy.Target == 1 ? "the whole gap" : $"{Share(policy.Target)} of the gap")}, rounded.{from}{change}",
        };
    }

    private const double Hundred = 100;
}
