using CtmsAnalytics.Recognition;

namespace CtmsAnalytics.Projection;

/// <summary>The pools of one organisation in one annual review, which couple the people in it.</summary>
/// <param name="Date">First day of the work period of the review.</param>
/// <param name="Agency">Component of the Department.</param>
/// <param name="Organisation">Organisation inside the agency.</param>
/// <param name="Adjustments">Recognition adjustments, whole US dollars of annual rate (158.631).</param>
/// <param name="Payments">Recognition payments, cents (158.632).</param>
public sealed record ReviewPool(DateOnly Date, string Agency, string Organisation, RecognitionPool Adjustments, RecognitionPool Payments);
