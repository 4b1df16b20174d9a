using CtmsAnalytics.Privacy;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Report;

/// <summary>What of each work level a report without single people hides: how many people there are where they are few, and the difference where few of them are moved. One mask holds for every proposal of a run, so that two tables do not give a person back.</summary>
internal sealed class LevelMask
{
    private readonly CellMask _people;
    private readonly CellMask _moved;
    private readonly CellMask _shifted;
    private readonly bool _hidesAll;

    private LevelMask(CellMask people, CellMask moved, CellMask shifted, bool hidesAll) => (_people, _moved, _shifted, _hidesAll) = (people, moved, shifted, hidesAll);

    /// <summary>Whether anything is hidden.</summary>
    public bool Any => _people.Any || _moved.Any || _shifted.Any || _hidesAll;

    /// <summary>Whether all people together are too few.</summary>
    public bool HidesAllPeople => _people.IsColumnTotalHidden(0);

    /// <summary>Whether the difference of all people together is one of few.</summary>
    public bool HidesTotal => _hidesAll || _people.IsColumnTotalHidden(0) || _moved.IsColumnTotalHidden(0);

    /// <param name="facts">The run; it says where people stand.</param>
    /// <param name="levels">The work levels that people have in the baseline.</param>
    public static LevelMask Of(RunFacts facts, List<string> levels)
    {
        var people = facts.Scenarios[0].People;
        var moved = MovedPeople.ByGroup(facts, i => people[i].WorkLevel);
        return new LevelMask(
            Suppress(levels, level => people.Count(p => p.WorkLevel == level)),
            Suppress(levels, level => moved.GetValueOrDefault(level)),
            Suppress(levels, level => Shifted(facts, level)),
            MovedPeople.AreFewInAny(facts));
    }

    /// <summary>Whether the number of people of a level is hidden.</summary>
    public bool HidesPeople(int level) => _people.IsHidden(level, 0) || _shifted.IsHidden(level, 0);

    /// <summary>Whether the difference of a level is hidden.</summary>
    public bool HidesDifference(int level) => _hidesAll || HidesPeople(level) || _moved.IsHidden(level, 0);

    /// <summary>How many people a scenario takes into a level or out of it, in the scenario that takes fewest: charts show how many it has then.</summary>
    private static int Shifted(RunFacts facts, string level) => facts.Scenarios.Skip(1)
        .Where(s => s.People.Count == facts.Scenarios[0].People.Count)
        .Select(s => s.People.Zip(facts.Scenarios[0].People).Count(p => p.First.WorkLevel != p.Second.WorkLevel && (p.First.WorkLevel == level || p.Second.WorkLevel == level)))
        .Where(n => n > 0).DefaultIfEmpty().Min();

    private static CellMask Suppress(List<string> levels, Func<string, int> count)
    {
        var counts = new int[levels.Count, 1];
        for (var i = 0; i < levels.Count; i++) counts[i, 0] = count(levels[i]);
        return SmallCells.Suppress(counts);
    }
}
