namespace CtmsAnalytics.Samples;

/// <summary>One published cell of the workforce: the people of one component and pay plan, with their means.</summary>
/// <param name="Component">Organisation of the cell, for example <c>CISA</c>.</param>
/// <param name="PayPlan">Pay plan of the cell, for example <c>DC</c>.</param>
/// <param name="HeadCount">People in the cell, at least 1.</param>
/// <param name="MeanSalary">Mean annual salary with any local supplement, whole US dollars.</param>
/// <param name="MeanLengthOfServiceYears">Mean length of Federal service, years, to one decimal.</param>
public sealed record WorkforceCell(string Component, string PayPlan, int HeadCount, int MeanSalary, decimal MeanLengthOfServiceYears);
