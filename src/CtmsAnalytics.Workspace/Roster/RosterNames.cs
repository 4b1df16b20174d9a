using CtmsAnalytics.Deployment;

namespace CtmsAnalytics.Workspace.Roster;

/// <summary>Names of the roster's choices in the tables.</summary>
internal static class RosterNames
{
    public static AppointmentType Appointment(string name) => name switch
    {
        "renewable" => AppointmentType.Renewable,
        "continuing" => AppointmentType.Continuing,
        "advisory" => AppointmentType.Advisory,
        _ => throw Unknown(name),
    };

    public static WorkSchedule Schedule(string name) => (WorkSchedule)Place(name, WorkScheduleName.All);

    public static HealthPlan Health(string name) => name switch
    {
        "none" => HealthPlan.None,
        "self_only" => HealthPlan.SelfOnly,
        "self_plus_one" => HealthPlan.SelfPlusOne,
        "self_and_family" => HealthPlan.SelfAndFamily,
        _ => throw Unknown(name),
    };

    /// <summary>Place of a name in its list, which is the value of the enumeration member that it stands for.</summary>
    private static int Place(string name, IReadOnlyList<string> names)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name) return i;
        }

        throw Unknown(name);
    }

    private static InvalidOperationException Unknown(string name) => new($"The workspace holds a value '{name}' that its schema does not allow.");
}
