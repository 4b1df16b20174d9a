namespace CtmsAnalytics.Parameters;

/// <summary>One sourced figure: a number of the regulation, of a published table, or an assumption.</summary>
/// <param name="Name">Series name, unique together with <paramref name="EffectiveYear"/>; for example <c>EX-IV</c> or <c>hourly_divisor</c>.</param>
/// <param name="EffectiveYear">First calendar year in which the value holds.</param>
/// <param name="Value">The value, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit of the value: <c>USD/year</c>, <c>USD/work period</c>, <c>fraction</c>, <c>hours</c>, <c>days</c>, ...</param>
/// <param name="Mark">Where the value comes from.</param>
/// <param name="Paragraph">Paragraph of part 158 or of the statute, for example <c>158.632(a)</c>; empty for a published rate that no paragraph names.</param>
/// <param name="Source">Document or page that the value was taken from, or the reason for an assumption.</param>
/// <param name="Description">What the value is, in one sentence for a reader.</param>
public sealed record Parameter(
    string Name,
    int EffectiveYear,
    double Value,
    string Unit,
    ParameterMark Mark,
    string Paragraph,
    string Source,
    string Description);
