using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Tests.Recognition;

public sealed class HonoraryRecognitionTests
{
    [Fact]
    public void Report_Honour_HasANameAndNoAmount()
    {
        var date = new DateOnly(2027, 6, 6);
        var finding = HonoraryRecognition.Report("P1", date, new HonoraryRecognitionAction(date, "Silver Medal"));
        Assert.Equal((HonoraryRecognition.Honour, FindingUnit.None, 0L, 0L), (finding.Rule, finding.Unit, finding.Before, finding.After));
        Assert.StartsWith("Silver Medal:", finding.Why, StringComparison.Ordinal);
    }
}
