namespace CtmsAnalytics.Simulation.Results;

/// <summary>Says in what two layouts differ.</summary>
internal static class LayoutComparison
{
    /// <summary>The first difference in words that follow "the other part has"; null where the layouts are equal.</summary>
    public static string? Difference(SimulationLayout ours, SimulationLayout theirs)
    {
        if (!ours.Scenarios.SequenceEqual(theirs.Scenarios)) return Sentence("scenarios", theirs.Scenarios, ours.Scenarios);
        if (!ours.FiscalYears.SequenceEqual(theirs.FiscalYears)) return Sentence("fiscal years", theirs.FiscalYears, ours.FiscalYears);
        if (!ours.Organisations.Select(Name).SequenceEqual(theirs.Organisations.Select(Name))) return Sentence("organisations", theirs.Organisations.Select(Name), ours.Organisations.Select(Name));
        for (var o = 0; o < ours.Organisations.Count; o++)
        {
            if (!ours.Organisations[o].Cells.SequenceEqual(theirs.Organisations[o].Cells)) return $"other work levels or markets in {Name(ours.Organisations[o])}";
        }

        if (!ours.Rules.SequenceEqual(theirs.Rules)) return Sentence("rules", theirs.Rules.Select(r => r.Name), ours.Rules.Select(r => r.Name));
        return ours.HourWeekdaysPerFte.SequenceEqual(theirs.HourWeekdaysPerFte) ? null : "other compensable hours of a fiscal year";
    }

    /// <summary>An organisation by its agency and name.</summary>
    public static string Name(OrganisationLayout organisation) => $"{organisation.Agency}/{organisation.Organisation}";

    private static string Sentence<T>(string what, IEnumerable<T> theirs, IEnumerable<T> ours) => $"the {what} {string.Join(", ", theirs)} instead of {string.Join(", ", ours)}";
}
