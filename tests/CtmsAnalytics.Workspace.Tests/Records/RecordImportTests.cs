using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Records;
using CtmsAnalytics.Workspace.Imports;

namespace CtmsAnalytics.Workspace.Tests.Records;

public sealed class RecordImportTests : IDisposable
{
    private const string RosterHeader = "person_id,component,organisation,pay_plan,track,work_level,worksite_fips,appointment_type,schedule,hours_per_work_period,entry_on_duty,structure_salary,salary,health_plan,last_rating,as_of\n";
    private const string Header = "person_id,effective,item,value,reason,recorded\n";
    private static readonly string[] People = ["P1", "P2", "P3"];
    private readonly TemporaryFolder _folder = new();
    private readonly AnalystWorkspace _workspace;
    private int _files;

    public RecordImportTests()
    {
        _workspace = FreshWorkspace.Open(_folder["ws"]);
        Roster("2025-03-31", People.Select(p => Person(p, "TEC", 130_000)));
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Roster_OpensHistoriesWithItsReason()
    {
        var level = _workspace.LoadHistory("P1").Single(r => r.Item == "work_level");

        Assert.Equal(("TEC", new DateOnly(2025, 3, 31), new DateOnly(2025, 3, 31), "roster as of 2025-03-31"), (level.Value, level.Effective, level.Recorded, level.Reason));
        Assert.All(_workspace.LoadHistory("P1"), r => Assert.Equal(RecordItems.Find(r.Item)!.Paragraph, r.Paragraph));
    }

    [Fact]
    public void LaterRoster_AddsRowsWhereSomethingChangedOnly()
    {
        var before = _workspace.LoadHistory("P2").Count;
        var report = Roster("2025-09-30", [Person("P1", "ADV", 141_000), Person("P2", "TEC", 130_000)]);

        Assert.Equal(before, _workspace.LoadHistory("P2").Count);
        Assert.Equal(["salary", "structure_salary", "work_level"], _workspace.LoadHistory("P1").Where(r => r.Effective == new DateOnly(2025, 9, 30)).Select(r => r.Item).Order());
        Assert.Contains(report.Notes, n => n.StartsWith("Records: 1 people of earlier rosters", StringComparison.Ordinal));
        Assert.NotEmpty(_workspace.LoadHistory("P3"));
    }

    [Fact]
    public void Import_Correction_LeavesWhatWasKnownAsItWas()
    {
        Import("P1,2025-06-01,work_level,ADV,promotion,2025-05-20", "P1,2025-06-01,work_level,EXP,correction,2025-07-04", "P1,2025-06-01,title,Analyst,promotion,2025-05-20");

        string? Level(int day, int month) => PositionState.Of(_workspace.LoadHistory("P1"), new DateOnly(2025, 8, 1), new DateOnly(2025, month, day))["work_level"];
        Assert.Equal(("TEC", "ADV", "ADV", "EXP"), (Level(19, 5), Level(20, 5), Level(3, 7), Level(4, 7)));
        Assert.True(Import("P1,2025-06-01,work_level,ADV,promotion,2025-05-20", "P1,2025-06-01,work_level,EXP,correction,2025-07-04", "P1,2025-06-01,title,Analyst,promotion,2025-05-20").AlreadyImported);
    }

    [Fact]
    public void Views_AgreeWithTheLibraryOnEveryDay()
    {
        Roster("2025-09-30", [Person("P1", "ADV", 141_000), Person("P2", "TEC", 130_000)]);
        Import("P1,2025-06-01,work_level,ADV,promotion,2025-05-20", "P1,2025-06-01,work_level,EXP,correction,2025-10-04", "P2,2025-06-01,assignment,A1,first,2025-06-01", "P2,2025-10-01,assignment,,ended,2025-10-02");
        var rows = People.SelectMany(_workspace.LoadHistory).ToList();

        foreach (var day in new[] { new DateOnly(2025, 3, 30), new DateOnly(2025, 6, 1), new DateOnly(2025, 9, 30), new DateOnly(2025, 12, 1) })
        {
            foreach (var known in new[] { new DateOnly(2025, 5, 1), new DateOnly(2025, 10, 3), new DateOnly(2026, 1, 1) })
                Assert.Equal(PositionHistory.AsOf(rows, day, known), _workspace.LoadPositions(day, known));
        }
    }

    [Theory]
    [InlineData("four years", "158.523(a)", "P1,2025-06-01,appointment_type,renewable,renewal,2025-06-01", "P1,2025-06-01,appointment_until,2029-05-31,renewal,2025-06-01")]
    [InlineData("two assignments", "158.703(d)(2)", "P1,2025-06-01,assignment,A1,first,2025-06-01", "P1,2025-06-01,assignment,A2,second,2025-06-01")]
    [InlineData("two holders", "158.703(b)", "P1,2025-06-01,assignment,A1,first,2025-06-01", "P2,2025-07-01,assignment,A1,first,2025-06-01")]
    [InlineData("part-time of 80 hours", "158.705(b)(5)", "P1,2025-06-01,schedule,part-time,request,2025-06-01")]
    [InlineData("before entry", "158.706(a)", "P1,2023-01-14,work_level,DEV,earlier,2025-06-01")]
    [InlineData("unknown person", "158.706(a)", "P9,2025-06-01,work_level,DEV,earlier,2025-06-01")]
    [InlineData("no reason", "158.706(c)", "P1,2025-06-01,work_level,DEV,,2025-06-01")]
    [InlineData("contradiction", "158.706(c)", "P1,2025-06-01,work_level,DEV,a,2025-06-01", "P1,2025-06-01,work_level,ADV,b,2025-06-01")]
    [InlineData("rewritten past", "158.706(c)", "P1,2025-03-31,work_level,DEV,a,2025-03-31")]
    [InlineData("unknown item", "158.706(b)", "P1,2025-06-01,work_levl,DEV,a,2025-06-01")]
    [InlineData("contingent minimum", "158.705(c)(1)", "P1,2025-06-01,schedule,contingent,a,2025-06-01", "P1,2025-06-01,minimum_hours,20,a,2025-06-01")]
    public void Import_WhatPart158Forbids_IsSetAsideWithItsParagraph(string what, string paragraph, params string[] rows)
    {
        var report = Import([.. rows, "P3,2025-06-01,title,Analyst,so that one row is good,2025-06-01"]);

        Assert.Equal((what, rows.Length, 1L), (what, (int)report.RowsQuarantined, report.RowsKept));
        Assert.All(_workspace.LoadQuarantine(report.BatchId)!.Entries, e => Assert.Equal(paragraph, e.Paragraph));
        Assert.Equal("Analyst", _workspace.LoadHistory("P3").Single(r => r.Item == "title").Value);
    }

    [Fact]
    public void Import_AssignmentPassedOn_IsTaken()
    {
        var report = Import("P1,2025-06-01,assignment,A1,first,2025-06-01", "P1,2025-07-01,assignment,,ended,2025-06-01", "P2,2025-07-01,assignment,A1,next,2025-06-01");

        Assert.Equal((3, 0), (report.RowsKept, report.RowsQuarantined));
    }

    [Fact]
    public void Import_FileWithoutAReasonColumn_SaysWhichColumnsThereAre() => Assert.Contains(
        "There is no column reason", Assert.Throws<InputException>(() => _workspace.ImportRecords(_folder.Write("x.csv", "person_id,effective,item,value\nP1,2025-06-01,title,A\n"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Import_ColumnsNamedOtherwise_AreMapped()
    {
        var file = _folder.Write("other.csv", "Emp No,effective_from,field,new value,Why\nP1,2025-06-01,title,Analyst,promotion\nP1,2025-06-01,work_levl,ADV,promotion\n");

        var report = _workspace.ImportRecords(file, new RecordImportOptions { Map = new Dictionary<string, string> { ["Emp No"] = "person_id", ["Why"] = "reason" } });

        Assert.Equal((1, 1), (report.RowsKept, report.RowsQuarantined));
        Assert.Equal("field", _workspace.LoadQuarantine(report.BatchId)!.Entries.Single().Column);
        Assert.Equal("Analyst", _workspace.LoadHistory("P1").Single(r => r.Item == "title").Value);
    }

    [Fact]
    public void SampleRecords_FitTheSampleRoster()
    {
        _workspace.ImportRoster(RepositoryFiles.SampleRoster);
        var report = _workspace.ImportRecords(Path.Combine(RepositoryFiles.Root, "data", "sample", "records.csv"));

        Assert.Equal(0, report.RowsQuarantined);
        var before = PositionState.Of(_workspace.LoadHistory("S0071"), new DateOnly(2025, 12, 1), new DateOnly(2025, 10, 31));
        var after = PositionState.Of(_workspace.LoadHistory("S0071"), new DateOnly(2025, 12, 1), new DateOnly(2025, 12, 1));
        Assert.Equal(("139800", "140300"), (before["structure_salary"], after["structure_salary"]));
    }

    private static string Person(string id, string level, int salary) => FormattableString.Invariant($"{id},CISA,CSD,DC,Technical,{level},11001,continuing,full-time,80,2023-01-15,{salary},{salary},self_only,2,");

    private ImportReport Roster(string asOf, IEnumerable<string> people) => _workspace.ImportRoster(_folder.Write($"r{_files++}.csv", RosterHeader + string.Concat(people.Select(p => p + asOf + "\n"))));

    private ImportReport Import(params string[] rows) => _workspace.ImportRecords(_folder.Write($"c{_files++}.csv", Header + string.Join('\n', rows) + "\n"));
}
