using CtmsAnalytics.Records;
using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.Tests.Records;

public sealed class RecordedServiceTests
{
    private static readonly AppointmentPolicy Policy = new(3, 0, 3, false, 22, 2, 0.8);
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Fact]
    public void Of_ContinuingAppointment_EndsThreeYearsAfterTheEntry()
    {
        var service = RecordedService.Of(Record(("appointment_type", "continuing"), ("entry_on_duty", "2024-06-02"), ("uncompensated", "no")), Policy, 80);

        Assert.Equal((new DateOnly(2027, 6, 1), "158.524(a)"), (service!.LastDay, service.Rule.Paragraph));
    }

    [Theory]
    [InlineData("advisory", "no")]
    [InlineData("renewable", "yes")]
    public void Of_ServiceThatDoesNotCount_SaysSo(string type, string uncompensated)
    {
        var service = RecordedService.Of(Record(("appointment_type", type), ("entry_on_duty", "2024-06-02"), ("uncompensated", uncompensated)), Policy, 80);

        Assert.Equal((null, "158.524(c)"), (service!.LastDay, service.Rule.Paragraph));
    }

    [Fact]
    public void Of_ProratedHalfTime_TakesTwiceAsLong()
    {
        var record = Record(("appointment_type", "continuing"), ("entry_on_duty", "2024-01-01"), ("schedule", "part-time"), ("minimum_hours", "40"));

        Assert.Equal(new DateOnly(2024, 1, 1).AddDays((2 * 1096) - 1), RecordedService.Of(record, Policy with { IsPartTimeProrated = true }, 80)!.LastDay);
        Assert.Equal(new DateOnly(2026, 12, 31), RecordedService.Of(record, Policy, 80)!.LastDay);
    }

    [Fact]
    public void Of_RecordWithoutEntryOnDuty_TellsNothing() => Assert.Null(RecordedService.Of(Record(("appointment_type", "continuing")), Policy, 80));

    private static PositionRecord Record(params (string Item, string Value)[] items) =>
        PositionRecord.Of("P1", [.. items.Select(i => new PositionRow("P1", i.Item, i.Value, new DateOnly(2024, 6, 2), new DateOnly(2024, 6, 2), "test"))], Day, DateOnly.MaxValue);
}
