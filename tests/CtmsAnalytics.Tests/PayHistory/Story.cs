using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>One person of the test world and what is told of the person's pay. The salary of 104,350 is 50.00 an hour and 4,000.00 a work period.</summary>
internal static class Story
{
    public const long Salary = 104_350;

    /// <summary>Beginning of the work period in which most decisions are made.</summary>
    public static readonly DateOnly Day = new(2027, 2, 7);

    public static readonly RosterPerson Person = TestWorld.Person(salary: Salary) with { LastRating = 1 };

    public static PersonExplanation Told(params PersonnelAction[] actions) => TestWorld.Quiet.Told(Person, 2027, actions);

    public static PersonExplanation Told(this Scenario scenario, RosterPerson person, int year, params PersonnelAction[] actions) =>
        scenario.Told(TestWorld.Input(person), year, actions);

    public static PersonExplanation Told(this Scenario scenario, ProjectionInput input, int year, params PersonnelAction[] actions) =>
        PersonPath.Explain(scenario, input, input.Roster[0].PersonId, year, YearBasis.Calendar, actions);

    public static Finding Cents(DateOnly date, RuleReference rule, long before, long after, string why) => new("P1", date, rule, FindingUnit.Cents, before, after, why);

    public static Finding Dollars(DateOnly date, RuleReference rule, long before, long after, string why) => new("P1", date, rule, FindingUnit.AnnualDollars, before, after, why);

    public static Finding Hours(DateOnly date, RuleReference rule, long before, long after, string why) => new("P1", date, rule, FindingUnit.Hours, before, after, why);

    public static Finding Said(DateOnly date, RuleReference rule, string why) => new("P1", date, rule, FindingUnit.None, 0, 0, why);

    /// <summary>What was paid of a component, by the first day of the work period.</summary>
    public static IReadOnlyList<(DateOnly Date, long Cents, string How)> Paid(this PersonExplanation told, Component component) =>
        [.. told.Lines.Where(l => l.Component == component).Select(l => (l.Period.FirstDay, l.Cents, l.How))];

    /// <summary>A lump sum that needs no agreement.</summary>
    public static RecognitionPaymentAction Lump(DateOnly date, double fraction, bool approved = false) => new(date, fraction, approved, false, PaymentForm.LumpSum, 1, 1, null);

    /// <summary>A payment in an offer.</summary>
    public static RecognitionPaymentAction Offer(DateOnly date, double fraction, int? months) => new(date, fraction, false, true, PaymentForm.LumpSum, 1, 1, months);

    /// <summary>The scenario with another subrange of the higher level.</summary>
    public static Scenario High(long minimum, long maximum, SalaryLimitation limitation, long? controlPoint = null) => TestWorld.Quiet.With(p => p with
    {
        Structure = p.Structure with
        {
            Subranges = [p.Structure.Subranges[0], TestWorld.Subrange(TestWorld.High, minimum, maximum) with { Limitation = limitation, ControlPoint = controlPoint }],
        },
    });
}
