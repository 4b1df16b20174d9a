using CtmsAnalytics.Charts.Studies;
using CtmsAnalytics.Charts.Studies.InternalEquity;
using CtmsAnalytics.InternalEquity;

namespace CtmsAnalytics.Charts.Tests.Studies;

/// <summary>Before and after of internal equity is told to leadership only where five people or more make the difference.</summary>
public sealed class InternalEquityDocumentTests
{
    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Finding_FewPeopleMoved_WithholdsWhatTheProposalMakesOfIt(int moved, bool isTold)
    {
        var (before, after) = (Position("today", 0), Position("proposal", moved));

        var told = InternalEquityDocument.Of(before, after, Parameters, showIndividuals: false).Finding;

        Assert.Equal(isTold, !told.Contains("What proposal changes is withheld, because it moves fewer than five people.", StringComparison.Ordinal));
        Assert.DoesNotContain("withheld, because", InternalEquityDocument.Of(before, after, Parameters, showIndividuals: true).Finding, StringComparison.Ordinal);
    }

    [Fact]
    public void Ratios_FewPeopleOfTwoLevelsMoved_ShowTheBaselineAlone()
    {
        var document = InternalEquityDocument.Of(Position("today", 0), Position("proposal", 4), Parameters, showIndividuals: false);

        Assert.DoesNotContain(document.Blocks.OfType<StudyTable>().SelectMany(t => t.Table.Rows).SelectMany(r => r), c => c.Contains('\u2192', StringComparison.Ordinal));
    }

    private static readonly InternalEquityParameters Parameters = new(2, 0.95);

    private static InternalEquityPosition Position(string name, int moved)
    {
        List<EquityPerson> people = [.. Enumerable.Range(0, 60).Select(i => new EquityPerson(
            $"P{i:00}", i % 2 == 0 ? "A" : "B", "Technical", "CISA", "CSD", "DCB", "11001", null, i % 4, i % 3,
            90_000 + (i * 7_919 % 40_000) + (i < moved ? 20_000 : 0), 100_000 + (i * 7_919 % 40_000), 80_000, 150_000))];
        return InternalEquityAnalysis.Of(name, new DateOnly(2026, 9, 20), people, ["A", "B"], [("A", "B")], Parameters, [EquityDimension.Level]);
    }
}
