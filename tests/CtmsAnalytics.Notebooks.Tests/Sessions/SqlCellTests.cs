using CtmsAnalytics.Notebooks.Display;
using CtmsAnalytics.Notebooks.Sessions;
using CtmsAnalytics.Notebooks.Tests.Support;
using CtmsAnalytics.Workspace;

namespace CtmsAnalytics.Notebooks.Tests.Sessions;

/// <summary>SQL cells: C# variables go in as parameters and tables, results come back as variables.</summary>
[Collection(SampleWorkspaceTests.Name)]
public sealed class SqlCellTests(SampleWorkspace sample) : IDisposable
{
    private readonly NotebookSession _session = new(new SessionOptions { Workspace = sample.Workspace });

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Sql_WithoutAnyWorkspace_SaysHowToOpenOne()
    {
        using var session = new NotebookSession();

        Assert.Contains("Workbench.Open(", session.Fail("#!sql\nSELECT 1").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sql_ShowsItsResultAsATable()
    {
        var shown = _session.Do("#!sql\nSELECT count(*) AS people FROM roster_person");

        Assert.Equal("people\n   204\n1 row", shown.ValueText);
        Assert.Contains("<th class=\"n\"><button type=\"button\">people</button></th>", shown.Value!.Text(MimeTypes.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void Sql_NamedResult_IsAVariableOfTheNextCSharpCell()
    {
        _session.Do("#!sql --name levels\nSELECT work_level, count(*) AS people FROM roster_person GROUP BY work_level");

        Assert.Equal("204", _session.Do("levels.Rows.Sum(r => r.Get<int>(\"people\"))").ValueText);
    }

    [Fact]
    public void Sql_CSharpVariables_AreBoundAndNeverPasted()
    {
        _session.Do("var least = 200_000; var name = \"x'; DROP TABLE roster_person; --\"; var day = new DateOnly(2026, 10, 1);");

        var expected = Workbench.Open(sample.Workspace).Roster.Count(p => p.Salary > 200_000);
        Assert.StartsWith("n\n", _session.Do("#!sql\nSELECT count(*) AS n FROM roster_person WHERE salary > $least").ValueText!.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"{expected}\n", _session.Do("#!sql\nSELECT count(*) AS n FROM roster_person WHERE salary > $least").ValueText, StringComparison.Ordinal);
        Assert.Contains("DROP TABLE", _session.Do("#!sql\nSELECT $name AS name, $day AS day").ValueText, StringComparison.Ordinal);
        Assert.Contains("204", _session.Do("#!sql\nSELECT count(*) AS n FROM roster_person -- $missing is a comment").ValueText, StringComparison.Ordinal);
    }

    [Fact]
    public void Sql_ParameterWithoutVariable_IsNamed() =>
        Assert.Contains("$nobody", _session.Fail("#!sql\nSELECT $nobody").Message, StringComparison.Ordinal);

    [Fact]
    public void Sql_SequencesOfCSharp_AreReadLikeTables()
    {
        _session.Do("record Raise(string WorkLevel, double Share, DateOnly? From, decimal Cents); var raises = new List<Raise> { new(\"ADV\", 0.05, new DateOnly(2027, 1, 3), 1.25m), new(\"EXP\", 0.03, null, 0m) };");

        var shown = _session.Do("#!sql --name people\nSELECT p.person_id, r.Share, r.\"From\", r.Cents FROM roster_person p JOIN raises r ON r.WorkLevel = p.work_level WHERE r.Share > 0.04");
        Assert.Contains("2027-01-03", shown.ValueText, StringComparison.Ordinal);
        var expected = Workbench.Open(sample.Workspace).Roster.Count(p => p.WorkLevel == "ADV");
        Assert.Equal($"{expected}", _session.Do("people.RowCount").ValueText);
        Assert.Contains($"{expected}", _session.Do("#!sql\nSELECT count(*) AS n FROM people").ValueText, StringComparison.Ordinal);
    }

    [Fact]
    public void Sql_EmptySequence_KeepsItsColumns()
    {
        _session.Do("var none = new List<(string Level, int People)>();");

        Assert.Equal("n\n0\n1 row", _session.Do("#!sql\nSELECT count(Item1) AS n FROM none").ValueText);
    }

    [Fact]
    public void Sql_TableOfTheWorkspace_GoesBeforeAVariableOfItsName()
    {
        _session.Do("var roster_person = new[] { 1, 2 };");

        Assert.Contains("204", _session.Do("#!sql\nSELECT count(*) AS n FROM roster_person").ValueText, StringComparison.Ordinal);
    }

    [Fact]
    public void Sql_AMillionRows_ShowTheirHeadAndTheirNumber()
    {
        var shown = _session.Do("#!sql --name many\nSELECT range AS n FROM range(1000000)");

        Assert.EndsWith("1,000,000 rows, the first 20 are shown", shown.ValueText, StringComparison.Ordinal);
        Assert.Contains("1,000,000 rows, the first 200 are shown", shown.Value!.Text(MimeTypes.Html), StringComparison.Ordinal);
        Assert.Contains("holds the first 10,000 of 1,000,000 rows only", _session.Fail("#!sql\nSELECT count(*) FROM many").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sql_Error_NamesTheLineOfTheCell()
    {
        var error = _session.Fail("#!sql\nSELECT work_level,\n       salry\nFROM roster_person");

        Assert.Equal(3, error.Line);
        Assert.Contains("salry", error.Message, StringComparison.Ordinal);
        Assert.Contains("> 3 |        salry", error.Context);
    }

    [Theory]
    [InlineData("DELETE FROM roster_person")]
    [InlineData("CREATE TABLE x AS SELECT 1")]
    [InlineData("COPY roster_person TO 'people.csv'")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("ATTACH 'other.duckdb'")]
    [InlineData("SELECT 1; SELECT 2")]
    public void Sql_WhatIsNoQueryOfTheWorkspace_IsRefused(string statement)
    {
        _session.Fail($"#!sql\n{statement}");

        Assert.Contains("204", _session.Do("#!sql\nSELECT count(*) AS n FROM roster_person").ValueText, StringComparison.Ordinal);
        Assert.False(File.Exists("people.csv"));
    }

    [Fact]
    public void Sql_LongQuery_IsStoppedAndTheSessionGoesOn()
    {
        var error = _session.Fail("#!sql\nSELECT sum(a.range * b.range) FROM range(10000000) a, range(1000000) b", new CellOptions { Timeout = TimeSpan.FromSeconds(0.5) });

        Assert.Equal("TimedOut", error.Kind);
        Assert.Contains("204", _session.Do("#!sql\nSELECT count(*) AS n FROM roster_person").ValueText, StringComparison.Ordinal);
    }

    [Fact]
    public void Sql_UnknownOption_IsToldWithThoseThatThereAre() =>
        Assert.Contains("#!sql --name people", _session.Fail("#!sql --into people\nSELECT 1").Message, StringComparison.Ordinal);
}
