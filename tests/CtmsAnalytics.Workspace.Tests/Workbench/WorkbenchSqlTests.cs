using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Queries;

namespace CtmsAnalytics.Workspace.Tests;

/// <summary>Queries: parameters are values, results say their size, nothing else is read or changed.</summary>
public sealed class WorkbenchSqlTests(SampleBench sample) : IClassFixture<SampleBench>
{
    private readonly Workbench _bench = sample.Bench;

    [Fact]
    public void Sql_NamedParameters_AreBoundAsValues()
    {
        var table = _bench.Sql("SELECT count(*) AS people FROM roster_person WHERE structure_salary > $least AND person_id <> $who", new { least = 100_000, who = "S0001'; DROP TABLE roster_person; --" });

        Assert.Equal(_bench.Roster.Count(p => p.StructureSalary > 100_000), table.Rows[0].Get<int>("people"));
        Assert.Equal(("people", "BIGINT", typeof(long)), (table.Columns[0].Name, table.Columns[0].TypeName, table.Columns[0].Type));
        Assert.Equal(2L, _bench.Sql("SELECT $a + 1 AS x", new Dictionary<string, object?> { ["a"] = 1L }).Rows[0]["X"]);
        Assert.Equal(204, _bench.Sql("SELECT 1 FROM roster_person").RowCount);
    }

    [Fact]
    public void Sql_MillionRows_HoldsTheHeadAndKnowsTheSize()
    {
        var table = _bench.Sql("SELECT range AS n FROM range(1000000)");

        Assert.Equal((1_000_000, ResultTable.DefaultRows, false), (table.RowCount, table.Rows.Count, table.IsComplete));
        Assert.Equal(Enumerable.Range(0, ResultTable.DefaultRows).Select(n => (long)n), table["n"].As<long>());
        Assert.Equal((3, 0), (_bench.Sql("SELECT * FROM range(3)", rows: 0).RowCount, _bench.Sql("SELECT * FROM range(3)", rows: 0).Rows.Count));
    }

    [Fact]
    public void Sql_MissingValuesAndSums_ConvertOrSayWhy()
    {
        var table = _bench.Sql("SELECT sum(n) AS total, max(NULL::INTEGER) AS none, 'x' AS text FROM range(3) t(n)");

        Assert.Equal((3, 3d), (table.Rows[0].Get<int>("total"), table.Rows[0].Get<double>("total")));
        Assert.Null(table.Rows[0].Get<int?>("none"));
        Assert.Contains("Column none has no value", Assert.Throws<InputException>(() => table.Rows[0].Get<int>("none")).Message, StringComparison.Ordinal);
        Assert.Contains("which is no Int32", Assert.Throws<InputException>(() => table["text"].As<int>()).Message, StringComparison.Ordinal);
        Assert.Contains("It has total, none, text.", Assert.Throws<InputException>(() => table["other"]).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT 1; SELECT 2", "several statements")]
    [InlineData("CREATE TABLE x (a INTEGER)", "read-only")]
    [InlineData("DELETE FROM roster_person", "read-only")]
    [InlineData("SELECT * FROM nowhere", "nowhere")]
    [InlineData("SELECT * FROM read_csv('/etc/hostname')", "/etc/hostname")]
    [InlineData("COPY (SELECT 1) TO 'out.csv'", "out.csv")]
    [InlineData("ATTACH 'other.duckdb'", "other.duckdb")]
    [InlineData("SELECT $year", "$year")]
    [InlineData("SELEC 1", "SELEC")]
    public void Sql_NotAReadingStatement_IsRefusedAndChangesNothing(string sql, string named)
    {
        var error = Assert.Throws<InputException>(() => _bench.Sql(sql));

        Assert.Contains(named, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(204, _bench.Sql("SELECT * FROM roster_person").RowCount);
        Assert.False(File.Exists("out.csv") || File.Exists("other.duckdb"));
        sample.RequireNoLock();
    }

    [Fact]
    public void Sql_ParametersWithoutNames_AreRefused() =>
        Assert.Contains("new { year = 2028 }", Assert.Throws<InputException>(() => _bench.Sql("SELECT $a", 2028)).Message, StringComparison.Ordinal);

    [Fact]
    public void Sql_Stopped_Throws()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => _bench.Sql("SELECT count(*) FROM range(1000000)", cancellationToken: stop.Token));
        sample.RequireNoLock();
    }
}
