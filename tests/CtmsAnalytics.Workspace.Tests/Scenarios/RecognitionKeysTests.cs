using CtmsAnalytics.PersonnelActions;

namespace CtmsAnalytics.Workspace.Tests.Scenarios;

public sealed class RecognitionKeysTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_KeysLeftOut_HaveTheirDefaults()
    {
        var scenario = _folder.Load("baseline.yaml").Scenario;
        var recognition = scenario.Policies[0].Policy.Recognition;

        Assert.Equal((PaymentForm.LumpSum, 1, 1), (recognition.PaymentForm, recognition.PaymentCount, recognition.PaymentPeriodsBetween));
        Assert.Empty(recognition.TimeOffHours);
        Assert.Empty(recognition.PlaceInRangeBoundaries);
        Assert.Equal((0, null), (scenario.Workforce.OfferTimeOffHours, scenario.Workforce.OfferAgreementMonths));
    }

    [Theory]
    [InlineData("installments", PaymentForm.Installments)]
    [InlineData("recurring", PaymentForm.Recurring)]
    public void Load_KeysGiven_ReachTheScenario(string form, PaymentForm expected)
    {
        _folder.Write("paid.yaml", $$"""
            name: Paid in parts
            extends: baseline.yaml
            workforce: { offer_time_off_hours: 40, offer_agreement_months: 36 }
            recognition:
              guideline: [[0, 0], [0.03, 0.01], [0.05, 0.02], [0.08, 0.04]]
              place_in_range_boundaries: [0.4]
              payment_form: {{form}}
              payment_count: 4
              payment_periods_between: 6
              time_off_hours: [0, 8, 16, 40]
            """);

        var scenario = _folder.Load("paid.yaml").Scenario;
        var recognition = scenario.Policies[0].Policy.Recognition;

        Assert.Equal((expected, 4, 6), (recognition.PaymentForm, recognition.PaymentCount, recognition.PaymentPeriodsBetween));
        Assert.Equal([0, 8, 16, 40], recognition.TimeOffHours);
        Assert.Equal([0.4], recognition.PlaceInRangeBoundaries);
        Assert.Equal([0.03, 0.01], recognition.Guideline[1]);
        Assert.Equal((40, 36), (scenario.Workforce.OfferTimeOffHours, scenario.Workforce.OfferAgreementMonths));
    }
}
