using CtmsAnalytics.PayHistory;
using static CtmsAnalytics.Cli.Output.CsvLine;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Everybody whom a proposal moves as a table for a spreadsheet: amounts in US dollars, a number in every column of amounts.</summary>
public static class WhomCsv
{
    private const string Header =
        "person_id,agency,organisation,work_level,market,baseline_salary,proposal_salary,salary_difference,baseline_paid,proposal_paid,paid_difference,rules,components,baseline_level,proposal_level";

    /// <summary>Writes the header and one row for each person, in the order of the list.</summary>
    /// <param name="moves">The people.</param>
    /// <param name="writer">Where they go.</param>
    public static void Write(Moves moves, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(moves);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Header + "\n");
        foreach (var move in moves.People)
        {
            string[] cells =
            [
                Text(move.Person.PersonId),
                Text(move.Person.Agency),
                Text(move.Person.Organisation),
                Text(move.Person.WorkLevel),
                Text(move.Person.Market),
                Whole(move.BaselineSalary),
                Whole(move.ProposalSalary),
                Whole(move.SalaryDifference),
                Money(move.BaselineCents),
                Money(move.ProposalCents),
                Money(move.Cents),
                Text(string.Join(" | ", move.Rules.Select(r => $"{r.Rule.Name} ({r.Rule.Paragraph})"))),
                Text(string.Join(" | ", move.Components.Select(c => $"{Budget.ComponentName.Of(c.Component)} ({c.Paragraph}) {Money(c.Cents)}"))),
                Text(move.BaselineLevel),
                Text(move.ProposalLevel),
            ];
            Line(writer, cells);
        }
    }
}
