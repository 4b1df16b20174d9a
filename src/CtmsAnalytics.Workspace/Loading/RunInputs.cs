using System.Globalization;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Workspace.Loading;

/// <summary>What a workspace gives to a run, with digests: SHA-256 over the loaded values, in their order.</summary>
internal static class RunInputs
{
    /// <summary>Roster, market and parameters; qualifications, their library and the valuation scheme where anything was determined about anybody, so that nothing else can rest on them.</summary>
    public static IReadOnlyList<ManifestInput> Of(RosterInfo roster, ProjectionInput input)
    {
        var wages = input.Wages;
        var years = wages.Count == 0 ? "no survey" : Invariant($"OEWS {wages.Min(w => w.Year)}-{wages.Max(w => w.Year)}");
        return
        [
            new("roster", Invariant($"{roster.Name} of {roster.AsOf:yyyy-MM-dd}"), InputDigest.Of(input.Roster)),
            new("market", Invariant($"{years}, {wages.Count:N0} rows"), InputDigest.Of(wages, input.Markets)),
            new("parameters", "reference rates and policy parameters", InputDigest.Of(input.Parameters)),
            .. Valuation(input),
        ];
    }

    private static IReadOnlyList<ManifestInput> Valuation(ProjectionInput input) => input.Qualifications.Count == 0 || input.Valuation is not { } basis
        ? []
        :
        [
            new("qualifications", Invariant($"{input.Qualifications.Count:N0} people"), InputDigest.Of(input.Qualifications)),
            new("library", Invariant($"{basis.Library.Qualifications.Count} qualifications, {basis.Library.Specialisations.Count} specialisations"), InputDigest.OfJson(basis.Library)),
            new("scheme", basis.Scheme.Label, InputDigest.OfJson(basis.Scheme)),
        ];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
