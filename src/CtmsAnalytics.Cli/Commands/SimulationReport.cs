using System.CommandLine;
using CtmsAnalytics.Cli.Output;
using CtmsAnalytics.Cli.Simulations;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Budgets;
using CtmsAnalytics.Workspace.Simulations;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>What <c>ctms simulate</c> and <c>ctms merge</c> do with a complete simulation, and the options that say so.</summary>
internal sealed class SimulationReport
{
    private readonly BudgetOption _budget = new();

    private readonly Option<bool> _json = JsonOption.Create("Prints JSON instead of text, every amount in cents.");

    private readonly Option<string?> _csv = new("--csv") { Description = "Writes the tables as CSV files into a folder as well.", HelpName = "DIR" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_budget.Option);
        command.Options.Add(_json);
        command.Options.Add(_csv);
    }

    /// <summary>Reads the options before any work.</summary>
    /// <exception cref="InputException">A budget is none, or the folder cannot be made.</exception>
    public Report Read(ParseResult parsed)
    {
        var budgets = _budget.Read(parsed);
        var csv = parsed.GetValue(_csv);
        if (csv is not null) OutputFolder.Require(csv, "--csv");
        return new Report(budgets, parsed.GetValue(_json), csv);
    }

    /// <summary>What is to be printed and written.</summary>
    /// <param name="Budgets">Budgets that costs are held against.</param>
    /// <param name="Json">Whether JSON is printed.</param>
    /// <param name="Csv">Folder for tables; null for none.</param>
    internal sealed record Report(IReadOnlyList<YearBudget> Budgets, bool Json, string? Csv)
    {
        /// <summary>Checks that every budget is for a year that is simulated.</summary>
        /// <exception cref="InputException">A budget is for another year.</exception>
        public void CheckYears(IReadOnlyList<int> years) => BudgetOption.CheckYears(Budgets, years);

        /// <summary>Prints a complete simulation, writes its tables and stores it in the workspace.</summary>
        /// <param name="console">Where it is printed.</param>
        /// <param name="run">The simulation.</param>
        /// <param name="workspace">Folder of the workspace.</param>
        /// <param name="speed">A sentence about time and speed; null for none.</param>
        public void Finish(IAnsiConsole console, SimulatedRun run, string workspace, string? speed)
        {
            var summary = SimulationSummaries.Of(run, Budgets);
            bool stored;
            using (var opened = AnalystWorkspace.Open(workspace)) stored = opened.SaveSimulation(run);
            Print(console, summary, run);
            if (Json) return;
            if (speed is not null) console.RemarkWrapped(speed);
            console.RemarkWrapped(stored ? "The run is stored in the workspace, in the tables simulation*." : "The run was in the workspace already; the same inputs and draws give the same run.");
        }

        /// <summary>Prints a summary and writes its tables.</summary>
        /// <param name="console">Where it is printed.</param>
        /// <param name="summary">The summary.</param>
        /// <param name="run">The draws; null on the expected path.</param>
        public void Print(IAnsiConsole console, SimulationSummary summary, SimulatedRun? run)
        {
            if (Json) console.Line(SimulationJson.Write(summary, run?.Result));
            else SimulationText.Print(console, summary);
            if (Csv is not { } folder) return;
            SimulationCsv.Write(folder, summary, run?.Result);
            if (!Json) console.Remark($"Tables: {SafeText.Escape(Path.GetFullPath(folder))}");
        }
    }
}
