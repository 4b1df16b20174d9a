using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.InternalEquity;

/// <summary>Which work level follows which (158.404(c)).</summary>
public static class Ladders
{
    /// <summary>The steps of a scenario's ladders: the moves that its progression names, and where it names none, each level of the main structure to the next.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="date">Day on which the structure is in force.</param>
    /// <returns>The lower and the next level of each step, in the order of the structure.</returns>
    public static IReadOnlyList<(string Lower, string Upper)> Of(Scenario scenario, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var order = Order(scenario, date);
        var steps = scenario.Workforce.Progression.Select(p => (Lower: p.Key, Upper: p.Value.To)).OrderBy(s => Place(order, s.Lower)).ThenBy(s => s.Lower, StringComparer.Ordinal).ToList();
        return steps.Count > 0 ? steps : [.. order.Zip(order.Skip(1))];
    }

    /// <summary>Work levels in the order of the structures of a day, the main one first.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="date">The day.</param>
    /// <returns>Codes of the levels, each once.</returns>
    public static IReadOnlyList<string> Order(Scenario scenario, DateOnly date)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return [.. scenario.PolicyOn(date).AllStructures().SelectMany(s => s.WorkLevels()).Distinct(StringComparer.Ordinal)];
    }

    private static int Place(IReadOnlyList<string> order, string level)
    {
        for (var i = 0; i < order.Count; i++)
        {
            if (order[i] == level) return i;
        }

        return order.Count;
    }
}
