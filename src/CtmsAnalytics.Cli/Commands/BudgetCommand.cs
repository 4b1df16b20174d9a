using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Charts.Runs;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Privacy;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Budgets;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary><c>ctms budget RUN</c>: the budget tables of a stored run, each reconciled to its cost cube.</summary>
public static class BudgetCommand
{
    private const string DefaultCut = "object-class,organisation,fund";

    private static readonly string[] Examples =
    [
        "budget latest -w work",
        "budget latest -w work --basis mean --by organisation,component --unit millions",
        "budget latest -w work --basis p80 --percentile 90",
        "budget 3f2a -w work --scenario 0 --csv work/budget",
        "budget latest -w work --json",
    ];

    /// <summary>Creates the command.</summary>
    /// <param name="console">Where the tables are printed.</param>
    /// <returns>The command.</returns>
    public static Command Create(IAnsiConsole console)
    {
        var run = RunArgument.Create();
        var workspace = WorkspaceOption.Create();
        var scenario = ScenarioOption.Create();
        var basis = BasisOption.Create();
        var by = new Option<string>("--by") { Description = $"Rows of the large table, one or more of {BudgetDimensions.List}.", HelpName = "A,B", DefaultValueFactory = _ => DefaultCut };
        var unit = new Option<string>("--unit") { Description = "Unit of printed amounts, rounded so that they add up.", HelpName = "cents|dollars|thousands|millions", DefaultValueFactory = _ => "thousands" };
        unit.AcceptOnlyFromAmong([.. MoneyUnit.All.Select(u => u.Code)]);
        var percentile = new Option<int>("--percentile") { Description = "Percentile of the request that is taken apart step by step, of a run with draws.", HelpName = "1-100", DefaultValueFactory = _ => RequestTable.UsualPercentile };
        percentile.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var percent) || percent is < 1 or > RequestTable.MostPercent))
                result.AddError($"--percentile is '{result.Tokens[0].Value}'. Give a whole number from 1 to 100.");
        });
        var policy = PolicyOption.Create();
        var leadership = new Option<bool>("--public") { Description = "The tables that leadership may see: nothing of organisations with fewer than five people, and nothing that gives it back." };
        var csv = new Option<string?>("--csv") { Description = "Writes the exact tables as CSV files into a folder.", HelpName = "DIR" };
        var json = JsonOption.Create("Prints the exact tables as JSON, amounts in cents.");
        var command = new CommandWithExamples("budget", "Shows the budget tables of a run: object classes, organisations and funds, FTE and rates, raises, quarters, program change.", Examples)
        {
            run, workspace, scenario, basis, percentile, by, unit, policy, leadership, csv, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(leadership) && result.GetResult(by) is { Implicit: false }) result.AddError("--by is not for --public: leadership sees object classes and organisations.");
        });
        command.SetAction(parsed => Run(console, new BudgetOptions(
            parsed.GetRequiredValue(run),
            parsed.GetRequiredValue(workspace),
            parsed.GetValue(scenario),
            BasisOption.Of(parsed.GetRequiredValue(basis)),
            parsed.GetValue(percentile),
            BudgetDimensions.Parse(parsed.GetRequiredValue(by)),
            MoneyUnit.All.Single(u => u.Code == parsed.GetRequiredValue(unit)),
            parsed.GetValue(policy),
            parsed.GetValue(leadership),
            parsed.GetValue(csv),
            parsed.GetValue(json))));
        return command;
    }

    private static int Run(IAnsiConsole console, BudgetOptions options)
    {
        if (options.Csv is { } folder) OutputFolder.Require(folder, "--csv");
        using var workspace = AnalystWorkspace.Open(options.Workspace, readOnly: true);
        var run = workspace.LoadRun(options.Run);
        var (policy, files) = BudgetPolicyFiles.Load(PolicyOption.Folder(options.Policy));
        if (options.IsPublic) policy = policy.Together(SmallComponents.Of(run));
        var scenario = ScenarioOption.Find(options.Scenario, run);
        var book = BudgetBook.Of(run, scenario, options.Basis, policy);
        var request = run.Drawn is null || options.IsPublic ? null : RequestTable.Of(run, scenario, options.Percentile);
        var tables = book.Tables(options.By);
        var leadership = options.IsPublic ? new PublicBudget(book, MovedPeople.AreFew(run.Facts, scenario)) : null;
        var notice = leadership is null ? PersonalData.FirstLine : leadership.IsAboutFew ? PersonalData.OfFew : null;
        var staffing = leadership?.Staffing() ?? book.Staffing();
        if (tables.Where(t => t.Rows.Count > 0).Select(t => t.Reconciliation).Append(book.Staffing().Reconciliation).FirstOrDefault(r => !r.Ties) is { } broken)
            throw new InvalidOperationException($"A budget table of run {run.Manifest.RunId} does not add up. {BudgetViews.Tie(broken)}");
        if (options.Csv is { } target) OutputFolder.Write(target, f => BudgetCsv.Write(f, Shown(1), staffing, request));
        if (options.Json)
        {
            console.Line(BudgetJson.Write(run.Manifest.RunId, book, Shown(1), staffing, request, notice, files));
            return ExitCode.Success;
        }

        TextPage.Fit(console);
        if (notice is not null) console.Wrapped(notice);
        console.Wrapped($"Budget of {book.Source.Scenario}, run {run.Manifest.RunId}: {Words(options.Basis)}");
        if (run.Facts.RosterNote is { } note) console.Wrapped(note);
        // The large table of program change would fill three pages; it is in the files.
        var shown = Shown(options.Unit.Cents).Where(t => t.Name != ProgramChangeTable.Name).ToList();
        if (request is not null) BudgetText.Print(console, request, options.Unit);
        var cuts = options.By is [BudgetDimension.ObjectClass] ? 1 : 2;
        foreach (var table in shown.Take(cuts)) BudgetText.Print(console, table, options.Unit);
        BudgetText.Print(console, staffing);
        foreach (var table in shown.Skip(cuts)) BudgetText.Print(console, table, options.Unit);
        console.Line("");
        console.Wrapped($"Which object class and fund a cost belongs to is policy data, {Assumed(policy)} (data/policy/README.md).");
        if (options.Csv is { } written) console.Remark($"Tables: {SafeText.Escape(Path.GetFullPath(written))}");
        return ExitCode.Success;

        IReadOnlyList<ShownTable> Shown(long unitCents) => leadership?.Tables(unitCents) ?? [.. tables.Select(t => ShownTable.Of(t, unitCents))];
    }

    private static string Words(BudgetBasis basis) => basis switch
    {
        BudgetBasis.Mean => "the mean over draws",
        BudgetBasis.P80 => "each year at the 80th percentile over draws; all years are the sum of these and not a percentile of the sum",
        _ => "the point estimate on the expected path",
    };

    private static string Assumed(BudgetPolicy policy)
    {
        var marks = policy.ObjectClasses.Select(r => r.Mark).Concat(policy.Funds.Select(r => r.Mark)).ToList();
        return FormattableString.Invariant($"{marks.Count(m => m == Parameters.ParameterMark.Assumed)} of its {marks.Count} rows assumed");
    }

    private sealed record BudgetOptions(
        string Run, string Workspace, string? Scenario, BudgetBasis Basis, int Percentile, IReadOnlyList<BudgetDimension> By, MoneyUnit Unit, string? Policy, bool IsPublic, string? Csv, bool Json);
}
