namespace CtmsAnalytics.Deployment.Hours;

/// <summary>Hours that one person reports for one work period (158.705(d)(5)).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="PeriodStart">First day of the work period, a Sunday of the pay calendar.</param>
/// <param name="Worked">Hours worked, 0 or more.</param>
/// <param name="NonPay">Hours in a non-pay status, 0 or more (158.705(d)(6)).</param>
public sealed record HoursRecord(string PersonId, DateOnly PeriodStart, double Worked, double NonPay)
{
    /// <summary>Hours of time-off by kind, 0 or more each (158.705(b)(3)).</summary>
    /// <value>Default empty: none was used.</value>
    public IReadOnlyDictionary<TimeOffKind, double> TimeOff { get; init; } = new Dictionary<TimeOffKind, double>();

    /// <summary>Of the hours worked, those at unexpected times (158.642(b)(2)).</summary>
    /// <value>Default 0; at most <see cref="Worked"/>.</value>
    public double Unexpected { get; init; }

    /// <summary>Hours of time-off of every kind.</summary>
    public double TimeOffHours => TimeOff.Values.Sum();

    /// <summary>Hours that account for minimum hours: worked, time-off and non-pay (158.705(d)(6)).</summary>
    public double Accounted => Worked + TimeOffHours + NonPay;
}
