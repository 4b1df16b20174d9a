using System.Globalization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Charts.Explanations;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using Spectre.Console;
using static CtmsAnalytics.Charts.Explanations.ExplanationSentences;
using static CtmsAnalytics.Cli.Output.ColumnKind;
using static CtmsAnalytics.Cli.Output.TextPage;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Prints an explanation as a page that fits 100 columns. Text from files is escaped and never markup.</summary>
public static class ExplanationText
{
    /// <summary>Prints the page.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="explanation">The explanation.</param>
    /// <param name="given">The actions that were given; any other is marked as assumed.</param>
    /// <param name="notes">Sentences about the roster.</param>
    public static void Print(IAnsiConsole console, PersonExplanation explanation, IReadOnlyList<PersonnelAction> given, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(notes);
        Fit(console);
        console.Wrapped(PersonalData.OfPeople);
        console.Wrapped($"Pay of {Title(explanation)}");
        console.Wrapped(Person(explanation.Person) + ".");
        if (explanation.Draw is not null) console.Wrapped(Chance(explanation));
        foreach (var note in notes) console.Wrapped(note);
        console.Line("");
        console.Wrapped(Total(explanation));
        Salary(console, explanation);
        Totals(console, explanation);
        WorkPeriods(console, explanation);
        Findings(console, explanation);
        Limits(console, explanation);
        Hours(console, explanation);
        Actions(console, explanation, given);
        if (explanation.Draw is not null) Luck(console, explanation);
        Assumptions(console, explanation);
        AssumedParameters(console, explanation);
    }

    private static void Luck(IAnsiConsole console, PersonExplanation explanation)
    {
        Heading(console, "What chance decided");
        if (explanation.Luck.Count == 0) console.Wrapped("Nothing in the year.");
        foreach (var run in ExplanationRuns.Luck(explanation)) console.Wrapped($"{When(run)}  {run.Event.Text}", hanging: 12);
    }

    private static void Assumptions(IAnsiConsole console, PersonExplanation explanation)
    {
        if (explanation.Draw is not null && explanation.Assumptions.Count == 0) return;
        Heading(console, "What is assumed about the person");
        foreach (var assumption in explanation.Assumptions.DefaultIfEmpty("Nothing.")) console.Wrapped("- " + assumption, hanging: 2);
    }

    private static void Salary(IAnsiConsole console, PersonExplanation explanation)
    {
        Heading(console, "Salary at the start and each change of it, US dollars a year");
        var table = Table(("From", Code), ("What changed", Words), ("Structure", Figure), ("Supplement", Figure), ("Salary", Figure), ("Cut", Figure));
        foreach (var step in explanation.Salary)
            Row(table, Iso(step.Date), $"{Capital(step.Reason)} ({step.Paragraph})", Dollars(step.StructureSalary), Dollars(step.Supplement), Dollars(step.Salary), Dollars(step.Cut));
        console.Write(table);
        Heading(console, "What bounds it, US dollars a year");
        var bounds = Table(("From", Code), ("Level", Code), ("Subrange", Figure), ("Penetration", Figure), ("Supplement", Figure), ("Limitation", Figure), ("Range ends at", Figure));
        foreach (var step in explanation.Salary)
        {
            Row(
                bounds, Iso(step.Date), step.WorkLevel, $"{Dollars(step.Minimum)}-{Dollars(step.Maximum)}", Display.WholePercent(step.RangePenetration),
                $"{step.Market} {Display.Percent(step.SupplementFraction)}", Dollars(step.Limitation), Dollars(step.RangeMaximum));
        }

        console.Write(bounds);
    }

    private static void Totals(IAnsiConsole console, PersonExplanation explanation)
    {
        if (explanation.Lines.Count == 0) return;
        Heading(console, $"Every dollar to its paragraph, {Year(explanation)}");
        var table = Table(("Component", Words), ("Paragraph", Words), ("Work periods", Figure), ("Amount", Figure));
        foreach (var total in explanation.Totals)
            Row(table, ComponentName.Of(total.Component), total.Paragraph, Number(total.Periods), Display.Exact(total.Cents));
        table.AddEmptyRow();
        Row(table, "Total", "", Number(explanation.Lines.Select(l => l.Period.Number).Distinct().Count()), Display.Exact(explanation.Total));
        console.Write(table);
    }

    private static void WorkPeriods(IAnsiConsole console, PersonExplanation explanation)
    {
        if (explanation.Lines.Count == 0) return;
        Heading(console, "What is paid in the work periods");
        foreach (var component in ExplanationRuns.Pay(explanation).GroupBy(r => (r.Component, r.Paragraph)))
        {
            console.Wrapped($"{ComponentName.Of(component.Key.Component)} ({component.Key.Paragraph})");
            foreach (var run in component)
            {
                var each = run.Periods.Count > 1 ? " each" : "";
                console.Wrapped($"{Periods(run.Periods, run.Weekdays)}: {Display.Exact(run.Cents)}{each}; {run.How}", indent: 2, hanging: 2);
            }
        }
    }

    private static void Findings(IAnsiConsole console, PersonExplanation explanation)
    {
        Heading(console, "What each rule did");
        var findings = ExplanationRuns.Findings(explanation);
        if (findings.Count == 0) console.Wrapped("No rule cut, moved, granted or raised anything in the year.");
        foreach (var run in findings)
        {
            var finding = run.Finding;
            console.Wrapped($"{When(run)}  {Capital(finding.Rule.Name)} ({finding.Rule.Paragraph}), {finding.Rule.Effect}{Change(run)}", hanging: 12);
            if (finding.Why.Length > 0) console.Wrapped(finding.Why, indent: 12);
        }
    }

    private static string Change(FindingRun run)
    {
        var (before, after) = (Amount(run.Finding.Before, run.Finding.Unit), Amount(run.Finding.After, run.Finding.Unit));
        return before.Length == 0 ? "" : $": {before} -> {after}";
    }

    private static void Limits(IAnsiConsole console, PersonExplanation explanation)
    {
        if (explanation.Limits.Count == 0) return;
        Heading(console, "Position against the aggregate limit (158.604), by calendar year of the payday");
        var table = Table([("", Code), .. explanation.Limits.Select(l => (Number(l.CalendarYear), Figure))]);
        foreach (var row in LimitRows.Of(explanation.Limits)) Row(table, [row.Name, .. row.Cents.Select(Display.Exact)]);
        console.Write(table);
    }

    private static void Hours(IAnsiConsole console, PersonExplanation explanation)
    {
        if (explanation.Hours.Count == 0) return;
        Heading(console, "Hours");
        foreach (var run in ExplanationRuns.Hours(explanation))
            console.Wrapped($"{Periods(run.Periods)}: {ExplanationSentences.Hours(run.Hours)}{(run.Periods.Count > 1 ? " each" : "")}; {run.Kind} ({run.Paragraph})");
    }

    private static void Actions(IAnsiConsole console, PersonExplanation explanation, IReadOnlyList<PersonnelAction> given)
    {
        Heading(console, "Personnel actions");
        if (explanation.Actions.Count == 0) console.Wrapped("None in the year.");
        foreach (var action in explanation.Actions)
            console.Wrapped($"{Iso(action.Effective)}  {ActionSentence.Of(action)}{(given.Contains(action) ? "" : $" [{Undecided(explanation)}]")}", hanging: 12);
    }

    private static void AssumedParameters(IAnsiConsole console, PersonExplanation explanation)
    {
        Heading(console, UnsettledParameters.Title);
        var parameters = ExplanationParameters.InForce(explanation);
        UnsettledParameters.Print(console, parameters);
        var settled = parameters.Where(p => !UnsettledParameters.Has(p)).Select(p => p.Name).Distinct(StringComparer.Ordinal).Count();
        console.Wrapped($"{Number(settled)} other parameters stand in the regulation or in a published table. --out writes all of them with their sources.");
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Dollars(long dollars) => dollars.ToString("#,0", CultureInfo.InvariantCulture);
}
