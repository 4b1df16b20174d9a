namespace CtmsAnalytics.Charts.Risk;

/// <summary>What a tornado chart shows: how far an outcome moves when one assumption after the other is changed.</summary>
/// <param name="Outcome">What moves, for example <c>five-year difference</c>.</param>
/// <param name="CentralCents">The outcome with every assumption as it stands, cents.</param>
/// <param name="Rows">The assumptions in any order, at least one.</param>
/// <param name="Basis">Draws, people and the kind of dollars.</param>
public sealed record TornadoInput(string Outcome, long CentralCents, IReadOnlyList<TornadoRow> Rows, ChartBasis Basis);

/// <summary>One assumption and what its two cases do.</summary>
/// <param name="Label">The assumption.</param>
/// <param name="LowCase">Its low case in words, for example <c>8%</c>.</param>
/// <param name="HighCase">Its high case in words, for example <c>12%</c>.</param>
/// <param name="LowEffectCents">Outcome in the low case less the central outcome, cents.</param>
/// <param name="HighEffectCents">Outcome in the high case less the central outcome, cents.</param>
/// <param name="Assumed">Whether the value that the model uses is marked as assumed.</param>
public sealed record TornadoRow(string Label, string LowCase, string HighCase, long LowEffectCents, long HighEffectCents, bool Assumed = false)
{
    /// <summary>Distance between the lowest and the highest of the two effects and none, cents.</summary>
    internal long Span => Math.Max(Math.Max(LowEffectCents, HighEffectCents), 0) - Math.Min(Math.Min(LowEffectCents, HighEffectCents), 0);
}
