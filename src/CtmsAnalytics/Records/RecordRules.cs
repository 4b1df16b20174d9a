using System.Globalization;
using CtmsAnalytics.Rules;
using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.Records;

/// <summary>What may be recorded of a qualified position at one time (158.523, 158.703, 158.705).</summary>
public static class RecordRules
{
    /// <summary>A continuing appointment is for an indefinite time.</summary>
    public static readonly RuleReference IndefiniteTerm = new("continuing appointment without an end", "158.523(b)", "refused");

    /// <summary>Uncompensated service needs a renewable appointment.</summary>
    public static readonly RuleReference GratuitousService = new("uncompensated service in a renewable appointment", "158.523(a)(2)", "refused");

    /// <summary>A reemployed annuitant needs a renewable appointment.</summary>
    public static readonly RuleReference AnnuitantService = new("reemployed annuitant in a renewable appointment", "158.523(a)(1)", "refused");

    /// <summary>Hours of a full-time schedule.</summary>
    public static readonly RuleReference FullTime = new("hours of a full-time schedule", "158.705(b)(4)", "refused");

    /// <summary>Hours of a part-time schedule.</summary>
    public static readonly RuleReference PartTime = new("hours of a part-time schedule", "158.705(b)(5)", "refused");

    /// <summary>Hours of a contingent schedule.</summary>
    public static readonly RuleReference Contingent = new("hours of a contingent schedule", "158.705(b)(6)", "refused");

    /// <summary>Minimum and maximum of a contingent schedule.</summary>
    public static readonly RuleReference ContingentMaximum = new("maximum hours of a contingent appointment", "158.705(c)(1)", "refused");

    /// <summary>A record begins with the appointment.</summary>
    public static readonly RuleReference AfterEntry = new("record from the appointment on", "158.706(a)", "refused");

    /// <summary>An update of a record has its reason.</summary>
    public static readonly RuleReference WithReason = new("update of a record", "158.706(c)", "refused");

    /// <summary>Finds what part 158 forbids of a state.</summary>
    /// <param name="state">What is to hold on a day.</param>
    /// <param name="renewableYears">Longest term of a renewable appointment, years.</param>
    /// <param name="fullTimeHours">Hours of a full-time work period.</param>
    /// <returns>The problems; empty where there are none.</returns>
    public static IReadOnlyList<RecordProblem> Problems(PositionState state, int renewableYears, int fullTimeHours)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. Appointment(state, renewableYears), .. Schedule(state, fullTimeHours)];
    }

    private static IEnumerable<RecordProblem> Appointment(PositionState state, int renewableYears)
    {
        var type = state.Rows.GetValueOrDefault(RecordItems.AppointmentType);
        if (state.Rows.TryGetValue(RecordItems.AppointmentUntil, out var until) && DateOnly.TryParseExact(until.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var end))
        {
            if (end < until.Effective)
                yield return new(RenewableAppointment.Term, [RecordItems.AppointmentUntil], "The appointment ends before its term begins. Right would be a last day on or after the day from which the row is effective.");
            if (type?.Value == "renewable" && RenewableAppointment.LatestDay(until.Effective, renewableYears) is var last && end > last)
            {
                yield return new(RenewableAppointment.Term, [RecordItems.AppointmentUntil, RecordItems.AppointmentType],
                    string.Create(CultureInfo.InvariantCulture, $"A renewable appointment is for up to {renewableYears} years; from {until.Effective:yyyy-MM-dd} it ends on {last:yyyy-MM-dd} at the latest. A renewal is a row of its own, effective when it begins."));
            }

            // An end that was recorded for an earlier, renewable appointment no longer says anything.
            if (type?.Value == "continuing" && until.Effective >= type.Effective)
                yield return new(IndefiniteTerm, [RecordItems.AppointmentUntil, RecordItems.AppointmentType], "A continuing appointment is for an indefinite time. Leave the end out, or record a renewable appointment.");
        }

        if (type is null or { Value: "renewable" }) yield break;
        if (state[RecordItems.Uncompensated] == "yes")
            yield return new(GratuitousService, [RecordItems.Uncompensated, RecordItems.AppointmentType], "Uncompensated service needs a renewable appointment. Record one from the same day, or that the service is compensated.");
        if (state.Rows.TryGetValue(RecordItems.Annuity, out var annuity) && annuity.Effective >= type.Effective)
            yield return new(AnnuitantService, [RecordItems.Annuity, RecordItems.AppointmentType], "A reemployed annuitant needs a renewable appointment. Record one from the same day.");
    }

    private static IEnumerable<RecordProblem> Schedule(PositionState state, int fullTimeHours)
    {
        var full = fullTimeHours.ToString(CultureInfo.InvariantCulture);
        var row = state.Rows.GetValueOrDefault(RecordItems.Schedule);
        var hours = Hours(state, RecordItems.MinimumHours);
        string[] both = [RecordItems.Schedule, RecordItems.MinimumHours];
        if (row?.Value == "full-time" && hours is { } whole && whole != fullTimeHours)
            yield return new(FullTime, both, $"A full-time schedule is {full} hours a work period. Give minimum_hours {full} from the same day, or a part-time schedule.");
        if (row?.Value == "part-time" && hours is { } part && (part >= fullTimeHours || part <= 0))
            yield return new(PartTime, both, $"A part-time schedule is a specified number of hours below {full} a work period. Give its minimum_hours from the same day, or a full-time schedule.");
        if (row?.Value == "contingent" && state.Rows.TryGetValue(RecordItems.MinimumHours, out var minimum) && minimum.Effective >= row.Effective)
            yield return new(ContingentMaximum, both, "A contingent schedule has no minimum hours; it has a maximum of total hours. Record maximum_hours.");
        if (row?.Value == "contingent" && Hours(state, RecordItems.PlannedHours) > fullTimeHours)
            yield return new(Contingent, [RecordItems.Schedule, RecordItems.PlannedHours], $"A contingent schedule is up to {full} hours a work period. Right would be planned_hours of {full} or fewer.");
        if (row is { Value: not "contingent" } && state.Rows.TryGetValue(RecordItems.MaximumHours, out var maximum) && maximum.Effective >= row.Effective)
            yield return new(ContingentMaximum, [RecordItems.Schedule, RecordItems.MaximumHours], "Only a contingent schedule has a maximum of total hours. Record the schedule from the same day, or leave the maximum out.");
    }

    private static int? Hours(PositionState state, string item) => int.TryParse(state[item], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : null;
}
