using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Cli;

/// <summary><c>--scenario</c> of commands that show one scenario of a stored run.</summary>
internal static class ScenarioOption
{
    /// <summary>Creates the option.</summary>
    public static Option<string?> Create() => new("--scenario")
    {
        Description = "Scenario of the run: its name or its number, 0 for the baseline. Default: the last one.",
        HelpName = "NAME",
    };

    /// <summary>Finds the scenario.</summary>
    /// <param name="asked">The option's value; null for the last scenario.</param>
    /// <param name="run">The run.</param>
    /// <exception cref="InputException">There is no such scenario.</exception>
    public static int Find(string? asked, RunRecord run)
    {
        var names = run.Facts.Scenarios.Select(s => s.Projection.Scenario.Name).ToList();
        if (asked is null) return names.Count - 1;
        if (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < names.Count) return number;
        var found = names.IndexOf(asked);
        return found >= 0 ? found : throw new InputException($"--scenario {asked}: Run {run.Manifest.RunId} has {string.Join(", ", names.Select((n, i) => FormattableString.Invariant($"{i} {n}")))}. Write a name or a number.");
    }
}
