using CtmsAnalytics.PayHistory;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Whom a proposal moves, for scripts: the typed objects, amounts in cents and annual rates in whole US dollars.</summary>
public static class WhomJson
{
    /// <summary>Writes everybody who is moved.</summary>
    /// <param name="moves">The people.</param>
    /// <param name="notes">Sentences about the roster.</param>
    /// <returns>JSON text.</returns>
    public static string Write(Moves moves, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(moves);
        ArgumentNullException.ThrowIfNull(notes);
        return JsonText.Write(
            new
            {
                Notice = PersonalData.OfPeople,
                moves.Baseline,
                moves.Proposal,
                moves.Year,
                moves.Basis,
                moves.RosterPeople,
                MovedPeople = moves.People.Count,
                moves.PeopleAtAnotherLevel,
                DifferenceCents = moves.Cents,
                moves.Rules,
                moves.Components,
                People = moves.People.Select(p => new
                {
                    p.Person.PersonId,
                    p.Person.Agency,
                    p.Person.Organisation,
                    p.Person.WorkLevel,
                    p.Person.Market,
                    p.BaselineLevel,
                    p.ProposalLevel,
                    p.BaselineSalary,
                    p.ProposalSalary,
                    p.SalaryDifference,
                    p.BaselineCents,
                    p.ProposalCents,
                    DifferenceCents = p.Cents,
                    p.Rules,
                    p.Components,
                }),
                Notes = (string[])[WhomText.Scope, WhomText.Elsewhere(moves), .. notes],
            });
    }
}
