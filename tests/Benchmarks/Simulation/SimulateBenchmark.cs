using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Benchmarks.Harness;

namespace Benchmarks.Simulation;

/// <summary>The full model: the sample service, and a large one; see README.md.</summary>
internal static class SimulateBenchmark
{
    private const int SampleDraws = 10_000;
    private const int LargePeople = 100_000;
    private const int LargeDraws = 200;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static int Run()
    {
        var sample = SampleService.Load();
        var large = sample.Of(LargePeople);
        var rows = new List<SimulateRow>();
        foreach (var threads in new[] { 1, Environment.ProcessorCount }.Distinct())
        {
            rows.Add(SimulateRow.Measure("the sample service, baseline and targeted proposal", [sample.Baseline, sample.Targeted], sample.Input, SampleDraws, threads, 3));
            rows.Add(SimulateRow.Measure("the sample service, baseline", [sample.Baseline], sample.Input, SampleDraws, threads, 3));
            rows.Add(SimulateRow.Measure("a large service, baseline", [sample.Baseline], large, LargeDraws, threads, 1));
        }

        var markdown = Markdown(rows);
        Directory.CreateDirectory(ProjectFolder.Results);
        File.WriteAllText(Path.Combine(ProjectFolder.Results, "simulate.json"), JsonSerializer.Serialize(new { Name = "simulate", Machine = Machine.This, Rows = rows }, Json) + "\n");
        File.WriteAllText(Path.Combine(ProjectFolder.Results, "simulate.md"), markdown);
        Console.WriteLine(markdown);
        return 0;
    }

    private static string Markdown(List<SimulateRow> rows)
    {
        var machine = Machine.This;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# simulate\n\n{machine.Processor}, {machine.Cores} cores; {machine.OperatingSystem}; {machine.Runtime}.\n");
        text.Append("The full model over five fiscal years; every repetition gives the same mean cost to the last bit, which is checked. Preparation is outside the clock. Allocated is what a run allocates in all, peak what the process ever held.\n\n");
        text.Append("| case | people | scenarios | draws | threads | median s | best s | M person-year-draws/s | allocated MB | peak MB |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var r in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {r.Case} | {r.People:N0} | {r.Scenarios} | {r.Draws:N0} | {r.Threads} | {r.MedianSeconds:F3} | {r.BestSeconds:F3} | {r.MillionPersonYearDrawsPerSecond:F2} | {r.AllocatedBytes / 1e6:F1} | {r.PeakBytes / 1e6:F0} |\n");
        }

        text.Append('\n');
        foreach (var group in rows.Where(r => r.Scenarios == 1).GroupBy(r => r.Threads))
        {
            var (small, large) = (group.MinBy(r => r.People)!, group.MaxBy(r => r.People)!);
            text.Append(
                CultureInfo.InvariantCulture,
                $"On {group.Key} thread{(group.Key == 1 ? "" : "s")} a person-year-draw of the large service costs {small.MillionPersonYearDrawsPerSecond / large.MillionPersonYearDrawsPerSecond:F2} times one of the sample.\n");
        }

        return text.ToString();
    }
}
