namespace CtmsAnalytics.Deployment;

/// <summary>Work schedules in words (158.705(b)), as files state them and sentences and tables print them.</summary>
public static class WorkScheduleName
{
    /// <summary>The words, in the order of <see cref="WorkSchedule"/>.</summary>
    public static IReadOnlyList<string> All { get; } = ["full-time", "part-time", "contingent"];

    /// <summary>A schedule in words.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>Its words.</returns>
    public static string Of(WorkSchedule schedule) => All[(int)schedule];
}
