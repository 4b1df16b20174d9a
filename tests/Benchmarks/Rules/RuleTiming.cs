using System.Diagnostics;

namespace Benchmarks.Rules;

/// <summary>The time of one call.</summary>
/// <param name="Rule">What was called.</param>
/// <param name="MedianNanoseconds">Median of the repetitions.</param>
/// <param name="BestNanoseconds">The fastest repetition: the one that other work on the machine disturbed least.</param>
/// <param name="AllocatedBytes">Bytes that a call allocates; null where that was not measured.</param>
internal sealed record RuleTiming(string Rule, double MedianNanoseconds, double BestNanoseconds, double? AllocatedBytes)
{
    private const int Repetitions = 15;
    private const int Rounds = 500;

    /// <summary>Measures a call over all people, many times; the loop and the sum of the answers are part of the time.</summary>
    /// <param name="rule">What is called.</param>
    /// <param name="overPeople">Calls it once for every person and adds the answers up.</param>
    internal static RuleTiming Of(string rule, Func<long> overPeople)
    {
        // Long enough for the tiered compiler to have finished with the loop.
        var answer = overPeople();
        for (var i = 0; i < Rounds * 4; i++) Check(rule, answer, overPeople());
        Thread.Sleep(200);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Check(rule, answer, overPeople());
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)People.Count;
        if (bytes > 0) throw new InvalidOperationException($"{rule} allocates {bytes} bytes a call: nothing was measured.");
        var nanoseconds = new List<double>();
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            var sum = 0L;
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < Rounds; i++) sum += overPeople();
            clock.Stop();
            Check(rule, answer * Rounds, sum);
            nanoseconds.Add(clock.Elapsed.TotalNanoseconds / ((double)Rounds * People.Count));
        }

        nanoseconds.Sort();
        return new RuleTiming(rule, Math.Round(nanoseconds[Repetitions / 2], 2), Math.Round(nanoseconds[0], 2), bytes);
    }

    private static void Check(string rule, long expected, long got)
    {
        if (got != expected) throw new InvalidOperationException($"{rule} gives {got} after {expected}: nothing was measured.");
    }
}
