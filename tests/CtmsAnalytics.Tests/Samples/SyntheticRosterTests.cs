using System.Text;
using CtmsAnalytics.Samples;
using CtmsAnalytics.Tests.Data;

namespace CtmsAnalytics.Tests.Samples;

public sealed class SyntheticRosterTests
{
    private static readonly SyntheticRosterOptions Options = SampleInputs.Options;
    private static readonly IReadOnlyList<SyntheticPerson> Roster = SyntheticRoster.Generate(SampleInputs.Cells, Options);

    [Fact]
    public void Generate_ShippedInputs_GivesTheShippedFileByteForByte()
        => Assert.Equal(RepositoryData.Text("sample/roster.csv"), RosterCsv.Write(Roster));

    [Fact]
    public void Generate_ShippedInputs_AggregatesAreThePublishedOnes() => AssertAggregates(Roster);

    [Theory]
    [InlineData(1u)]
    [InlineData(77u)]
    [InlineData(uint.MaxValue)]
    public void Generate_AnotherSeed_OtherPeopleWithTheSameAggregates(uint seed)
    {
        var other = SyntheticRoster.Generate(SampleInputs.Cells, Options with { Seed = seed });

        AssertAggregates(other);
        Assert.NotEqual(RosterCsv.Write(Roster), RosterCsv.Write(other));
    }

    [Fact]
    public void Generate_September2024Cells_AggregatesAreThePublishedOnes()
    {
        var cells = SampleInputs.CellsOf("2024-09-30");
        AssertAggregates(SyntheticRoster.Generate(cells, Options with { AsOf = new DateOnly(2024, 9, 30) }), cells);
    }

    [Fact]
    public void Generate_EveryPerson_IsInsideTheStructureAndBelowTheCeiling()
    {
        Assert.All(Roster, p =>
        {
            var level = Options.Levels.Single(l => l.Code == p.WorkLevel);
            Assert.Equal((level.PayPlan, level.Track), (p.PayPlan, p.Track));
            Assert.InRange(p.StructureSalary, level.Minimum, level.Maximum);
            Assert.InRange(p.Salary, p.StructureSalary, Options.SalaryCeilings[p.PayPlan]);
        });
    }

    [Fact]
    public void Generate_EveryPerson_SalaryIsStructureSalaryPlusTheSupplementOfTheWorksite()
    {
        Assert.All(Roster, p =>
        {
            var market = Options.Worksites.Single(w => w.CountyFips == p.WorksiteFips).LocalMarket;
            var supplement = Options.Supplements.GetValueOrDefault(market);
            Assert.Equal(p.StructureSalary + (int)Math.Round(p.StructureSalary * supplement, MidpointRounding.AwayFromZero), p.Salary);
        });
    }

    [Fact]
    public void Generate_Shares_AreThoseOfTheOptions()
    {
        Assert.Equal(Roster.Count * Options.RenewablePercent / 100, Roster.Count(p => p.AppointmentType == "renewable"));
        Assert.Equal("EXE", Assert.Single(Roster, p => p.AppointmentType == "advisory").WorkLevel);
        Assert.Equal([48, 64], Roster.Where(p => p.Schedule == "part-time").Select(p => p.HoursPerWorkPeriod).Order());
        Assert.Equal(40, Assert.Single(Roster, p => p.Schedule == "contingent").HoursPerWorkPeriod);
        Assert.All(Roster.Where(p => p.Schedule == "full-time"), p => Assert.Equal(80, p.HoursPerWorkPeriod));
        Assert.All(Options.Worksites, w => Assert.Equal(w.Weights.Values.Sum(), Roster.Count(p => p.WorksiteFips == w.CountyFips)));

        var early = Roster.Count(p => p.Track is "Entry" or "Developmental") / (double)Roster.Count(p => p.PayPlan == "DC");
        Assert.InRange(early, 0.4, 0.6);
    }

    [Fact]
    public void Generate_EntryDays_AreFirstDaysOfWorkPeriodsUpToTheDayOfTheRoster()
        => Assert.All(Roster, p =>
        {
            Assert.Equal(0, (p.EntryOnDuty.DayNumber - Options.WorkPeriodAnchor.DayNumber) % 14);
            Assert.True(p.EntryOnDuty <= Options.AsOf);
            Assert.Equal(p.EntryOnDuty > Options.AsOf.AddYears(-1), p.LastRating is null);
        });

    [Fact]
    public void Generate_SalaryWithinALevel_RisesWithService()
    {
        // Rank agreement of service and salary over all pairs of one level and component: luck alone gives half.
        var pairs = from a in Roster
                    from b in Roster
                    where a.WorkLevel == b.WorkLevel && a.Component == b.Component && a.EntryOnDuty < b.EntryOnDuty
                    select a.StructureSalary > b.StructureSalary;
        Assert.InRange(pairs.Average(agrees => agrees ? 1.0 : 0.0), 0.55, 0.9);
    }

    [Fact]
    public void Generate_ChangedHealthPlans_MovesNothingElse()
    {
        var other = SyntheticRoster.Generate(SampleInputs.Cells, Options with { HealthPlans = new Dictionary<string, int> { ["none"] = 1 } });

        Assert.Equal(Roster.Select(p => p with { HealthPlan = "none" }), other);
    }

    [Fact]
    public void Generate_MeanThatTheStructureCannotReach_SaysWhichMeansItCan()
    {
        var cells = new[] { new WorkforceCell("CISA", "DC", 63, 300_000, 5.4m) };

        var error = Assert.Throws<ArgumentException>(() => SyntheticRoster.Generate(cells, Options));

        Assert.Contains("mean salary 300000 of CISA DC cannot be reached", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_ComponentWithoutLevels_IsRefused()
        => Assert.Contains("work level of pay plan DC", Assert.Throws<ArgumentException>(
            () => SyntheticRoster.Generate([new WorkforceCell("FEMA", "DC", 3, 120_000, 5m)], Options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Generate_SameCellTwice_IsRefused()
        => Assert.Contains("CISA DL is there twice", Assert.Throws<ArgumentException>(
            () => SyntheticRoster.Generate([.. SampleInputs.Cells, SampleInputs.Cells[^1]], Options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Generate_DayInsideAMonth_IsRefused()
        => Assert.Contains("2025-03-15", Assert.Throws<ArgumentException>(
            () => SyntheticRoster.Generate(SampleInputs.Cells, Options with { AsOf = new DateOnly(2025, 3, 15) })).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Generate_OptionOutOfRange_SaysWhatIsExpected(string expected, SyntheticRosterOptions options)
        => Assert.Contains(expected, Assert.Throws<ArgumentException>(() => SyntheticRoster.Generate(SampleInputs.Cells, options)).Message, StringComparison.Ordinal);

    public static TheoryData<string, SyntheticRosterOptions> OutOfRange => new()
    {
        { "Part-time hours of 80", Options with { PartTimeHours = [80] } },
        { "Contingent hours of 81", Options with { ContingentHours = [81] } },
        { "101 percent", Options with { RenewablePercent = 101 } },
        { "supplement of SF is 1.0", Options with { Supplements = new Dictionary<string, decimal> { ["SF"] = 1.0m } } },
        { "weights of the ratings", Options with { RatingWeights = [0, 0] } },
        { "no levels", Options with { Levels = [] } },
        { "Level ENT runs from 60000 to 59999", Options with { Levels = [Options.Levels[0] with { Maximum = 59_999 }] } },
    };

    [Fact]
    public void FromJson_UnknownMember_NamesItAndItsLine()
    {
        var text = RepositoryData.Text("sample/generator.json").Replace("\"seed\"", "\"sead\"", StringComparison.Ordinal);

        var error = Assert.Throws<FormatException>(() => SyntheticRosterOptions.FromJson(text));

        Assert.Contains("sead", error.Message, StringComparison.Ordinal);
        Assert.Contains("line 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ValueWithACommaOrAQuote_IsQuoted()
    {
        var text = RosterCsv.Write([Roster[0] with { Organisation = "Plans, \"Policy\"" }]);

        Assert.Equal("Plans, \"Policy\"", RepositoryData.Parse(text).Single()["organisation"]);
    }

    [Fact]
    public void Write_Text_HasNoCarriageReturnAndNoByteOrderMark()
    {
        var bytes = Encoding.UTF8.GetBytes(RosterCsv.Write(Roster));

        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal((byte)'p', bytes[0]);
        Assert.Equal((byte)'\n', bytes[^1]);
    }

    private static void AssertAggregates(IReadOnlyList<SyntheticPerson> roster, IReadOnlyList<WorkforceCell>? cells = null)
    {
        cells ??= SampleInputs.Cells;
        Assert.Equal(cells.Sum(c => c.HeadCount), roster.Count);
        Assert.Equal(roster.Count, roster.Select(p => p.PersonId).Distinct().Count());
        Assert.All(cells, cell =>
        {
            var people = roster.Where(p => (p.Component, p.PayPlan) == (cell.Component, cell.PayPlan)).ToArray();
            Assert.Equal(cell.HeadCount, people.Length);
            Assert.Equal((long)cell.HeadCount * cell.MeanSalary, people.Sum(p => (long)p.Salary));
            var months = people.Sum(p => ((p.AsOf.Year - p.EntryOnDuty.Year) * 12) + p.AsOf.Month - p.EntryOnDuty.Month);
            Assert.Equal(cell.MeanLengthOfServiceYears, Math.Round(months / 12m / cell.HeadCount, 1, MidpointRounding.AwayFromZero));
        });
    }
}
