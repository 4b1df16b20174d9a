using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Runs;

/// <summary>Finds where everybody of a roster stands in a scenario.</summary>
public static class PersonPositions
{
    /// <summary>Follows everybody on the assumed path: nobody leaves or is hired, and everybody keeps the last rating.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="projection">The scenario's projection.</param>
    /// <param name="fiscalYear">Fiscal year at whose end people stand, inside the horizon.</param>
    /// <param name="progress">Receives the share of people done, 0 to 1, from any thread; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>One position for each person, in the order of the roster.</returns>
    /// <exception cref="InputException">The roster does not fit the scenario, or the year lies outside the horizon.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<PersonPosition> Of(
        Scenario scenario, ProjectionInput input, ProjectionResult projection, int fiscalYear, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(projection);
        return Of(scenario, input, projection.Reviews, fiscalYear, (new PayCalendar(new ParameterReader(input.Parameters, scenario.Economy)).LastDayOf(fiscalYear), told => told.Salary[^1]), progress, cancellationToken);
    }

    /// <summary>Tells where everybody stands when the horizon opens. Costs, components and the position against the aggregate limit are those of the first fiscal year, in which nobody leaves or is hired and everybody keeps the last rating.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="projection">The scenario's projection.</param>
    /// <param name="progress">Receives the share of people done, 0 to 1, from any thread; null for none.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <returns>One position for each person, in the order of the roster.</returns>
    /// <exception cref="InputException">The roster does not fit the scenario.</exception>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<PersonPosition> AtStart(
        Scenario scenario, ProjectionInput input, ProjectionResult projection, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(projection);
        return Of(scenario, input, projection.Reviews, projection.FiscalYears[0], (scenario.Horizon.Start, told => told.Salary[0]), progress, cancellationToken);
    }

    private static IReadOnlyList<PersonPosition> Of(
        Scenario scenario,
        ProjectionInput input,
        IReadOnlyList<ReviewPool> pools,
        int fiscalYear,
        (DateOnly Date, Func<PersonExplanation, SalaryStep> Salary) moment,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        var parameters = new ParameterReader(input.Parameters, scenario.Economy);
        var reference = new MarketReference(input.Wages, input.Markets, scenario.Economy.MarketGrowth, (int)parameters.Constant("survey_reference_month"));
        var policy = scenario.PolicyOn(moment.Date);
        var medians = new Dictionary<(MarketMatch, string), double>();
        return [.. PersonPath.ExplainAll(scenario, input, pools, fiscalYear, YearBasis.Fiscal, progress, cancellation).Select(Position)];

        PersonPosition Position(PersonExplanation told)
        {
            var (person, salary) = (told.Person, moment.Salary(told));
            var limit = told.Limits.FirstOrDefault(l => l.CalendarYear == fiscalYear);
            return new PersonPosition(
                person.Agency,
                person.Organisation,
                salary.WorkLevel,
                salary.Market,
                person.EntryOnDuty,
                salary.Minimum,
                salary.Maximum,
                salary.StructureSalary,
                salary.Supplement,
                salary.Limitation,
                Median(person, salary),
                [.. told.Totals.Where(t => t.Cents != 0).Select(t => t.Component).Distinct()],
                told.Total,
                limit?.Limit ?? 0,
                limit is null ? 0 : limit.Salary + limit.Additional + limit.Deferred + limit.Forfeited - limit.Released)
            {
                ComponentCents = told.Totals.GroupBy(t => t.Component).ToDictionary(g => g.Key, g => g.Sum(t => t.Cents)),
            };
        }

        double Median(RosterPerson person, SalaryStep salary)
        {
            var match = policy.StructureFor(StructureMember.Of(person)).Subranges.First(s => s.WorkLevels().Contains(salary.WorkLevel)).Market;
            if (!medians.TryGetValue((match, salary.Market), out var median)) medians[(match, salary.Market)] = median = reference.ForLevel(match, salary.Market, moment.Date).P50;
            return median;
        }
    }
}
