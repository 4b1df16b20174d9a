using System.Globalization;

namespace CtmsAnalytics.WorkValuation;

/// <summary>A valuation in sentences.</summary>
internal static class ValuationText
{
    private const int Named = 3;

    public static IReadOnlyList<string> Of(Valuation valuation, ValuationScheme scheme, QualificationLibrary library, Specialisation? specialisation, double strength)
    {
        var sentences = new List<string>
        {
            Text($"Valued by {scheme.Label}: {valuation.Points:0.00} of {scheme.Points:0} points (158.404(b)); the track climbs the {valuation.Ladder} ladder."),
        };
        sentences.AddRange(valuation.Factors.Where(f => f.Share > 0).Select(f => Factor(f, scheme)));
        sentences.Add(Level(valuation));
        sentences.Add(Text($"Title {valuation.Title}, rank {valuation.Rank} (158.404(c))."));
        sentences.Add(specialisation is null
            ? Text($"No specialisation: the strongest has a mean proficiency of {strength:0.0#}, and {scheme.LeastSpecialisation:0.0#} makes one (158.404(c)).")
            : Text($"Specialisation {specialisation.Name}: mean proficiency {strength:0.0#} ({library.LevelName(strength)}) in {string.Join(" and ", specialisation.Qualifications.Keys.Select(library.NameOf))} (158.404(c))."));
        return sentences;
    }

    private static string Factor(FactorContribution factor, ValuationScheme scheme)
    {
        var best = scheme.Factors.First(f => f.Id == factor.Factor).Best;
        var from = factor.Items.Where(i => i.Counts && i.Points > 0).Take(best == 0 ? Named : best).Select(i => Text($"{i.Name} {i.Proficiency:0.##} ({i.Points:0.0})")).ToList();
        var how = best == 0 ? "most from" : Text($"its best {best}:");
        return Text($"{factor.Name} gives {factor.Points:0.0} points: {factor.Score * ValuationKernel.Hundredths:0} % of its weight of {factor.Share * ValuationKernel.Hundredths:0.#} %")
            + (from.Count == 0 ? "." : $", {how} {string.Join(", ", from)}.");
    }

    private static string Level(Valuation valuation) => (valuation.AboveCut, valuation.ToNext) switch
    {
        ({ } above, { } next) => Text($"Work level {valuation.Level}: {above:0.00} points above its cut point, {next:0.00} short of {valuation.NextLevel} (158.404(c))."),
        (null, { } next) => Text($"Work level {valuation.Level}, the lowest of the ladder: {next:0.00} points short of {valuation.NextLevel} (158.404(c))."),
        ({ } above, null) => Text($"Work level {valuation.Level}, the highest of the ladder: {above:0.00} points above its cut point (158.404(c))."),
        _ => $"Work level {valuation.Level}, the only one of the ladder (158.404(c)).",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
