using CtmsAnalytics.Deployment;

namespace CtmsAnalytics.Workspace.Roster;

/// <summary>Names of the roster's choices in the tables.</summary>
internal static class RosterNames
{
    /// <summary>Types of appointment, in the order of <see cref="AppointmentType"/>.</summary>
    public static readonly IReadOnlyList<string> Appointments = ["renewable", "continuing", "advisory"];

    /// <summary>Enrolments in health insurance, in the order of <see cref="HealthPlan"/>.</summary>
    public static readonly IReadOnlyList<string> HealthPlans = ["none", "self_only", "self_plus_one", "self_and_family"];

    public static AppointmentType Appointment(string name) => (AppointmentType)Place(name, Appointments);

    public static WorkSchedule Schedule(string name) => (WorkSchedule)Place(name, WorkScheduleName.All);

    public static HealthPlan Health(string name) => (HealthPlan)Place(name, HealthPlans);

    /// <summary>Place of a name in its list, which is the value of the enumeration member that it stands for.</summary>
    private static int Place(string name, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name) return i;
        }

        throw new InvalidOperationException($"The workspace holds a value '{name}' that its schema does not allow.");
    }
}
