using System.Runtime.CompilerServices;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Tests.Data;
using CtmsAnalytics.Tests.Projection;

namespace CtmsAnalytics.Tests;

/// <summary>The library's README: its sample is compiled and run, its table of folders is the folders.</summary>
public sealed class ReadmeTests
{
    private const string Begin = "// README begins";
    private const string End = "// README ends";

    private static readonly string Readme = File.ReadAllText(Path.Combine(RepositoryData.Root, "src", "CtmsAnalytics", "README.md"));

    [Fact]
    public void Sample_OfTheReadme_IsTheCodeBelowAndWorks()
    {
        Assert.Equal(SampleOfReadme(), SampleBelow());
        Assert.Equal(
            [
                "4266 cents an hour, 341280 cents a work period",
                "197200 dollars a year are paid of 200000: the limitation cuts 10720 cents a work period",
                "Assumed figures that this rests on: none",
            ],
            RunSample());
    }

    [Fact]
    public void Folders_OfTheLibrary_AllStandInTheReadme()
    {
        var folders = Directory.GetDirectories(Path.Combine(RepositoryData.Root, "src", "CtmsAnalytics")).Select(f => Path.GetFileName(f)!).Where(f => f is not ("bin" or "obj"));

        Assert.All(folders, f => Assert.Contains($"`{f}/`", Readme, StringComparison.Ordinal));
    }

    private static List<string> RunSample()
    {
        var (figures, economy) = (new ParameterSet(TestWorld.Figures), TestWorld.Quiet.Economy);
        var lines = new List<string>();
        // README begins
        // The published example of 5 U.S.C. 5504(b): 89,033 a year is 42.66 an hour and 3,412.80 a work period.
        var parameters = new ParameterReader(figures, economy);
        var divisor = (long)parameters.Constant("hourly_divisor");
        var hours = (int)parameters.Constant("full_time_hours");
        var limitation = parameters.PayRate("EX-IV", 2026);
        var range = parameters.PayRate("VP", 2026);

        var plain = WorkPeriodSalary.Of(89_033, 0, supplement: 0, limitation, true, range, hours, divisor);
        var local = WorkPeriodSalary.Of(160_000, 0, supplement: 0.25, limitation, true, range, hours, divisor);

        lines.Add($"{HourlyRate.FromAnnual(89_033, divisor)} cents an hour, {plain.Total} cents a work period");
        lines.Add($"{local.Salary} dollars a year are paid of {160_000 * 1.25:0}: the limitation cuts {local.CutByLimitation} cents a work period");
        lines.Add($"Assumed figures that this rests on: {(parameters.AssumedUsed.Count == 0 ? "none" : string.Join(", ", parameters.AssumedUsed.Select(p => p.Name)))}");
        // README ends
        return lines;
    }

    private static string SampleBelow([CallerFilePath] string thisFile = "")
    {
        var lines = File.ReadAllLines(thisFile).Select(line => line.Length > 8 ? line[8..] : line.Trim()).ToList();
        var begin = lines.IndexOf(Begin) + 1;
        return string.Join('\n', lines[begin..lines.IndexOf(End)]);
    }

    private static string SampleOfReadme()
    {
        const string Fence = "```csharp\n";
        var begin = Readme.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        return Readme[begin..Readme.IndexOf("\n```", begin, StringComparison.Ordinal)];
    }
}
