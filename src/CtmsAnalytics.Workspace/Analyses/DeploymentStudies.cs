using System.Globalization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Deployment.Hours;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Studies;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Analyses;

/// <summary>The deployment program (158.701-709): what <c>ctms deployment</c> stores. Each study reads the workspace, which stays open as long as this is used.</summary>
internal sealed class DeploymentStudies
{
    private const string National = "99";
    private const string Method = "Deployment by the rules of 158.702 to 158.708; see the paragraphs beside the figures.";

    private readonly AnalystWorkspace _workspace;
    private readonly RosterInfo _roster;
    private readonly ParameterReader _parameters;

    /// <param name="workspace">The workspace, open.</param>
    /// <param name="rosterId">Number of the roster; null for the current one.</param>
    /// <exception cref="InputException">There is no such roster.</exception>
    public DeploymentStudies(AnalystWorkspace workspace, int? rosterId)
    {
        _workspace = workspace;
        _roster = workspace.FindRoster(rosterId);
        _parameters = new ParameterReader(workspace.LoadParameters(), EconomyPath.None);
    }

    /// <summary>Matches people with open assignments (158.703).</summary>
    public DeploymentStudy Match(MatchOptions options, CancellationToken cancellation)
    {
        var (assignments, holdings) = (_workspace.LoadAssignments(), _workspace.LoadHoldings());
        if (assignments.Count == 0) throw new InputException($"{_workspace.Folder}: The workspace has no assignments. Import some first: ctms import assignments FILE -w {_workspace.Folder}");
        var day = options.AsOf ?? _roster.AsOf;
        var (held, input) = Held(options.QualificationsFile);
        var people = People();
        var policy = MatchPolicy.From(_parameters, day.Year);
        if (options.Stay) policy = policy with { IsLocationRequired = true };
        var window = (int)_parameters.InYear("deployment_window_days", day.Year);
        var matching = DeploymentAnalysis.Match(people, assignments, holdings, held, policy, day, options.Everybody, window, cancellation);
        var qualified = held.Select(h => h.PersonId).ToHashSet(StringComparer.Ordinal);
        var without = people.Count(p => !qualified.Contains(p.PersonId));
        List<string> notes = ["A person's clearance is taken from the assignments that the person holds or has held: the highest personnel security requirement among them."];
        if (without > 0) notes.Add(string.Create(CultureInfo.InvariantCulture, $"{without:N0} people have no qualifications on record and align with nothing."));
        List<ManifestInput> inputs = [AnalystWorkspace.AssignmentInput(assignments, holdings), input, StudyInputs.Options(FormattableString.Invariant($"match {day:yyyy-MM-dd} {options.Everybody} {policy}"))];
        return Study(day, inputs, notes) with { Matching = matching };
    }

    /// <summary>Sets hours worked against minimum hours (158.705).</summary>
    public DeploymentStudy Hours()
    {
        var hours = _workspace.LoadHours();
        if (hours.Count == 0) throw new InputException($"{_workspace.Folder}: The workspace has no hours. Import some first: ctms import hours FILE -w {_workspace.Folder}");
        var year = hours.Max(h => h.PeriodStart).Year;
        var review = new HoursAnalysis(People(), HoursPolicy.From(_parameters, year), _parameters, year).Review(hours)
            ?? throw new InputException($"The hours of the workspace belong to nobody of roster {_roster.RosterId}. Import the hours of its people.");
        return Study(review.Last, [AnalystWorkspace.HoursInput(hours), StudyInputs.Options("hours")], []) with { Hours = review };
    }

    /// <summary>Says by which day directed assignments need notice and what they cost (158.708).</summary>
    public DeploymentStudy Directed(string file)
    {
        var people = People();
        var (plan, input) = _workspace.ReadDirected(file, people);
        var rest = _workspace.LoadMarkets().Where(m => m.SurveyArea is null or National).Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        var lines = DeploymentAnalysis.Directed(plan, people, _workspace.LoadWorksites(), rest, _parameters);
        string[] notes =
        [
            "The commuting area (5 CFR 550.703) is taken to be the local market of the official worksite, and its county where that is the rest of the country.",
            "A directed assignment of less than six months leaves the official worksite as it is, unless it lasts six months or more after all (158.704(c)).",
        ];
        return Study(_roster.AsOf, [input, StudyInputs.Options("directed")], notes) with { Directed = lines };
    }

    /// <summary>Says what details outside the Department take in capacity and what is reimbursed (158.707).</summary>
    public DeploymentStudy Details(string file)
    {
        var people = People();
        var (plan, input) = AnalystWorkspace.ReadDetails(file, people);
        var lines = DeploymentAnalysis.Details(plan, people, _parameters);
        return Study(_roster.AsOf, [input, StudyInputs.Options("details")], ["Nobody from outside the service is detailed to a qualified position (158.707(b)): details bring no capacity in."]) with { Details = lines };
    }

    /// <summary>Prices qualified positions before they are designated (158.702(d)).</summary>
    public DeploymentStudy Designate(WorkspaceSnapshot snapshot, LoadedScenario scenario, HiringPlanLine line, IProgress<double>? progress, CancellationToken cancellation)
    {
        var (report, assumed) = DeploymentAnalysis.Designate(scenario.Scenario, line, snapshot.Input, progress, cancellation);
        var study = Study(line.From, [.. scenario.Inputs, .. snapshot.Inputs.Where(i => i.Role != "roster"), StudyInputs.Options($"designate {line}")], []);
        return study with { Designation = report, AssumedParameters = [.. study.AssumedParameters, .. assumed, .. ScenarioAssumptions.Of(scenario)] };
    }

    /// <summary>The line of a hiring plan that designation prices.</summary>
    /// <exception cref="InputException">There is no such organisation, local market or work level.</exception>
    public static HiringPlanLine Line(WorkspaceSnapshot snapshot, LoadedScenario scenario, DesignationOptions options)
    {
        var (input, organisation, level, market) = (snapshot.Input, options.Organisation, options.WorkLevel, options.Market);
        var there = input.Roster.Where(p => p.Organisation == organisation).ToList();
        if (there.Count == 0) throw new InputException($"--organisation {organisation}: The roster has no such organisation. It has {string.Join(", ", input.Roster.Select(p => p.Organisation).Distinct().Order(StringComparer.Ordinal))}.");
        if (!input.Markets.Any(m => m.Code == market)) throw new InputException($"--market {market}: There is no such local market. There are {string.Join(", ", input.Markets.Select(m => m.Code))}.");
        var levels = scenario.Scenario.Policies.SelectMany(p => p.Policy.AllStructures()).SelectMany(s => s.WorkLevels()).Distinct().ToList();
        if (!levels.Contains(level)) throw new InputException($"--level {level}: The structures have no such work level. They have {string.Join(", ", levels)}.");
        // Pay plan and track are those that most people of the level have: they decide which structure pays the positions.
        var alike = input.Roster.Where(p => p.WorkLevel == level).GroupBy(p => (p.PayPlan, p.Track)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault(("DC", "Technical"));
        return new HiringPlanLine(
            there.GroupBy(p => p.Agency).MaxBy(g => g.Count())!.Key, organisation, level, market, options.From ?? scenario.Scenario.Horizon.Start, options.Positions, alike.Item1, alike.Item2);
    }

    /// <summary>What people hold, from a file or else from the workspace, and which of the two it was.</summary>
    private (IReadOnlyList<PersonQualifications> Held, ManifestInput Input) Held(string? file)
    {
        if (file is not null) return AnalystWorkspace.ReadQualifications(file);
        List<PersonQualifications> held = [.. _workspace.LoadQualifications().Where(p => p.Proficiency.Count > 0)];
        return held.Count > 0
            ? (held, _workspace.QualificationInput(held))
            : throw new InputException($"{_workspace.Folder}: The workspace has no qualifications. Import some first: ctms import qualifications FILE -w {_workspace.Folder}");
    }

    private IReadOnlyList<RosterPerson> People() => _workspace.LoadRoster(_roster.RosterId);

    private DeploymentStudy Study(DateOnly asOf, IReadOnlyList<ManifestInput> inputs, IReadOnlyList<string> notes)
    {
        var manifest = RunManifest.Create([.. _workspace.Inputs(_roster.RosterId).Where(i => i.Role == "roster"), .. inputs], Method);
        return new DeploymentStudy(manifest, asOf) { AssumedParameters = _parameters.AssumedUsed, Notes = [.. RosterNotes.Of(_roster), .. notes] };
    }
}
