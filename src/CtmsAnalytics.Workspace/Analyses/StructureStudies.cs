using System.Text.Json;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Studies;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>Salary structures on a base: what <c>ctms structure</c> stores.</summary>
internal sealed class StructureStudies
{
    private const string Comparing = "Structures designed from market wages, pay lines by regression of log market pay on the level; costs by the simulation, on draws that share their luck with the base.";

    private readonly WorkspaceSnapshot _snapshot;
    private readonly LoadedScenario _scenario;
    private readonly ParameterReader _parameters;
    private readonly CostingOptions _costing;

    /// <param name="snapshot">The workspace.</param>
    /// <param name="scenario">The base.</param>
    /// <param name="effective">Day from which the structure holds; null for the first of the second fiscal year.</param>
    /// <param name="costing">How costs are simulated.</param>
    public StructureStudies(WorkspaceSnapshot snapshot, LoadedScenario scenario, DateOnly? effective, CostingOptions costing)
    {
        (_snapshot, _scenario, _costing) = (snapshot, scenario, costing);
        _parameters = new ParameterReader(snapshot.Input.Parameters, scenario.Scenario.Economy);
        Situation = StructureSituation.Of(scenario.Scenario, snapshot.Input, effective, _parameters);
    }

    /// <summary>Levels, markets and people of the base.</summary>
    public StructureSituation Situation { get; }

    /// <summary>Designs a structure by each method.</summary>
    /// <exception cref="InputException">The unit of rounding is below a dollar, or a method cannot be applied.</exception>
    public DesignedStructures Design(StructureOptions options)
    {
        var points = StructureAlternatives.Points(Situation, options.Weights);
        IReadOnlyList<PayLine> lines = [.. Enum.GetValues<PayLineMethod>().Select(m => PayLine.Fit(points, m, options.Weights))];
        var unit = (long)(options.RoundingUnit ?? _parameters.Constant("structure_rounding_unit"));
        if (unit < 1) throw new InputException(FormattableString.Invariant($"--rounding {unit}: Give whole dollars, 1 or more."));
        var tolerance = _parameters.Constant("structure_goal_tolerance");
        var alternatives = options.Methods.Select(m =>
        {
            var (proposal, cut) = StructureAlternatives.Design(Situation, m, options.Spread, unit, lines);
            return new DesignedAlternative(StructureAlternatives.Name(m), StructureAlternatives.Words(m), proposal, cut);
        }).ToList();
        return new DesignedStructures(
            alternatives, lines, tolerance,
            FormattableString.Invariant($"{string.Join(' ', options.Methods.Select(StructureAlternatives.Name))} spread {options.Spread} unit {unit} weights {options.Weights} tolerance {tolerance}"));
    }

    /// <summary>Costs designed structures beside the base.</summary>
    public IReadOnlyList<StructureAlternative> Cost(DesignedStructures designed, IProgress<double>? progress, CancellationToken cancellation) =>
        StructureAlternatives.Compare(Situation, designed.Alternatives, designed.Tolerance, _costing, progress, cancellation);

    /// <summary>The study of designed structures.</summary>
    public StructureStudy Study(DesignedStructures designed, IReadOnlyList<StructureAlternative> costed, CancellationToken cancellation) =>
        new(Manifest(designed.Options, Comparing), StructureAlternatives.Frame(Situation, designed.Tolerance, _costing), costed)
        {
            PayLines = designed.Lines,
            AssumedParameters = Assumed(cancellation),
            Notes = Notes(),
        };

    /// <summary>Goals with the defaults of the parameters.</summary>
    public StructureGoals Goals(StatedGoals stated) => StructureGoals.From(stated, _parameters);

    /// <summary>Finds the cheapest structure that meets goals.</summary>
    public OptimisedStructure Optimise(StructureGoals goals, IProgress<double>? progress, CancellationToken cancellation) => StructureOptimiser.Run(Situation, goals, _costing, progress, cancellation);

    /// <summary>The study of the cheapest structure.</summary>
    public StructureStudy Study(StructureGoals goals, OptimisedStructure found, CancellationToken cancellation) =>
        new(Manifest(JsonSerializer.Serialize(goals), StructureOptimiser.Method), StructureAlternatives.Frame(Situation, goals.Tolerance, _costing), found.Alternatives)
        {
            Optimum = found.Optimum,
            AssumedParameters = Assumed(cancellation),
            Notes = Notes(),
        };

    private RunManifest Manifest(string options, string method) => RunManifest.Create(
        [
            new ManifestInput("scenario (base)", Path.GetFileName(_scenario.Sources[0].File), _scenario.Sha256),
            .. _snapshot.Inputs,
            AnalystWorkspace.SeedInput(_costing.Seed),
            StudyInputs.Options(FormattableString.Invariant($"{options} effective {Situation.Effective:yyyy-MM-dd} draws {_costing.Draws}{(_costing.SearchDraws == StructureOptions.DefaultCosting.SearchDraws ? "" : FormattableString.Invariant($" search {_costing.SearchDraws}"))}")),
        ],
        method);

    /// <summary>Assumed figures that the design, the goals and the costs rest on.</summary>
    private IReadOnlyList<Parameter> Assumed(CancellationToken cancellation) =>
        [.. _parameters.AssumedUsed.Concat(PointEstimate.Run(_scenario.Scenario, _snapshot.Input, null, cancellation).AssumedParameters).Concat(ScenarioAssumptions.Of(_scenario)).DistinctBy(p => (p.Name, p.EffectiveYear))];

    /// <summary>What a reader must know beside the results.</summary>
    private IReadOnlyList<string> Notes() =>
    [
        .. RosterNotes.Of(_snapshot.Roster, Situation.Base.Horizon),
        FormattableString.Invariant($"Amounts of structures are in dollars of {Situation.BaseYear}, as scenario files state them. Market wages of May {Situation.SurveyYear} are aged to {Situation.Effective:yyyy-MM-dd} and stated in the same dollars: the structure's annual adjustments up to that day ({(Situation.StructureGrowth - 1) * 100:0.##} %) are taken out."),
        "Positions of people are those of the roster, with the salaries that it states; costs come from the simulation, in which people leave, are hired and are adjusted.",
        .. Situation.Policy.FurtherStructures.Count > 0 ? new[] { "Further structures keep their ranges; only the main structure is designed, and only the people whom it covers are counted." } : [],
        .. Situation.Gaps,
    ];
}

/// <summary>Structures before they are costed.</summary>
/// <param name="Alternatives">One for each method.</param>
/// <param name="Lines">The pay lines.</param>
/// <param name="Tolerance">Distance of a midpoint from the market target that counts as competitive.</param>
/// <param name="Options">The options as a study records them.</param>
internal sealed record DesignedStructures(IReadOnlyList<DesignedAlternative> Alternatives, IReadOnlyList<PayLine> Lines, double Tolerance, string Options);
