using System.Globalization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Runs;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Rules;
using Spectre.Console;
using static CtmsAnalytics.Cli.Output.ColumnKind;
using static CtmsAnalytics.Cli.Output.TextPage;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Prints whom a proposal moves as a page that fits 100 columns. Text from files is escaped and never markup.</summary>
public static class WhomText
{
    /// <summary>What the list does not say.</summary>
    public const string Scope =
        "These are the roster's people on assumed paths: nobody leaves, is hired or is promoted, and everybody keeps the last rating. The sum is therefore not what the two scenarios differ by; ctms compare projects that with separations and hires.";

    /// <summary>Where the rest of a person's story stands.</summary>
    /// <param name="moves">The people.</param>
    /// <returns>One sentence.</returns>
    public static string Elsewhere(Moves moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        var person = moves.People.Count > 0 ? moves.People[0].Person.PersonId : "ID";
        var basis = moves.Basis == YearBasis.Calendar ? " --calendar-year" : "";
        return string.Create(CultureInfo.InvariantCulture, $"The whole story of one person in one of the scenarios: ctms explain --person {person} --year {moves.Year}{basis} --scenario FILE.yaml.");
    }

    /// <summary>Prints the page.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="moves">The people.</param>
    /// <param name="most">Most people to print; 0 for all.</param>
    /// <param name="notes">Sentences about the roster.</param>
    public static void Print(IAnsiConsole console, Moves moves, int most, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(moves);
        ArgumentNullException.ThrowIfNull(notes);
        Fit(console);
        console.Wrapped(PersonalData.OfPeople);
        console.Wrapped($"Whom {moves.Proposal} moves against {moves.Baseline}, {MovesViews.YearOf(moves)}");
        foreach (var note in notes) console.Wrapped(note);
        console.Line("");
        console.Wrapped(Sentence(moves));
        console.Wrapped(Scope);
        if (moves.People.Count > 0)
        {
            Rules(console, moves);
            Components(console, moves);
            People(console, moves, most);
        }

        console.Line("");
        console.Wrapped(Elsewhere(moves));
    }

    private static string Sentence(Moves moves)
    {
        if (moves.People.Count == 0) return $"Nobody of the roster's {Display.Count(moves.RosterPeople)} people is moved in {MovesViews.YearOf(moves)}.";
        var first = moves.People[0];
        return $"{Display.Count(moves.People.Count)} of {Display.Count(moves.RosterPeople)} people are moved{MovesViews.ToAnotherLevel(moves)}; {Display.DollarsSigned(moves.Cents)} in {MovesViews.YearOf(moves)} for the people of the roster on assumed paths; most: "
            + $"{first.Person.PersonId} ({Organisation(first)}, {first.Person.WorkLevel}) {Display.DollarsSigned(first.Cents)}.";
    }

    private static void Rules(IAnsiConsole console, Moves moves)
    {
        Heading(console, "The rules that did something else");
        var rules = moves.Rules;
        if (rules.Count == 0)
        {
            console.Wrapped("None: only amounts differ that no rule of the year decided; the components name their paragraph.");
            return;
        }

        var table = Table(("No.", Figure), ("Rule", Words), ("Paragraph", Words), ("Effect", Code), ("People", Figure), ("Dollars a year", Figure), ("Paid", Figure));
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            Row(
                table, Number(i + 1), rule.Rule.Name, rule.Rule.Paragraph, rule.Rule.Effect, Display.Count(rule.People),
                Nonzero(rule.AnnualDollars * 100, Display.DollarsSigned), Nonzero(rule.Cents, Display.DollarsSigned));
        }

        console.Write(table);
        console.Wrapped("Dollars a year are annual rates, paid is what falls in the year: what the rule's findings say after less before, in the proposal less the baseline. Rules build on one another, so they do not add up to the difference; the components do.");
        if (rules.Any(r => r.Rule == Moves.OpeningLevel || r.Rule == Moves.OpeningSalary || r.Rule == Moves.OpeningSupplement))
            console.Wrapped($"What differs when the year begins was decided before it: ctms whom with --year {Number(moves.Year - 1)} or an earlier one names the rule.");
    }

    private static void Components(IAnsiConsole console, Moves moves)
    {
        Heading(console, "What it costs, every dollar to its paragraph");
        var table = Table(("Component", Words), ("Paragraph", Words), ("People", Figure), ("Difference", Figure));
        foreach (var component in moves.Components)
            Row(table, ComponentName.Of(component.Component), component.Paragraph, Display.Count(component.People), Signed(component.Cents));
        table.AddEmptyRow();
        Row(table, "Total", "", Display.Count(moves.People.Count), Signed(moves.Cents));
        console.Write(table);
    }

    private static void People(IAnsiConsole console, Moves moves, int most)
    {
        var shown = most > 0 ? moves.People.Take(most).ToList() : [.. moves.People];
        Heading(console, "The people, the greatest difference first");
        var numbers = moves.Rules.Select((r, i) => (r.Rule, Number: i + 1)).ToDictionary(r => r.Rule, r => r.Number);
        var table = Table(("Person", Code), ("Organisation", Code), ("Level", Code), ("Salary before", Figure), ("after", Figure), ("Difference", Figure), ("Paid", Figure), ("Rules", Words));
        foreach (var move in shown)
        {
            Row(
                table, move.Person.PersonId, Organisation(move), MovesViews.LevelOf(move), Display.Rate(move.BaselineSalary), Display.Rate(move.ProposalSalary),
                Display.DollarsSigned(move.SalaryDifference * 100), Signed(move.Cents), RulesOf(move, numbers));
        }

        console.Write(table);
        console.Wrapped("Salary is the annual rate with supplement at the end of the year; paid is the difference of everything that the Department pays in the year. Rules are the numbers of the table above.");
        if (shown.Count < moves.People.Count)
            console.Wrapped($"{Display.Count(moves.People.Count - shown.Count)} more people are moved: --most 0 prints all, --csv FILE.csv writes all.");
    }

    private static string RulesOf(PersonMove move, Dictionary<RuleReference, int> numbers) => string.Join(", ", move.Rules.Select(r => numbers[r.Rule]).Order().Select(Number));

    private static string Organisation(PersonMove move) => $"{move.Person.Agency} {move.Person.Organisation}";

    private static string Signed(long cents) => (cents > 0 ? "+" : "") + Display.Exact(cents);

    private static string Nonzero(long cents, Func<long, string> write) => cents == 0 ? "" : write(cents);
}
