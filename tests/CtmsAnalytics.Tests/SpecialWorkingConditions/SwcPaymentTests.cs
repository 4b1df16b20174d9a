using CtmsAnalytics.Deployment;
using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.Tests.SpecialWorkingConditions;

public sealed class SwcPaymentTests
{
    [Fact]
    public void Excludes_AtTheRate_CitesTheParagraph()
    {
        Assert.Null(SwcPayment.Excludes(197_199, 197_200, AppointmentType.Renewable));
        Assert.Equal("158.642(e)(2)", SwcPayment.Excludes(197_200, 197_200, AppointmentType.Renewable)?.Paragraph);
        Assert.Equal("158.642(e)(3)", SwcPayment.Excludes(100_000, 197_200, AppointmentType.Advisory)?.Paragraph);
    }
}
