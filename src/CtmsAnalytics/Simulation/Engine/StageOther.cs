using CtmsAnalytics.Compensation;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>Parameters of a calendar year that only some people need, read once where somebody does, so that a report does not list figures that nothing rests on.</summary>
internal sealed class StageOther
{
    public StageOther(ParameterReader parameters, Scenario scenario, EngineNames names, int year)
    {
        PaymentLimitIsYearly = parameters.Flag("recognition_payment_limit_per_year", year);
        DeferredPaidAtSeparation = parameters.Flag("deferred_paid_at_separation", year);
        if (names.HasAnnuitants) AnnuityWaived = parameters.Flag("annuity_offset_waived", year);
        if (names.NonforeignAreas.Count > 0) AllowanceIsWages = parameters.Flag("nonforeign_allowance_is_wages", year);
        Allowance = names.NonforeignAreas.ToDictionary(a => a, a => parameters.InYear(NonforeignAllowance.Series(a), year), StringComparer.Ordinal);
        if (scenario.OtherCompensation is not { StudentLoanShare: > 0, StudentLoanAmount: > 0 }) return;
        LoanYearMaximum = (long)parameters.InYear("student_loan_year_maximum", year) * 100;
        LoanLifetimeMaximum = (long)parameters.InYear("student_loan_lifetime_maximum", year) * 100;
        LoansInsideLimit = parameters.Flag("student_loan_inside_aggregate_limit", year);
        LoansAreWages = parameters.Flag("student_loan_is_wages", year);
    }

    /// <summary>Whether the limit on recognition payments holds for all of a calendar year together (158.632(a)).</summary>
    public bool PaymentLimitIsYearly { get; }

    /// <summary>Whether deferred amounts are paid at separation (158.604).</summary>
    public bool DeferredPaidAtSeparation { get; }

    /// <summary>Whether the annuity of a reemployed annuitant is not deducted.</summary>
    public bool AnnuityWaived { get; }

    /// <summary>Whether the nonforeign allowance is wages for Social Security.</summary>
    public bool AllowanceIsWages { get; }

    /// <summary>Nonforeign allowance by area, a fraction of salary.</summary>
    public IReadOnlyDictionary<string, double> Allowance { get; }

    /// <summary>Most student loan repayments in a calendar year, cents.</summary>
    public long LoanYearMaximum { get; }

    /// <summary>Most student loan repayments in all years, cents.</summary>
    public long LoanLifetimeMaximum { get; }

    /// <summary>Whether student loan repayments count toward the aggregate limit.</summary>
    public bool LoansInsideLimit { get; }

    /// <summary>Whether student loan repayments are wages for Social Security.</summary>
    public bool LoansAreWages { get; }
}
