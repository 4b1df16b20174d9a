using System.CommandLine;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Analyses;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Scenarios;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>What <c>ctms structure</c> works on: the base, the roster, the day of effect, and how costs are simulated.</summary>
internal sealed class StructureSource
{
    private readonly Argument<string> _scenario = new("scenario") { Description = "Scenario file of the base, for example data/scenarios/baseline.yaml." };
    private readonly Option<string> _workspace = WorkspaceOption.Create();
    private readonly Option<int?> _roster = RosterOption.Create();
    private readonly Option<DateOnly?> _effective = new("--effective") { Description = "Day from which the structure holds; without it the first of the second fiscal year.", HelpName = "DATE" };
    private readonly Option<int> _draws = new("--draws", "-n") { Description = "Number of draws that every cost is simulated on.", HelpName = "N", DefaultValueFactory = _ => StructureOptions.DefaultCosting.Draws };
    private readonly Option<uint> _seed = new("--seed") { Description = "Seed of every random number, 0 to 4294967295.", HelpName = "S", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _threads = new("--threads") { Description = "Threads; 0 for one for each processor. The results do not depend on it.", HelpName = "T", DefaultValueFactory = _ => 0 };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_scenario);
        foreach (var option in new Option[] { _workspace, _roster, _effective, _draws, _seed, _threads }) command.Options.Add(option);
    }

    public StructureWork Open(ParseResult parsed)
    {
        var draws = parsed.GetValue(_draws);
        if (draws < 1) throw new InputException(FormattableString.Invariant($"--draws {draws}: Give at least one draw."));
        if (parsed.GetValue(_threads) is < 0 and var threads) throw new InputException(FormattableString.Invariant($"--threads {threads}: Give 0 or more."));
        var workspace = AnalystWorkspace.Open(parsed.GetRequiredValue(_workspace));
        try
        {
            var snapshot = WorkspaceSnapshot.Read(workspace, parsed.GetValue(_roster));
            var file = parsed.GetRequiredValue(_scenario);
            var scenario = ScenarioLoading.LoadAll([file], snapshot)[0];
            return new StructureWork(workspace, snapshot, file, new StructureStudies(snapshot, scenario, parsed.GetValue(_effective), new CostingOptions(draws, parsed.GetValue(_seed), parsed.GetValue(_threads))));
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }
}

/// <summary>An opened base.</summary>
internal sealed record StructureWork(AnalystWorkspace Workspace, WorkspaceSnapshot Snapshot, string File, StructureStudies Studies) : IDisposable
{
    public void Dispose() => Workspace.Dispose();
}
