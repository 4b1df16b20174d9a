using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>Parameters of the pay rules as they are in force in a calendar year.</summary>
internal sealed class PayConstants
{
    private readonly ParameterReader _parameters;
    private LeaveRates? _leave;

    public PayConstants(ParameterReader parameters, Scenario scenario, int year)
    {
        _parameters = parameters;
        Year = year;
        if (!parameters.Flag("supplement_is_percentage", year))
            throw new ParameterException("Parameter 'supplement_is_percentage' is 0, but the supplement rule computes a percentage of structure salary (158.612). Set it to 1.");
        if (parameters.InYear("salary_rounding_unit", year) != 1)
            throw new ParameterException("Parameter 'salary_rounding_unit' is not 1, but the salary rules round to whole dollars (158.611). Set it to 1.");
        HourlyDivisor = (long)parameters.InYear("hourly_divisor", year);
        PeriodsPerYear = parameters.InYear("nominal_work_periods_per_year", year);
        FullTimeHours = (int)parameters.InYear("full_time_hours", year);
        PaymentMaximum = parameters.InYear("recognition_payment_maximum", year);
        PaymentMaximumApproved = parameters.InYear("recognition_payment_maximum_approved", year);
        OfferMaximum = parameters.InYear("offer_payment_maximum", year);
        OfferTimeOffMaximum = (int)parameters.InYear("offer_time_off_maximum", year);
        ShortestAgreement = (int)parameters.InYear("service_agreement_minimum", year);
        LongestAgreement = (int)parameters.InYear("service_agreement_maximum", year);
        Repayment = (RepaymentTerms)(int)parameters.InYear("service_agreement_repayment", year);
        if (!Enum.IsDefined(Repayment))
            throw new ParameterException("Parameter 'service_agreement_repayment' is none of its values. Set it to 0 for none, 1 for pro rata or 2 for the whole payment.");
        AdvisoryAdjustments = parameters.Flag("advisory_recognition_adjustments", year);
        SwcMaximum = parameters.InYear("swc_percent_maximum", year);
        LimitationCoversSupplement = parameters.Flag("limitation_covers_supplement", year);
        RaiseBetweenMinimums = parameters.Flag("raise_between_minimums", year);
        CountEarlierPaydays = parameters.Flag("opening_year_to_date", year);
        EmployerRates = new EmployerRates(
            parameters.InYear(scenario.EmployerCost.RetirementRate, year),
            parameters.InYear("tsp_automatic", year) + Math.Min(scenario.EmployerCost.SavingsMatchPercent, parameters.InYear("tsp_match_maximum", year)),
            parameters.InYear("oasdi_rate", year),
            parameters.InYear("medicare_rate", year));
        LifeStep = (long)parameters.InYear("life_insurance_step", year);
        LifeAddition = (long)parameters.InYear("life_insurance_addition", year);
        LifeRate = parameters.InYear("fegli_basic_government", year);
    }

    public int Year { get; }

    // Read where somebody accrues leave, so that a report does not list figures that nothing rests on.
    public LeaveRates Leave => _leave ??= LeaveRates.From(_parameters, Year);

    public long HourlyDivisor { get; }

    public double PeriodsPerYear { get; }

    public int FullTimeHours { get; }

    public double PaymentMaximum { get; }

    public double PaymentMaximumApproved { get; }

    public double OfferMaximum { get; }

    public int OfferTimeOffMaximum { get; }

    public int ShortestAgreement { get; }

    public int LongestAgreement { get; }

    public RepaymentTerms Repayment { get; }

    public bool AdvisoryAdjustments { get; }

    public double SwcMaximum { get; }

    public bool LimitationCoversSupplement { get; }

    public bool RaiseBetweenMinimums { get; }

    public bool CountEarlierPaydays { get; }

    public EmployerRates EmployerRates { get; }

    public long LifeStep { get; }

    public long LifeAddition { get; }

    public double LifeRate { get; }
}
