using System.Globalization;
using System.Runtime.InteropServices;
using Benchmarks.Harness;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.WorkValuation;

namespace Benchmarks.Matching;

/// <summary>5,000 people matched with 5,000 assignments, beside SciPy's solver on the same matrix where it is installed; see README.md.</summary>
internal static class MatchingBenchmark
{
    private const int Size = 5000;
    private const int Repetitions = 3;
    private const int LargestCost = 10_000;
    private static readonly string[] Levels = ["ENT", "DEV", "TEC", "ADV", "LDR", "EXP", "SRL", "EXE"];
    private static readonly string[] Qualifications = ["NET", "SYS", "SWE", "CRY", "FOR", "IRH", "THR", "VUL", "ICS", "CLD", "DAT", "POL", "RSK", "ARC", "PRG", "LDR", "COM", "MIS"];
    private static readonly MatchPolicy Policy = new(0.6, 0.1, 0.1, 0.05, 0.1, 0.05, 0.6, 0.02, 0.1) { HighestRating = 3 };

    internal static int Run()
    {
        var (assignments, people) = Workforce();
        int[] drawn = [.. Enumerable.Range(0, Size * Size).Select(k => (int)(Philox.Block((uint)k, 1, 0, 0, 1).Word0 % LargestCost))];
        var report = new Report("matching", Machine.This, "CtmsAnalytics", [
            Measure("Random costs", $"5,000 x 5,000 whole costs below {LargestCost:N0}, every pair permitted; the solver alone.", "solver", drawn, () => LinearAssignment.Solve(drawn, Size, Size)),
            Measure(
                "People and assignments",
                "5,000 people and 5,000 assignments of eight work levels, four of eighteen qualifications each; pairs of different levels, without the clearance or of little alignment are forbidden. Scoring of all 25 million pairs, solving, and the account of every match; SciPy's time is its solver alone.",
                "scores, solver and account",
                AssignmentMatcher.Costs(assignments, people, Policy),
                () => AssignmentMatcher.Match(assignments, people, Policy).Solution),
        ]);
        report.Write(ProjectFolder.Results);
        Console.WriteLine(report.Markdown());
        return 0;
    }

    private static Part Measure(string title, string setting, string way, int[] costs, Func<LinearAssignmentSolution> solve)
    {
        var solution = LinearAssignment.Solve(costs, Size, Size);
        if (!solution.IsCertifiedBy(costs)) throw new InvalidOperationException("The certificate does not hold: nothing was measured.");
        var total = solution.TotalCost + ((Size - solution.Pairs.Count) * (long)solution.ForbiddenCost);
        var ours = Timing.Compare(Repetitions, (way, () => solve().TotalCost));
        var peer = Peer([.. costs.Select(c => c == LinearAssignment.Forbidden ? solution.ForbiddenCost : c)], total);
        var made = string.Create(CultureInfo.InvariantCulture, $"{setting} {solution.Pairs.Count:N0} pairs, certified by the dual variables.");
        return peer is null
            ? new Part(title, made + " SciPy is not installed; nothing was compared.", ours, [])
            : new Part(title, made + " SciPy's linear_sum_assignment has the same total.", [.. ours, peer], [Ratio.Of("Against SciPy", peer, ours[0])]);
    }

    private static Timing? Peer(int[] costs, long total)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, MemoryMarshal.AsBytes(costs.AsSpan()).ToArray());
            string[] arguments = [Path.Combine(ProjectFolder.Path, "Matching", "matching.py"), file, Text(Size), Text(Size), Text(Repetitions)];
            if (PythonPeer.Ask(arguments)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) is not { } lines) return null;
            if (lines[0] != Text(total)) throw new InvalidOperationException($"SciPy's total is {lines[0]} and the library's {Text(total)}: nothing was measured.");
            return PythonPeer.Timing("SciPy's linear_sum_assignment", lines.Skip(1));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (List<Assignment> Assignments, List<AssignmentCandidate> People) Workforce()
    {
        var day = new DateOnly(2026, 10, 4);
        List<Assignment> assignments = [.. Enumerable.Range(0, Size).Select(i => new Assignment(
            $"A{i}", "Work", day, null, "CSD", (PersonnelSecurity)(U(i, 0) < 0.5 ? 2 : 3), U(i, 1) < 0.8 ? "51013" : "06001", WorkSchedule.FullTime, 80, "review in December", Levels[(int)(U(i, 2) * Levels.Length)],
            [.. Enumerable.Range(0, 4).Select(q => new RequiredQualification(Qualifications[(i + (q * 5)) % Qualifications.Length], 1 + Math.Floor(U(i, 3 + q) * 4)))])
            { MissionNeed = U(i, 8), StrategicPriority = U(i, 9) })];
        List<AssignmentCandidate> people = [.. Enumerable.Range(0, Size).Select(i => new AssignmentCandidate(
            $"P{i}", Levels[(int)(U(i, 20) * Levels.Length)], U(i, 21) < 0.8 ? "51013" : "06001", (PersonnelSecurity)(U(i, 22) < 0.4 ? 2 : 3),
            new PersonQualifications($"P{i}", Qualifications.Select((q, k) => (q, Level: Math.Round((1 + (U(i, 30 + k) * 4)) * 2) / 2)).ToDictionary(q => q.q, q => q.Level)), (int)(U(i, 23) * 4), false))];
        return (assignments, people);

        static double U(int i, int what) => Philox.Block((uint)i, (uint)what, 0, 0, 2).Uniform0;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
