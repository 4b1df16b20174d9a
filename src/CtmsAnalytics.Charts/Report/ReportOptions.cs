namespace CtmsAnalytics.Charts.Report;

/// <summary>What a comparison report shows.</summary>
public sealed record ReportOptions
{
    /// <summary>
    /// Draws each incumbent's salary as a dot and counts incumbents by work level. The first line of the report then says that it holds salaries of
    /// single people; without them it says that it does not.
    /// </summary>
    /// <value>Default true.</value>
    public bool ShowIndividuals { get; init; } = true;

    /// <summary>A sentence about the roster for the first line, for example that its people are synthetic.</summary>
    /// <value>Default null: no sentence.</value>
    public string? RosterNote { get; init; }

    /// <summary>Date for the head of the report. The library has no clock.</summary>
    /// <value>Default null: no date, so that the same comparison gives the same bytes.</value>
    public DateOnly? PreparedOn { get; init; }
}
