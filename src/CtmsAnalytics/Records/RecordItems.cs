namespace CtmsAnalytics.Records;

/// <summary>The documentation items of a qualified position: those of 158.706(b), those of its assignment (158.706(e)) and those of the appointment (158.522, 158.523).</summary>
public static class RecordItems
{
    /// <summary>Type of appointment.</summary>
    public const string AppointmentType = "appointment_type";

    /// <summary>Last day of a renewable appointment.</summary>
    public const string AppointmentUntil = "appointment_until";

    /// <summary>Day of entry on duty.</summary>
    public const string EntryOnDuty = "entry_on_duty";

    /// <summary>Whether the service is uncompensated.</summary>
    public const string Uncompensated = "uncompensated";

    /// <summary>Annuity of a reemployed annuitant.</summary>
    public const string Annuity = "annuity";

    /// <summary>CTMS qualifications.</summary>
    public const string Qualifications = "qualifications";

    /// <summary>Work level.</summary>
    public const string WorkLevel = "work_level";

    /// <summary>Specialisation.</summary>
    public const string Specialisation = "specialisation";

    /// <summary>Identifier of the assignment.</summary>
    public const string Assignment = "assignment";

    /// <summary>Statement of cybersecurity work activities of the assignment.</summary>
    public const string AssignmentWork = "assignment_work";

    /// <summary>Timeframe of the assignment.</summary>
    public const string AssignmentTimeframe = "assignment_timeframe";

    /// <summary>Component.</summary>
    public const string Component = "component";

    /// <summary>Primary DHS organisation.</summary>
    public const string Organisation = "organisation";

    /// <summary>Personnel security requirements of the assignment.</summary>
    public const string PersonnelSecurity = "personnel_security";

    /// <summary>Location of the assignment.</summary>
    public const string AssignmentLocation = "assignment_location";

    /// <summary>Work scheduling of the assignment.</summary>
    public const string AssignmentSchedule = "assignment_schedule";

    /// <summary>Performance management of the assignment.</summary>
    public const string Performance = "performance";

    /// <summary>Official worksite.</summary>
    public const string OfficialWorksite = "official_worksite";

    /// <summary>Work schedule.</summary>
    public const string Schedule = "schedule";

    /// <summary>Minimum hours of work of a work period.</summary>
    public const string MinimumHours = "minimum_hours";

    /// <summary>Hours of a work period that a contingent schedule is planned with.</summary>
    public const string PlannedHours = "planned_hours";

    /// <summary>Most hours of a contingent appointment in all.</summary>
    public const string MaximumHours = "maximum_hours";

    /// <summary>Every item, in the order in which a record shows them.</summary>
    public static IReadOnlyList<RecordItem> All { get; } =
    [
        new(AppointmentType, "type of appointment", "158.522(c); 158.706(a)", RecordGroup.Appointment, RecordKind.Appointment),
        new(EntryOnDuty, "entry on duty", "158.706(a)", RecordGroup.Appointment, RecordKind.Date),
        new(AppointmentUntil, "appointment until", "158.523(a); 158.706(a)", RecordGroup.Appointment, RecordKind.Date),
        new(Uncompensated, "uncompensated service", "158.523(a)(2); 158.706(a)", RecordGroup.Appointment, RecordKind.YesNo),
        new(Annuity, "annuity of a reemployed annuitant", "158.523(a)(1); 158.706(a)", RecordGroup.Appointment, RecordKind.Dollars),
        new(Qualifications, "CTMS qualifications", "158.706(b)(1)", RecordGroup.Qualifications, RecordKind.Text),
        new("work", "work that can be performed", "158.706(b)(1)", RecordGroup.Qualifications, RecordKind.Text),
        new(WorkLevel, "work level", "158.706(b)(2)", RecordGroup.Structures, RecordKind.Text),
        new("title", "title", "158.706(b)(2)", RecordGroup.Structures, RecordKind.Text),
        new("rank", "rank", "158.706(b)(2)", RecordGroup.Structures, RecordKind.Text),
        new(Specialisation, "specialisation", "158.706(b)(2)", RecordGroup.Structures, RecordKind.Text),
        new("track", "career track", "158.706(b)(2)", RecordGroup.Structures, RecordKind.Text),
        new("pay_plan", "pay plan", "158.706(b)(3)", RecordGroup.Salary, RecordKind.Text),
        new("structure_salary", "salary under the structure", "158.706(b)(3)", RecordGroup.Salary, RecordKind.Dollars),
        new("salary", "salary with the supplement", "158.706(b)(3)", RecordGroup.Salary, RecordKind.Dollars),
        new(Assignment, "assignment", "158.703(c)-(d); 158.706(d)", RecordGroup.Assignment, RecordKind.Text),
        new(AssignmentWork, "cybersecurity work activities", "158.706(e)(1)", RecordGroup.Assignment, RecordKind.Text),
        new(AssignmentTimeframe, "timeframe", "158.706(e)(2)", RecordGroup.Assignment, RecordKind.Text),
        new(Component, "component", "158.706(e)(3)", RecordGroup.Assignment, RecordKind.Text),
        new(Organisation, "primary DHS organisation", "158.706(e)(3)", RecordGroup.Assignment, RecordKind.Text),
        new(PersonnelSecurity, "personnel security requirements", "158.706(e)(4)", RecordGroup.Assignment, RecordKind.Text),
        new(AssignmentLocation, "location", "158.706(e)(5)", RecordGroup.Assignment, RecordKind.Text) { StandsFor = OfficialWorksite },
        new(AssignmentSchedule, "work scheduling", "158.706(e)(6)", RecordGroup.Assignment, RecordKind.Text) { StandsFor = Schedule },
        new(Performance, "performance management", "158.706(e)(7)", RecordGroup.Assignment, RecordKind.Text),
        new("last_rating", "last mission impact rating", "158.706(e)(7)", RecordGroup.Assignment, RecordKind.Rating),
        new(OfficialWorksite, "official worksite", "158.704(c); 158.706(b)(4)", RecordGroup.Worksite, RecordKind.County),
        new(Schedule, "work schedule", "158.705(c)(1); 158.706(b)(5)", RecordGroup.Schedule, RecordKind.Schedule),
        new(MinimumHours, "minimum hours of work", "158.705(c)(1); 158.706(b)(5)", RecordGroup.Schedule, RecordKind.Hours),
        new(PlannedHours, "planned hours of a work period", "158.705(b)(6); 158.706(b)(5)", RecordGroup.Schedule, RecordKind.Hours),
        new(MaximumHours, "maximum of total hours", "158.705(c)(1); 158.706(b)(5)", RecordGroup.Schedule, RecordKind.Hours),
    ];

    private static readonly Dictionary<string, RecordItem> ByCode = All.ToDictionary(i => i.Code, StringComparer.Ordinal);

    /// <summary>An item by its code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The item; null where there is none of that code.</returns>
    public static RecordItem? Find(string code) => ByCode.GetValueOrDefault(code);
}
