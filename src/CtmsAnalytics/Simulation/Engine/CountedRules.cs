using CtmsAnalytics.AggregateLimit;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>Rules whose effect a simulation counts.</summary>
internal static class CountedRules
{
    /// <summary>The rules; at most 64.</summary>
    public static readonly IReadOnlyList<RuleReference> All =
    [
        StructureAdjustment.RaisedMinimum,
        SalaryCeilings.Limitation,
        SalaryCeilings.StandardRange,
        SalaryRange.ExtendedRange,
        SalaryRange.AdjustmentWithoutInvocation,
        RecognitionAdjustment.ControlPoint,
        RecognitionAdjustment.Maximum,
        RecognitionAdjustment.Pool,
        RecognitionPayment.Limit,
        RecognitionPayment.OfferLimit,
        RecognitionPayment.Pool,
        RecognitionPayment.Lapsed,
        ServiceAgreement.Required,
        ServiceAgreement.Length,
        SwcPayment.PeriodLimit,
        Headroom.Deferral,
        Headroom.Forfeiture,
        SeparationSettlement.PaidOut,
        SeparationSettlement.Outstanding,
        StudentLoanRepayment.YearLimit,
        StudentLoanRepayment.LifetimeLimit,
        StudentLoanRepayment.Advisory,
    ];
}
