using CtmsAnalytics.Records;

namespace CtmsAnalytics.Tests.Records;

public sealed class RecordRulesTests
{
    private const int Years = 3;
    private const int FullTime = 80;
    private static readonly DateOnly Day = new(2025, 10, 5);

    [Theory]
    [InlineData("2028-10-04", 0)]
    [InlineData("2028-10-05", 1)]
    [InlineData("2025-10-05", 0)]
    [InlineData("2025-10-04", 1)]
    public void RenewableAppointment_EndsWithinThreeYearsOfItsTerm(string until, int problems) =>
        Assert.Equal(Enumerable.Repeat("158.523(a)", problems), Problems(("appointment_type", "renewable"), ("appointment_until", until)));

    [Theory]
    [InlineData("part-time", "minimum_hours", "80", "158.705(b)(5)")]
    [InlineData("part-time", "minimum_hours", "79", null)]
    [InlineData("full-time", "minimum_hours", "79", "158.705(b)(4)")]
    [InlineData("full-time", "minimum_hours", "80", null)]
    [InlineData("contingent", "minimum_hours", "40", "158.705(c)(1)")]
    [InlineData("contingent", "planned_hours", "81", "158.705(b)(6)")]
    [InlineData("contingent", "maximum_hours", "1040", null)]
    [InlineData("full-time", "maximum_hours", "1040", "158.705(c)(1)")]
    public void Schedule_AllowsItsOwnHoursOnly(string schedule, string item, string hours, string? paragraph) =>
        Assert.Equal(paragraph is null ? [] : [paragraph], Problems(("schedule", schedule), (item, hours)));

    [Theory]
    [InlineData("uncompensated", "yes", "158.523(a)(2)")]
    [InlineData("annuity", "40000", "158.523(a)(1)")]
    [InlineData("appointment_until", "2026-10-04", "158.523(b)")]
    public void ContinuingAppointment_TakesNoSpecialCondition(string item, string value, string paragraph) =>
        Assert.Equal([paragraph], Problems(("appointment_type", "continuing"), (item, value)));

    [Fact]
    public void ContinuingAppointment_AfterARenewableOne_LeavesTheFormerEndBehind()
    {
        PositionRow[] rows = [Row("appointment_until", "2026-01-01", Day), Row("appointment_type", "continuing", Day.AddDays(1))];

        Assert.Empty(RecordRules.Problems(PositionState.Of(rows, Day.AddDays(1), Day.AddDays(9)), Years, FullTime));
    }

    [Fact]
    public void Assignment_HeldByTwoPeople_IsFoundAndASuccessionIsNot()
    {
        PositionRow[] rows =
        [
            Assigned("P", "A1", 0), Assigned("P", "A2", 10), Assigned("Q", "A1", 10),
            Assigned("R", "A2", 11), Assigned("S", null, 0),
        ];

        var conflict = Assert.Single(AssignmentConflict.Find(rows, Day.AddDays(99)));

        Assert.Equal(("P", "R"), (conflict.First.PersonId, conflict.Second.PersonId));
    }

    [Fact]
    public void Record_OfUncompensatedService_NeedNotBeWhole()
    {
        PositionRow[] rows = [Row("uncompensated", "yes", Day), Row("appointment_type", "renewable", Day)];

        var record = PositionRecord.Of("P", rows, Day, Day);

        Assert.Empty(record.Missing);
        Assert.All(record.Lines.Where(l => l.Row is null), l => Assert.Contains("158.523(a)(2)", l.Exemption, StringComparison.Ordinal));
    }

    [Fact]
    public void Record_WithoutALocationOfItsOwn_ShowsTheOfficialWorksite()
    {
        var record = PositionRecord.Of("P", [Row("official_worksite", "11001", Day)], Day, Day);

        var location = record.Lines.Single(l => l.Item.Code == "assignment_location");
        Assert.Equal(("11001", "official_worksite"), (location.Row!.Value, location.From!.Code));
        Assert.Contains(record.Missing, i => i.Code == "work_level");
        Assert.Equal(Day, record.Begins);
    }

    private static PositionRow Assigned(string person, string? assignment, int day) => new(person, "assignment", assignment, Day.AddDays(day), Day, "why");

    private static PositionRow Row(string item, string value, DateOnly day) => new("P", item, value, day, Day, "why");

    private static IEnumerable<string> Problems(params (string Item, string Value)[] values) =>
        RecordRules.Problems(PositionState.Of(values.Select(v => Row(v.Item, v.Value, Day)), Day, Day), Years, FullTime).Select(p => p.Rule.Paragraph);
}
