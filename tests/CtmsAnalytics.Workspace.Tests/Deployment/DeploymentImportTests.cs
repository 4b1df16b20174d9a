using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Tests.Scenarios;

namespace CtmsAnalytics.Workspace.Tests.Deployment;

public sealed class DeploymentImportTests : IDisposable
{
    private const string Header = "assignment_id,statement,starts,ends,organisation,security,worksite_fips,schedule,hours_per_work_period,performance,work_level,qualifications,person_id,held_from,held_to,kind\n";
    private readonly TemporaryFolder _folder = new();
    private readonly AnalystWorkspace _workspace;

    public DeploymentImportTests()
    {
        _workspace = FreshWorkspace.Open(_folder["ws"]);
        _workspace.ImportRoster(_folder.Write("roster.csv",
            """
            person_id,component,organisation,pay_plan,track,work_level,worksite_fips,appointment_type,schedule,hours_per_work_period,entry_on_duty,structure_salary,salary,health_plan,last_rating,as_of,appointment_maximum_hours
            P1,CISA,CSD,DC,Technical,TEC,51013,continuing,full-time,80,2020-01-05,120000,129600,none,2,2025-03-31,
            P2,CISA,CSD,DC,Technical,TEC,51013,continuing,part-time,48,2020-01-05,120000,129600,none,2,2025-03-31,
            P3,CISA,CSD,DC,Technical,TEC,51013,renewable,contingent,30,2020-01-05,120000,129600,none,2,2025-03-31,100

            """));
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void ImportAssignments_GoodRows_AreLoadedAsWritten()
    {
        var report = _workspace.ImportAssignments(Assignments("A1,Hunts,2025-01-05,2025-12-31,CSD,secret,51013,full-time,80,December,TEC,NET:4;IRH:2.5,P1,,,initial", "A2,Hunts,2025-01-05,,CSD,none,51013,part-time,48,December,TEC,NET:1,,,,"));

        Assert.Equal((2, 0), (report.RowsKept, report.RowsQuarantined));
        var assignments = _workspace.LoadAssignments();
        Assert.Equal([("NET", 4d), ("IRH", 2.5)], assignments[0].Requirements.Select(r => (r.Qualification, r.Proficiency)));
        Assert.Equal((PersonnelSecurity.Secret, new DateOnly(2025, 12, 31)), (assignments[0].Security, assignments[0].To));
        Assert.Equal(new AssignmentHolding("A1", "P1", new DateOnly(2025, 1, 5), null, true), Assert.Single(_workspace.LoadHoldings()));
        Assert.True(_workspace.ImportAssignments(_folder["a.csv"]).AlreadyImported);
    }

    [Fact]
    public void ImportAssignments_LevelOfNoSchemeAndHoldingOfALaterDay_AreKeptWithARemark()
    {
        _workspace.ImportLibrary(Path.Combine(Shipped.DataFolder, "qualifications"));

        var report = _workspace.ImportAssignments(Assignments("A1,Hunts,2025-01-05,,CSD,secret,51013,full-time,80,December,Q,NET:4,P1,2099-01-01,,", "A2,Hunts,2099-01-05,,CSD,secret,51013,full-time,80,December,TEC,NET:4,,,,"));

        Assert.Equal((2L, 0L), (report.RowsKept, report.RowsQuarantined));
        Assert.Contains(report.Notes, n => n.StartsWith("1 row (2) has the work level 'Q', which the valuation scheme in force does not have. It has ENT, ", StringComparison.Ordinal));
        Assert.Equal("1 row (2) has a day in held_from after 2025-03-31, which the roster describes; the latest is 2099-01-01. It holds from that day on: check that it is meant.", report.Notes[^1]);
    }

    [Fact]
    public void ImportQualifications_DeterminedAfterTheRostersDay_AreKeptWithARemark()
    {
        _workspace.ImportLibrary(Path.Combine(Shipped.DataFolder, "qualifications"));

        var report = _workspace.ImportQualifications(_folder.Write("q.csv", "person_id,qualification,proficiency,determined\nP1,NET,4,2099-01-01\nP2,NET,4,2025-03-31\n"));

        Assert.Equal(2, report.RowsKept);
        Assert.StartsWith("1 row (2) has a day in determined after 2025-03-31", report.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void ImportAssignments_OfBeforeAfterAnotherList_IsTheCurrentListAgain()
    {
        const string Row = "A1,Hunts,2025-01-05,2025-12-31,CSD,secret,51013,full-time,80,December,TEC,NET:4,P1,,,initial";
        var (first, second) = (_folder.Write("first.csv", Header + Row + "\n"), _folder.Write("second.csv", Header + Row.Replace("A1", "A2", StringComparison.Ordinal) + "\n"));
        _workspace.ImportAssignments(first);
        _workspace.ImportAssignments(second);
        Assert.Equal("A2", Assert.Single(_workspace.LoadAssignments()).AssignmentId);

        foreach (var (file, id) in new[] { (first, "A1"), (second, "A2"), (first, "A1") })
        {
            Assert.False(_workspace.ImportAssignments(file).AlreadyImported);
            Assert.Equal(id, Assert.Single(_workspace.LoadAssignments()).AssignmentId);
            Assert.True(_workspace.ImportAssignments(file).AlreadyImported);
        }
    }

    [Theory]
    [InlineData("A2,Hunts,2025-01-05,,CSD,secret,51013,full-time,80,December,TEC,NET:4,P1,2025-02-01,,", "person with two assignments at one time", "158.703(d)(2)")]
    [InlineData("A1,Hunts,2025-01-05,2025-12-31,CSD,secret,51013,full-time,80,December,TEC,NET:4,P2,2025-02-01,,", "assignment held by two people", "158.703(b)")]
    [InlineData("A2,Hunts,2025-01-05,,CSD,secret,51013,part-time,80,December,TEC,NET:4,,,,", "hours do not fit the schedule", "158.705(b)(5)")]
    [InlineData("A2,Hunts,2025-01-05,,CSD,secret,51013,contingent,81,December,TEC,NET:4,,,,", "hours do not fit the schedule", "158.705(b)(6)")]
    [InlineData("A2,,2025-01-05,,CSD,secret,51013,full-time,80,December,TEC,NET:4,,,,", "value is missing", "158.706(e)(1)")]
    [InlineData("A2,Hunts,2025-01-05,,CSD,secret,51013,full-time,80,,TEC,NET:4,,,,", "value is missing", "158.706(e)(7)")]
    [InlineData("A2,Hunts,2025-01-05,2024-01-05,CSD,secret,51013,full-time,80,December,TEC,NET:4,,,,", "timeframe ends before it starts", "158.706(e)(2)")]
    [InlineData("A2,Hunts,2025-01-05,,CSD,cosmic,51013,full-time,80,December,TEC,NET:4,,,,", "unknown personnel security", "158.706(e)(4)")]
    [InlineData("A2,Hunts,2025-01-05,,CSD,secret,51013,full-time,80,December,TEC,NET=4,,,,", "not a list of qualifications", "158.703(a)")]
    [InlineData("A2,Hunts,2025-01-05,,CSD,secret,51013,full-time,80,December,TEC,NET:4,P9,,,", "unknown person", "158.703(b)")]
    public void ImportAssignments_WhatPart158Forbids_IsSetAsideWithItsParagraph(string row, string code, string paragraph)
    {
        _workspace.ImportAssignments(Assignments("A1,Hunts,2025-01-05,2025-12-31,CSD,secret,51013,full-time,80,December,TEC,NET:4,P1,,,initial", row, "A3,Hunts,2025-01-05,,CSD,secret,51013,full-time,80,December,TEC,NET:4,,,,"));

        Assert.Contains(_workspace.LoadQuarantine()!.Entries, e => e.Code == code && e.Paragraph == paragraph);
    }

    [Fact]
    public void ImportHours_GoodRows_AreLoaded()
    {
        var report = _workspace.ImportHours(Hours("P1,2025-01-12,60,20,0,0,0,0,4", "P2,2025-01-12,90,0,0,0,0,0,0"));

        Assert.Equal((2, 0), (report.RowsKept, report.RowsQuarantined));
        Assert.Equal([(60d, 20d, 4d), (90d, 0d, 0d)], _workspace.LoadHours().Select(h => (h.Worked, h.TimeOffHours, h.Unexpected)));
    }

    [Theory]
    [InlineData("P3,2025-01-12,81,0,0,0,0,0,0", "contingent hours past a work period", "158.705(b)(6)")]
    [InlineData("P3,2025-02-09,60,0,0,0,0,0,0", "contingent hours past the maximum", "158.705(d)(4)")]
    [InlineData("P1,2025-01-13,60,0,0,0,0,0,0", "no work period begins on the day", "158.705(b)(1)")]
    [InlineData("P1,2025-01-12,60,0,0,0,0,0,70", "more unexpected hours than hours", "158.642(b)(2)")]
    [InlineData("P9,2025-01-12,60,0,0,0,0,0,0", "unknown person", "158.705(d)(5)")]
    [InlineData("P1,2025-01-12,-1,0,0,0,0,0,0", "not hours of a work period", "158.705(d)(5)")]
    public void ImportHours_WhatPart158Forbids_IsSetAsideWithItsParagraph(string row, string code, string paragraph)
    {
        _workspace.ImportHours(Hours("P3,2025-01-26,60,0,0,0,0,0,0", row));

        Assert.Contains(_workspace.LoadQuarantine()!.Entries, e => e.Code == code && e.Paragraph == paragraph);
    }

    [Fact]
    public void ImportHours_OtherHoursOfTheSamePeriod_NeedReplace()
    {
        _workspace.ImportHours(Hours("P1,2025-01-12,80,0,0,0,0,0,0"));
        var second = _folder.Write("h2.csv", HoursText("P1,2025-01-12,90,0,0,0,0,0,0", "P2,2025-01-12,48,0,0,0,0,0,0"));

        Assert.Equal(1, _workspace.ImportHours(second).RowsQuarantined);
        _workspace.ImportHours(second, new() { Replace = true });

        Assert.Equal([90d, 48], _workspace.LoadHours().Select(h => h.Worked));

        _workspace.ImportHours(_folder.Write("h3.csv", HoursText("P1,2025-01-12,70,0,0,0,0,0,0")), new() { Replace = true });
        _workspace.ImportHours(second, new() { Replace = true });

        Assert.Equal([90d, 48], _workspace.LoadHours().Select(h => h.Worked));
    }

    [Fact]
    public void ImportHours_FileWithoutHours_NamesTheColumn()
    {
        var error = Assert.Throws<InputException>(() => _workspace.ImportHours(_folder.Write("x.csv", "person_id,period_start\nP1,2025-01-12\n")));

        Assert.Contains("There is no column worked", error.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assignments.csv")]
    [InlineData("hours.csv")]
    public void Sample_Shipped_IsWhatTheGeneratorMakes(string file) =>
        Assert.Equal(File.ReadAllText(Path.Combine(Shipped.DataFolder, "sample", file)), file == "hours.csv" ? SampleDeployment.Hours(Shipped.DataFolder) : SampleDeployment.Assignments(Shipped.DataFolder));

    private string Assignments(params string[] rows) => _folder.Write("a.csv", Header + string.Join('\n', rows) + "\n");

    private string Hours(params string[] rows) => _folder.Write("h.csv", HoursText(rows));

    private static string HoursText(params string[] rows) => "person_id,period_start,worked,leave,paid_time_off,recognition_time_off,other_time_off,non_pay,unexpected\n" + string.Join('\n', rows) + "\n";
}
