using CtmsAnalytics.Parameters;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Deployment.Directed;

/// <summary>A subsequent assignment that the Department directs (158.708).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="WorksiteFips">Five-digit county of the assignment.</param>
/// <param name="Effective">First day.</param>
/// <param name="ExpectedLast">Last day that is expected; null where no end is in sight.</param>
public sealed record DirectedAssignment(string PersonId, string WorksiteFips, DateOnly Effective, DateOnly? ExpectedLast)
{
    /// <summary>Day of the consultation on reasons and preferences (158.708(d)).</summary>
    /// <value>Default null: none yet.</value>
    public DateOnly? Consultation { get; init; }

    /// <summary>Day of the written notice.</summary>
    /// <value>Default null: none yet.</value>
    public DateOnly? Notice { get; init; }

    /// <summary>Whether the employee consents in writing to a shorter notice (158.708(c), (d)).</summary>
    /// <value>Default false.</value>
    public bool Consents { get; init; }
}

/// <summary>What kind of directed assignment it is.</summary>
public enum DirectedKind
{
    /// <summary>Expected to last less than six months: temporary duty (158.708(b)).</summary>
    Temporary,

    /// <summary>Six months or more inside the commuting area (158.708(c)).</summary>
    SameArea,

    /// <summary>Six months or more outside the commuting area (158.708(d)).</summary>
    OtherArea,
}

/// <summary>Notice of directed assignments (158.708).</summary>
public static class DirectedNotice
{
    /// <summary>Directed assignments of less than six months are temporary duty.</summary>
    public static readonly RuleReference Temporary = new("temporary directed assignment", "158.708(b)", "reported");

    /// <summary>Notice inside the commuting area.</summary>
    public static readonly RuleReference SameArea = new("notice inside the commuting area", "158.708(c)", "reported");

    /// <summary>Consultation and notice outside the commuting area.</summary>
    public static readonly RuleReference OtherArea = new("consultation and notice outside the commuting area", "158.708(d)", "reported");

    /// <summary>What kind of directed assignment it is (158.708(b)-(d)).</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="isInCommutingArea">Whether its worksite lies in the employee's current commuting area (5 CFR 550.703).</param>
    /// <param name="months">Months below which it is temporary, a parameter.</param>
    /// <returns>The kind.</returns>
    public static DirectedKind KindOf(DirectedAssignment assignment, bool isInCommutingArea, int months)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        if (assignment.ExpectedLast is { } last && last.AddDays(1) < assignment.Effective.AddMonths(months)) return DirectedKind.Temporary;
        return isInCommutingArea ? DirectedKind.SameArea : DirectedKind.OtherArea;
    }

    /// <summary>Last day for the written notice (158.708(c), (d)).</summary>
    /// <param name="effective">First day of the assignment.</param>
    /// <param name="days">Calendar days of notice, a parameter.</param>
    /// <returns>The day.</returns>
    public static DateOnly LastDay(DateOnly effective, int days) => effective.AddDays(-days);

    /// <summary>What stands against an assignment on its effective date (158.708(c), (d)).</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="days">Calendar days of notice of the kind.</param>
    /// <returns>A sentence with its rule; null where nothing does.</returns>
    public static (string Problem, RuleReference Rule)? Problem(DirectedAssignment assignment, DirectedKind kind, int days)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        if (kind == DirectedKind.Temporary) return null;
        var rule = kind == DirectedKind.SameArea ? SameArea : OtherArea;
        var last = LastDay(assignment.Effective, days);
        if (kind == DirectedKind.OtherArea && assignment.Notice is { } given && !(assignment.Consultation <= given)) return ("The notice follows a consultation on reasons and preferences, and none is recorded before it.", rule);
        if (assignment.Notice is { } notice && notice > last && !assignment.Consents)
            return (FormattableString.Invariant($"The notice of {notice:yyyy-MM-dd} is {notice.DayNumber - last.DayNumber} days too late; it can be waived only when the employee consents in writing. With it the assignment can begin on {notice.AddDays(days):yyyy-MM-dd}."), rule);
        return null;
    }
}

/// <summary>Travel and relocation by assumed figures of the Federal Travel Regulation (41 CFR chapters 301 and 302; 158.708(a)).</summary>
/// <param name="Household">Moving household goods, US dollars.</param>
/// <param name="QuartersDays">Days of temporary quarters.</param>
/// <param name="PerDiem">Lodging, meals and incidental expenses a day, US dollars.</param>
/// <param name="Miscellaneous">Miscellaneous expenses of a relocation, US dollars.</param>
/// <param name="Trip">Transportation there, US dollars; a temporary assignment pays it both ways.</param>
/// <param name="TaxAllowance">Relocation income tax allowance, as a fraction of the other expenses of a relocation.</param>
public sealed record TravelRates(double Household, double QuartersDays, double PerDiem, double Miscellaneous, double Trip, double TaxAllowance)
{
    private const int CentsInDollar = 100;

    /// <summary>Reads the figures from their parameters, whose names begin with <c>ftr_</c>.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="year">Calendar year in which they are in force.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ParameterException">A parameter is missing.</exception>
    public static TravelRates From(ParameterReader parameters, int year)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        double Of(string name) => parameters.InYear(name, year);
        return new TravelRates(Of("ftr_household_goods"), Of("ftr_temporary_quarters_days"), Of("ftr_per_diem"), Of("ftr_miscellaneous"), Of("ftr_trip"), Of("ftr_tax_allowance"));
    }

    /// <summary>What a directed assignment costs in travel and relocation (158.708(a)).</summary>
    /// <param name="kind">Its kind; inside the commuting area it costs nothing.</param>
    /// <param name="moves">Whether the location is another one than the official worksite.</param>
    /// <param name="days">Days that a temporary assignment lasts.</param>
    /// <returns>Cents.</returns>
    public long Cents(DirectedKind kind, bool moves, int days)
    {
        if (!moves || kind == DirectedKind.SameArea) return 0;
        var dollars = kind == DirectedKind.Temporary ? (2 * Trip) + (days * PerDiem) : (Household + (QuartersDays * PerDiem) + Miscellaneous + Trip) * (1 + TaxAllowance);
        return Numerics.Rounding.HalfUp(dollars * CentsInDollar);
    }
}
