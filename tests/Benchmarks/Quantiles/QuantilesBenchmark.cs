using System.Globalization;
using Benchmarks.Harness;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.Statistics;

namespace Benchmarks.Quantiles;

/// <summary>Weighted quantiles with 1,000 bootstrap replicates on the open salary survey, beside NumPy where it is installed; see README.md.</summary>
internal static class QuantilesBenchmark
{
    private const string Usage = "quantiles SURVEY.csv";
    private const int Repetitions = 5;
    private const int Replicates = 1000;
    private const uint Seed = 1;
    private const string Equal = "weights of 1";
    private const string Weighed = "weights";
    private static readonly double[] Probabilities = [0.10, 0.25, 0.50, 0.75, 0.90];

    internal static int Run(string[] arguments)
    {
        if (arguments is not [var survey] || !File.Exists(survey))
        {
            Console.Error.WriteLine($"Name the survey, a CSV file with a column salary_in_usd: {Usage}");
            return 1;
        }

        var values = Salaries(survey);
        double[] weights = [.. Enumerable.Range(0, values.Length).Select(i => Philox.Block((uint)i, 0, 0, 0, Seed).Uniform0)];
        var ours = Timing.Compare<double>(Repetitions, () => { }, (_, _) => { }, (Equal, () => Told(values, null)), (Weighed, () => Told(values, weights)));
        var (peer, version) = Peer(values);
        IReadOnlyList<Timing> timings = peer is null ? ours : [.. ours, peer];
        var setting = string.Create(CultureInfo.InvariantCulture, $"{values.Length:N0} salaries, five quantiles, {Replicates:N0} replicates, all processors; drawing, quantiles, standard errors and intervals. ")
            + (peer is null ? "NumPy is not installed; nothing was compared." : $"{version}, one thread, Philox as well, counts of sorted observations instead of sorting; its five point estimates are the same to the last digit.");
        var report = new Report("quantiles", Machine.This, "CtmsAnalytics", [new Part("Weighted quantiles with bootstrap intervals", setting, timings, peer is null ? [] : [Ratio.Of("Against NumPy, weights of 1", peer, ours[0])])]);
        report.Write(ProjectFolder.Results);
        Console.WriteLine(report.Markdown());
        return 0;
    }

    private static double Told(double[] values, double[]? weights) => QuantileBootstrap.Of(values, weights, Probabilities, Seed, Replicates).Sum(q => q.Value + q.StandardError!.Value);

    private static double[] Salaries(string survey)
    {
        var lines = File.ReadAllLines(survey);
        var column = Array.IndexOf(lines[0].Split(','), "salary_in_usd");
        // Titles of the survey hold commas inside quotation marks; the salary stands behind them, so that it is found from the end of the row.
        var fromEnd = lines[0].Split(',').Length - column;
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => double.Parse(l.Split(',')[^fromEnd], CultureInfo.InvariantCulture))];
    }

    private static (Timing? Timing, string Version) Peer(double[] values)
    {
        if (PythonPeer.NumPy() is not { } version) return (null, "");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, values.Select(v => v.ToString("R", CultureInfo.InvariantCulture)));
            var lines = PythonPeer.Ask([Path.Combine(ProjectFolder.Path, "Quantiles", "quantiles.py"), file, Text(Replicates), Text(Repetitions + 1)])?.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                ?? throw new InvalidOperationException("The peer failed: nothing was measured.");
            double[] theirs = [.. lines[0].Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture))];
            var ours = WeightedQuantiles.Of(values, null, Probabilities)!;
            if (!theirs.SequenceEqual(ours)) throw new InvalidOperationException($"NumPy gives {string.Join(' ', theirs)} and the library {string.Join(' ', ours)}: nothing was measured.");
            return (PythonPeer.Timing("NumPy, weights of 1", lines.Skip(2)), version);
        }
        finally
        {
            File.Delete(file);
        }
    }


    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
