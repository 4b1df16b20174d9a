namespace CtmsAnalytics.Scenarios;

/// <summary>Budget lines of compensation that no program of the other sections decides. They are paid in the first work period that begins in a fiscal year.</summary>
/// <param name="StudentLoanShare">Share of people for whom student loans are repaid, 0 to 1; the same people in every year (158.641).</param>
/// <param name="StudentLoanAmount">Repayment for one of them a fiscal year before limits, whole US dollars, 0 or more.</param>
/// <param name="TrainingPerPerson">Professional development and training for each person a fiscal year, whole US dollars, 0 or more (158.640).</param>
public sealed record OtherCompensationPolicy(double StudentLoanShare, long StudentLoanAmount, long TrainingPerPerson)
{
    /// <summary>No such budget lines.</summary>
    public static readonly OtherCompensationPolicy None = new(0, 0, 0);
}
