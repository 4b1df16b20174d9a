using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>The names that flat tables are indexed by, the same for every scenario of a run.</summary>
internal sealed class EngineNames
{
    private readonly Dictionary<string, int> _levels;
    private readonly Dictionary<string, int> _markets;
    private readonly Dictionary<string, int> _programs;
    private readonly Dictionary<StructureMember, int> _members;

    public EngineNames(
        IReadOnlyList<(string Agency, string Organisation)> organisations,
        IReadOnlyList<string> levels,
        IReadOnlyList<string> markets,
        IReadOnlyList<string> programs,
        IReadOnlyList<StructureMember> members,
        IReadOnlyList<string> nonforeignAreas,
        bool hasAnnuitants)
    {
        (Organisations, Levels, Markets, Programs, Members) = (organisations, levels, markets, programs, members);
        (NonforeignAreas, HasAnnuitants) = (nonforeignAreas, hasAnnuitants);
        _levels = Index(levels);
        _markets = Index(markets);
        _programs = Index(programs);
        _members = Index(members);
    }

    /// <summary>Organisations in order.</summary>
    public IReadOnlyList<(string Agency, string Organisation)> Organisations { get; }

    /// <summary>Codes of work levels.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Codes of local markets.</summary>
    public IReadOnlyList<string> Markets { get; }

    /// <summary>Names of special working conditions programs, in ordinal order.</summary>
    public IReadOnlyList<string> Programs { get; }

    /// <summary>Classes of people under the same structures.</summary>
    public IReadOnlyList<StructureMember> Members { get; }

    /// <summary>Nonforeign areas that somebody works in.</summary>
    public IReadOnlyList<string> NonforeignAreas { get; }

    /// <summary>Whether somebody is a reemployed annuitant.</summary>
    public bool HasAnnuitants { get; }

    public int Level(string code) => _levels[code];

    public int Market(string code) => _markets[code];

    public int Program(string name) => _programs[name];

    public int Member(StructureMember member) => _members[member];

    private static Dictionary<T, int> Index<T>(IReadOnlyList<T> items)
        where T : notnull => items.Select((item, i) => (item, i)).ToDictionary(x => x.item, x => x.i);
}
