namespace CtmsAnalytics.TalentAcquisition;

/// <summary>What is asked of a study of talent acquisition.</summary>
/// <param name="Hires">Hires a year, 1 or more.</param>
/// <param name="WorkLevel">The only work level to hire at; null for all that have a funnel.</param>
/// <param name="Probability">Probability with which each level is to reach its hires, above 0 and below 1.</param>
/// <param name="EntryPlaces">Places in the range to try as initial salary, each 0 to 1; empty for steps up from the scenario's.</param>
/// <param name="Draws">Paired draws that differences of cost are simulated on; 0 for the point estimate alone.</param>
/// <param name="Seed">Seed of the simulation.</param>
public sealed record AcquisitionOptions(int Hires, string? WorkLevel, double Probability, IReadOnlyList<double> EntryPlaces, int Draws, uint Seed)
{
    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"hires {Hires}, level {WorkLevel}, probability {Probability:R}, places {string.Join(' ', EntryPlaces.Select(p => FormattableString.Invariant($"{p:R}")))}, draws {Draws}, seed {Seed}");
}
