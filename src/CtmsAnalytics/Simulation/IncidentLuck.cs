using CtmsAnalytics.Calendar;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation;

/// <summary>An incident of one organisation in one draw.</summary>
/// <param name="Start">Index of the work period in which it begins.</param>
/// <param name="Length">Work periods that it lasts.</param>
/// <param name="Share">Share of eligible people whom it calls.</param>
internal readonly record struct Incident(int Start, int Length, double Share)
{
    /// <summary>Whether it is going on in a work period.</summary>
    public bool Covers(int period) => period >= Start && period < Start + Length;
}

/// <summary>The incidents of an organisation: at most one begins in a work period. A person whom two call at once is paid for the one that began first.</summary>
internal static class IncidentLuck
{
    /// <summary>The incidents of one program over the horizon, by their beginning.</summary>
    /// <param name="luck">Seed and held sources.</param>
    /// <param name="organisation">Key of the organisation.</param>
    /// <param name="program">Index of the program's name among the names of all programs of the run, in ordinal order.</param>
    /// <param name="process">The process.</param>
    /// <param name="periods">Work periods of the horizon.</param>
    /// <param name="periodsPerYear">Work periods in a year.</param>
    /// <param name="draw">The draw.</param>
    public static IEnumerable<Incident> Of(Luck luck, uint organisation, int program, IncidentProcess process, IReadOnlyList<WorkPeriod> periods, double periodsPerYear, uint draw)
    {
        for (var t = 0; t < periods.Count; t++)
        {
            if (Begins(luck, organisation, program, process, Luck.Threshold(process.Beginning(periods[t].FirstDay.Month, periodsPerYear)), t, draw) is { } incident) yield return incident;
        }
    }

    /// <summary>The incident that begins in a work period; null for none.</summary>
    public static Incident? Begins(Luck luck, uint organisation, int program, IncidentProcess process, ulong threshold, int period, uint draw)
    {
        var block = luck.Block(LuckPurpose.Incident, organisation, 0, draw, period, program);
        if (block.Word0 >= threshold) return null;
        var lengths = process.Duration.Maximum - process.Duration.Minimum + 1;
        return new Incident(
            period,
            process.Duration.Minimum + (int)Math.Min(lengths - 1, Math.Floor(block.Uniform1 * lengths)),
            process.LowestShare + ((process.HighestShare - process.LowestShare) * block.Uniform2));
    }
}
