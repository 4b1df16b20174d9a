using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.WorkValuation;

/// <summary>Values one person by a scheme (158.404): the rule that <see cref="Revaluation"/> repeats for many.</summary>
public static class Valuer
{
    /// <summary>A person's qualifications and work are valued and give a work level.</summary>
    public static readonly RuleReference Valued = new("work valuation", "158.404(c)", "reported");

    /// <summary>Another scheme gives a person another work level.</summary>
    public static readonly RuleReference Revalued = new("changed work valuation", "158.404(c)", "reported");

    /// <summary>Values a person.</summary>
    /// <param name="person">Qualifications and ratings of the work.</param>
    /// <param name="track">Career track, which decides the ladder.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="library">The library.</param>
    /// <returns>The valuation with its explanation.</returns>
    /// <exception cref="InputException">No ladder of the scheme belongs to the track.</exception>
    public static Valuation Of(PersonQualifications person, string track, ValuationScheme scheme, QualificationLibrary library)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(library);
        var kernel = new ValuationKernel(scheme, library);
        var ladder = kernel.Ladders.First(l => l.Name == LadderOf(scheme, track));
        var proficiency = ValuationKernel.Proficiency(person, library);
        double sum = 0;
        var factors = new List<FactorContribution>();
        for (var f = 0; f < kernel.Factors.Length; f++)
        {
            var contribution = Contribution(kernel.Factors[f], scheme, f, proficiency, library);
            sum += contribution.Points;
            factors.Add(contribution);
        }

        var points = ValuationKernel.Round(sum);
        var place = ladder.Place(points);
        var level = scheme.Levels[ladder.Levels[place]];
        var next = place + 1 < ladder.Levels.Length ? scheme.Levels[ladder.Levels[place + 1]] : null;
        var (specialisation, strength) = SpecialisationOf(person, scheme, library);
        var valuation = new Valuation(
            person.PersonId, points, factors, ladder.Name, level.Code, level.Title, level.Rank, specialisation?.Code,
            place == 0 ? null : points - level.CutPoint, next is null ? null : next.CutPoint - points, next?.Code);
        return valuation with { Explanation = ValuationText.Of(valuation, scheme, library, specialisation, strength) };
    }

    /// <summary>The ladder that a track climbs.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="track">Career track.</param>
    /// <returns>Name of the ladder.</returns>
    /// <exception cref="InputException">The scheme has none for the track.</exception>
    public static string LadderOf(ValuationScheme scheme, string track)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return scheme.Ladders.TryGetValue(track, out var ladder)
            ? ladder
            : throw new InputException($"The valuation scheme '{scheme.Label}' has no ladder for the track '{track}' (158.404(c)). It has {string.Join(", ", scheme.Ladders.Keys)}.");
    }

    /// <summary>The specialisation of a person: the highest weighted mean proficiency, the earlier in the library where two are equal.</summary>
    /// <param name="person">The person.</param>
    /// <param name="scheme">The scheme, for the least that makes one.</param>
    /// <param name="library">The library.</param>
    /// <returns>The specialisation, null where none reaches the least, and the highest weighted mean proficiency.</returns>
    public static (Specialisation? Specialisation, double Strength) SpecialisationOf(PersonQualifications person, ValuationScheme scheme, QualificationLibrary library)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(library);
        Specialisation? strongest = null;
        double strength = 0;
        foreach (var specialisation in library.Specialisations)
        {
            var mean = specialisation.Qualifications.Sum(q => q.Value * person.Proficiency.GetValueOrDefault(q.Key)) / specialisation.Qualifications.Values.Sum();
            if (strongest is null || mean > strength) (strongest, strength) = (specialisation, mean);
        }

        return (strength >= scheme.LeastSpecialisation ? strongest : null, strength);
    }

    private static FactorContribution Contribution(ValuationKernel.Factor factor, ValuationScheme scheme, int f, double[] proficiency, QualificationLibrary library)
    {
        var values = new double[factor.Items.Length];
        var points = ValuationKernel.PointsOf(factor, proficiency, values);
        var order = Enumerable.Range(0, values.Length).OrderByDescending(i => values[i]).ThenBy(i => i).ToList();
        var counted = factor.Best == 0 ? values.Length : factor.Best;
        var named = library.Items;
        var share = scheme.Factors[f].Weight / scheme.Factors.Sum(w => w.Weight);
        return new FactorContribution(
            factor.Id, scheme.Factors[f].Name, share, share == 0 ? 0 : points / (share * scheme.Points), points,
            [.. order.Select((i, rank) => new ItemContribution(
                named[factor.Items[i]], library.NameOf(named[factor.Items[i]]), proficiency[factor.Items[i]], rank < counted ? factor.Points * values[i] : 0, rank < counted))]);
    }
}
