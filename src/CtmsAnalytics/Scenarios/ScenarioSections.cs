namespace CtmsAnalytics.Scenarios;

/// <summary>Scenarios between two scenarios: the steps on which a difference is split by its causes.</summary>
public static class ScenarioSections
{
    /// <summary>Every section.</summary>
    public static readonly IReadOnlySet<PolicySection> All = new SortedSet<PolicySection>(Enum.GetValues<PolicySection>());

    /// <summary>Builds the scenario that has some sections of one scenario, at every date, and the rest of another.</summary>
    /// <param name="from">Scenario that gives every section that is not named, and the name and description.</param>
    /// <param name="to">Scenario that gives the named sections.</param>
    /// <param name="sectionsFromTo">Sections taken from <paramref name="to"/>; none gives the policies of <paramref name="from"/>, all give those of <paramref name="to"/>.</param>
    /// <returns>The scenario between the two. A date on which nothing of it changes has no policy of its own.</returns>
    /// <exception cref="ArgumentException">The scenarios cover different horizons, so that no scenario lies between them.</exception>
    public static Scenario Combine(Scenario from, Scenario to, IReadOnlySet<PolicySection> sectionsFromTo)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(sectionsFromTo);
        if (from.Horizon != to.Horizon)
        {
            throw new ArgumentException(
                $"'{from.Name}' covers {from.Horizon.FiscalYears} fiscal years from {from.Horizon.Start:yyyy-MM-dd} and '{to.Name}' {to.Horizon.FiscalYears} from {to.Horizon.Start:yyyy-MM-dd}. Give both the same horizon.",
                nameof(to));
        }

        var other = sectionsFromTo.Contains(PolicySection.Other) ? to : from;
        return @from with
        {
            Economy = other.Economy,
            EmployerCost = other.EmployerCost,
            AggregateLimit = other.AggregateLimit,
            ExtendedRange = (sectionsFromTo.Contains(PolicySection.Structure) ? to : from).ExtendedRange,
            OtherCompensation = other.OtherCompensation,
            Workforce = (sectionsFromTo.Contains(PolicySection.Workforce) ? to : from).Workforce,
            OpeningPolicies = [.. from.OpeningPolicies.Where(p => !sectionsFromTo.Contains(p.Section)), .. to.OpeningPolicies.Where(p => sectionsFromTo.Contains(p.Section))],
            Policies = Policies(from, to, sectionsFromTo),
        };
    }

    private static List<DatedPolicy> Policies(Scenario from, Scenario to, IReadOnlySet<PolicySection> sectionsFromTo)
    {
        var policies = new List<DatedPolicy>();
        foreach (var date in from.Policies.Concat(to.Policies).Select(p => p.Effective).Distinct().Order())
        {
            var (a, b) = (InForce(from, date), InForce(to, date));
            PayPolicy Of(PolicySection section) => sectionsFromTo.Contains(section) ? b : a;
            var policy = new PayPolicy(
                Of(PolicySection.Structure).Structure,
                Of(PolicySection.Supplements).Supplements,
                Of(PolicySection.Recognition).Recognition,
                Of(PolicySection.SpecialWorkingConditions).SpecialWorkingConditions)
            {
                FurtherStructures = Of(PolicySection.Structure).FurtherStructures,
            };
            if (policies.Count == 0 || !Same(policies[^1].Policy, policy)) policies.Add(new DatedPolicy(date, policy));
        }

        return policies;
    }

    /// <summary>The policy in force, or the first one where a date of the other scenario comes before it.</summary>
    private static PayPolicy InForce(Scenario scenario, DateOnly date) => (scenario.Policies.LastOrDefault(p => p.Effective <= date) ?? scenario.Policies[0]).Policy;

    // The parts come from the two scenarios untouched, so that the same part is the same object.
    private static bool Same(PayPolicy a, PayPolicy b) =>
        ReferenceEquals(a.Structure, b.Structure)
        && ReferenceEquals(a.FurtherStructures, b.FurtherStructures)
        && ReferenceEquals(a.Supplements, b.Supplements)
        && ReferenceEquals(a.Recognition, b.Recognition)
        && ReferenceEquals(a.SpecialWorkingConditions, b.SpecialWorkingConditions);
}
