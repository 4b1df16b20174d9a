using System.Text.Json.Serialization;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.InternalEquity;

/// <summary>Internal equity of a scenario's workforce, and of another scenario's beside it (158.404(a)).</summary>
/// <param name="Manifest">What it was computed from.</param>
/// <param name="RosterId">Number of the roster in its workspace.</param>
/// <param name="Parameters">Who is new, and from when pay counts as compressed.</param>
/// <param name="Before">The scenario when its horizon opens.</param>
/// <param name="After">The other scenario when its horizon opens; null where there is none.</param>
public sealed record InternalEquityStudy(RunManifest Manifest, int RosterId, InternalEquityParameters Parameters, InternalEquityPosition Before, InternalEquityPosition? After)
    : Study(Manifest)
{
    /// <summary>The scenario at the end of its horizon, the roster's people on assumed paths.</summary>
    /// <value>Default null: not looked at.</value>
    public InternalEquityPosition? BeforeAtEnd { get; init; }

    /// <summary>The other scenario at the end of its horizon.</summary>
    /// <value>Default null: not looked at, or there is none.</value>
    public InternalEquityPosition? AfterAtEnd { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override StudyKind Kind => StudyKind.InternalEquity;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Title => After is null
        ? FormattableString.Invariant($"Internal equity of {Before.Everybody.People:N0} people in {Before.Name}")
        : FormattableString.Invariant($"Internal equity of {Before.Everybody.People:N0} people, {Before.Name} against {After.Name}");
}
