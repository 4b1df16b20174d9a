using CtmsAnalytics.Rules;

namespace CtmsAnalytics.SpecialWorkingConditions;

/// <summary>
/// A determination that one person works under a program's conditions in named work periods. It ends with them: nobody is automatically eligible for another
/// payment (158.642(e)(1)), so that going on needs a new determination for later periods.
/// </summary>
/// <param name="PersonId">The person.</param>
/// <param name="Program">Name of the program.</param>
/// <param name="FirstPeriod">Number of the first work period.</param>
/// <param name="Periods">Number of work periods, 1 or more.</param>
public readonly record struct SwcDetermination(string PersonId, string Program, int FirstPeriod, int Periods)
{
    /// <summary>A determination for periods that another one of the same person and program covers already repeats a payment, and is refused for them.</summary>
    public static readonly RuleReference NoRepetition = new("special working conditions: no automatic repetition", "158.642(e)(1)", "cut");

    /// <summary>Number of the last work period.</summary>
    public int LastPeriod => FirstPeriod + Periods - 1;

    /// <summary>Whether the determination covers a work period.</summary>
    /// <param name="period">Number of the work period.</param>
    /// <returns>True for a named one.</returns>
    public bool Covers(int period) => period >= FirstPeriod && period <= LastPeriod;

    /// <summary>Whether both determine the same person's conditions under the same program in a common work period.</summary>
    /// <param name="other">Another determination.</param>
    /// <returns>True when they overlap.</returns>
    public bool Overlaps(SwcDetermination other) =>
        string.Equals(PersonId, other.PersonId, StringComparison.Ordinal) && string.Equals(Program, other.Program, StringComparison.Ordinal)
        && FirstPeriod <= other.LastPeriod && other.FirstPeriod <= LastPeriod;

    /// <summary>The determinations that repeat periods of an earlier one in the list: the later of each overlapping pair.</summary>
    /// <param name="determinations">Determinations in the order in which they were made.</param>
    /// <returns>Those that are refused by <see cref="NoRepetition"/>, in order; an earlier one that was refused refuses nothing itself.</returns>
    public static IReadOnlyList<SwcDetermination> Repetitions(IEnumerable<SwcDetermination> determinations)
    {
        ArgumentNullException.ThrowIfNull(determinations);
        var kept = new Dictionary<(string, string), List<SwcDetermination>>();
        var refused = new List<SwcDetermination>();
        foreach (var determination in determinations)
        {
            var key = (determination.PersonId, determination.Program);
            if (!kept.TryGetValue(key, out var earlier)) kept[key] = earlier = [];
            if (earlier.Exists(determination.Overlaps)) refused.Add(determination);
            else earlier.Add(determination);
        }

        return refused;
    }
}
