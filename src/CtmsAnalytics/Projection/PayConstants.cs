using CtmsAnalytics.Budget;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>Parameters that do not change over the horizon, read once.</summary>
internal sealed class PayConstants
{
    public PayConstants(ParameterReader parameters, Scenario scenario)
    {
        if (!parameters.Flag("supplement_is_percentage"))
            throw new ParameterException("Parameter 'supplement_is_percentage' is 0, but the supplement rule computes a percentage of structure salary (158.612). Set it to 1.");
        if (parameters.Constant("salary_rounding_unit") != 1)
            throw new ParameterException("Parameter 'salary_rounding_unit' is not 1, but the salary rules round to whole dollars (158.611). Set it to 1.");
        HourlyDivisor = (long)parameters.Constant("hourly_divisor");
        PeriodsPerYear = parameters.Constant("nominal_work_periods_per_year");
        FullTimeHours = (int)parameters.Constant("full_time_hours");
        PaymentMaximum = parameters.Constant("recognition_payment_maximum");
        PaymentMaximumApproved = parameters.Constant("recognition_payment_maximum_approved");
        OfferMaximum = parameters.Constant("offer_payment_maximum");
        OfferTimeOffMaximum = (int)parameters.Constant("offer_time_off_maximum");
        ShortestAgreement = (int)parameters.Constant("service_agreement_minimum");
        LongestAgreement = (int)parameters.Constant("service_agreement_maximum");
        Repayment = (RepaymentTerms)(int)parameters.Constant("service_agreement_repayment");
        if (!Enum.IsDefined(Repayment))
            throw new ParameterException("Parameter 'service_agreement_repayment' is none of its values. Set it to 0 for none, 1 for pro rata or 2 for the whole payment.");
        AdvisoryAdjustments = parameters.Flag("advisory_recognition_adjustments");
        SwcMaximum = parameters.Constant("swc_percent_maximum");
        LimitationCoversSupplement = parameters.Flag("limitation_covers_supplement");
        RaiseBetweenMinimums = parameters.Flag("raise_between_minimums");
        CountEarlierPaydays = parameters.Flag("opening_year_to_date");
        EmployerRates = new EmployerRates(
            parameters.Constant(scenario.EmployerCost.RetirementRate),
            parameters.Constant("tsp_automatic") + Math.Min(scenario.EmployerCost.SavingsMatchPercent, parameters.Constant("tsp_match_maximum")),
            parameters.Constant("oasdi_rate"),
            parameters.Constant("medicare_rate"));
        LifeStep = (long)parameters.Constant("life_insurance_step");
        LifeAddition = (long)parameters.Constant("life_insurance_addition");
        LifeRate = parameters.Constant("fegli_basic_government");
    }

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
