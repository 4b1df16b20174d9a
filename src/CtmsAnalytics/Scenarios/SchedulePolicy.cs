using System.Globalization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Scenarios;

/// <summary>A mix of work schedules: shares of people whose schedule changes when the horizon opens (158.705(c)(2)). Each line looks at who is left by the lines before it.</summary>
/// <param name="Lines">The lines in their order.</param>
public sealed record SchedulePolicy(IReadOnlyList<ScheduleLine> Lines) : OpeningPolicy
{
    /// <summary>A work schedule and its minimum hours may change during service.</summary>
    public static readonly RuleReference Changed = new("change of work schedule", "158.705(c)(2)", "reported");

    private const uint Topic = 1;

    /// <inheritdoc/>
    public override PolicySection Section => PolicySection.Deployment;

    /// <inheritdoc/>
    public override IReadOnlyList<OpeningChange> Changes(IReadOnlyList<RosterPerson> roster, Scenario scenario, ProjectionInput input)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(input);
        var fullTime = (int)input.Parameters.Latest("full_time_hours").Value;
        var changes = new Dictionary<string, OpeningChange>(StringComparer.Ordinal);
        foreach (var line in Lines)
        {
            var hours = line.Hours ?? fullTime;
            List<RosterPerson> covered = [.. roster.Where(p => !changes.ContainsKey(p.PersonId) && line.Cover.Covers(p) && (p.Schedule != line.Schedule || p.HoursPerWorkPeriod != hours))];
            foreach (var person in PositionCover.Turn(covered, line.Share, Topic))
            {
                var after = person with { Schedule = line.Schedule, HoursPerWorkPeriod = hours, AppointmentMaximumHours = line.MaximumHours };
                changes.Add(person.PersonId, new OpeningChange(
                    person.PersonId, after,
                    string.Create(CultureInfo.InvariantCulture, $"The work schedule changes from {WorkScheduleName.Of(person.Schedule)} ({person.HoursPerWorkPeriod} hours in a work period) to {WorkScheduleName.Of(line.Schedule)} ({hours} hours)."),
                    Changed));
            }
        }

        return [.. changes.Values.OrderBy(c => c.PersonId, StringComparer.Ordinal)];
    }
}

/// <summary>One line of a mix of work schedules.</summary>
/// <param name="Cover">Whom it covers; people who have the schedule and hours already are not counted.</param>
/// <param name="Share">Share of these who change, 0 to 1.</param>
/// <param name="Schedule">The new schedule (158.705(b)).</param>
/// <param name="Hours">Hours of a work period; null for the full-time hours.</param>
/// <param name="MaximumHours">Most hours of a contingent appointment in all (158.705(c)(1)); null for other schedules.</param>
public sealed record ScheduleLine(PositionCover Cover, double Share, WorkSchedule Schedule, int? Hours, int? MaximumHours);
