using CtmsAnalytics.Deployment;

namespace CtmsAnalytics.Scenarios;

/// <summary>A salary structure beside the main one, and whom it covers (158.610(b)(1): at least one structure).</summary>
/// <param name="Structure">The structure.</param>
/// <param name="PayPlans">Pay plans that it covers; empty for all.</param>
/// <param name="Tracks">Career tracks that it covers; empty for all.</param>
/// <param name="Organisations">Organisations that it covers; empty for all.</param>
public sealed record CoveredStructure(
    SalaryStructure Structure,
    IReadOnlyList<string> PayPlans,
    IReadOnlyList<string> Tracks,
    IReadOnlyList<string> Organisations)
{
    /// <summary>Whether the structure covers somebody: pay plan, track and organisation all match.</summary>
    /// <param name="member">The person.</param>
    /// <returns>True where it does.</returns>
    public bool Covers(StructureMember member) =>
        Has(PayPlans, member.PayPlan) && Has(Tracks, member.Track) && Has(Organisations, member.Organisation);

    private static bool Has(IReadOnlyList<string> names, string name) => names.Count == 0 || names.Contains(name, StringComparer.Ordinal);
}

/// <summary>What decides which structure a person is paid under.</summary>
/// <param name="PayPlan">Pay plan.</param>
/// <param name="Track">Career track.</param>
/// <param name="Organisation">Organisation.</param>
public readonly record struct StructureMember(string PayPlan, string Track, string Organisation)
{
    /// <summary>What decides it for a person of the roster.</summary>
    /// <param name="person">The person.</param>
    /// <returns>Pay plan, track and organisation.</returns>
    public static StructureMember Of(RosterPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new StructureMember(person.PayPlan, person.Track, person.Organisation);
    }
}
