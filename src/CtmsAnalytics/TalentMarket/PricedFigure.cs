namespace CtmsAnalytics.TalentMarket;

/// <summary>A market wage at one date with what its sampling error rests on.</summary>
/// <param name="Percentile">Percentile, above 0 and below 100.</param>
/// <param name="Estimate">The wage, US dollars a year, or a lower bound, or nothing.</param>
/// <param name="Exposure">US dollars that the wage moves by for a relative error of 1 in a survey figure, by number of the figure. Wages that rest on the same figure move together.</param>
public sealed record PricedFigure(double Percentile, WageEstimate Estimate, IReadOnlyDictionary<int, double> Exposure)
{
    /// <summary>The wage; null where there is none or only a lower bound is known.</summary>
    public double? Value => Estimate.Figure.Status == FigureStatus.Published ? Estimate.Figure.Value : null;

    /// <summary>The wage or its lower bound; null where there is none.</summary>
    public double? AtLeast => Estimate.Figure.Status is FigureStatus.Published or FigureStatus.Censored ? Estimate.Figure.Value : null;
}

/// <summary>The market of a work level in one local market at one date.</summary>
/// <param name="Match">How the level is matched to occupations.</param>
/// <param name="Figures">10th, 25th, 50th, 75th, 90th and the target percentile, ascending, each once.</param>
/// <param name="Curve">The distribution through them.</param>
/// <param name="Missing">Matched occupations that have no median and were left out, their weight shared out over the others.</param>
public sealed record LevelPrice(Scenarios.MarketMatch Match, IReadOnlyList<PricedFigure> Figures, WageCurve Curve, IReadOnlyList<string> Missing)
{
    /// <summary>The figure of a percentile.</summary>
    /// <param name="percentile">One of the percentiles that <see cref="Figures"/> has.</param>
    /// <returns>The figure.</returns>
    public PricedFigure At(double percentile) => Figures.First(f => f.Percentile == percentile);
}
