namespace CtmsAnalytics.Budget;

/// <summary>Paid hours of one fiscal year and organisation and how many of them are not worked. They are reported beside the budget: the salary is paid either way, so none of it is a cost of its own.</summary>
/// <param name="FiscalYear">Fiscal year.</param>
/// <param name="Agency">Component of the Department.</param>
/// <param name="Organisation">Organisation inside the agency.</param>
/// <param name="PaidHours">Regular hours that are paid.</param>
/// <param name="HolidayHours">Hours of legal holidays (158.650).</param>
/// <param name="AnnualLeaveHours">Annual leave that accrues, hours (158.651).</param>
/// <param name="SickLeaveHours">Sick leave that accrues, hours (158.651).</param>
/// <param name="TimeOffHours">Recognition time-off that is granted, hours (158.633). What is not used in its window, or by people who leave, is in it: the most that can be taken.</param>
/// <param name="TimeOffCents">Those hours at the hourly rate of the day on which they are granted, cents.</param>
public sealed record CapacityHours(
    int FiscalYear,
    string Agency,
    string Organisation,
    decimal PaidHours,
    decimal HolidayHours,
    decimal AnnualLeaveHours,
    decimal SickLeaveHours,
    decimal TimeOffHours,
    long TimeOffCents);
