using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>What scenario files are checked against: numbers of the regulation, and the names that reference data define.</summary>
public sealed class ScenarioRules
{
    /// <summary>Name of the rate that is the upper limit of the standard range (158.613(b)).</summary>
    public const string StandardRangeRate = "VP";

    private static readonly string[] Needed =
    [
        "work_period_days", "work_period_epoch", "full_time_hours", "payday_lag_days", "hours_per_day", "fiscal_year_first_month", "offer_payment_maximum", "offer_time_off_maximum",
        "service_agreement_minimum", "service_agreement_maximum", "recognition_payment_maximum", "recognition_payment_maximum_approved", "swc_percent_maximum",
        "student_loan_year_maximum", "tsp_match_maximum", "executive_rate_rounding", StandardRangeRate,
    ];

    /// <summary>Collects the rules.</summary>
    /// <param name="parameters">Policy parameters and the rates of the Executive Schedule (<c>EX-I</c> to <c>EX-V</c>) and of the Vice President (<c>VP</c>).</param>
    /// <param name="retirementRates">Names of the retirement contribution series.</param>
    /// <param name="markets">Codes of the local markets.</param>
    /// <param name="occupations">SOC codes of the occupations in the wage survey.</param>
    /// <param name="marketWage">Market wages, for structures that are designed from them; null where none are at hand.</param>
    /// <exception cref="InputException">The parameters lack one that the rules need.</exception>
    public ScenarioRules(
        ParameterSet parameters,
        IEnumerable<string> retirementRates,
        IEnumerable<string> markets,
        IEnumerable<string> occupations,
        MarketWage? marketWage = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(retirementRates);
        ArgumentNullException.ThrowIfNull(markets);
        ArgumentNullException.ThrowIfNull(occupations);
        Parameters = parameters;
        MarketWage = marketWage;
        RetirementRates = [.. retirementRates.Order(StringComparer.Ordinal)];
        Markets = Sorted(markets);
        Occupations = Sorted(occupations);
        RateNames = [.. parameters.All.Select(p => p.Name).Distinct(StringComparer.Ordinal).Where(n => n == StandardRangeRate || n.StartsWith("EX-", StringComparison.Ordinal))];
        var missing = Needed.Where(n => !parameters.Has(n)).ToList();
        if (missing.Count > 0) throw new InputException($"Scenario files cannot be checked: the policy or reference data have no parameter {string.Join(", ", missing.Select(m => $"'{m}'"))}. Add a row for each.");
    }

    /// <summary>Policy parameters and rates.</summary>
    public ParameterSet Parameters { get; }

    /// <summary>Names of the retirement contribution series, sorted.</summary>
    public IReadOnlyList<string> RetirementRates { get; }

    /// <summary>Codes of the local markets, sorted.</summary>
    public IReadOnlyCollection<string> Markets { get; }

    /// <summary>SOC codes of the occupations in the wage survey, sorted.</summary>
    public IReadOnlyCollection<string> Occupations { get; }

    /// <summary>Names of the rates that a limitation can refer to, sorted.</summary>
    public IReadOnlyList<string> RateNames { get; }

    /// <summary>Market wages; null where none are at hand.</summary>
    public MarketWage? MarketWage { get; }

    /// <summary>Library and valuation scheme in force, for scenarios that change the scheme.</summary>
    /// <value>Default null: factors and levels are checked when the scenario is run.</value>
    public ValuationBasis? Valuation { get; init; }

    /// <summary>Codes of the counties that an official worksite can lie in (158.704).</summary>
    /// <value>Default null: where it is not known, any five digits are taken for one.</value>
    public IReadOnlySet<string>? Counties { get; init; }

    private static SortedSet<string> Sorted(IEnumerable<string> names) => new(names, StringComparer.Ordinal);
}
