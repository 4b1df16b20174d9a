namespace CtmsAnalytics.Workspace.Tests.PersonnelActions;

/// <summary>What a person reads when an actions file is wrong: where, what, and what would be right.</summary>
public sealed class ActionsProblemTests : IDisposable
{
    private readonly ActionsFolder _folder = new();

    [Theory]
    [InlineData("rating: 4", "3:31: There is no rating 4. The ratings of 'Baseline' run from 0 to 3 (158.805).")]
    [InlineData("rating: -1", "3:31: 'actions[0].rating' is -1. The range is 0 or more (158.805).")]
    [InlineData("ratting: 3", "3:23: 'ratting' is not a key of 'actions[0]'. Did you mean 'rating'?")]
    [InlineData("recognition_payment: { percent: 0.51 }", "3:55: 'actions[0].recognition_payment.percent' is 0.51. The range is 0 to 0.5 (158.632(a)).")]
    [InlineData("recognition_payment: { percent: 30 }", "3:55: 'actions[0].recognition_payment.percent' is 30. The range is 0 to 0.5 (158.632(a)). Rates are fractions, never '5 for 5 %': write 0.3.")]
    [InlineData("recognition_payment: { percent: 0 }", "3:55: 'recognition_payment.percent' is 0. Write an amount above 0, or leave the action out.")]
    [InlineData("recognition_payment: { approved: true }", "3:44: 'actions[0].recognition_payment' has no 'percent'. Add it: payment, above 0; an amount above the limit that holds is cut to it.")]
    [InlineData("recognition_payment: { percent: 0.1, count: 2 }", "3:67: A lump sum is one payment, and 'count' is 2. Write 'form: installments' or 'form: recurring', or leave 'count' out (158.632(c)).")]
    [InlineData("recognition_payment: { percent: 0.1, form: recurring }", "3:66: 'recognition_payment' does not say in how many parts it is paid. Add 'count', 2 or more (158.632(c)).")]
    [InlineData("recognition_payment: { percent: 0.1, form: recurring, count: 1 }", "3:84: 'form' is recurring, and 'count' is 1. Write a 'count' of 2 or more, or leave 'form' out (158.632(c)).")]
    [InlineData("special_working_conditions: { program: incident-respons }", "3:62: 'Baseline' has no program 'incident-respons' on 2027-04-11. Did you mean 'incident-response'?")]
    [InlineData("special_working_conditions: { program: incident-response, percent: 0.26 }", "3:90: 'actions[0].special_working_conditions.percent' is 0.26. The range is 0 to 0.25 (158.642(c)).")]
    [InlineData("special_working_conditions: { program: incident-response, periods: 0 }", "3:90: 'actions[0].special_working_conditions.periods' is 0. The range is 1 to 260 (158.642(e)(1)).")]
    [InlineData("worksite: { county: 6037 }", "3:43: There is no county '6037' among the worksites (158.704). Did you mean \"06037\"?")]
    [InlineData("worksite: { county: \"99999\" }", "3:43: There is no county '99999' among the worksites (158.704). Write five digits in quotes, two for the state and three for the county, for example \"11001\" for the District of Columbia.")]
    [InlineData("work_level: ADVV", "3:35: 'Baseline' has no work level 'ADVV' on 2027-04-11. Did you mean 'ADV'?")]
    [InlineData("appointment: permanent", "3:36: 'actions[0].appointment': 'permanent' is not one of the choices. Write renewable or continuing or advisory.")]
    [InlineData("work_schedule: { schedule: full-time, hours: 79 }", "3:68: A full-time schedule with 79 hours. A full-time schedule has 80 hours in a work period (158.705).")]
    [InlineData("work_schedule: { schedule: part-time, hours: 80 }", "3:68: A part-time schedule with 80 hours. A part-time schedule has fewer than 80 hours in a work period (158.705).")]
    [InlineData("work_schedule: { schedule: contingent, hours: 81 }", "3:69: 'actions[0].work_schedule.hours' is 81. The range is 1 to 80 (158.705).")]
    [InlineData("recognition_hold: { reason: misconduct, until: 2027-04-10 }", "3:70: The hold ends on 2027-04-10, before it begins on 2027-04-11. Name its last day, or null until it is released.")]
    [InlineData("recognition_hold: { reason: released, until: 2027-08-01 }", "3:68: A release has no last day. Remove 'until', or name the reason of the hold.")]
    [InlineData("student_loan: { amount: 10.005 }", "3:47: 'student_loan.amount' has parts of a cent. Write at most two decimals.")]
    [InlineData("separation: false", "3:35: 'actions[0].separation': 'false' is not one of the choices. Write true.")]
    [InlineData("rating: 3, work_level: ADV", "3:34: The action holds 'rating' and 'work_level'. Write an entry for each, with the date repeated.")]
    public void Load_OneThingWrong_NamesThePlaceAndWhatWouldBeRight(string action, string problem) => Assert.Equal(problem, _folder.Problem(action));

    [Theory]
    [InlineData("2026-09-19", "The action of 2026-09-19 lies before the horizon of 'Baseline'. The horizon begins on 2026-09-20.")]
    [InlineData("2031-09-29", "The action of 2031-09-29 would take effect after the horizon of 'Baseline'. The last work period of the horizon begins on 2031-09-28.")]
    public void Load_DayOutsideTheHorizon_IsAnError(string on, string problem) => Assert.Equal($"3:11: {problem}", _folder.Problem("rating: 1", on));

    [Fact]
    public void Load_DateAlone_ListsWhatCanBeDecided() =>
        Assert.StartsWith("3:5: The action has only a date. Add what is decided, one of rating, recognition_hold, ", Assert.Single(_folder.Problems("person: S0001\nactions:\n  - { on: 2027-04-11 }\n")), StringComparison.Ordinal);

    [Fact]
    public void Load_AnotherPerson_NamesBoth() =>
        Assert.Equal(["1:9: The actions are for 'S0002', and 'S0001' is asked for. Name the file of that person, or correct one of the two."], _folder.Problems("person: S0002\nactions: []\n"));

    [Fact]
    public void Load_SeveralProblems_AreAllNamedInTheOrderOfTheFile()
    {
        var problems = _folder.Problems("""
            actions:
              - { rating: 3 }
              - { on: 2027-13-01, rating: high }
              - 17
            """);

        Assert.Equal(["1:1", "2:5", "3:11", "3:31", "4:5"], problems.Select(p => p[..p.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.Equal("1:1: The file has no 'person'. Add it: identifier of the person in the roster.", problems[0]);
        Assert.Contains("'actions[0]' has no 'on'.", problems[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1:1: The file is empty. An actions file has a 'person' and a list 'actions'.")]
    [InlineData("- 1\n", "1:1: The file holds a list. An actions file is a map with the keys 'person' and 'actions'.")]
    [InlineData("person: S0001\nactions: []\npersons: X\n", "3:1: 'persons' is not a key of an actions file. Did you mean 'person'?")]
    public void Load_NotAnActionsFile_SaysWhatOneLooksLike(string text, string problem) => Assert.Equal([problem], _folder.Problems(text));

    [Fact]
    public void Load_HostileText_CannotSteerATerminal() =>
        Assert.DoesNotContain('\u001b', string.Concat(_folder.Problems("person: \"\\e[31mS0001\"\nactions: []\n")));

    public void Dispose() => _folder.Dispose();
}
