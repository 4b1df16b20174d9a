using System.Globalization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Simulation.Replays;

namespace CtmsAnalytics.Charts.Explanations;

/// <summary>The sentences of an explanation, alike on a terminal and on a page. Text of the roster and the scenario stands in them as it was given: escape it for the place it goes to.</summary>
public static class ExplanationSentences
{
    /// <summary>The year: <c>FY2028</c> or <c>calendar year 2028</c>.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>The year as text.</returns>
    public static string Year(PersonExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return explanation.Basis == YearBasis.Fiscal ? Display.FiscalYear(explanation.Year) : "calendar year " + explanation.Year.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Who, where, in which scenario and year.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>One line.</returns>
    public static string Title(PersonExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return $"{explanation.Person.PersonId}, {Levels(explanation)}, {explanation.Scenario}, {Year(explanation)}{(explanation.Draw is { } draw ? string.Create(CultureInfo.InvariantCulture, $", draw {draw.Draw}") : "")}";
    }

    /// <summary>What stands in the place of chance, in one sentence.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>The sentence.</returns>
    public static string Chance(PersonExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return explanation.Draw is { } draw
            ? string.Create(CultureInfo.InvariantCulture, $"One person in draw {draw.Draw} of the simulation with seed {draw.Seed}: chance decides as told below.")
            : "One person on the expected path of the scenario: chance is replaced by the assumptions below.";
    }

    /// <summary>Who holds a position in a draw, and when: <c>S0071 from 2026-09-20 to 2028-05-13</c>.</summary>
    /// <param name="spell">A person's time in the position.</param>
    /// <returns>The words.</returns>
    public static string Holder(SpellReplay spell)
    {
        ArgumentNullException.ThrowIfNull(spell);
        return $"{spell.Person.PersonId} from {Iso(spell.From)} to {(spell.To is { } last ? Iso(last) : "the end of the horizon")}";
    }

    /// <summary>How an action came about that nobody decided on: by assumption, or by the offer of a hire in a draw.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>One word.</returns>
    public static string Undecided(PersonExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return explanation.Draw is { Spell: > 0 } ? "drawn" : "assumed";
    }

    /// <summary>The person as the roster states, in one sentence without a full stop.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The words.</returns>
    public static string Person(RosterPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{person.Agency}, {person.Organisation}; {person.Track}, pay plan {person.PayPlan}; {person.Appointment.ToString().ToLowerInvariant()} appointment, {WorkScheduleName.Of(person.Schedule)} {person.HoursPerWorkPeriod} h a work period; worksite {person.WorksiteFips} in {person.Market}; on duty since {person.EntryOnDuty:yyyy-MM-dd}");
    }

    /// <summary>The total of the year and its three parts, which add up to it.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>One sentence.</returns>
    public static string Total(PersonExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var parts = Parts(explanation);
        var who = explanation.Person.PersonId;
        return explanation.Lines.Count == 0
            ? $"The Department pays nothing for {who} in {Year(explanation)}."
            : $"The Department pays {Display.Exact(explanation.Total)} for {who} in {Year(explanation)}: {Display.Exact(parts.Salary)} salary, {Display.Exact(parts.Additional)} additional compensation and {Display.Exact(parts.Beside)} beside compensation.";
    }

    /// <summary>The total in its parts.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <returns>Salary with supplement; additional compensation (158.603(c)); employer contributions, taxes and training. Cents; they add up to the total.</returns>
    public static (long Salary, long Additional, long Beside) Parts(PersonExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        long Of(params Component[] components) => explanation.Lines.Where(l => components.Contains(l.Component)).Sum(l => l.Cents);
        var salary = Of(Component.Salary, Component.RecognitionAdjustment, Component.Supplement);
        var additional = Of(Component.RecognitionPayment, Component.SpecialWorkingConditions, Component.NonforeignAllowance, Component.StudentLoan);
        return (salary, additional, explanation.Total - salary - additional);
    }

    /// <summary>Work periods of a run: <c>26 work periods 2027-10-03 to 2028-09-17</c>, <c>2027-09-19, 1 of 10 weekdays</c>.</summary>
    /// <param name="periods">The work periods, one or more.</param>
    /// <param name="weekdays">Weekdays of each that lie in the year; null where all of them do.</param>
    /// <returns>The words, with the first days of the first and the last work period.</returns>
    public static string Periods(IReadOnlyList<WorkPeriod> periods, int? weekdays = null)
    {
        ArgumentNullException.ThrowIfNull(periods);
        if (periods.Count > 1) return Span(periods.Count, periods[0].FirstDay, periods[^1].FirstDay);
        var part = weekdays is { } days ? string.Create(CultureInfo.InvariantCulture, $", {days} of {periods[0].Weekdays} weekdays") : "";
        return Iso(periods[0].FirstDay) + part;
    }

    /// <summary>When a finding was made: its day, or its work periods.</summary>
    /// <param name="run">The finding.</param>
    /// <returns>The words.</returns>
    public static string When(FindingRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Periods == 1 ? Iso(run.Finding.Date) : Span(run.Periods, run.Finding.Date, run.Last);
    }

    /// <summary>When chance decided something: its day, or its work periods.</summary>
    /// <param name="run">What was decided.</param>
    /// <returns>The words.</returns>
    public static string When(LuckRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Periods == 1 ? Iso(run.Event.Date) : Span(run.Periods, run.Event.Date, run.Last);
    }

    /// <summary>An amount of a finding in its unit.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="unit">What it counts.</param>
    /// <returns>The amount; empty where nothing is counted.</returns>
    public static string Amount(long amount, FindingUnit unit) => unit switch
    {
        FindingUnit.AnnualDollars => Display.Rate(amount) + " a year",
        FindingUnit.Cents => Display.Exact(amount),
        FindingUnit.Hours => Hours(amount),
        _ => "",
    };

    /// <summary>Hours: <c>40 h</c>, <c>7.5 h</c>.</summary>
    /// <param name="hours">The hours.</param>
    /// <returns>The hours as text.</returns>
    public static string Hours(double hours) => hours.ToString("#,0.##", CultureInfo.InvariantCulture) + " h";

    /// <summary>A day: <c>2027-10-03</c>.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The day as text.</returns>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Levels(PersonExplanation explanation)
    {
        var levels = explanation.Salary.Select(s => s.WorkLevel).DefaultIfEmpty(explanation.Person.WorkLevel).ToList();
        return levels[0] == levels[^1] ? $"work level {levels[0]}" : $"work level {levels[0]}, then {levels[^1]}";
    }

    private static string Span(int periods, DateOnly first, DateOnly last) =>
        string.Create(CultureInfo.InvariantCulture, $"{periods} work periods {first:yyyy-MM-dd} to {last:yyyy-MM-dd}");
}
