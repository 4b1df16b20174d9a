using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Cli.Simulations;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;
using Spectre.Console;
using static CtmsAnalytics.Cli.Output.ColumnKind;
using static CtmsAnalytics.Cli.Output.TextPage;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Prints a simulation as a page that fits 100 columns. Text from files is escaped and never markup.</summary>
public static class SimulationText
{
    private const string AllYears = "All years";

    /// <summary>Prints the page.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="summary">What is said.</param>
    public static void Print(IAnsiConsole console, SimulationSummary summary)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(summary);
        Fit(console);
        foreach (var sentence in Sentences(summary)) console.Wrapped(sentence);
        console.Line("");
        foreach (var note in summary.Notes) console.Wrapped(note);
        var unit = Unit.For(summary);
        foreach (var scenario in summary.Scenarios) Costs(console, scenario, summary, unit);
        foreach (var scenario in summary.Scenarios.Skip(1)) Differences(console, scenario, summary, unit);
        Budgets(console, summary, unit);
        foreach (var scenario in summary.Scenarios)
        {
            if (scenario.CostRisk is { } cost) Risk(console, $"What carries the risk of {scenario.Name}", cost);
            if (scenario.DifferenceRisk is { } difference) Risk(console, $"What carries the risk of the difference of {scenario.Name}", difference);
        }

        foreach (var scenario in summary.Scenarios) Headcount(console, scenario, summary.Draws > 0);
        Heading(console, UnsettledParameters.Title);
        UnsettledParameters.Print(console, summary.Scenarios.SelectMany(s => s.AssumedParameters).DistinctBy(p => (p.Name, p.EffectiveYear, p.Value, p.Mark)));
        console.Line("");
        console.Wrapped(summary.Seed is { } seed
            ? string.Create(CultureInfo.InvariantCulture, $"Run {summary.Manifest.RunId}: {summary.Draws:N0} draws with seed {seed}, the same luck in every scenario; version {summary.Manifest.LibraryVersion}.")
            : $"Run {summary.Manifest.RunId}: the expected path, shares of people in the place of chance; version {summary.Manifest.LibraryVersion}.");
    }

    /// <summary>What the simulation says, one sentence for each proposal, or one for the only scenario.</summary>
    /// <param name="summary">The summary.</param>
    /// <returns>The sentences.</returns>
    public static IEnumerable<string> Sentences(SimulationSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var years = Display.FiscalYears(summary.FiscalYears);
        var baseline = summary.Scenarios[0];
        return summary.Scenarios.Count == 1 ? [Alone(baseline, years, summary.Draws)] : summary.Scenarios.Skip(1).Select(s => Against(s, baseline.Name, years, summary.Draws));
    }

    private static string Alone(ScenarioSummary scenario, string years, int draws)
    {
        var total = scenario.Costs[^1];
        var sentence = $"{scenario.Name} costs {Dollars(total.Mean)} over {years}";
        if (draws == 0) return sentence + " on the expected path.";
        return sentence + (total.StandardError is { } error ? $" (standard error {Dollars(error)})" : "") + $"; in eight of ten of {Display.Count(draws)} draws it lies between {Dollars(total.P10)} and {Dollars(total.P90)}.";
    }

    private static string Against(ScenarioSummary scenario, string baseline, string years, int draws)
    {
        var total = scenario.Differences[^1];
        var amount = total.Mean == 0 ? $"{scenario.Name} costs as much as {baseline} over {years}" : $"{scenario.Name} costs {Dollars(Math.Abs(total.Mean))} {(total.Mean > 0 ? "more" : "less")} than {baseline} over {years}";
        if (draws == 0) return amount + " on the expected path.";
        if (draws == 1) return amount + " in the only draw, which says nothing about its uncertainty.";
        var interval = total.Interval is { } range ? $" on average (95% interval of that mean {DollarsSigned(range.Lower)} to {DollarsSigned(range.Upper)})" : "";
        return $"{amount}{interval}; in eight of ten of {Display.Count(draws)} draws the difference lies between {DollarsSigned(total.P10)} and {DollarsSigned(total.P90)}, and it costs more in {Display.Percent(total.ShareHigher!.Value)} of them. The draws vary chance, not the scenario's assumptions.";
    }

    private static void Costs(IAnsiConsole console, ScenarioSummary scenario, SimulationSummary summary, Unit unit)
    {
        Heading(console, $"Cost of {scenario.Name}, {unit.Name}");
        var table = summary.Draws == 0
            ? Table(("", Code), ("Expected path", Figure))
            : Table(("", Code), ("Mean", Figure), ("+- s.e.", Figure), ("P10", Figure), ("P50", Figure), ("P90", Figure), ("Point estimate", Figure));
        foreach (var row in scenario.Costs)
        {
            if (summary.Draws == 0) Row(table, Year(row.FiscalYear), unit.Of(row.Mean));
            else Row(table, Year(row.FiscalYear), unit.Of(row.Mean), unit.Of(row.StandardError), unit.Of(row.P10), unit.Of(row.P50), unit.Of(row.P90), unit.Of(row.ExpectedPath));
        }

        console.Write(table);
        if (summary.Draws > 0) console.Wrapped("The point estimate is that of 'ctms compare': one path with shares of people in the place of chance, everybody's rating expected anew each year and rates as stated. It is not the mean of the draws, in which ratings persist, pay rates move against fixed ceilings and pools bind draw by draw: quote the mean where chance matters, and do not mix the two.");
    }

    private static void Differences(IAnsiConsole console, ScenarioSummary scenario, SimulationSummary summary, Unit unit)
    {
        Heading(console, $"{scenario.Name} less {summary.Scenarios[0].Name}{(summary.Draws == 0 ? "" : ", draw by draw")}, {unit.Name}");
        var table = summary.Draws == 0
            ? Table(("", Code), ("Difference", Figure))
            : Table(("", Code), ("Mean", Figure), ("95% from", Figure), ("to", Figure), ("P10", Figure), ("P90", Figure), ("Higher in", Figure));
        foreach (var row in scenario.Differences)
        {
            if (summary.Draws == 0) Row(table, Year(row.FiscalYear), unit.Signed(row.Mean));
            else
            {
                Row(
                    table, Year(row.FiscalYear), unit.Signed(row.Mean), unit.Signed(row.Interval?.Lower), unit.Signed(row.Interval?.Upper), unit.Signed(row.P10), unit.Signed(row.P90),
                    row.ShareHigher is { } share ? Display.Percent(share) : "");
            }
        }

        console.Write(table);
        if (summary.Draws > 0) console.Wrapped("95% from and to: interval of the mean. Higher in: share of draws in which the proposal costs more.");
    }

    private static void Budgets(IAnsiConsole console, SimulationSummary summary, Unit unit)
    {
        if (summary.Scenarios[0].Budgets.Count == 0) return;
        Heading(console, summary.Draws == 0 ? $"Expected path against the budget, {unit.Name}" : $"Probability of costs above the budget, {unit.Name}");
        var table = summary.Draws == 0
            ? Table(("", Code), ("Budget", Figure), ("Scenario", Words), ("Cost less budget", Figure))
            : Table(("", Code), ("Budget", Figure), ("Scenario", Words), ("Probability", Figure), ("95% interval", Figure), ("Mean less budget", Figure));
        foreach (var (scenario, row) in summary.Scenarios.SelectMany(s => s.Budgets.Select(b => (s.Name, b))).OrderBy(b => b.b.FiscalYear ?? int.MaxValue))
        {
            if (row.Probability is not { } p) Row(table, Year(row.FiscalYear), unit.Of(row.Budget), scenario, unit.Signed(row.Above));
            else
            {
                Row(
                    table, Year(row.FiscalYear), unit.Of(row.Budget), scenario, Display.Percent(p.Share), $"{Display.Percent(p.Interval.Lower)} to {Display.Percent(p.Interval.Upper)}",
                    unit.Signed(row.Above));
            }
        }

        console.Write(table);
    }

    private static void Risk(IAnsiConsole console, string title, VarianceBreakdown risk)
    {
        Heading(console, $"{title}, all years");
        var table = Table(("Source of randomness", Words), ("Share of the variance", Figure), ("+- s.e.", Figure), ("Standard deviation without it", Figure));
        foreach (var share in risk.Sources) Row(table, RandomSourceName.Of(share.Source), Share(share.Share), Share(share.StandardError), Dollars(share.StandardDeviation));
        Row(table, "Together, beyond each alone", Share(risk.Remainder), Share(risk.RemainderStandardError), "");
        console.Write(table);
        console.Wrapped($"Standard deviation with every source at work: {Dollars(risk.StandardDeviation)}. The same draws were done again with each source held still.");
        var vague = risk.Sources.Where(s => s.Share < 0 || s.StandardError > Math.Abs(s.Share ?? 0)).Select(s => RandomSourceName.Of(s.Source)).ToList();
        if (vague.Count > 0) console.Wrapped($"{string.Join("; ", vague)}: a share below zero or smaller than its own standard error is noise of the draws. It cannot be told from nothing; more draws would tell.");
    }

    private static void Headcount(IAnsiConsole console, ScenarioSummary scenario, bool hasDraws)
    {
        Heading(console, $"People of {scenario.Name}");
        (string, ColumnKind)[] columns = [("", Code), ("Start", Figure), ("Hires", Figure), ("Separations", Figure), ("End", Figure), ("FTE", Figure)];
        var table = Table(hasDraws ? [.. columns, ("End P10", Figure), ("End P90", Figure)] : columns);
        foreach (var row in scenario.Headcount)
        {
            string[] cells = [Year(row.FiscalYear), People(row.Start), People(row.Hires), People(row.Separations), People(row.End), People(row.Fte)];
            Row(table, hasDraws ? [.. cells, People(row.EndP10), People(row.EndP90)] : cells);
        }

        console.Write(table);
    }

    private static string Year(int? year) => year is { } y ? Display.FiscalYear(y) : AllYears;

    private static string Dollars(double? cents) => cents is { } c ? Display.Dollars((long)Math.Round(c)) : "";

    private static string DollarsSigned(double? cents) => cents is { } c ? Display.DollarsSigned((long)Math.Round(c)) : "";

    private static string Share(double? share) => share is { } s ? Display.Percent(s) : "";

    private static string People(double? people) => people is { } p ? Display.People((decimal)p) : "";

    /// <summary>What amounts in tables are counted in: dollars, or thousands of dollars where a column of dollars would not fit the page.</summary>
    private readonly record struct Unit(string Name, double Cents)
    {
        private const double Billion = 1e11;

        public static Unit For(SimulationSummary summary) =>
            summary.Scenarios.SelectMany(s => s.Costs).Max(c => Math.Max(c.Mean, c.P90 ?? 0)) < Billion ? new Unit("dollars", 1) : new Unit("thousands of dollars", 1000);

        public string Of(double? cents) => Dollars(cents / Cents);

        public string Signed(double? cents) => DollarsSigned(cents / Cents);
    }
}
