namespace CtmsAnalytics.Parameters;

/// <summary>A published table of rates in one line: how far it reaches and its newest figures.</summary>
/// <param name="Name">Series name, for example <c>EX-IV</c> or <c>locality_pay</c>.</param>
/// <param name="FirstYear">First calendar year with a figure.</param>
/// <param name="LastYear">Last calendar year with a figure.</param>
/// <param name="Newest">Smallest and largest figure of the last year, in <paramref name="Unit"/>; alike for a series with one figure a year.</param>
/// <param name="Figures">Number of figures in the last year, 1 or more.</param>
/// <param name="Unit">Unit of the figures.</param>
/// <param name="Marks">Years by mark, ascending; a series whose years are not all published says which are not.</param>
/// <param name="Paragraph">Paragraph that the series belongs to.</param>
/// <param name="Source">Where the newest figures were read, or why they are assumed.</param>
/// <param name="Description">What the series is.</param>
public sealed record ReferenceSeries(
    string Name,
    int FirstYear,
    int LastYear,
    (double Lowest, double Highest) Newest,
    int Figures,
    string Unit,
    IReadOnlyList<(ParameterMark Mark, IReadOnlyList<int> Years)> Marks,
    string Paragraph,
    string Source,
    string Description)
{
    /// <summary>Sums a series up.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="rows">Its rows, one or more, in any order.</param>
    /// <param name="description">What it is; null for the description of its newest row.</param>
    /// <returns>The summary.</returns>
    public static ReferenceSeries Of(string name, IReadOnlyList<Parameter> rows, string? description = null)
    {
        var newest = rows.Where(r => r.EffectiveYear == rows.Max(p => p.EffectiveYear)).ToList();
        return new ReferenceSeries(
            name,
            rows.Min(r => r.EffectiveYear),
            newest[0].EffectiveYear,
            (newest.Min(r => r.Value), newest.Max(r => r.Value)),
            newest.Count,
            newest[0].Unit,
            [.. rows.GroupBy(r => r.Mark).OrderBy(g => g.Key).Select(g => (g.Key, (IReadOnlyList<int>)[.. g.Select(r => r.EffectiveYear).Distinct().Order()]))],
            newest[0].Paragraph,
            newest[0].Source,
            description ?? newest[0].Description);
    }
}
