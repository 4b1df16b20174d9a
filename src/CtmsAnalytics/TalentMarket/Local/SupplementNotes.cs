namespace CtmsAnalytics.TalentMarket.Local;

/// <summary>What a reader of a supplement study must know beside its results.</summary>
internal static class SupplementNotes
{
    /// <summary>The notes, one sentence or two each.</summary>
    public static IEnumerable<string> Of(
        LocalMarketData data, int year, IReadOnlyList<AreaPremium> premiums, IReadOnlyList<MarketSupplement> markets, SupplementOptions options, SupplementBackTest? backTest)
    {
        yield return "The text of 158.612 was not seen: that a supplement is a percentage by market, its target, floor, ceiling, rounding and what counts as evidence are assumed parameters; local markets are drawn along title 5 locality pay areas.";
        yield return "The estimate compares an area with the whole nation, itself included; title 5 locality stands beside it as the ratio to the rest of the United States, whose level is lower than the nation's.";
        if (options.LeftOut.Count > 0)
            yield return $"Left out of the mix: {string.Join(", ", options.LeftOut.Order(StringComparer.Ordinal))}. A catch-all of unlike work moves from year to year for reasons that are no price of talent; --keep CODE brings one back.";
        foreach (var (title, cell) in premiums.SelectMany(p => p.Cells.Where(c => c.Basis != CellBasis.Asked).Select(c => (p.Title, c))))
        {
            yield return cell.Basis switch
            {
                CellBasis.OtherFigure => $"{title}: the {(options.UseMean ? "mean" : "median")} of {cell.Occupation} {cell.Title} is at or above the top code; the {(options.UseMean ? "median" : "mean")} was compared instead.",
                CellBasis.LowerBound => $"{title}: the wages of {cell.Occupation} {cell.Title} are at or above the top code, which was used as a lower bound; the market's index is at least what is shown.",
                _ => $"{title}: no figure of {cell.Occupation} {cell.Title}; its other occupations stand for it, with a wider interval.",
            };
        }

        var without = markets.Where(m => m.Basis is EstimateBasis.Division or EstimateBasis.AllAreas or EstimateBasis.None).Select(m => m.Market).ToList();
        if (without.Count > 0)
            yield return $"{without.Count} markets have no wages of their own ({string.Join(", ", without)}) and take what their division suggests, with a wide interval. The areas with wages are mostly large ones, which as a rule cost more than small ones.";
        var used = data.Markets.Select(m => m.SurveyArea).ToHashSet();
        var unused = premiums.Where(p => !used.Contains(p.Area)).Select(p => p.Title).ToList();
        if (unused.Count > 0) yield return $"Areas that stand for no local market only inform how areas differ: {string.Join("; ", unused)}.";
        yield return FormattableString.Invariant($"Sampling errors of areas are published ones where the market data have them and otherwise a relation fitted to May 2017, before the survey's present estimator; errors of occupations in one area count as independent. Both make intervals somewhat too narrow, as the back-test shows where there is one.");
        if (backTest is not null)
        {
            yield return FormattableString.Invariant($"Survey years rest on three years of panels, so that May {backTest.FromYear} and May {backTest.ToYear} share responses: the errors of the back-test understate those of a fresh sample.");
            foreach (var sentence in backTest.Broken) yield return sentence;
            yield return FormattableString.Invariant($"May {year} is drawn by new delineations; areas that kept their code may have gained or lost counties.");
        }
    }
}
