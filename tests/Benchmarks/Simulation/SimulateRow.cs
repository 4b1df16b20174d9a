using System.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Simulation.Results;

namespace Benchmarks.Simulation;

/// <summary>One simulation, measured.</summary>
/// <param name="Case">What was simulated.</param>
/// <param name="People">People of the roster.</param>
/// <param name="Scenarios">Scenarios, paired.</param>
/// <param name="Draws">Draws.</param>
/// <param name="Threads">Threads.</param>
/// <param name="MedianSeconds">The median of the runs.</param>
/// <param name="BestSeconds">The fastest run.</param>
/// <param name="MillionPersonYearDrawsPerSecond">Millions of people x fiscal years x draws x scenarios a second of the fastest.</param>
/// <param name="AllocatedBytes">Bytes that the last run allocated: tables of the workers and the result.</param>
/// <param name="PeakBytes">Most memory that the process has held so far.</param>
/// <param name="MeanCents">Mean cost of the first scenario over all years.</param>
internal sealed record SimulateRow(
    string Case, int People, int Scenarios, int Draws, int Threads, double MedianSeconds, double BestSeconds, double MillionPersonYearDrawsPerSecond, long AllocatedBytes, long PeakBytes, double MeanCents)
{
    private const int WarmUpDraws = 64;

    internal static SimulateRow Measure(string name, IReadOnlyList<Scenario> scenarios, ProjectionInput input, int draws, int threads, int repetitions)
    {
        var simulator = new Simulator(scenarios, input, new SimulationOptions { Threads = threads });
        var seconds = new List<double>();
        var (allocated, mean) = (0L, double.NaN);
        // A short round compiles the code and does not count.
        simulator.Run(0, Math.Min(draws, WarmUpDraws));
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            GC.Collect();
            var before = GC.GetTotalAllocatedBytes(true);
            var clock = Stopwatch.StartNew();
            var tally = simulator.Run(0, draws);
            clock.Stop();
            allocated = GC.GetTotalAllocatedBytes(true) - before;
            var got = tally.Result().Cost(0, CostMargin.Total).Mean;
            if (repetition > 0 && got != mean) throw new InvalidOperationException($"A simulation gives {got} cents and then {mean}: nothing was measured.");
            mean = got;
            seconds.Add(clock.Elapsed.TotalSeconds);
        }

        var best = seconds.Min();
        return new SimulateRow(
            name, input.Roster.Count, scenarios.Count, draws, threads, Math.Round(seconds.Order().ElementAt(seconds.Count / 2), 3), Math.Round(best, 3),
            Math.Round((double)input.Roster.Count * scenarios[0].Horizon.FiscalYears * draws * scenarios.Count / best / 1e6, 2), allocated, Process.GetCurrentProcess().PeakWorkingSet64, mean);
    }
}
