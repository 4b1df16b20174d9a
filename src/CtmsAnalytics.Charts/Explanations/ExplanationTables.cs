using System.Globalization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Html;
using CtmsAnalytics.Charts.Report;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using static CtmsAnalytics.Charts.Explanations.ExplanationSentences;

namespace CtmsAnalytics.Charts.Explanations;

/// <summary>The sections of an explanation page, each a table with what it means.</summary>
internal sealed class ExplanationTables(Exhibits exhibits, PersonExplanation explanation)
{
    private HtmlWriter Html => exhibits.Html;

    public void Salary()
    {
        using var section = exhibits.Section("Salary and how it is built");
        using (var table = exhibits.Table("Salary at the start and each change of it, US dollars a year", "From", "~What changed", "Structure salary", "Supplement", "Salary", "Cut by ceilings"))
        {
            table.Group("", explanation.Salary.Select(s => new Table.Row(
                Iso(s.Date),
                [$"{Capital(s.Reason)} ({s.Paragraph})", Display.Rate(s.StructureSalary), Display.Rate(s.Supplement), Display.Rate(s.Salary), Display.Rate(s.Cut)])));
        }

        using var bounds = exhibits.Table("What bounds it, US dollars a year", "From", "~Work level", "Subrange", "Range penetration", "~Local market", "Supplement", "Limitation of the subrange", "Salary range ends at");
        bounds.Group("", explanation.Salary.Select(s => new Table.Row(
            Iso(s.Date),
            [s.WorkLevel, $"{Display.Rate(s.Minimum)}\u2013{Display.Rate(s.Maximum)}", Display.WholePercent(s.RangePenetration), s.Market, Display.Percent(s.SupplementFraction), Display.Rate(s.Limitation), Display.Rate(s.RangeMaximum)])));
    }

    public void Totals()
    {
        using var section = exhibits.Section("Every dollar to its paragraph");
        if (explanation.Lines.Count == 0)
        {
            Html.Text("p", "Nothing is paid in the year.");
            return;
        }

        using var table = exhibits.Table($"Totals of {Year(explanation)} by component and paragraph, US dollars", "Component", "~Paragraph", "Work periods", "Amount");
        table.Group("", explanation.Totals.Select(t => new Table.Row(ComponentName.Of(t.Component), [t.Paragraph, Display.Count(t.Periods), Display.Exact(t.Cents)])));
        table.Group("", [new Table.Row("Total", ["", Display.Count(explanation.Lines.Select(l => l.Period.Number).Distinct().Count()), Display.Exact(explanation.Total)], "total")]);
    }

    public void WorkPeriods()
    {
        if (explanation.Lines.Count == 0) return;
        using var section = exhibits.Section("What is paid in the work periods");
        Html.Text("p", "Consecutive work periods with the same amount are one row; a work period is named by its first day.");
        using var table = exhibits.Table("Amounts by component and work period, US dollars", "Work periods", "Each", "Together", "~How it comes about");
        foreach (var component in ExplanationRuns.Pay(explanation).GroupBy(r => (r.Component, r.Paragraph)))
        {
            table.Group($"{ComponentName.Of(component.Key.Component)} ({component.Key.Paragraph})", component.Select(r => new Table.Row(
                Periods(r.Periods, r.Weekdays),
                [Display.Exact(r.Cents), Display.Exact(r.Total), Capital(r.How)])));
        }
    }

    public void Findings()
    {
        using var section = exhibits.Section("What each rule did");
        var findings = ExplanationRuns.Findings(explanation);
        if (findings.Count == 0)
        {
            Html.Text("p", "No rule cut, moved, granted or raised anything in the year.");
            return;
        }

        using var table = exhibits.Table("Findings in order: the amount before and after each rule", "Date", "~Rule", "~Paragraph", "Before", "After", "~Why");
        table.Group("", findings.Select(f => new Table.Row(
            When(f),
            [$"{Capital(f.Finding.Rule.Name)}: {f.Finding.Rule.Effect}", f.Finding.Rule.Paragraph, Amount(f.Finding.Before, f.Finding.Unit), Amount(f.Finding.After, f.Finding.Unit), f.Finding.Why])));
    }

    public void Limits()
    {
        if (explanation.Limits.Count == 0) return;
        using var section = exhibits.Section("Position against the aggregate limit (158.604)");
        Html.Text("p", "The limit holds for a calendar year, by payday. It never cuts salary; what lies above it is deferred or forfeited.");
        using var table = exhibits.Table("Position by calendar year, US dollars", ["Calendar year", .. explanation.Limits.Select(l => l.CalendarYear.ToString(CultureInfo.InvariantCulture))]);
        table.Group("", LimitRows.Of(explanation.Limits).Select(r => new Table.Row(r.Name, [.. r.Cents.Select(Display.Exact)], r.IsResult ? "total" : "")));
    }

    public void Hours()
    {
        if (explanation.Hours.Count == 0) return;
        using var section = exhibits.Section("Hours");
        using var table = exhibits.Table("Hours granted, accrued and used", "Work periods", "~What", "~Paragraph", "Hours each");
        table.Group("", ExplanationRuns.Hours(explanation).Select(h => new Table.Row(Periods(h.Periods), [Capital(h.Kind), h.Paragraph, ExplanationSentences.Hours(h.Hours)])));
    }

    public void Actions(IReadOnlyList<PersonnelAction>? given)
    {
        using var section = exhibits.Section("Personnel actions");
        if (explanation.Actions.Count == 0)
        {
            Html.Text("p", "None in the year.");
            return;
        }

        using var table = exhibits.Table("Personnel actions that take effect in the year", "Date", "~Action", "~Decided or assumed");
        table.Group("", explanation.Actions.Select(a => new Table.Row(Iso(a.Effective), [ActionSentence.Of(a), given is null ? "" : given.Contains(a) ? "decided" : Undecided(explanation)])));
    }

    public void Luck()
    {
        if (explanation.Draw is null) return;
        using var section = exhibits.Section("What chance decided");
        if (explanation.Luck.Count == 0)
        {
            Html.Text("p", "Nothing in the year.");
            return;
        }

        using var table = exhibits.Table("Decisions of chance in order", "Date", "~Decision");
        table.Group("", ExplanationRuns.Luck(explanation).Select(l => new Table.Row(When(l), [l.Event.Text])));
    }

    public void Assumptions()
    {
        if (explanation.Draw is not null && explanation.Assumptions.Count == 0) return;
        using var section = exhibits.Section("What is assumed about the person");
        if (explanation.Assumptions.Count == 0)
        {
            Html.Text("p", "Nothing.");
            return;
        }

        using var list = Html.Open("ul");
        foreach (var assumption in explanation.Assumptions) Html.Text("li", assumption);
    }

    public void Parameters()
    {
        using var section = exhibits.Section("Parameters that these numbers rest on");
        ParameterTable.Write(exhibits, ExplanationParameters.InForce(explanation));
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
