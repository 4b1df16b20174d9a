using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Benchmarks.Harness;

/// <summary>One part of a report: the ways of doing a thing, and what follows.</summary>
/// <param name="Title">What was done.</param>
/// <param name="Setting">The data and the conditions.</param>
/// <param name="Timings">The ways.</param>
/// <param name="Ratios">The comparisons.</param>
internal sealed record Part(string Title, string Setting, IReadOnlyList<Timing> Timings, IReadOnlyList<Ratio> Ratios);

/// <summary>Results as a file for programs and a file for people, beside this project.</summary>
/// <param name="Name">The benchmark.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="Library">The library that was measured and its version.</param>
/// <param name="Parts">The parts.</param>
internal sealed record Report(string Name, Machine Machine, string Library, IReadOnlyList<Part> Parts)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{Name}.json"), JsonSerializer.Serialize(this, Json) + "\n");
        File.WriteAllText(Path.Combine(folder, $"{Name}.md"), Markdown());
    }

    internal string Markdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Name}\n\n{Machine.Processor}, {Machine.Cores} cores; {Machine.OperatingSystem}; {Machine.Runtime}; {Library}.\n");
        text.Append("Seconds; every way gives the same answer, which is checked. Best is the repetition that other work on the machine disturbed least; processor is the time of all threads together.\n");
        foreach (var part in Parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {part.Title}\n\n{part.Setting}\n\n| way | median | best | processor |\n|---|--:|--:|--:|\n");
            foreach (var timing in part.Timings) text.Append(CultureInfo.InvariantCulture, $"| {Cell(timing.Way)} | {timing.MedianSeconds:F3} | {timing.BestSeconds:F3} | {timing.ProcessorSeconds:F3} |\n");
            text.Append("\n| times as fast | by median | by best | by processor |\n|---|--:|--:|--:|\n");
            foreach (var ratio in part.Ratios) text.Append(CultureInfo.InvariantCulture, $"| {Cell(ratio.Statement)} | {ratio.ByMedian:F2} | {ratio.ByBest:F2} | {ratio.ByProcessor:F2} |\n");
        }
        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
}
