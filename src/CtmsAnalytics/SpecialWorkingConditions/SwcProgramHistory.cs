using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.SpecialWorkingConditions;

/// <summary>When a scenario establishes, adjusts and cancels its programs (158.642(d)).</summary>
public static class SwcProgramHistory
{
    /// <summary>Every decision on a program over the scenario's dates.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <returns>The decisions, by date and name of the program. A program without a first day of its own is established with the policy that names it.</returns>
    public static IReadOnlyList<SwcProgramChange> Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var changes = new List<SwcProgramChange>();
        var before = new Dictionary<string, SwcProgram>(StringComparer.Ordinal);
        foreach (var (effective, policy) in scenario.Policies)
        {
            var now = policy.SpecialWorkingConditions.ToDictionary(p => p.Name, StringComparer.Ordinal);
            foreach (var program in now.Values)
            {
                if (!before.TryGetValue(program.Name, out var earlier))
                {
                    changes.Add(new SwcProgramChange(Later(program.Start, effective), program.Name, SwcProgramDecision.Established, null, program.Percent));
                }
                else if (!Alike(earlier, program))
                {
                    changes.Add(new SwcProgramChange(Later(program.Start, effective), program.Name, SwcProgramDecision.Adjusted, earlier.Percent, program.Percent));
                }
            }

            foreach (var program in before.Values.Where(p => !now.ContainsKey(p.Name) && !(p.End < effective)))
                changes.Add(new SwcProgramChange(effective, program.Name, SwcProgramDecision.Cancelled, program.Percent, null));
            before = now;
            var next = scenario.Policies.FirstOrDefault(p => p.Effective > effective)?.Effective;
            foreach (var program in now.Values.Where(p => p.End is { } end && (next is null || end < next)))
                changes.Add(new SwcProgramChange(program.End!.Value.AddDays(1), program.Name, SwcProgramDecision.Cancelled, program.Percent, null));
        }

        return [.. changes.OrderBy(c => c.Date).ThenBy(c => c.Program, StringComparer.Ordinal)];
    }

    private static DateOnly Later(DateOnly? start, DateOnly effective) => start is { } day && day > effective ? day : effective;

    private static bool Alike(SwcProgram a, SwcProgram b) =>
        a.Conditions.SequenceEqual(b.Conditions) && a.Organisations.SequenceEqual(b.Organisations) && a.WorkLevels.SequenceEqual(b.WorkLevels)
        && a with { Conditions = b.Conditions, Organisations = b.Organisations, WorkLevels = b.WorkLevels } == b;
}

/// <summary>A decision on a program.</summary>
/// <param name="Date">First day on which it holds; work periods that begin on or after it follow it.</param>
/// <param name="Program">Name of the program.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Before">Payment as a fraction of the salary for the work period before; null for a new program.</param>
/// <param name="After">The same after; null for a cancelled program.</param>
public sealed record SwcProgramChange(DateOnly Date, string Program, SwcProgramDecision Decision, double? Before, double? After);

/// <summary>What is decided on a program (158.642(d)).</summary>
public enum SwcProgramDecision
{
    /// <summary>The program begins.</summary>
    Established,

    /// <summary>Something about it changes: its percentage, conditions, coverage or dates.</summary>
    Adjusted,

    /// <summary>It ends.</summary>
    Cancelled,
}
