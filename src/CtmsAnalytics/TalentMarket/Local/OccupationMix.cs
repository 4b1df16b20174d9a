using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>
/// The service's own mix of occupations: every person counts once, spread over the occupations that the person's work level is matched to. One mix holds for every market, so that a market's cost
/// of talent does not depend on who happens to work there.
/// </summary>
public static class OccupationMix
{
    /// <summary>The mix of a roster under a policy.</summary>
    /// <param name="roster">The people, one or more.</param>
    /// <param name="policy">The policy whose structures match work levels to occupations.</param>
    /// <param name="leftOut">Occupations that are left out; the others keep their proportions.</param>
    /// <returns>Share by occupation, above 0, in the order of the codes; they add up to 1.</returns>
    /// <exception cref="InputException">No occupation is left, or a work level has no subrange.</exception>
    public static IReadOnlyList<MixShare> Of(IReadOnlyList<RosterPerson> roster, PayPolicy policy, IReadOnlySet<string> leftOut)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(leftOut);
        var sums = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var group in roster.GroupBy(p => (p.WorkLevel, Member: StructureMember.Of(p))))
        {
            var structure = policy.StructureFor(group.Key.Member);
            var subrange = structure.Subranges.FirstOrDefault(s => s.WorkLevels().Contains(group.Key.WorkLevel, StringComparer.Ordinal))
                ?? throw new InputException($"Work level '{group.Key.WorkLevel}' is in the roster but the structure '{structure.Name}' has no subrange for it. It has {string.Join(", ", structure.WorkLevels())}.");
            var weights = subrange.Market.Occupations.Values.Sum();
            foreach (var (occupation, weight) in subrange.Market.Occupations)
            {
                if (leftOut.Contains(occupation) || weight <= 0) continue;
                sums.TryGetValue(occupation, out var before);
                sums[occupation] = before + (group.Count() * weight / weights);
            }
        }

        var total = sums.Values.Sum();
        return total > 0
            ? [.. sums.Select(s => new MixShare(s.Key, s.Value / total))]
            : throw new InputException("No occupation is left that the roster's work levels are matched to. Leave fewer occupations out.");
    }
}

/// <summary>Share of an occupation in the service's mix.</summary>
/// <param name="Occupation">SOC code.</param>
/// <param name="Share">Share of people, above 0 to 1.</param>
public sealed record MixShare(string Occupation, double Share);
