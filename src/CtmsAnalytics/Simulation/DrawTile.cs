using CtmsAnalytics.Budget;

namespace CtmsAnalytics.Simulation;

/// <summary>
/// What one scenario costs one organisation in up to <see cref="Lanes"/> consecutive draws. Whole cents and counts, kept as double precision integers below 2^53, so that they are exact.
/// Each row holds <see cref="Lanes"/> values, one for each draw; those past <see cref="Draws"/> mean nothing.
/// </summary>
internal sealed class DrawTile
{
    /// <summary>Draws that are computed side by side.</summary>
    public const int Lanes = 64;

    /// <summary>Number of components.</summary>
    public const int Components = (int)Component.SourcingAssessment + 1;

    /// <summary>Number of flows.</summary>
    public const int Flows = (int)FlowKind.HourWeekdays + 1;

    /// <summary>Index of the organisation in the layout.</summary>
    public int Organisation { get; set; }

    /// <summary>First draw.</summary>
    public int FirstDraw { get; set; }

    /// <summary>Number of draws, 1 to <see cref="Lanes"/>.</summary>
    public int Draws { get; set; }

    /// <summary>Number of rows of <see cref="Costs"/>, which may be longer.</summary>
    public int CostRows { get; set; }

    /// <summary>Cents; row ((cell x years) + year) x components + component.</summary>
    public double[] Costs { get; set; } = [];

    /// <summary>Movement of people; row (year x flows) + flow.</summary>
    public double[] Movement { get; set; } = [];

    /// <summary>What rules did; row ((year x rules) + rule) x 2 for cents, + 1 for people whom the rule touched at least once in the year.</summary>
    public double[] RuleEffects { get; set; } = [];
}

/// <summary>Movement of people in a fiscal year.</summary>
internal enum FlowKind
{
    /// <summary>People at the start of the year.</summary>
    Start,

    /// <summary>People hired.</summary>
    Hires,

    /// <summary>People separated.</summary>
    Separations,

    /// <summary>Paid hours x weekdays of the year in the work period.</summary>
    HourWeekdays,
}
