using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Equity;
using CtmsAnalytics.Tests.Data;

namespace CtmsAnalytics.Tests.Equity;

public sealed class EquityAnalysisTests
{
    /// <summary>Standard deviations over 20,000 bootstrap samples of each group, computed independently with numpy.</summary>
    [OriginalsFact]
    public void Decomposition_ChicagoWages_HasTheErrorsOfABootstrap()
    {
        var rows = RepositoryData.Originals("equity/oaxaca_chicago.csv");
        var columns = rows[0].Keys.ToList();
        var table = new EquityTable("chicago", columns, [.. rows.Select((r, i) => new EquityRecord(i + 2, [.. columns.Select(c => r[c])]))]);
        var specification = Equities.Specification("ln.real.wage", "foreign.born") with { Transform = OutcomeTransform.Exp, Reference = "0", Factors = ["age", "female", "LTHS", "some.college", "college", "advanced.degree"] };
        var d = EquityAnalysis.Of(table, specification, []).Study.Decompositions[0];
        var neumark = d.Twofold.Single(t => t.Coefficients == FairCoefficients.Pooled);
        var jann = d.Twofold.Single(t => t.Coefficients == FairCoefficients.PooledWithClass);
        var pairs = new (DecompositionPart Part, double Bootstrap)[]
        {
            (d.Difference, 0.85025), (d.Endowments, 0.67195), (d.Coefficients, 0.90656), (d.Interaction, 0.80063),
            (d.Twofold[0].Unexplained, 0.94501), (d.Twofold[1].Explained, 0.71062), (d.Twofold[2].Explained, 0.56391), (d.Twofold[2].Unexplained, 0.83498),
            (d.Twofold[2].UnexplainedReference, 0.47251), (d.Twofold[2].UnexplainedGroup, 0.45328),
            (neumark.Explained, 0.51455), (neumark.Unexplained, 0.66385), (neumark.UnexplainedReference, 0.37778), (neumark.UnexplainedGroup, 0.28607),
            (jann.Explained, 0.52416), (jann.Unexplained, 0.83197),
        };
        Assert.All(pairs, p => Assert.InRange(p.Part.StandardError!.Value / p.Bootstrap, 0.93, 1.03));
    }

    /// <summary>By hand: within each grade B earns exactly a tenth less in logarithms, and B is more often in the lower grade.</summary>
    [Fact]
    public void Analysis_GapInsideGrades_IsTheAdjustedOneAndNotTheRawOne()
    {
        var people = People((1, "A", 2), (1, "B", 6), (2, "A", 6), (2, "B", 2));
        var study = EquityAnalysis.Of(people, Equities.Specification("pay", "class") with { Factors = ["grade"], Categories = ["grade"] }, []).Study;
        var gap = study.Gaps.Single();
        Assert.Equal(-0.1, gap.ClassIn.Estimate!.Value, 3);
        Assert.Equal(-0.1 - (0.5 * Math.Log(2)), gap.Raw.Estimate!.Value, 3);
        var d = study.Decompositions.Single();
        Assert.Equal(0.5 * Math.Log(2), d.Twofold.Single(t => t.Coefficients == FairCoefficients.PooledWithClass).Explained.Value, 3);
        Assert.Equal(d.Difference.Value, d.Endowments.Value + d.Coefficients.Value + d.Interaction.Value, 10);
        Assert.All(d.Twofold, t => Assert.Equal(d.Difference.Value, t.Explained.Value + t.Unexplained.Value, 10));
        Assert.All(d.Twofold, t => Assert.Equal(t.Unexplained.Value, t.UnexplainedReference.Value + t.UnexplainedGroup.Value, 10));
        Assert.Equal(d.Endowments.Value, d.Terms.Sum(t => t.Endowments), 10);
        Assert.Equal(d.Coefficients.Value, d.Terms.Sum(t => t.Coefficients), 10);
    }

    [Fact]
    public void Remedies_RaisingEverybodyBelow_CostsWhatTheRaisesAdd()
    {
        var (study, people) = EquityAnalysis.Of(People((1, "A", 5), (1, "B", 5)), Equities.Specification("pay", "class"), []);
        var everyone = study.Remedies.Single(r => r.Method == RemedyMethod.Everyone);
        Assert.Equal(people.Sum(p => p.Everyone - p.Pay), everyone.AnnualCost);
        Assert.All(people, p => Assert.Equal(Math.Round(p.Everyone), p.Everyone));
        Assert.All(people, p => Assert.True(p.Everyone >= p.Pay && p.Everyone >= p.Benchmark - 0.5));
        Assert.All(everyone.After, g => Assert.InRange(g.Estimate!.Value, -0.01, 0.01));
    }

    [Fact]
    public void StagedRemedy_UnderABudget_NeverSpendsMoreAndTellsWhatIsLeft()
    {
        var specification = Equities.Specification("pay", "class") with { YearlyBudget = 10_000, Years = 2 };
        var (study, people) = EquityAnalysis.Of(People((1, "A", 5), (1, "B", 5)), specification, []);
        var whole = study.Remedies.Single(r => r.Method == RemedyMethod.Everyone).AnnualCost;
        Assert.All(study.Staged, y => Assert.True(y.NewCost <= 10_000));
        Assert.Equal(whole, study.Staged[^1].RunningCost + study.Staged[^1].Left);
        Assert.All(people, p => Assert.True(p.Staged[0] >= p.Pay && p.Staged[1] >= p.Staged[0] && p.Staged[1] <= p.Everyone));
    }

    [Fact]
    public void StagedRemedy_WithoutABudget_IsCompleteInItsLastYear()
    {
        var study = EquityAnalysis.Of(People((1, "A", 5), (1, "B", 5)), Equities.Specification("pay", "class"), []).Study;
        Assert.Equal(3, study.Staged.Count);
        Assert.Equal(0, study.Staged[^1].Left);
    }

    [Fact]
    public void Remedies_CeilingOfAPerson_IsNotPassed()
    {
        var people = Equities.Table("pay,class,top", "100000,A,", "100010,A,", "99990,A,", "90000,B,95000", "90010,B,", "89990,B,");
        var (study, raises) = EquityAnalysis.Of(people, Equities.Specification("pay", "class") with { Ceiling = "top" }, []);
        Assert.Equal(95_000, raises.Single(r => r.Row == 5).Everyone);
        Assert.Equal(1, study.Remedies.Single(r => r.Method == RemedyMethod.Everyone).HeldByCeiling);
    }

    [Fact]
    public void Analysis_ClassThatFollowsFromAFactor_HasNoAdjustedGap()
    {
        var study = EquityAnalysis.Of(Equities.Table("pay,class,unit", "10,A,x", "11,A,x", "12,B,y", "13,B,y", "14,B,y"), Equities.Specification("pay", "class") with { Reference = "A", Factors = ["unit"] }, []).Study;
        Assert.Null(study.Gaps.Single().ClassIn.Estimate);
        Assert.NotNull(study.Gaps.Single().Raw.Estimate);
        Assert.NotNull(study.Decompositions.Single().Reason);
        Assert.Contains(study.Notes, n => n.Contains("left out of the model: B", StringComparison.Ordinal));
    }

    [Fact]
    public void PublicNotes_NotesOfDecompositions_AreLeftOutAndNoOther()
    {
        var people = Equities.Table("pay,class,unit", "10,A,x", "11,A,x", "12,B,y", "13,B,y", "14,B,y") with { Name = "decomposition for us.csv" };
        var study = EquityAnalysis.Of(people, Equities.Specification("pay", "class") with { Reference = "A", Factors = ["unit"] }, []).Study;
        Assert.Equal(
            ["The decomposition for B leaves out 5 people in categories that only one of the two groups has.", "There is no decomposition for B. No category of the factors holds people of both groups."],
            study.Notes.Except(study.PublicNotes));
        Assert.Contains(study.PublicNotes, n => n.Contains("decomposition for us.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void Analysis_RowsThatCannotBeUsed_AreCountedWithTheirReasons()
    {
        var table = Equities.Table("pay,class,grade", "10,A,1", "10,A,1", ",A,1", "x,B,1", "-3,B,2", "12,,2", "13,B,NA", "14,B,2", "15,A,2", "16,B,1", "11,A,1", "12,B,3");
        var study = EquityAnalysis.Of(table, Equities.Specification("pay", "class") with { Distinct = true, Factors = ["grade"] }, []).Study;
        Assert.Equal(
            ["repeats an earlier row in every column", "pay is missing", "class is missing", "grade is missing", "pay is not a number", "pay is not above 0, so that it has no logarithm"],
            study.Excluded.Select(e => e.Reason));
        Assert.All(study.Excluded, e => Assert.Equal(1, e.Rows));
        Assert.Equal(3, study.Excluded[0].First.Single());
        Assert.Equal(6, study.Everybody.People);
    }

    [Theory]
    [InlineData("There is no column 'sex'", "pay", "sex", "grade")]
    [InlineData("There is no column 'rank'", "pay", "class", "rank")]
    [InlineData("which is the protected class", "pay", "class", "class")]
    [InlineData("so that there is nobody to compare with", "pay", "same", "grade")]
    [InlineData("needs a column of numbers", "pay", "class", "word^2")]
    public void Analysis_WrongColumns_AreNamed(string message, string outcome, string group, string factor)
    {
        var table = Equities.Table("pay,class,grade,same,word", "10,A,1,z,a", "11,B,1,z,b", "12,A,2,z,a", "13,B,2,z,b");
        var exception = Assert.Throws<InputException>(() => EquityAnalysis.Of(table, Equities.Specification(outcome, group) with { Factors = [factor] }, []));
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Contains(group == "same" || factor == "class" ? "" : "people.csv", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Analysis_AsManyCoefficientsAsPeople_IsRefusedWithTheWayOut()
    {
        var exception = Assert.Throws<InputException>(() => EquityAnalysis.Of(Equities.Table("pay,class,x", "10,A,1", "11,B,2", "12,A,3"), Equities.Specification("pay", "class") with { Factors = ["x"] }, []));
        Assert.Contains("Leave out factors", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Analysis_EverybodyPaidAlike_HasNoGapAndNoRemedy()
    {
        var study = EquityAnalysis.Of(Equities.Table("pay,class", "10,A", "10,A", "10,B", "10,B"), Equities.Specification("pay", "class"), []).Study;
        Assert.Equal(0, study.Gaps.Single().ClassIn.Estimate!.Value, 12);
        Assert.Null(study.Correlation);
        Assert.All(study.Remedies, r => Assert.Equal(0, r.AnnualCost));
    }

    [Fact]
    public void Units_OneClassOnly_SaysSo()
    {
        var study = EquityAnalysis.Of(Equities.Table("pay,class,unit", "10,A,x", "11,A,x", "12,B,y", "13,A,y", "14,B,y", "15,A,y"), Equities.Specification("pay", "class") with { By = "unit" }, []).Study;
        Assert.Equal("only one class is here", study.Units.Single(u => u.Unit == "x").Reason);
        Assert.Equal(2, study.Units.Single(u => u.Unit == "y").Groups.Single().People);
    }

    [Fact]
    public void Analysis_WeightsAsRepetition_GivesTheGapsOfRepeatedRows()
    {
        string[] lines = ["10,A,1", "12,A,3", "9,B,2", "11,B,1", "15,A,2"];
        var weighted = EquityAnalysis.Of(Equities.Table(["pay,class,n", .. lines]), Equities.Specification("pay", "class") with { Weight = "n" }, []).Study;
        var repeated = EquityAnalysis.Of(
            Equities.Table(["pay,class,n", .. lines.SelectMany(l => Enumerable.Repeat(l, l[^1] - '0'))]), Equities.Specification("pay", "class"), []).Study;
        Assert.Equal(repeated.Gaps.Single().ClassIn.Estimate!.Value, weighted.Gaps.Single().ClassIn.Estimate!.Value, 12);
        Assert.Equal(repeated.Decompositions.Single().Difference.Value, weighted.Decompositions.Single().Difference.Value, 12);
        Assert.Equal(repeated.Everybody.Mean, weighted.Everybody.Mean, 12);
    }

    /// <summary>People of a grade and class: pay doubles from grade to grade, B earns a tenth less in logarithms, and there is a little spread around it.</summary>
    private static EquityTable People(params (int Grade, string Class, int Number)[] cells)
    {
        var lines = new List<string> { "pay,class,grade" };
        foreach (var (grade, group, number) in cells)
        {
            for (var i = 0; i < number; i++)
            {
                var spread = 0.002 * (i - ((number - 1) / 2d));
                lines.Add($"{Equities.Text(Math.Round(Math.Exp(Math.Log(50_000) + ((grade - 1) * Math.Log(2)) - (group == "B" ? 0.1 : 0) + spread)))},{group},{grade}");
            }
        }

        return Equities.Table([.. lines]);
    }
}
