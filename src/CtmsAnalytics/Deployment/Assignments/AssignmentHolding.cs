using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Deployment.Assignments;

/// <summary>One person's time in one assignment (158.703).</summary>
/// <param name="AssignmentId">The assignment.</param>
/// <param name="PersonId">The person.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it lasts.</param>
/// <param name="IsInitial">Whether it is the initial assignment, matched upon appointment (158.703(c)); otherwise a subsequent one (158.703(d)).</param>
public sealed record AssignmentHolding(string AssignmentId, string PersonId, DateOnly From, DateOnly? To, bool IsInitial)
{
    /// <summary>Whether the person is in the assignment on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True from the first to the last day.</returns>
    public bool Covers(DateOnly day) => From <= day && !(To < day);

    /// <summary>Whether two holdings have a day in common.</summary>
    /// <param name="other">Another holding.</param>
    /// <returns>True where they overlap.</returns>
    public bool Overlaps(AssignmentHolding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !(To < other.From) && !(other.To < From);
    }
}

/// <summary>Rules of holding assignments (158.703).</summary>
public static class AssignmentRules
{
    /// <summary>A person may have several assignments over time, but only one at a time.</summary>
    public static readonly RuleReference OneAtATime = new("one assignment at a time", "158.703(d)(2)", "refused");

    /// <summary>An assignment is matched with an employee: two people do not hold the same one at the same time.</summary>
    public static readonly RuleReference OneHolder = new("an assignment is matched with one employee", "158.703(b)", "refused");

    /// <summary>The initial assignment is the first one of a service.</summary>
    public static readonly RuleReference InitialIsFirst = new("the initial assignment is matched upon appointment", "158.703(c)", "refused");

    /// <summary>Finds holdings that cannot stand together (158.703).</summary>
    /// <param name="holdings">Holdings in any order.</param>
    /// <returns>Each contradiction with the positions of its two holdings, the earlier position first.</returns>
    public static IReadOnlyList<HoldingConflict> Conflicts(IReadOnlyList<AssignmentHolding> holdings)
    {
        ArgumentNullException.ThrowIfNull(holdings);
        var found = new List<HoldingConflict>();
        Find(found, holdings, h => h.PersonId, (a, b) => a.Overlaps(b), OneAtATime);
        Find(found, holdings, h => h.AssignmentId, (a, b) => a.PersonId != b.PersonId && a.Overlaps(b), OneHolder);
        Find(found, holdings, h => h.PersonId, (a, b) => (a.IsInitial && b.IsInitial) || (a.IsInitial ? b.From < a.From : b.IsInitial && a.From < b.From), InitialIsFirst);
        return [.. found.OrderBy(c => c.First).ThenBy(c => c.Second)];
    }

    private static void Find(
        List<HoldingConflict> found, IReadOnlyList<AssignmentHolding> holdings, Func<AssignmentHolding, string> key, Func<AssignmentHolding, AssignmentHolding, bool> conflicts, RuleReference rule)
    {
        foreach (var group in Enumerable.Range(0, holdings.Count).GroupBy(i => key(holdings[i]), StringComparer.Ordinal))
        {
            int[] positions = [.. group];
            for (var i = 0; i < positions.Length; i++)
            {
                for (var j = i + 1; j < positions.Length; j++)
                {
                    if (conflicts(holdings[positions[i]], holdings[positions[j]])) found.Add(new HoldingConflict(positions[i], positions[j], rule));
                }
            }
        }
    }
}

/// <summary>Two holdings that cannot stand together.</summary>
/// <param name="First">Position of one of them in the list.</param>
/// <param name="Second">Position of the other one, after the first.</param>
/// <param name="Rule">The rule that they break.</param>
public sealed record HoldingConflict(int First, int Second, RuleReference Rule);
