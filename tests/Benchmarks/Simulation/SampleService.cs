using System.Globalization;
using Benchmarks.Harness;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace;
using CtmsAnalytics.Workspace.Scenarios;

namespace Benchmarks.Simulation;

/// <summary>The shipped sample: roster, market and two scenarios.</summary>
/// <param name="Input">What a simulation computes with.</param>
/// <param name="Baseline">The baseline.</param>
/// <param name="Targeted">The targeted proposal.</param>
internal sealed record SampleService(ProjectionInput Input, Scenario Baseline, Scenario Targeted)
{
    internal static SampleService Load()
    {
        var data = Path.Combine(ProjectFolder.Repository, "data");
        var folder = Directory.CreateTempSubdirectory("simulation-benchmark-");
        try
        {
            using var workspace = AnalystWorkspace.Create(folder.FullName);
            workspace.ImportRoster(Path.Combine(data, "sample", "roster.csv"));
            workspace.ImportMarket(Path.Combine(data, "market", "oews_national_cyber_2024.csv"));
            var rules = ScenarioRulesFiles.Load(data);
            Scenario Load(string file) => ScenarioFiles.Load(Path.Combine(data, "scenarios", file), rules, null).Scenario;
            return new SampleService(
                new ProjectionInput(workspace.LoadRoster(), workspace.LoadParameters(), workspace.LoadWages(), workspace.LoadMarkets()), Load("baseline.yaml"), Load("targeted-talent.yaml"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The roster again and again, under further names, until it has so many people.</summary>
    internal ProjectionInput Of(int people) => Input with
    {
        Roster = [.. Enumerable.Range(0, people).Select(i => Again(Input.Roster[i % Input.Roster.Count], i / Input.Roster.Count))],
    };

    private static RosterPerson Again(RosterPerson person, int copy) => person with { PersonId = string.Create(CultureInfo.InvariantCulture, $"{person.PersonId}-{copy:D4}") };
}
