using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>What happens at a stage of the funnel.</summary>
/// <param name="PassRate">Share of the stage's candidates who reach the next stage, 0 to 1.</param>
/// <param name="Time">Work periods from this stage to the next for who reaches it, every number of the range equally likely.</param>
/// <param name="Cost">Cost of each candidate at the stage, cents, 0 or more.</param>
public sealed record FunnelStep(double PassRate, PeriodRange Time, long Cost);

/// <summary>Travel to preemployment interviews, the assessment program included, that is paid or reimbursed (158.512).</summary>
/// <param name="Share">Share of assessed candidates who travel, 0 to 1.</param>
/// <param name="CostPerTrip">Cost of a trip under the Federal Travel Regulations, cents, 0 or more.</param>
public sealed record InterviewTravel(double Share, long CostPerTrip);
