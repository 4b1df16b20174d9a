using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Benchmarks.Harness;
using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Budget;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.SpecialWorkingConditions;

namespace Benchmarks.Rules;

/// <summary>What a rule costs: nanoseconds and bytes a call; see README.md.</summary>
internal static class RulesBenchmark
{
    private const string Spreadsheet = "a full work period of one person, decimal arithmetic as in a spreadsheet";
    private const string Whole = "a full work period of one person";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static int Run()
    {
        CheckAnswers();
        var timings = Measure();
        if (Python() is { } python) timings.Add(python);
        var machine = Machine.This;
        var folder = ProjectFolder.Results;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "rules.json"), JsonSerializer.Serialize(new { Name = "rules", Machine = machine, People.Count, Timings = timings }, Json) + "\n");
        var markdown = Markdown(machine, timings);
        File.WriteAllText(Path.Combine(folder, "rules.md"), markdown);
        Console.WriteLine(markdown);
        return 0;
    }

    /// <summary>Nothing is timed before the answers are right: the published example, and every person by two ways.</summary>
    private static void CheckAnswers()
    {
        Require(HourlyRate.FromAnnual(People.Salaries[0], People.Divisor) == 4266, "89,033 dollars a year are 42.66 an hour");
        Require(WorkPeriod.ByRules(0).Salary == 341_280, "89,033 dollars a year are 3,412.80 a work period");
        for (var i = 0; i < People.Count; i++)
        {
            var (rules, sheet) = (WorkPeriod.ByRules(i), WorkPeriod.BySpreadsheet(i));
            Require(rules == sheet, $"person {i} has {sheet} in decimal arithmetic and {rules} by the rules");
        }
    }

    private static List<RuleTiming> Measure()
    {
        var (salaries, supplements, recognition) = (People.Salaries, People.Supplements, People.Recognition);
        return
        [
            Rule("HourlyRate.FromAnnual", i => HourlyRate.FromAnnual(salaries[i], People.Divisor)),
            Rule("HourlyRate.WorkPeriodPay", i => HourlyRate.WorkPeriodPay(salaries[i], People.Hours, People.Divisor)),
            Rule("Supplement.SalaryWith", i => Supplement.SalaryWith(salaries[i], supplements[i])),
            Rule("SalaryCeilings.Apply", i => SalaryCeilings.Apply(salaries[i], salaries[i] + 20_000, People.Limitation, true, People.StandardRange).Salary),
            Rule("WorkPeriodSalary.Of", i =>
                WorkPeriodSalary.Of(salaries[i], 0, supplements[i], People.Limitation, true, People.StandardRange, People.Hours, People.Divisor).Total),
            Rule("Headroom.Of", i => Headroom.Of(People.AggregateLimit, 1_000_000, salaries[i], People.PaydaysLeft, recognition[i])),
            Rule("AdditionalCompensation.Pay", i =>
            {
                var account = new PayAccount { CalendarYear = 2026, SalaryPaid = 5_000_000 };
                return AdditionalCompensation.Pay(ref account, false, People.AggregateLimit, salaries[i], People.PaydaysLeft, recognition[i], 30_000, ExcessTreatment.Deferred).Total;
            }),
            Rule("RecognitionAdjustment.Raised and Cap", i => RecognitionAdjustment.Cap(salaries[i], RecognitionAdjustment.Raised(salaries[i], People.Guideline), People.Limitation)),
            Rule("SwcPayment.Excludes and Amount", i =>
                SwcPayment.Excludes(salaries[i], People.EligibilityRate, AppointmentType.Continuing) is null ? SwcPayment.Amount(salaries[i], People.SpecialPercent) : 0),
            Rule("EmployerCost.Contribution", i => EmployerCost.Contribution(salaries[i], People.Retirement)),
            Rule("EmployerCost.SocialSecurity", i => EmployerCost.SocialSecurity(salaries[i], 18_350_000, People.WageBase, People.SocialSecurity)),
            Rule("EmployerCost.LifeInsurance", i => EmployerCost.LifeInsurance(salaries[i], People.LifeStep, People.LifeAddition, People.LifeRate)),
            Rule(Whole, i => WorkPeriod.ByRules(i).Sum),
            Rule(Spreadsheet, i => WorkPeriod.BySpreadsheet(i).Sum),
        ];
    }

    private static RuleTiming Rule(string name, Func<int, long> call) => RuleTiming.Of(name, () =>
    {
        var sum = 0L;
        for (var i = 0; i < People.Count; i++) sum += call(i);
        return sum;
    });

    private static RuleTiming? Python()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(ProjectFolder.Path, "Rules", "work_period.py")]) { RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
            process.WaitForExit();
            Require(output[0] == Enumerable.Range(0, People.Count).Sum(i => WorkPeriod.ByRules(i).Sum).ToString(CultureInfo.InvariantCulture), "Python gives another sum");
            var nanoseconds = double.Parse(output[1], CultureInfo.InvariantCulture);
            return new RuleTiming("a full work period of one person, Python 3 whole numbers", nanoseconds, nanoseconds, null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Markdown(Machine machine, List<RuleTiming> timings)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# rules\n\n{machine.Processor}, {machine.Cores} cores; {machine.OperatingSystem}; {machine.Runtime}; one thread.\n");
        text.Append(CultureInfo.InvariantCulture, $"Nanoseconds and bytes of a call, over {People.Count:N0} people in turn; a call through a delegate and the loop are part of every time. Answers are checked first: the published example\n");
        text.Append("(89,033 dollars a year are 3,412.80 a work period), and every person by the rules, by decimal arithmetic and by Python. A rule that allocates stops the benchmark.\n\n");
        text.Append("| call | median ns | best ns | bytes |\n|---|--:|--:|--:|\n");
        foreach (var t in timings)
            text.Append(CultureInfo.InvariantCulture, $"| {t.Rule} | {t.MedianNanoseconds:F1} | {t.BestNanoseconds:F1} | {(t.AllocatedBytes?.ToString("0.#", CultureInfo.InvariantCulture) ?? "not measured")} |\n");
        var whole = timings.Single(t => t.Rule == Whole).BestNanoseconds;
        foreach (var peer in timings.Where(t => t.Rule.StartsWith(Whole, StringComparison.Ordinal) && t.Rule != Whole))
            text.Append(CultureInfo.InvariantCulture, $"\nThe rules are {peer.BestNanoseconds / whole:F1} times as fast as {peer.Rule[(Whole.Length + 2)..]} (best against best).\n");
        return text.ToString();
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException($"{otherwise}: nothing was measured.");
    }
}
