using CtmsAnalytics.Simulation.Results;

namespace CtmsAnalytics.WorkValuation;

/// <summary>How many people change work level when proficiency is measured with noise.</summary>
/// <param name="Deviation">Standard deviation of the measurement, units of proficiency.</param>
/// <param name="Draws">Number of draws.</param>
/// <param name="Seed">Seed.</param>
/// <param name="Valued">People valued.</param>
/// <param name="Mean">Mean number of people at another level than the recorded proficiencies give.</param>
/// <param name="MeanError">Standard error of that mean over the draws.</param>
/// <param name="Lower">Lower end of the middle 95 % of draws, people.</param>
/// <param name="Upper">Upper end of it, people.</param>
/// <param name="Analytic">The mean by the first-order probabilities.</param>
/// <param name="People">Each person.</param>
public sealed record NoiseResult(double Deviation, int Draws, uint Seed, int Valued, double Mean, double MeanError, int Lower, int Upper, double Analytic, IReadOnlyList<PersonStability> People);

/// <summary>How likely a person changes work level.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Level">Work level by the recorded proficiencies.</param>
/// <param name="Points">Points.</param>
/// <param name="Spread">Standard deviation of the points to the first order.</param>
/// <param name="Drawn">Share of draws with another level, with its interval.</param>
/// <param name="Analytic">The same probability to the first order.</param>
/// <param name="AboveCut">Points above the level's cut point; null at the lowest level.</param>
/// <param name="ToNext">Points to the next level; null at the highest.</param>
public sealed record PersonStability(string PersonId, string Level, double Points, double Spread, ProbabilityEstimate Drawn, double Analytic, double? AboveCut, double? ToNext);
