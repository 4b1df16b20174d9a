using CtmsAnalytics.DuckDb;
using CtmsAnalytics.InternalEquity;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Workspace.Tests.Studies;

/// <summary>The view of people in stored studies of internal equity says what the library counts.</summary>
public sealed class InternalEquityViewTests
{
    [Fact]
    public void View_OfAStoredStudy_AgreesWithTheLibrary()
    {
        using var folder = new TemporaryFolder();
        var (before, after) = (Position("before", 0), Position("after", 7_000));
        using (var workspace = FreshWorkspace.Open(folder["ws"]))
        {
            workspace.SaveStudy(new InternalEquityStudy(RunManifest.Create([new ManifestInput("options", "o", "00")], "method"), 1, new InternalEquityParameters(2, 0.95), before, after));
            var loaded = Assert.IsType<InternalEquityStudy>(workspace.LoadStudy(workspace.Studies()[0].StudyId));
            Assert.Equal(before.People, loaded.Before.People);
            Assert.Equal(after.Steps, loaded.After!.Steps);
        }

        using var connection = new DuckDBConnection($"Data Source={Path.Combine(folder["ws"], AnalystWorkspace.FileName)}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT side, count(*), sum(next_level_below)::BIGINT, sum(longer_serving_below)::BIGINT, avg(compa_ratio), avg(salary_compa_ratio), avg(range_penetration), count(*) FILTER (WHERE is_new)
            FROM internal_equity_person GROUP BY side ORDER BY side DESC
            """;
        using var reader = command.ExecuteReader();
        foreach (var position in new[] { before, after })
        {
            Assert.True(reader.Read());
            Assert.Equal(((long)position.Everybody.People, position.LevelInverted, position.TenureInverted), (reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
            Assert.Equal(position.Everybody.MeanCompaRatio, reader.GetDouble(4), 12);
            Assert.Equal(position.Everybody.MeanSalaryCompaRatio, reader.GetDouble(5), 12);
            Assert.Equal(position.Everybody.MeanPenetration, reader.GetDouble(6), 12);
            Assert.Equal(position.Tenure.Sum(t => t.NewPeople), reader.GetInt64(7));
        }

        Assert.False(reader.Read());
    }

    private static InternalEquityPosition Position(string name, long raise)
    {
        List<EquityPerson> people = [.. Enumerable.Range(0, 40).Select(i => new EquityPerson(
            $"P{i:00}", i % 2 == 0 ? "A" : "B", "Technical", "CISA", "CSD", "DCB", "11001", i % 5 == 0 ? "hunting" : null, i % 4, i % 7 == 0 ? null : i % 3,
            90_000 + (i * 7_919 % 40_000) + (i % 4 == 0 ? raise : 0), 100_000 + (i * 7_919 % 40_000) + raise, 80_000, 150_000))];
        return InternalEquityAnalysis.Of(name, new DateOnly(2026, 9, 20), people, ["A", "B"], [("A", "B")], new InternalEquityParameters(2, 0.95), [EquityDimension.Level]);
    }
}
