namespace CtmsAnalytics.Workspace.Roster;

/// <summary>A column of the roster.</summary>
internal enum RosterColumn
{
    PersonId,
    Component,
    Organisation,
    PayPlan,
    Track,
    WorkLevel,
    WorksiteFips,
    AppointmentType,
    Schedule,
    HoursPerWorkPeriod,
    EntryOnDuty,
    StructureSalary,
    Salary,
    HealthPlan,
    LastRating,
    AsOf,
    IsUncompensated,
    AnnuityPerYear,
    AppointmentMaximumHours,
}

/// <summary>Names of the roster's columns, and other names that personnel systems give them.</summary>
internal static class RosterColumnNames
{
    /// <summary>Name by column, in the order of the sample.</summary>
    public static readonly string[] Names =
    [
        "person_id", "component", "organisation", "pay_plan", "track", "work_level", "worksite_fips", "appointment_type", "schedule",
        "hours_per_work_period", "entry_on_duty", "structure_salary", "salary", "health_plan", "last_rating", "as_of",
        "is_uncompensated", "annuity_per_year", "appointment_maximum_hours",
    ];

    // By column, normalised.
    public static readonly string[][] Synonyms =
    [
        ["employeeid", "empid", "id"],
        ["agency", "subagency"],
        ["organization", "org", "office", "division"],
        ["plan"],
        ["careertrack"],
        ["level"],
        ["fips", "countyfips", "dutystationfips", "worksite", "worksitecounty"],
        ["appointment", "typeofappointment"],
        ["workschedule"],
        ["hours", "hoursperpayperiod", "hoursperperiod"],
        ["eod", "eoddate", "entryondutydate", "entrydate", "hiredate"],
        ["structurerate", "basesalary", "basepay"],
        ["annualsalary", "totalsalary", "adjustedsalary"],
        ["healthenrollment", "healthenrolment", "fehb"],
        ["rating", "missionimpactrating"],
        ["asofdate", "snapshotdate"],
        ["uncompensated", "uncompensatedservice"],
        ["annuity", "annualannuity"],
        ["maximumhours", "appointmenthours"],
    ];

    public static int Count => Names.Length;
}
