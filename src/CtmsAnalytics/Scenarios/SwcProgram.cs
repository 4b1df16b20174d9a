namespace CtmsAnalytics.Scenarios;

/// <summary>A special working conditions payment program (158.642).</summary>
/// <param name="Name">Name, unique among the programs.</param>
/// <param name="Condition">The special working condition: hardship, or an atypical place, unexpected time or uncommon duration (158.642(b)).</param>
/// <param name="Organisations">Organisations that the program covers; empty for all.</param>
/// <param name="WorkLevels">Work level codes that the program covers; empty for all.</param>
/// <param name="ExpectedShare">Expected share of covered people who work under the condition in a work period, 0 to 1.</param>
/// <param name="Percent">Payment as a fraction of the salary computed for the work period (158.642(c)).</param>
/// <param name="Start">First day on which the program holds; null from the start (158.642(d)).</param>
/// <param name="End">Last day on which the program holds; null without an end (158.642(d)).</param>
public sealed record SwcProgram(
    string Name,
    string Condition,
    IReadOnlyList<string> Organisations,
    IReadOnlyList<string> WorkLevels,
    double ExpectedShare,
    double Percent,
    DateOnly? Start,
    DateOnly? End);
