namespace CtmsAnalytics.TalentMarket;

/// <summary>State of a published wage figure.</summary>
public enum FigureStatus
{
    /// <summary>A number was published.</summary>
    Published,

    /// <summary>The publisher withheld the number.</summary>
    Suppressed,

    /// <summary>The number is at or above the survey's top code: only its lower bound is known.</summary>
    Censored,

    /// <summary>The table has no such figure.</summary>
    Absent,
}

/// <summary>One wage figure of a survey: a number, a lower bound, or the reason why there is none.</summary>
/// <param name="Status">State of the figure.</param>
/// <param name="Value">Annual wage, US dollars, when published; the lower bound when censored; otherwise null.</param>
public readonly record struct WageFigure(FigureStatus Status, double? Value)
{
    /// <summary>A figure that the table does not have.</summary>
    public static readonly WageFigure Absent = new(FigureStatus.Absent, null);

    /// <summary>A published figure.</summary>
    /// <param name="value">Annual wage, US dollars.</param>
    /// <returns>The figure.</returns>
    public static WageFigure Published(double value) => new(FigureStatus.Published, value);
}

/// <summary>Annual wages of one occupation in one area and survey year.</summary>
/// <param name="Year">Survey year (May panel).</param>
/// <param name="Area">Area code of the survey; <c>99</c> is the nation.</param>
/// <param name="AreaTitle">Name of the area.</param>
/// <param name="Occupation">SOC code, for example <c>15-1212</c>.</param>
/// <param name="OccupationTitle">Name of the occupation.</param>
/// <param name="Employment">Employment; null where it was not published.</param>
/// <param name="P10">10th percentile.</param>
/// <param name="P25">25th percentile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75th percentile.</param>
/// <param name="P90">90th percentile.</param>
/// <param name="Source">Where the figures come from.</param>
public sealed record OccupationWage(
    int Year,
    string Area,
    string AreaTitle,
    string Occupation,
    string OccupationTitle,
    double? Employment,
    WageFigure P10,
    WageFigure P25,
    WageFigure P50,
    WageFigure P75,
    WageFigure P90,
    string Source)
{
    /// <summary>Mean wage; null where it was not published.</summary>
    /// <value>US dollars a year. Default null.</value>
    public double? Mean { get; init; }

    /// <summary>Relative standard error of the mean wage as published (MEAN_PRSE).</summary>
    /// <value>A fraction, 0 or more. Default null: not published.</value>
    public double? MeanError { get; init; }

    /// <summary>Version of the occupational classification that the year's codes belong to; years of different versions are never compared.</summary>
    /// <value>Default empty: not known.</value>
    public string SocVintage { get; init; } = "";

    /// <summary>Delineation of metropolitan areas that the year's area codes belong to.</summary>
    /// <value>Default empty: not known.</value>
    public string Delineation { get; init; } = "";
}

/// <summary>A local cybersecurity talent market and the survey area that stands for it (158.612(b)(1)).</summary>
/// <param name="Code">Market code, as rosters and scenarios name it.</param>
/// <param name="Name">Name of the market.</param>
/// <param name="SurveyArea">Area code in the wage survey; null where the survey has no area for it, and national wages stand in.</param>
public sealed record LocalMarket(string Code, string Name, string? SurveyArea);
