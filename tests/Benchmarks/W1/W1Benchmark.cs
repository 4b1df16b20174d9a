using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Benchmarks.Harness;

namespace Benchmarks.W1;

/// <summary>Workload W1 through the product's own engine; see README.md.</summary>
internal static class W1Benchmark
{
    private const string Engine = "CtmsAnalytics";
    private const int Repetitions = 7;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (int Persons, int Draws, string Answer)[] Known =
    [
        (2000, 10, "[1190861317296, 139507653360, 15925275947, 5191338922]"),
        (2000, 100, "[11845570004240, 1386618731680, 158454851588, 51923353167]"),
        (5000, 100, "[29646628506832, 3423062765952, 399852682782, 129219330549]"),
    ];

    internal static int Run(string[] arguments)
    {
        if (W1Arguments.Parse(arguments) is not { } parsed)
        {
            Console.Error.WriteLine($"Usage: {W1Arguments.Usage}");
            return 1;
        }

        CheckAnswers();
        if (parsed.WithPeer) Compare(parsed);
        else Console.WriteLine(Measure(parsed, 1)[0].Line(parsed));
        return 0;
    }

    /// <summary>Nothing is timed before the reference answers are right; they warm the code up as well.</summary>
    private static void CheckAnswers()
    {
        var clock = Stopwatch.StartNew();
        do
        {
            foreach (var (persons, draws, expected) in Known)
            {
                var answer = W1Run.Text(Workload.Answer(Workload.Prepare(persons, W1Arguments.ReferenceSeed, Environment.ProcessorCount), draws));
                if (answer != expected) throw new InvalidOperationException($"{persons} persons and {draws} draws give {answer} instead of {expected}: nothing was measured.");
            }
        }
        while (clock.Elapsed < WarmUp);
    }

    private static List<W1Run> Measure(W1Arguments arguments, int repetitions)
    {
        var simulator = Workload.Prepare(arguments.Persons, arguments.Seed, arguments.Threads);
        var runs = new List<W1Run>();
        for (var i = 0; i < repetitions; i++)
        {
            GC.Collect();
            var clock = Stopwatch.StartNew();
            var answer = Workload.Answer(simulator, arguments.Draws);
            runs.Add(new W1Run(Engine, W1Run.Text(answer), clock.Elapsed.TotalSeconds));
        }

        return runs;
    }

    private static void Compare(W1Arguments arguments)
    {
        W1Peer.Install();
        var rows = new List<W1Row>();
        foreach (var threads in new[] { 1, arguments.Threads }.Distinct())
        {
            var of = arguments with { Threads = threads };
            // The peer in the middle, so that a slow minute of the machine meets both.
            var runs = Measure(of, Repetitions).Concat(W1Peer.Run(of, Repetitions)).Concat(Measure(of, Repetitions)).ToList();
            if (runs.FirstOrDefault(r => r.Answer != runs[0].Answer) is { } other)
                throw new InvalidOperationException($"'{other.Way}' gives {other.Answer} and '{runs[0].Way}' {runs[0].Answer}: nothing was measured.");
            foreach (var way in runs.GroupBy(r => r.Way))
            {
                var best = way.MinBy(r => r.Seconds)!;
                Console.WriteLine($"{threads.ToString(CultureInfo.InvariantCulture)} thread{(threads == 1 ? "" : "s")}, {best.Line(of)}");
                rows.Add(W1Row.Of(of, [.. way]));
            }
        }

        Write(arguments, rows);
    }

    private static void Write(W1Arguments arguments, List<W1Row> rows)
    {
        var machine = Machine.This;
        Directory.CreateDirectory(ProjectFolder.Results);
        File.WriteAllText(Path.Combine(ProjectFolder.Results, "w1.json"), JsonSerializer.Serialize(new { Name = "w1", Machine = machine, arguments.Persons, arguments.Draws, arguments.Seed, Rows = rows }, Json) + "\n");
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# w1\n\n{machine.Processor}, {machine.Cores} cores; {machine.OperatingSystem}; {machine.Runtime}.\n");
        text.Append(CultureInfo.InvariantCulture, $"{arguments.Persons:N0} persons, {Workload.Periods} work periods, {arguments.Draws:N0} draws, seed {arguments.Seed}; every run gives {rows[0].Answer} cents. ");
        text.Append("Rates count every person, work period and draw, also after a separation. Preparation and compilation are outside the clock on both sides.\n\n");
        text.Append("| way | threads | median s | best s | M cells/s, best |\n|---|--:|--:|--:|--:|\n");
        foreach (var row in rows) text.Append(CultureInfo.InvariantCulture, $"| {row.Way} | {row.Threads} | {row.MedianSeconds:F3} | {row.BestSeconds:F3} | {row.MillionCellsPerSecond:F1} |\n");
        text.Append('\n');
        foreach (var group in rows.GroupBy(r => r.Threads))
        {
            var own = group.Single(r => r.Way == Engine);
            foreach (var peer in group.Where(r => r.Way != Engine))
                text.Append(CultureInfo.InvariantCulture, $"On {group.Key} thread{(group.Key == 1 ? "" : "s")} {Engine} is {peer.MedianSeconds / own.MedianSeconds:F1} times as fast as {peer.Way} by the medians, {peer.BestSeconds / own.BestSeconds:F1} times by the best runs.\n");
        }

        File.WriteAllText(Path.Combine(ProjectFolder.Results, "w1.md"), text.ToString());
    }
}
