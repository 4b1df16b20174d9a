using System.Text.Json.Serialization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Deployment.Directed;
using CtmsAnalytics.Deployment.Hours;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Studies;

namespace CtmsAnalytics.Deployment;

/// <summary>A study of deployment (158.701): exactly one of its topics is filled.</summary>
/// <param name="Manifest">What it was computed from.</param>
/// <param name="AsOf">Day that it looks from.</param>
public sealed record DeploymentStudy(RunManifest Manifest, DateOnly AsOf) : Study(Manifest)
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override StudyKind Kind => StudyKind.Deployment;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Title => Matching is not null ? "Assignments and people"
        : Hours is not null ? "Hours of work"
        : Directed is not null ? "Directed assignments"
        : Details is not null ? "Details outside the Department"
        : "Designated qualified positions";

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Topic => Title;

    /// <summary>People matched with open assignments (158.703).</summary>
    /// <value>Default null.</value>
    public MatchingReport? Matching { get; init; }

    /// <summary>Hours against the rules and as evidence (158.705, 158.642(d)).</summary>
    /// <value>Default null.</value>
    public HoursReview? Hours { get; init; }

    /// <summary>Directed assignments (158.708).</summary>
    /// <value>Default null.</value>
    public IReadOnlyList<DirectedLine>? Directed { get; init; }

    /// <summary>Details (158.707).</summary>
    /// <value>Default null.</value>
    public IReadOnlyList<DetailLine>? Details { get; init; }

    /// <summary>Designated positions (158.702).</summary>
    /// <value>Default null.</value>
    public DesignationReport? Designation { get; init; }
}

/// <summary>A matching as it is told.</summary>
/// <param name="Open">Number of open assignments.</param>
/// <param name="People">Number of people who could be matched.</param>
/// <param name="TotalPoints">Sum of the scores.</param>
/// <param name="IsCertified">Whether the dual variables prove that no other matching is better.</param>
/// <param name="Matches">The matches.</param>
/// <param name="Unstaffed">Assignments without a match (158.703(b)(3)).</param>
public sealed record MatchingReport(int Open, int People, long TotalPoints, bool IsCertified, IReadOnlyList<MatchLine> Matches, IReadOnlyList<UnstaffedAssignment> Unstaffed);

/// <summary>A match as it is told.</summary>
/// <param name="Match">The match.</param>
/// <param name="Organisation">Primary organization of the assignment.</param>
/// <param name="WorkLevel">Work level.</param>
/// <param name="NextBestLoss">Points that the sum of all scores would lose with the next best instead; null where fewer assignments would be staffed, or there is no next best.</param>
public sealed record MatchLine(AssignmentMatch Match, string Organisation, string WorkLevel, long? NextBestLoss);

/// <summary>A directed assignment as it is told.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="From">Present official worksite.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="LastNotice">Last day for written notice; null for a temporary one.</param>
/// <param name="Problem">What stands against it; empty for nothing.</param>
/// <param name="Rule">The paragraph that decides.</param>
/// <param name="Cents">Travel and relocation, cents.</param>
/// <param name="ChangesWorksite">Whether the official worksite changes (158.704(c)).</param>
public sealed record DirectedLine(DirectedAssignment Assignment, string From, DirectedKind Kind, DateOnly? LastNotice, string Problem, RuleReference Rule, long Cents, bool ChangesWorksite);

/// <summary>A detail as it is told.</summary>
/// <param name="Detail">The detail.</param>
/// <param name="Refused">The rule that it breaks; null where it may be made.</param>
/// <param name="Years">Capacity and money by fiscal year; none where it is refused.</param>
public sealed record DetailLine(Detail Detail, RuleReference? Refused, IReadOnlyList<DetailYear> Years);

/// <summary>A detail in one fiscal year.</summary>
/// <param name="FiscalYear">The year.</param>
/// <param name="Fte">Capacity lost, full-time equivalents.</param>
/// <param name="CostCents">Pay and benefits meanwhile, cents.</param>
/// <param name="ReimbursedCents">Of these reimbursed, cents.</param>
public sealed record DetailYear(int FiscalYear, double Fte, long CostCents, long ReimbursedCents);

/// <summary>Designated qualified positions with their budget consequence (158.702(d)).</summary>
/// <param name="Organisation">Organisation that requires the positions.</param>
/// <param name="WorkLevel">Work level.</param>
/// <param name="Market">Local market of the worksite.</param>
/// <param name="From">Day from which they are established.</param>
/// <param name="Positions">Number of positions.</param>
/// <param name="Years">Consequence by fiscal year.</param>
/// <param name="Components">Consequence over all years by component, the largest first.</param>
public sealed record DesignationReport(
    string Organisation, string WorkLevel, string Market, DateOnly From, int Positions, IReadOnlyList<DesignationYear> Years, IReadOnlyList<DesignationComponent> Components);

/// <summary>The consequence of a designation in one fiscal year.</summary>
/// <param name="FiscalYear">The year.</param>
/// <param name="Cents">Cost, cents.</param>
/// <param name="Fte">Full-time equivalents.</param>
/// <param name="People">People at the end of the year.</param>
public sealed record DesignationYear(int FiscalYear, long Cents, double Fte, double People);

/// <summary>The consequence of a designation in one component.</summary>
/// <param name="Component">The component.</param>
/// <param name="FirstYearCents">Cost in the first fiscal year that has any, cents.</param>
/// <param name="Cents">Cost over all years, cents.</param>
public sealed record DesignationComponent(Component Component, long FirstYearCents, long Cents);
