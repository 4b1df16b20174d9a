using CtmsAnalytics.Calendar;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>The share of covered people whom a special working conditions program is expected to call in a work period.</summary>
/// <param name="periods">Work periods of the horizon.</param>
internal sealed class ExpectedCalls(IReadOnlyList<WorkPeriod> periods)
{
    private readonly Dictionary<SwcProgram, double> _shares = new(ReferenceEqualityComparer.Instance);
    private int _index = -1;

    /// <summary>The expected share. A person is called whom at least one incident that is going on calls, also one that began before the program held; none is going on when the horizon starts.</summary>
    /// <param name="program">The program.</param>
    /// <param name="index">Index of a work period in which the program holds.</param>
    /// <param name="periodsPerYear">Work periods in a year.</param>
    /// <returns>Probability that a covered person is called, 0 to 1.</returns>
    public double Share(SwcProgram program, int index, double periodsPerYear)
    {
        if (program.Incidents is not { } incidents) return program.ExpectedShare;
        if (index != _index)
        {
            _index = index;
            _shares.Clear();
        }

        if (_shares.TryGetValue(program, out var known)) return known;
        var spared = 1.0;
        for (var k = 0; k < incidents.Duration.Maximum && k <= index; k++)
        {
            var start = periods[index - k];
            spared *= 1 - (incidents.Beginning(start.FirstDay.Month, periodsPerYear) * incidents.LastsLongerThan(k) * incidents.MeanShare);
        }

        return _shares[program] = 1 - spared;
    }
}
