using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.PayStructures;

/// <summary>One level of the main structure before anything is changed. Amounts are in dollars of the year in which the horizon starts, as scenario files state them.</summary>
/// <param name="Subrange">The subrange that the base has.</param>
/// <param name="Limit">Highest maximum: the lower of the subrange's limitation and the Vice President's rate in that year, whole US dollars (158.611(d), 158.613(b), 158.614).</param>
/// <param name="LimitName">The limit in words.</param>
/// <param name="Market">National market of the level, US dollars a year.</param>
/// <param name="People">People of the roster on the subrange's levels whom the main structure covers.</param>
public sealed record LevelSituation(Subrange Subrange, long Limit, string LimitName, LevelMarket Market, IReadOnlyList<RosterPerson> People)
{
    /// <summary>Structure salaries of the people, whole US dollars a year.</summary>
    public IReadOnlyList<long> Salaries { get; } = [.. People.Select(p => p.StructureSalary)];
}

/// <summary>Where a structure is designed from: the base's policy on the day, the market in the structure's own dollars, and the people.</summary>
public sealed class StructureSituation
{
    private readonly MarketReference _market;
    private readonly double _deflator;

    private StructureSituation(Scenario scenario, ProjectionInput input, DateOnly effective, ParameterReader parameters, IReadOnlyList<int> fiscalYears)
    {
        Base = scenario;
        Input = input;
        Effective = effective;
        FiscalYears = fiscalYears;
        Policy = scenario.PolicyOn(effective);
        RaisesBetween = parameters.Flag("raise_between_minimums", effective.Year);
        LimitationCoversSupplement = parameters.Flag("limitation_covers_supplement", effective.Year);
        BaseYear = scenario.Horizon.Start.Year;
        _market = new MarketReference(input.Wages, input.Markets, scenario.Economy.MarketGrowth, (int)parameters.Constant("survey_reference_month"));
        for (var year = BaseYear + 1; year <= effective.Year; year++) StructureGrowth += StructureGrowth * Policy.Structure.AnnualAdjustment.GetValueOrDefault(year);
        _deflator = 1 / StructureGrowth;
        var covered = input.Roster.Where(p => ReferenceEquals(Policy.StructureFor(StructureMember.Of(p)), Policy.Structure)).ToLookup(p => p.WorkLevel, StringComparer.Ordinal);
        Range = parameters.PayRate("VP", BaseYear);
        Levels = [.. Policy.Structure.Subranges.Select(s =>
        {
            var limitation = s.Limitation.Rate is { } rate ? parameters.PayRate(rate, BaseYear) : s.Limitation.Dollars ?? Range;
            return new LevelSituation(s, Math.Min(limitation, Range), limitation <= Range ? s.Limitation.Rate ?? "the limitation" : "VP", MarketOf(s.Market, null), [.. s.WorkLevels().SelectMany(l => covered[l])]);
        })];
    }

    /// <summary>The base scenario.</summary>
    public Scenario Base { get; }

    /// <summary>Roster, parameters, wages and markets.</summary>
    public ProjectionInput Input { get; }

    /// <summary>First day of the work period with which the proposal takes effect.</summary>
    public DateOnly Effective { get; }

    /// <summary>Fiscal years of the horizon.</summary>
    public IReadOnlyList<int> FiscalYears { get; }

    /// <summary>The base's policy on that day.</summary>
    public PayPolicy Policy { get; }

    /// <summary>Calendar year whose dollars the structure's amounts are in.</summary>
    public int BaseYear { get; }

    /// <summary>Growth of the structure from the base year to the day by its annual adjustments, a factor.</summary>
    public double StructureGrowth { get; } = 1;

    /// <summary>The Vice President's rate in the base year, whole US dollars (158.613(b)).</summary>
    public long Range { get; }

    /// <summary>Whether people between an old and a new minimum are raised as well (158.621(c)).</summary>
    public bool RaisesBetween { get; }

    /// <summary>Whether limitations count the supplement (158.611(d), 158.614).</summary>
    public bool LimitationCoversSupplement { get; }

    /// <summary>The levels of the main structure, ascending.</summary>
    public IReadOnlyList<LevelSituation> Levels { get; }

    /// <summary>Survey year of the market wages.</summary>
    public int SurveyYear => _market.SurveyYear;

    /// <summary>Markets and occupations for which national wages stood in, one sentence each.</summary>
    public IReadOnlyCollection<string> Gaps => _market.Gaps;

    /// <summary>The market of a match on the day, in the structure's dollars: aged to the day, and the structure's own growth to it taken out.</summary>
    /// <param name="match">The match.</param>
    /// <param name="market">Code of a local market; null for the nation.</param>
    /// <returns>The wages, US dollars a year.</returns>
    /// <exception cref="InputException">An occupation is not in the wage table.</exception>
    public LevelMarket MarketOf(MarketMatch match, string? market)
    {
        try
        {
            var level = _market.ForLevel(match, market, Effective);
            return level with { P25 = level.P25 * _deflator, P50 = level.P50 * _deflator, P75 = level.P75 * _deflator, Target = level.Target * _deflator };
        }
        catch (ArgumentException exception)
        {
            throw new InputException(exception.Sentence(), exception);
        }
    }

    /// <summary>Looks at a scenario, its roster and its market.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="input">Roster, parameters, wages and markets.</param>
    /// <param name="effective">Day from which the proposal holds; null for the first day of the horizon's second fiscal year, or with a single one of its second work period.</param>
    /// <param name="parameters">Reads the figures.</param>
    /// <returns>The situation. Its day is the first day of the work period that begins on or after the one asked for.</returns>
    /// <exception cref="InputException">The day is not inside the horizon, the base changes pay after it, the roster is empty, or an occupation has no wages.</exception>
    public static StructureSituation Of(Scenario scenario, ProjectionInput input, DateOnly? effective, ParameterReader parameters)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(parameters);
        if (input.Roster.Count == 0) throw new InputException("The roster has no people. Import a roster first: ctms import roster FILE.");
        var calendar = new PayCalendar(parameters);
        var periods = calendar.Periods(scenario.Horizon.Start, scenario.Horizon.FiscalYears);
        var first = calendar.FirstFiscalYear(scenario.Horizon.Start);
        var day = effective ?? (scenario.Horizon.FiscalYears == 1 ? periods[1].FirstDay : periods.First(p => calendar.FiscalYearOf(p.FirstDay) > first).FirstDay);
        var period = periods.Where(p => p.FirstDay >= day).Select(p => (DateOnly?)p.FirstDay).FirstOrDefault();
        if (period is not { } begins || begins <= scenario.Horizon.Start)
        {
            throw new InputException(FormattableString.Invariant(
                $"The proposal takes effect on {day:yyyy-MM-dd}, but it can only raise somebody who is paid before it: give a day after {scenario.Horizon.Start:yyyy-MM-dd} and up to {periods[^1].FirstDay:yyyy-MM-dd}."));
        }

        if (scenario.Policies.FirstOrDefault(p => p.Effective > begins && ChangesPay(scenario.PolicyOn(begins), p.Policy)) is { } later)
        {
            throw new InputException(FormattableString.Invariant(
                $"'{scenario.Name}' changes its structure, supplements or adjustment pool on {later.Effective:yyyy-MM-dd}, after the proposal takes effect on {begins:yyyy-MM-dd}, and would undo it. Let the proposal take effect on that day or later."));
        }

        return new StructureSituation(scenario, input, begins, parameters, [.. Enumerable.Range(first, scenario.Horizon.FiscalYears)]);
    }

    private static bool ChangesPay(PayPolicy now, PayPolicy later) =>
        StructureProposal.Text(now.Structure) != StructureProposal.Text(later.Structure)
        || StructureProposal.Text(now.FurtherStructures) != StructureProposal.Text(later.FurtherStructures)
        || StructureProposal.Text(now.Supplements) != StructureProposal.Text(later.Supplements)
        || now.Recognition.AdjustmentPool != later.Recognition.AdjustmentPool;
}
