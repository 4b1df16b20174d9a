using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.PayHistory;

/// <content>Everybody's path at once: the review pools, which couple people, are computed once and shared.</content>
public sealed partial class PersonPath
{
    /// <summary>Tells the story of everybody's pay in a year, without personnel actions. Each is the same as what <see cref="Explain(Scenario, ProjectionInput, string, int, YearBasis, IReadOnlyList{PersonnelActions.PersonnelAction}, CancellationToken)"/> tells.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">Roster, parameters, wages and markets; the roster has at least one person.</param>
    /// <param name="year">The year, inside the horizon.</param>
    /// <param name="basis">Whether it is a fiscal or a calendar year.</param>
    /// <param name="progress">Receives the share of people done, 0 to 1, from any thread; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>One explanation for each person, in the order of the roster.</returns>
    /// <exception cref="InputException">The roster is empty or does not fit the scenario, or the year lies outside the horizon.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<PersonExplanation> ExplainAll(
        Scenario scenario,
        ProjectionInput input,
        int year,
        YearBasis basis,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        return ExplainAll(scenario, input, PointEstimate.Run(scenario, input, null, cancellationToken).Reviews, year, basis, progress, cancellationToken);
    }

    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="pools">The review pools of the scenario's projection.</param>
    /// <param name="year">The year, inside the horizon.</param>
    /// <param name="basis">Whether it is a fiscal or a calendar year.</param>
    /// <param name="progress">Receives the share of people done; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    internal static IReadOnlyList<PersonExplanation> ExplainAll(
        Scenario scenario, ProjectionInput input, IReadOnlyList<ReviewPool> pools, int year, YearBasis basis, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var opened = Opening.Apply(scenario, input);
        var roster = opened.Roster;
        var told = new PersonExplanation[roster.Count];
        var done = 0;
        void Tell(int i)
        {
            told[i] = new PersonPath(scenario, opened, roster[i], pools, []).Explain(year, basis, cancellationToken);
            progress?.Report((double)Interlocked.Increment(ref done) / roster.Count);
        }

        SideBySide.Run(roster.Count, Tell, cancellationToken);
        return told;
    }
}
