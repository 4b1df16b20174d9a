using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Replays;

/// <summary>The counter words of a run: alike in every scenario of it, so that they share their luck.</summary>
internal sealed class RunKeys
{
    private readonly Dictionary<string, uint> _positions;
    private readonly Dictionary<string, uint> _organisations;
    private readonly List<string> _programs;

    /// <param name="scenarios">Every scenario of the run.</param>
    /// <param name="rosters">The roster with which each scenario opens.</param>
    /// <param name="periods">Work periods of the horizon.</param>
    public RunKeys(IReadOnlyList<Scenario> scenarios, IReadOnlyList<IReadOnlyList<RosterPerson>> rosters, IReadOnlyList<WorkPeriod> periods)
    {
        var positions = scenarios.SelectMany((s, i) => Position.All(rosters[i], PositionPlan.Of(s, rosters[i], periods))).ToList();
        _positions = Keyed(positions.Select(p => p.Id));
        _organisations = Keyed(positions.Select(p => Name(p.Agency, p.Organisation)));
        _programs = [.. scenarios.SelectMany(s => s.Policies).SelectMany(p => p.Policy.SpecialWorkingConditions).Select(p => p.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Names of the programs of all scenarios, in ordinal order.</summary>
    public IReadOnlyList<string> Programs => _programs;

    /// <summary>Key of a position.</summary>
    public uint OfPosition(string position) => _positions[position];

    /// <summary>Key of an organisation.</summary>
    public uint OfOrganisation(string agency, string organisation) => _organisations[Name(agency, organisation)];

    /// <summary>Index of a program's name among the names of all programs of the run.</summary>
    public int OfProgram(string name) => _programs.BinarySearch(name, StringComparer.Ordinal);

    private static string Name(string agency, string organisation) => agency + "/" + organisation;

    private static Dictionary<string, uint> Keyed(IEnumerable<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToList();
        return distinct.Zip(PersonKeys.Of(distinct)).ToDictionary(k => k.First, k => k.Second, StringComparer.Ordinal);
    }
}
