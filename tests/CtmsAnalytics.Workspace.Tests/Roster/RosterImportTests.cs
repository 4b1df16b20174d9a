using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Workspace.Tests.Roster;

public sealed class RosterImportTests : IDisposable
{
    private const string Header = "person_id,component,organisation,pay_plan,track,work_level,worksite_fips,appointment_type,schedule,hours_per_work_period,entry_on_duty,structure_salary,salary,health_plan,last_rating,as_of\n";
    private const string Person = "P1,CISA,CSD,DC,Technical,T2,11001,continuing,part-time,60,2023-01-15,130000,143000,self_only,2,2025-03-31\n";
    private readonly TemporaryFolder _folder = new();
    private readonly AnalystWorkspace _workspace;

    public RosterImportTests() => _workspace = FreshWorkspace.Open(_folder["ws"]);

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Import_Person_LoadsAsTheLibrarysTypeWithItsMarket()
    {
        Import("a.csv", Person);

        Assert.Equal(
            new RosterPerson("P1", "CISA", "CSD", "DC", "Technical", "T2", "11001", "DCB", AppointmentType.Continuing, WorkSchedule.PartTime, 60,
                new DateOnly(2023, 1, 15), 130000, 143000, HealthPlan.SelfOnly, 2),
            Assert.Single(_workspace.LoadRoster()));
    }

    [Fact]
    public void Import_AppointmentsWithSpecialConditions_LoadWithTheirArea()
    {
        _workspace.ImportRoster(_folder.Write("s.csv", Header.Replace("as_of", "as_of,is_uncompensated,annuity_per_year,appointment_maximum_hours", StringComparison.Ordinal)
            + "A,CISA,CSD,DC,Technical,T2,15003,renewable,full-time,80,2023-01-15,130000,143000,self_only,2,2025-03-31,,41234,\n"
            + "B,CISA,CSD,DC,Technical,T2,02170,renewable,full-time,80,2023-01-15,210000,210000,none,2,2025-03-31,Yes,,\n"
            + "C,CISA,CSD,DC,Technical,T2,72127,continuing,contingent,40,2023-01-15,130000,143000,none,2,2025-03-31,no,,1040\n"
            + "D,CISA,CSD,DC,Technical,T2,11001,continuing,full-time,80,2023-01-15,130000,143000,none,2,2025-03-31,,,\n"));

        Assert.Equal(
            [
                ("City and County of Honolulu, HI", false, 41234L, null),
                ("Anchorage, AK", true, null, null),
                ("Puerto Rico", false, null, 1040),
                ((string?)null, false, (long?)null, (int?)null),
            ],
            _workspace.LoadRoster().Select(p => (p.NonforeignArea, p.IsUncompensated, p.AnnuityPerYear, p.AppointmentMaximumHours)));
        Assert.All(_workspace.LoadRoster().Where(p => p.NonforeignArea is not null), p => Assert.True(_workspace.LoadParameters().Has(CtmsAnalytics.Compensation.NonforeignAllowance.Series(p.NonforeignArea!))));
    }

    [Fact]
    public void Import_Twice_ChangesNothing()
    {
        Import("a.csv", Person);
        var before = _workspace.RowCounts();

        var again = Import("b.csv", Person);
        Assert.True(again.AlreadyImported);
        Assert.Equal("It is roster 1 of 2025-03-31, the current one.", again.Notes[^1]);
        Assert.Equal(before, _workspace.RowCounts());
    }

    [Fact]
    public void Import_WorkLevelThatTheSchemeDoesNotHave_IsKeptWithARemark()
    {
        _workspace.ImportLibrary(Path.Combine(RepositoryFiles.Root, "data", "qualifications"));

        var report = Import("a.csv", Person.Replace(",T2,", ",TCE,", StringComparison.Ordinal));

        Assert.Equal((1L, 0L), (report.RowsKept, report.RowsQuarantined));
        Assert.Contains("1 row (2) has the work level 'TCE', which the valuation scheme in force does not have. Did you mean 'TEC'?", report.Notes);
    }

    [Fact]
    public void Import_LaterDay_BecomesTheCurrentRosterAndTheOldOneStays()
    {
        Import("a.csv", Person);
        Import("b.csv", Person.Replace("2025-03-31", "2025-09-30", StringComparison.Ordinal).Replace("143000", "150000", StringComparison.Ordinal));
        var old = Import("c.csv", Person.Replace("2025-03-31", "2024-09-30", StringComparison.Ordinal));

        Assert.Equal(150000, Assert.Single(_workspace.LoadRoster()).Salary);
        Assert.Equal(143000, Assert.Single(_workspace.LoadRoster(1)).Salary);
        Assert.Equal([2, 1, 3], _workspace.Rosters().Select(r => r.RosterId));
        Assert.Contains(old.Notes, n => n.Contains("still roster 2", StringComparison.Ordinal));

        var again = Import("a.csv", Person);
        Assert.Equal("It is roster 1 of 2025-03-31. The current one is roster 2 (b.csv) of 2025-09-30, a later day: --roster 1 makes a command use this one.", again.Notes[^1]);
        Import("d.csv", Person.Replace("143000", "144000", StringComparison.Ordinal).Replace("2025-03-31", "2025-09-30", StringComparison.Ordinal));
        Assert.EndsWith("The current one is roster 4 (d.csv) of 2025-09-30, the same day, imported later: --roster 2 makes a command use this one.", Import("b.csv", Person.Replace("2025-03-31", "2025-09-30", StringComparison.Ordinal).Replace("143000", "150000", StringComparison.Ordinal)).Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Import_SalaryAboveTheExtendedRange_NamesTheRateOfTheReferenceTables()
    {
        var report = Import("a.csv", Person + Person.Replace("P1", "P2", StringComparison.Ordinal).Replace("143000", "900000", StringComparison.Ordinal));

        var reason = Assert.Single(report.Reasons);
        Assert.Equal(("salary above every ceiling", 1L, "158.613(c)"), (reason.Code, reason.Rows, reason.Paragraph));
        Assert.Contains("150 % of EX-I 2026", reason.Example, StringComparison.Ordinal);
        Assert.Equal([3L], reason.FirstRows);
        Assert.Equal("900000", Assert.Single(_workspace.LoadQuarantine()!.Entries).Value);
    }

    [Fact]
    public void Import_HostileText_IsStoredAsItIsAndRunsNothing()
    {
        const string Id = "'); DROP TABLE roster_person; --";
        Import("a.csv", Person.Replace("P1", Id, StringComparison.Ordinal).Replace("CSD", "=cmd|' /C calc'!A0", StringComparison.Ordinal));

        var person = Assert.Single(_workspace.LoadRoster());
        Assert.Equal((Id, "=cmd|' /C calc'!A0"), (person.PersonId, person.Organisation));
    }

    [Fact]
    public void Load_NoRoster_NamesTheCommand() =>
        Assert.Contains("ctms import roster", Assert.Throws<InputException>(() => _workspace.LoadRoster()).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_UnknownRoster_NamesTheOnesThereAre()
    {
        Import("a.csv", Person);

        Assert.Contains("no roster 9. The workspace has 1", Assert.Throws<InputException>(() => _workspace.LoadRoster(9)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inputs_OneSalaryChanged_ChangesTheRostersDigestAlone()
    {
        Import("a.csv", Person);
        var before = _workspace.Inputs();
        Import("b.csv", Person.Replace("143000", "143001", StringComparison.Ordinal));
        var after = _workspace.Inputs();

        Assert.NotEqual(before[0].Sha256, after[0].Sha256);
        Assert.Equal(before.Skip(1), after.Skip(1));
        Assert.Equal(["roster", "market", "parameters"], after.Select(i => i.Role));
    }

    private Imports.ImportReport Import(string name, string rows) => _workspace.ImportRoster(_folder.Write(name, Header + rows));
}
