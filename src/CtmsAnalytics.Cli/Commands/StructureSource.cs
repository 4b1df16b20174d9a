using System.CommandLine;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>What <c>ctms structure</c> works on: the base, the roster, the day of effect, and how costs are simulated.</summary>
internal sealed class StructureSource
{
    private const int DefaultDraws = 128;

    private readonly Argument<string> _scenario = new("scenario") { Description = "Scenario file of the base, for example data/scenarios/baseline.yaml." };
    private readonly Option<string> _workspace = WorkspaceOption.Create();
    private readonly Option<int?> _roster = RosterOption.Create();
    private readonly Option<DateOnly?> _effective = new("--effective") { Description = "Day from which the structure holds; without it the first of the second fiscal year.", HelpName = "DATE" };
    private readonly Option<int> _draws = new("--draws", "-n") { Description = "Number of draws that every cost is simulated on.", HelpName = "N", DefaultValueFactory = _ => DefaultDraws };
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
            var roster = workspace.FindRoster(parsed.GetValue(_roster));
            var input = WorkspaceInput.Load(workspace, roster);
            var file = parsed.GetRequiredValue(_scenario);
            var scenario = ScenarioLoading.LoadAll([file], input)[0];
            var reader = new ParameterReader(input.Parameters, scenario.Scenario.Economy);
            var situation = StructureSituation.Of(scenario.Scenario, input, parsed.GetValue(_effective), reader);
            return new StructureWork(workspace, roster, input, file, scenario, reader, situation, new CostingOptions(draws, parsed.GetValue(_seed), parsed.GetValue(_threads)));
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }
}

/// <summary>An opened base.</summary>
internal sealed record StructureWork(
    AnalystWorkspace Workspace, RosterInfo Roster, ProjectionInput Input, string File, LoadedScenario Scenario, ParameterReader Parameters, StructureSituation Situation, CostingOptions Costing) : IDisposable
{
    public void Dispose() => Workspace.Dispose();

    /// <summary>The manifest of a study on the base.</summary>
    public RunManifest Manifest(string options, string method) => RunManifest.Create(
        [
            new ManifestInput("scenario (base)", Path.GetFileName(Scenario.Sources[0].File), Scenario.Sha256),
            .. Workspace.Inputs(Roster.RosterId),
            AnalystWorkspace.SeedInput(Costing.Seed),
            StudyInputs.Options(FormattableString.Invariant($"{options} effective {Situation.Effective:yyyy-MM-dd} draws {Costing.Draws}")),
        ],
        method);

    /// <summary>Assumed figures that the design, the goals and the costs rest on.</summary>
    public IReadOnlyList<Parameter> Assumed(CancellationToken cancellation) =>
        [.. Parameters.AssumedUsed.Concat(PointEstimate.Run(Scenario.Scenario, Input, null, cancellation).AssumedParameters).Concat(ScenarioAssumptions.Of(Scenario)).DistinctBy(p => (p.Name, p.EffectiveYear))];

    /// <summary>What a reader must know beside the results.</summary>
    public IReadOnlyList<string> Notes() =>
    [
        .. RosterNotes.Of(Roster, Situation.Base.Horizon),
        FormattableString.Invariant($"Amounts of structures are in dollars of {Situation.BaseYear}, as scenario files state them. Market wages of May {Situation.SurveyYear} are aged to {Situation.Effective:yyyy-MM-dd} and stated in the same dollars: the structure's annual adjustments up to that day ({(Situation.StructureGrowth - 1) * 100:0.##} %) are taken out."),
        "Positions of people are those of the roster, with the salaries that it states; costs come from the simulation, in which people leave, are hired and are adjusted.",
        .. Situation.Policy.FurtherStructures.Count > 0 ? new[] { "Further structures keep their ranges; only the main structure is designed, and only the people whom it covers are counted." } : [],
        .. Situation.Gaps,
    ];
}
