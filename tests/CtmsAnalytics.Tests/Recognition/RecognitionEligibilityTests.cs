using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace CtmsAnalytics.Tests.Recognition;

public sealed class RecognitionEligibilityTests
{
    public static TheoryData<int?, RecognitionHold?, bool, RecognitionStanding, RuleReference?> Standings => new()
    {
        { 1, null, true, RecognitionStanding.Eligible, null },
        { null, null, true, RecognitionStanding.Eligible, null },
        { 1, RecognitionHold.Released, true, RecognitionStanding.Eligible, null },
        { 0, null, true, RecognitionStanding.Ineligible, RecognitionEligibility.LowestRating },
        { 0, RecognitionHold.InQuestion, true, RecognitionStanding.Ineligible, RecognitionEligibility.LowestRating },
        { 1, RecognitionHold.InQuestion, true, RecognitionStanding.Deferred, RecognitionEligibility.InQuestion },
        { 3, RecognitionHold.UnacceptablePerformance, true, RecognitionStanding.Ineligible, RecognitionEligibility.Performance },
        { 3, RecognitionHold.UnacceptableRating, true, RecognitionStanding.Ineligible, RecognitionEligibility.RatingOfRecord },
        { 3, RecognitionHold.Misconduct, true, RecognitionStanding.Ineligible, RecognitionEligibility.Misconduct },
        { 3, null, false, RecognitionStanding.Ineligible, RecognitionEligibility.Uncompensated },
        { 3, RecognitionHold.InQuestion, false, RecognitionStanding.Ineligible, RecognitionEligibility.Uncompensated },
    };

    [Theory]
    [MemberData(nameof(Standings))]
    public void Of_RatingHoldAndCompensation_GivesTheStandingAndItsRule(int? rating, RecognitionHold? hold, bool compensated, RecognitionStanding standing, RuleReference? rule) =>
        Assert.Equal(new RecognitionDecision(standing, rule), RecognitionEligibility.Of(rating, hold, compensated));

    [Fact]
    public void HoldOn_LastDay_StillHoldsAndTheDayAfterNot()
    {
        RecognitionHoldAction[] holds = [new(new DateOnly(2027, 1, 10), new DateOnly(2027, 2, 1), RecognitionHold.InQuestion)];
        Assert.Null(RecognitionEligibility.HoldOn(holds, new DateOnly(2027, 1, 9)));
        Assert.Equal(RecognitionHold.InQuestion, RecognitionEligibility.HoldOn(holds, new DateOnly(2027, 1, 10)));
        Assert.Equal(RecognitionHold.InQuestion, RecognitionEligibility.HoldOn(holds, new DateOnly(2027, 2, 1)));
        Assert.Null(RecognitionEligibility.HoldOn(holds, new DateOnly(2027, 2, 2)));
    }

    [Fact]
    public void HoldOn_LaterAction_ReplacesOrEndsTheEarlierOne()
    {
        // Not in the order of their dates.
        RecognitionHoldAction[] holds =
        [
            new(new DateOnly(2027, 5, 1), null, RecognitionHold.Released),
            new(new DateOnly(2027, 1, 1), null, RecognitionHold.InQuestion),
            new(new DateOnly(2027, 3, 1), null, RecognitionHold.Misconduct),
        ];
        Assert.Equal(RecognitionHold.InQuestion, RecognitionEligibility.HoldOn(holds, new DateOnly(2027, 2, 28)));
        Assert.Equal(RecognitionHold.Misconduct, RecognitionEligibility.HoldOn(holds, new DateOnly(2027, 4, 30)));
        Assert.Null(RecognitionEligibility.HoldOn(holds, new DateOnly(2027, 5, 1)));
    }

    [Theory]
    [InlineData(RecognitionHold.InQuestion, RecognitionHold.Misconduct, RecognitionHold.Misconduct)]
    [InlineData(RecognitionHold.InQuestion, RecognitionHold.Released, null)]
    [InlineData(RecognitionHold.Released, RecognitionHold.InQuestion, RecognitionHold.InQuestion)]
    public void HoldOn_TwoOnOneDate_TheLaterInTheListHolds(RecognitionHold first, RecognitionHold second, RecognitionHold? holds)
    {
        var date = new DateOnly(2027, 2, 7);
        Assert.Equal(holds, RecognitionEligibility.HoldOn([new(date, null, first), new(date, null, second)], date));
    }

    [Fact]
    public void Apply_DeferredThenSettledInFavour_IsGrantedWhole()
    {
        var held = RecognitionEligibility.Apply(1_234_56, RecognitionStanding.Deferred);
        Assert.Equal(new RecognitionOutcome(0, 1_234_56, 0), held);
        Assert.Equal(new RecognitionOutcome(1_234_56, 0, 0), RecognitionEligibility.Apply(held.Deferred, RecognitionStanding.Eligible));
        Assert.Equal(new RecognitionOutcome(0, 0, 1_234_56), RecognitionEligibility.Apply(held.Deferred, RecognitionStanding.Ineligible));
    }

    [Fact]
    public void Apply_AnySequenceOfStandings_AccountsForEveryCent()
    {
        var cases = Gen.Choose(0, int.MaxValue).Zip(Gen.Elements(Enum.GetValues<RecognitionStanding>()).ArrayOf()).ToArbitrary();
        Prop.ForAll(
            cases,
            c =>
            {
                long granted = 0, lost = 0, waiting = c.Item1;
                foreach (var standing in c.Item2)
                {
                    var outcome = RecognitionEligibility.Apply(waiting, standing);
                    (granted, lost, waiting) = (granted + outcome.Granted, lost + outcome.Lost, outcome.Deferred);
                }

                return granted + lost + waiting == c.Item1 && (lost == 0 || c.Item2.Contains(RecognitionStanding.Ineligible));
            }).QuickCheckThrowOnFailure();
    }
}
