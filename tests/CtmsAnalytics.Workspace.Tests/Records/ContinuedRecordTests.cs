using CtmsAnalytics.Records;
using CtmsAnalytics.Workspace.Imports;

namespace CtmsAnalytics.Workspace.Tests.Records;

public sealed class ContinuedRecordTests : IDisposable
{
    private const string RosterHeader = "person_id,component,organisation,pay_plan,track,work_level,worksite_fips,appointment_type,schedule,hours_per_work_period,entry_on_duty,structure_salary,salary,health_plan,last_rating,as_of\n";
    private const string AssignmentHeader = "assignment_id,statement,starts,ends,organisation,security,worksite_fips,schedule,hours_per_work_period,performance,work_level,qualifications,person_id,held_from,held_to,kind\n";
    private static readonly string[] SevenItems = ["assignment_work", "assignment_timeframe", "organisation", "personnel_security", "assignment_location", "assignment_schedule", "performance"];
    private readonly TemporaryFolder _folder = new();
    private readonly AnalystWorkspace _workspace;
    private int _files;
    private int _lists;

    public ContinuedRecordTests() => _workspace = FreshWorkspace.Open(_folder["ws"]);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Demo_Imports_ShowQualificationsAndTheSevenItemsFromTheirFiles()
    {
        ImportDemo();

        // On the day before the roster everything that is known comes from the other files.
        var state = PositionState.Of(_workspace.LoadHistory("S0004"), new DateOnly(2025, 3, 30), DateOnly.MaxValue);
        Assert.Equal("qualifications.csv", state.Rows["qualifications"].Source);
        Assert.Equal(("assessment program (158.520), qualifications.csv", new DateOnly(2025, 2, 15), new DateOnly(2025, 2, 15)), (state.Rows["qualifications"].Reason, state.Rows["qualifications"].Effective, state.Rows["qualifications"].Recorded));
        Assert.Equal("A0004", state["assignment"]);
        Assert.All(SevenItems, i => Assert.Equal(
            ("assignments.csv", "assignment staffed, assignments.csv (initial)", new DateOnly(2024, 12, 29), new DateOnly(2024, 12, 29)), (state.Rows[i].Source, state.Rows[i].Reason, state.Rows[i].Effective, state.Rows[i].Recorded)));
        Assert.Equal(
            ["Writes directives and guidance on cybersecurity and measures what they change", "2024-12-29 to 2026-05-20", "CSD", "Secret", "51013 Arlington County, VA", "full-time, 80 hours a work period",
                "Appraisal review in December; mission impact review in January; development review in June"],
            SevenItems.Select(i => state[i]));
        Assert.Equal("CISA", state["component"]);
        Assert.Equal(
            "NET 1.5, SYS 3.5, SWE 2, CRY 2, FOR 1.5, IRH 1.5, THR 1.5, VUL 1.5, ICS 3, CLD 1, DAT 1.5, POL 2, RSK 1, ARC 2, PRG 2, LDR 1, COM 1, MIS 2.5",
            PositionState.Of(_workspace.LoadHistory("S0071"), new DateOnly(2025, 3, 31), DateOnly.MaxValue)["qualifications"]);
        Assert.All(_workspace.LoadHistory("S0071"), r => Assert.Equal(RecordItems.Find(r.Item)!.Paragraph, r.Paragraph));
    }

    [Fact]
    public void Demo_SampleRecordsAfterIt_ContinueTheAssignments()
    {
        ImportDemo();

        Assert.Equal(0, _workspace.ImportRecords(Sample("records.csv")).RowsQuarantined);
        string? Assignment(string person, int year, int month) => PositionState.Of(_workspace.LoadHistory(person), new DateOnly(year, month, 15), DateOnly.MaxValue)["assignment"];
        Assert.Equal(("A0071", "A-0417", "A-0522"), (Assignment("S0071", 2025, 3), Assignment("S0071", 2025, 5), Assignment("S0071", 2026, 1)));
        Assert.Equal(("A0013", "A-0417"), (Assignment("S0013", 2025, 5), Assignment("S0013", 2026, 1)));
    }

    [Fact]
    public void ImportRecords_AssignmentThatSomebodyElseHolds_IsSetAside()
    {
        ImportDemo();

        var report = _workspace.ImportRecords(_folder.Write("r.csv", "person_id,effective,item,value,reason,recorded\nS0001,2025-06-01,assignment,A0071,next,2025-06-01\nS0001,2025-06-01,title,Analyst,so that one row is good,2025-06-01\n"));

        var entry = Assert.Single(_workspace.LoadQuarantine(report.BatchId)!.Entries);
        Assert.Equal(("assignment held by two people", "158.703(b)"), (entry.Code, entry.Paragraph));
    }

    [Fact]
    public void SameContent_ImportedTwice_AddsNothing()
    {
        ImportDemo();
        var before = Rows();

        Assert.True(_workspace.ImportQualifications(Sample("qualifications.csv")).AlreadyImported);
        Assert.True(_workspace.ImportAssignments(Sample("assignments.csv")).AlreadyImported);
        Assert.Equal(before, Rows());

        // The same rows in a file with other bytes say nothing new either.
        foreach (var file in new[] { "qualifications.csv", "assignments.csv" })
        {
            var copy = _folder.Write(file, File.ReadAllText(Sample(file)) + "\n");
            var report = file[0] == 'q' ? _workspace.ImportQualifications(copy) : _workspace.ImportAssignments(copy);
            Assert.False(report.AlreadyImported);
            Assert.DoesNotContain(report.Counts, c => c.What == "rows added to records");
        }

        Assert.Equal(before, Rows());
    }

    [Fact]
    public void Qualifications_LaterDetermination_AddsOneRowAndLeavesTheEarlierState()
    {
        Roster("P1,CISA,CSD,2023-01-15", "P2,CISA,CSD,2023-01-15");
        Qualifications("P1,NET,2,2025-01-10", "P1,SYS,0,2025-01-10", "P1,COM,1.5,2025-01-10", "P2,NET,2,2025-01-10");
        var before = Rows();

        var report = Qualifications("P1,NET,3,2025-06-10", "P2,NET,2,2025-06-10");

        Assert.Contains(new ImportCount("rows added to records", 1), report.Counts);
        Assert.Equal(before.Count + 1, Rows().Count);
        string? On(DateOnly day, DateOnly known) => PositionState.Of(_workspace.LoadHistory("P1"), day, known)["qualifications"];
        Assert.Equal("NET 3, COM 1.5", On(new DateOnly(2025, 6, 10), DateOnly.MaxValue));
        Assert.Equal("NET 2, COM 1.5", On(new DateOnly(2025, 6, 9), DateOnly.MaxValue));
        Assert.Equal("NET 2, COM 1.5", On(new DateOnly(2025, 12, 1), new DateOnly(2025, 6, 9)));
    }

    [Fact]
    public void Qualifications_OtherValueOfTheSameDay_IsACorrectionOfToday()
    {
        Roster("P1,CISA,CSD,2023-01-15");
        Qualifications("P1,NET,2,2025-01-10");

        Qualifications("P1,NET,3,2025-01-10");

        string? Known(DateOnly known) => PositionState.Of(_workspace.LoadHistory("P1"), new DateOnly(2025, 1, 10), known)["qualifications"];
        Assert.Equal(("NET 2", "NET 3"), (Known(new DateOnly(2025, 1, 10)), Known(DateOnly.MaxValue)));
    }

    [Fact]
    public void Qualifications_EarlierDeterminationImportedLater_AddsItsItemToTheLaterStateToo()
    {
        Roster("P1,CISA,CSD,2023-01-15");
        Qualifications("P1,NET,2,2025-03-10");

        Qualifications("P1,COM,1,2025-01-10");

        var rows = _workspace.LoadHistory("P1");
        Assert.Equal(("COM 1", "NET 2, COM 1"), (PositionState.Of(rows, new DateOnly(2025, 2, 1), DateOnly.MaxValue)["qualifications"], PositionState.Of(rows, new DateOnly(2025, 4, 1), DateOnly.MaxValue)["qualifications"]));
    }

    [Fact]
    public void Qualifications_DeterminedInTheFuture_AreRecordedToday()
    {
        Roster("P1,CISA,CSD,2023-01-15");
        Qualifications("P1,NET,2,2099-01-10");

        var row = _workspace.LoadHistory("P1").Single(r => r.Item == "qualifications");
        Assert.Equal(new DateOnly(2099, 1, 10), row.Effective);
        Assert.InRange(row.Recorded, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1), DateOnly.FromDateTime(DateTime.UtcNow));
    }

    [Fact]
    public void Qualifications_BeforeTheRoster_AreRecordedFromEntryOnDutyOnceItOpensTheRecord()
    {
        Qualifications("P1,NET,2,2022-01-10", "P1,COM,1,2022-02-10");
        Assert.Empty(_workspace.LoadHistory("P1"));

        Roster("P1,CISA,CSD,2023-01-15");

        var row = _workspace.LoadHistory("P1").Single(r => r.Item == "qualifications");
        Assert.Equal(("NET 2, COM 1", new DateOnly(2023, 1, 15)), (row.Value, row.Effective));
    }

    [Fact]
    public void Assignments_HoldingThatEnds_EndsItsItems()
    {
        Roster("P1,CISA,CSD,2023-01-15");
        Assignments("A1,Hunts,2025-01-05,,CSD,secret,51013,full-time,80,December,TEC,NET:4,P1,2025-01-05,,");
        Assignments("A1,Hunts,2025-01-05,,CSD,secret,51013,full-time,80,December,TEC,NET:4,P1,2025-01-05,2025-06-30,");

        var rows = _workspace.LoadHistory("P1");
        var (last, next) = (PositionState.Of(rows, new DateOnly(2025, 6, 30), DateOnly.MaxValue), PositionState.Of(rows, new DateOnly(2025, 7, 1), DateOnly.MaxValue));
        Assert.Equal(("A1", "from 2025-01-05, no end in sight", "assignment staffed, a0.csv"), (last["assignment"], last["assignment_timeframe"], last.Rows["assignment"].Reason));
        Assert.All(SevenItems.Except(["organisation"]).Append("assignment"), i => Assert.Null(next[i]));
        Assert.Equal("CSD", next["organisation"]);
        Assert.Equal("assignment ended, a1.csv", rows.Single(r => r.Item == "assignment" && r.Value is null).Reason);
    }

    [Fact]
    public void Assignments_NextHolding_TakesOverWithoutAGap()
    {
        Roster("P1,CISA,CSD,2023-01-15", "P2,DHS HQ,OCIO,2023-01-15");
        Assignments(
            "A1,Hunts,2025-01-05,,CSD,secret,51013,full-time,80,December,TEC,NET:4,P1,2025-01-05,2025-06-30,initial", "A2,Leads,2025-07-01,,OCIO,none,51013,full-time,80,December,TEC,NET:4,P1,2025-07-01,,subsequent");

        var rows = _workspace.LoadHistory("P1");
        Assert.DoesNotContain(rows, r => r.Value is null);
        var next = PositionState.Of(rows, new DateOnly(2025, 7, 1), DateOnly.MaxValue);
        Assert.Equal(("A2", "OCIO", "DHS HQ", "none beyond suitability"), (next["assignment"], next["organisation"], next["component"], next["personnel_security"]));
        // What both assignments say alike is not written again.
        Assert.Equal(new DateOnly(2025, 1, 5), next.Rows["performance"].Effective);
    }

    [Fact]
    public void Assignments_HolderThatTheRecordsContradict_StaysOutOfThemAndIsNamed()
    {
        Roster("P1,CISA,CSD,2023-01-15", "P2,CISA,CSD,2023-01-15");
        Assignments("A1,Hunts,2025-01-05,,CSD,secret,51013,full-time,80,December,TEC,NET:4,P1,,,");

        var report = Assignments("A1,Hunts,2025-01-05,,CSD,secret,51013,full-time,80,December,TEC,NET:4,P2,2025-03-01,,");

        Assert.Contains(report.Notes, n => n.Contains("A1 of P2 (row 2; on record P1 has it from 2025-01-05)", StringComparison.Ordinal));
        Assert.DoesNotContain(_workspace.LoadHistory("P2"), r => r.Item == "assignment");
        Assert.Equal("P2", Assert.Single(_workspace.LoadHoldings()).PersonId);
    }

    private static string Sample(string file) => Path.Combine(RepositoryFiles.Root, "data", "sample", file);

    private void ImportDemo()
    {
        _workspace.ImportRoster(RepositoryFiles.SampleRoster);
        _workspace.ImportQualifications(Sample("qualifications.csv"));
        _workspace.ImportQualifications(Sample("work.csv"));
        _workspace.ImportAssignments(Sample("assignments.csv"));
        _workspace.ImportHours(Sample("hours.csv"));
    }

    private List<PositionRow> Rows() => [.. _workspace.RecordedPeople().SelectMany(_workspace.LoadHistory)];

    private ImportReport Roster(params string[] people) => _workspace.ImportRoster(_folder.Write(
        $"r{_files++}.csv",
        RosterHeader + string.Concat(people.Select(p => p.Split(',')).Select(p => $"{p[0]},{p[1]},{p[2]},DC,Technical,TEC,51013,continuing,full-time,80,{p[3]},130000,130000,self_only,2,2025-03-31\n"))));

    private ImportReport Qualifications(params string[] rows) => _workspace.ImportQualifications(_folder.Write($"q{_files++}.csv", "person_id,qualification,proficiency,determined\n" + string.Join('\n', rows) + "\n"));

    private ImportReport Assignments(params string[] rows) => _workspace.ImportAssignments(_folder.Write($"a{_lists++}.csv", AssignmentHeader + string.Join('\n', rows) + "\n"));
}
