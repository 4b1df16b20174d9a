using CtmsAnalytics.Deployment;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Tests.Deployment.Assignments;

public sealed class AssignmentMatcherTests
{
    private static readonly DateOnly Day = new(2026, 10, 4);
    private static readonly MatchPolicy Policy = new(0.6, 0.1, 0.1, 0.05, 0.1, 0.05, 0.5, 0.02, 0.1) { HighestRating = 3 };

    [Fact]
    public void Match_QualifiedPerson_IsChosenBeforeOthers()
    {
        var matching = AssignmentMatcher.Match([Open("A", ("NET", 4))], [Person("P1", ("NET", 3)), Person("P2", ("NET", 4))], Policy);

        var match = Assert.Single(matching.Matches);
        Assert.Equal("P2", match.PersonId);
        Assert.Equal("P1", match.NextBest!.PersonId);
        Assert.Null(match.NextBest.MatchedWith);
        Assert.Equal(match.Score.Points - match.NextBest.Points, matching.LossOf("A", "P1"));
        Assert.True(matching.IsCertified());
    }

    [Fact]
    public void Match_WhatIsShort_IsTold()
    {
        var match = AssignmentMatcher.Match([Open("A", ("NET", 4), ("IRH", 2))], [Person("P1", ("NET", 3), ("IRH", 3))], Policy).Matches[0];

        Assert.Equal([1, 0], match.Score.Fits.Select(f => f.Missing));
        Assert.Equal([0, 1], match.Score.Fits.Select(f => f.Over));
        Assert.Equal(0.875, match.Score.Alignment, 12);
    }

    [Fact]
    public void Match_BothBetterTogether_TheBestOfOneGivesWay()
    {
        // P1 is the best for both; P2 can do B only half as well as A.
        Assignment[] open = [Open("A", ("NET", 4)), Open("B", ("FOR", 4))];
        AssignmentCandidate[] people = [Person("P1", ("NET", 4), ("FOR", 4)), Person("P2", ("NET", 3.9), ("FOR", 2))];

        var matching = AssignmentMatcher.Match(open, people, Policy);

        Assert.Equal([("A", "P2"), ("B", "P1")], matching.Matches.Select(m => (m.AssignmentId, m.PersonId)));
        var next = matching.Matches[0].NextBest!;
        Assert.Equal("P1", next.PersonId);
        Assert.Equal("B", next.MatchedWith);
        Assert.True(next.Points > matching.Matches[0].Score.Points);
    }

    [Fact]
    public void Match_SecurityIsNotSatisfied_NobodyIsMatchedAndTheReasonIsTold()
    {
        var matching = AssignmentMatcher.Match([Open("A", ("NET", 1)) with { Security = PersonnelSecurity.TopSecret }], [Person("P1", ("NET", 5))], Policy);

        Assert.Empty(matching.Matches);
        var open = Assert.Single(matching.Unstaffed);
        Assert.Equal(1, open.Obstacles[MatchObstacles.Security]);
        Assert.Equal(0, open.Possible);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void Match_OtherLocation_IsAConditionOrACost(bool required, int matches)
    {
        var elsewhere = Open("A", ("NET", 3)) with { WorksiteFips = "06001" };

        var matching = AssignmentMatcher.Match([elsewhere], [Person("P1", ("NET", 3))], Policy with { IsLocationRequired = required });

        Assert.Equal(matches, matching.Matches.Count);
        if (!required) Assert.True(matching.Matches[0].Moves);
    }

    [Fact]
    public void Match_OtherWorkLevelOrTooLittleAlignment_IsNoMatch()
    {
        var matching = AssignmentMatcher.Match([Open("A", ("NET", 4))], [Person("P1", ("NET", 1)), Person("P2", ("NET", 4)) with { WorkLevel = "ENT" }], Policy);

        Assert.Equal(1, matching.Unstaffed[0].Obstacles[MatchObstacles.Alignment]);
        Assert.Equal(1, matching.Unstaffed[0].Obstacles[MatchObstacles.WorkLevel]);
    }

    [Fact]
    public void Match_InputOfTheIndividual_DecidesBetweenEquals()
    {
        var wanted = Open("A", ("NET", 4)) with { IndividualInput = new Dictionary<string, double> { ["P2"] = 1 } };

        Assert.Equal("P2", AssignmentMatcher.Match([wanted], [Person("P1", ("NET", 4)), Person("P2", ("NET", 4))], Policy).Matches[0].PersonId);
    }

    [Fact]
    public void Match_Scores_OfTheTableAreThoseOfTheRule()
    {
        List<Assignment> open = [.. Enumerable.Range(0, 12).Select(i => Open($"A{i}", ("NET", 1 + (U(i, 0) * 4)), ("IRH", 1 + (U(i, 1) * 4))) with
        {
            MissionNeed = U(i, 2), StrategicPriority = U(i, 3), IndividualInput = new Dictionary<string, double> { [$"P{i}"] = U(i, 4) }, WorksiteFips = i % 3 == 0 ? "06001" : "11001",
        })];
        List<AssignmentCandidate> people = [.. Enumerable.Range(0, 12).Select(i => Person($"P{i}", ("NET", U(i, 5) * 5), ("IRH", U(i, 6) * 5)) with { LastRating = i % 4, IsInitial = i % 5 == 0 })];

        var costs = AssignmentMatcher.Costs(open, people, Policy);

        for (var i = 0; i < open.Count; i++)
        {
            for (var j = 0; j < people.Count; j++)
            {
                var score = MatchScoring.Of(open[i], people[j], Policy);
                Assert.Equal(score.Obstacles == MatchObstacles.None ? MatchScoring.Scale - score.Points : LinearAssignment.Forbidden, costs[(i * people.Count) + j]);
            }
        }
    }

    [Fact]
    public void Match_PersonOrAssignmentTwice_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => AssignmentMatcher.Match([Open("A"), Open("A")], [], Policy));
        Assert.Throws<ArgumentException>(() => AssignmentMatcher.Match([], [Person("P"), Person("P")], Policy));
        Assert.Throws<InputException>(() => AssignmentMatcher.Match([], [], Policy with { Qualifications = 0 }));
    }

    [Theory]
    [InlineData("P1", "B", "2026-11-01", "158.703(d)(2)")]
    [InlineData("P2", "A", "2026-11-01", "158.703(b)")]
    public void Conflicts_TwoAtOneTime_NameTheParagraph(string person, string assignment, string from, string paragraph)
    {
        AssignmentHolding[] holdings = [new("A", "P1", Day, null, true), new(assignment, person, DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), null, false)];

        var conflict = Assert.Single(AssignmentRules.Conflicts(holdings));

        Assert.Equal((0, 1, paragraph), (conflict.First, conflict.Second, conflict.Rule.Paragraph));
    }

    [Fact]
    public void Conflicts_OneAfterTheOther_AreNone()
    {
        AssignmentHolding[] holdings = [new("A", "P1", Day, Day.AddDays(13), true), new("B", "P1", Day.AddDays(14), null, false), new("A", "P2", Day.AddDays(14), null, false)];

        Assert.Empty(AssignmentRules.Conflicts(holdings));
    }

    private static double U(int i, int word) => Philox.Uniform(Philox.Block((uint)i, (uint)word, 0, 0, 5).Word0);

    private static Assignment Open(string id, params (string Qualification, double Proficiency)[] requirements) => new(
        id, "Hunts in networks", Day, null, "CSD", PersonnelSecurity.Secret, "11001", WorkSchedule.FullTime, 80, "appraisal review in December", "TEC",
        [.. requirements.Select(r => new RequiredQualification(r.Qualification, r.Proficiency))]);

    private static AssignmentCandidate Person(string id, params (string Qualification, double Proficiency)[] held) => new(
        id, "TEC", "11001", PersonnelSecurity.Secret, new PersonQualifications(id, held.ToDictionary(h => h.Qualification, h => h.Proficiency)), 2, false);
}
