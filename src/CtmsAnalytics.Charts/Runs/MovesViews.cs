using System.Globalization;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Charts.Runs;

/// <summary>Tables of whom a proposal moves. They hold the pay of single people, which is personal data.</summary>
public static class MovesViews
{
    private const int CentsPerDollar = 100;

    /// <summary>What a reader of single people's pay must know first.</summary>
    public const string Personal = "For analysts: holds the pay of single people, which is personal data. Do not hand this on.";

    /// <summary>The people, with what moves each of them.</summary>
    /// <param name="moves">Whom a proposal moves.</param>
    /// <returns>One row for each person, the greatest difference first, and a total; salaries are annual rates with supplement at the end of the year, US dollars.</returns>
    public static ChartTable View(this Moves moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        var table = People(moves.People);
        return table with
        {
            Caption = $"Whom {moves.Proposal} moves against {moves.Baseline} in {YearOf(moves)}: {Display.Count(moves.People.Count)} of {Display.Count(moves.RosterPeople)} people{ToAnotherLevel(moves)}, US dollars",
            Rows = [.. table.Rows, ["Total", "", "", "", "", "", Signed(moves.Cents), ""]],
            Notes =
            [
                .. table.Notes,
                "People of the roster on assumed paths: nobody leaves, is hired or is promoted, so that the total is not what the two scenarios differ by.",
            ],
        };
    }

    /// <summary>People whom a proposal moves.</summary>
    /// <param name="people">The people.</param>
    /// <returns>One row for each person in the order given.</returns>
    public static ChartTable People(IEnumerable<PersonMove> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return new ChartTable(
            "People who are moved, US dollars",
            ["Person", "~Organisation", "~Level", "Salary before", "after", "Difference", "Paid in the year", "~Rules that did something else"],
            [
                .. people.Select(p => (IReadOnlyList<string>)
                [
                    p.Person.PersonId, $"{p.Person.Agency} {p.Person.Organisation}", LevelOf(p), Display.Rate(p.BaselineSalary), Display.Rate(p.ProposalSalary),
                    Display.DollarsSigned(p.SalaryDifference * CentsPerDollar), Signed(p.Cents), string.Join("; ", p.Rules.Select(r => Words(r.Rule))),
                ]),
            ])
        {
            Notes = [Personal, "Salary is the annual rate with supplement at the end of the year; paid is the difference of everything that the Department pays in the year."],
        };
    }

    /// <summary>Rules that move people.</summary>
    /// <param name="rules">The rules.</param>
    /// <returns>One row for each rule with its paragraph; annual rates, and what falls in the year, US dollars.</returns>
    public static ChartTable Rules(IEnumerable<RuleMoveTotal> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new ChartTable(
            "The rules that did something else, US dollars",
            ["Rule", "~Paragraph", "~Effect", "People", "Dollars a year", "Paid in the year"],
            [
                .. rules.Select(r => (IReadOnlyList<string>)
                [
                    Sentence.Capital(r.Rule.Name), r.Rule.Paragraph, r.Rule.Effect, Display.Count(r.People), r.AnnualDollars == 0 ? "" : Display.DollarsSigned(r.AnnualDollars * CentsPerDollar), r.Cents == 0 ? "" : Signed(r.Cents),
                ]),
            ])
        {
            Notes = [Personal, "Rules build on one another, so they do not add up to the difference; the components do."],
        };
    }

    /// <summary>Components whose amount differs.</summary>
    /// <param name="components">The components.</param>
    /// <returns>One row for each component with its paragraph, and a total, US dollars.</returns>
    public static ChartTable Components(IEnumerable<ComponentMoveTotal> components)
    {
        ArgumentNullException.ThrowIfNull(components);
        var all = components.ToList();
        return new ChartTable(
            "What it costs, every dollar to its paragraph, US dollars",
            ["Component", "~Paragraph", "People", "Difference"],
            [
                .. all.Select(c => (IReadOnlyList<string>)[Sentence.Capital(ComponentName.Of(c.Component)), c.Paragraph, Display.Count(c.People), Signed(c.Cents)]),
                ["Total", "", "", Signed(all.Sum(c => c.Cents))],
            ])
        {
            Notes = [Personal],
        };
    }

    /// <summary>The year in words.</summary>
    /// <param name="moves">Whom a proposal moves.</param>
    /// <returns>For example <c>FY2028</c> or <c>calendar year 2028</c>.</returns>
    public static string YearOf(Moves moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        return moves.Basis == YearBasis.Fiscal ? Display.FiscalYear(moves.Year) : string.Create(CultureInfo.InvariantCulture, $"calendar year {moves.Year}");
    }

    /// <summary>A person's work level at the end of the year, both where they differ.</summary>
    /// <param name="move">The person.</param>
    /// <returns>For example <c>ADV</c> or <c>TEC to ADV</c>.</returns>
    public static string LevelOf(PersonMove move)
    {
        ArgumentNullException.ThrowIfNull(move);
        return move.BaselineLevel == move.ProposalLevel ? move.ProposalLevel : $"{move.BaselineLevel} to {move.ProposalLevel}";
    }

    /// <summary>How many are moved to another work level, to follow the number of people.</summary>
    /// <param name="moves">Whom a proposal moves.</param>
    /// <returns>For example <c>, 4 of them to another work level</c>; empty for nobody.</returns>
    public static string ToAnotherLevel(Moves moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        return moves.PeopleAtAnotherLevel == 0 ? "" : $", {Display.Count(moves.PeopleAtAnotherLevel)} of them to another work level";
    }

    private static string Words(RuleReference rule) => $"{rule.Name} ({rule.Paragraph})";

    private static string Signed(long cents) => (cents > 0 ? "+" : "") + Display.Exact(cents);
}
