using System.CommandLine;
using Spectre.Console;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>Every command of <c>ctms</c>, in the order in which help shows them.</summary>
public static class CommandList
{
    /// <summary>Creates the commands.</summary>
    /// <param name="console">Where the commands print.</param>
    /// <returns>The commands.</returns>
    public static IEnumerable<Command> Create(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        return
        [
            DemoCommand.Create(console),
            InitCommand.Create(console),
            ImportCommand.Create(console),
            QuarantineCommand.Create(console),
            RostersCommand.Create(console),
            SampleCommand.Create(console),
            ScenarioCommand.Create(console),
            CompareCommand.Create(console),
            SimulateCommand.Create(console),
            MergeCommand.Create(console),
            WhomCommand.Create(console),
            ExplainCommand.Create(console),
            PersonCommand.Create(console),
            MarketCommand.Create(console),
            StructureCommand.Create(console),
            SupplementCommand.Create(console),
            EquityCommand.Create(console),
            ValuationCommand.Create(console),
            FunnelCommand.Create(console),
            DeploymentCommand.Create(console),
            InternalEquityCommand.Create(console),
            StudiesCommand.Create(console),
            RunsCommand.Create(console),
            ReportCommand.Create(console),
            BudgetCommand.Create(console),
            ExportCommand.Create(console),
            ParametersCommand.Create(console),
            GalleryCommand.Create(console),
            NotebookCommand.Create(console),
            KernelCommand.Create(console),
        ];
    }
}
