using CtmsAnalytics.Rules;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>Terms and renewals of renewable appointments (158.523(a)). That a continuing appointment needs a salary in the standard range is said by <see cref="Salaries.SalaryRange.RefusalOfChange"/>, that annuitants and uncompensated service need one by <see cref="Compensation.ReemployedAnnuitant"/> and <see cref="Compensation.UncompensatedService"/>.</summary>
public static class RenewableAppointment
{
    /// <summary>A term is longer than the regulation allows.</summary>
    public static readonly RuleReference Term = new("term of a renewable appointment", "158.523(a)", "refused");

    /// <summary>A renewal more than policy allows.</summary>
    public static readonly RuleReference Renewals = new("number of renewals of a renewable appointment", "158.523(a)", "refused");

    private const int MonthsPerYear = 12;

    /// <summary>Last day of a term.</summary>
    /// <param name="firstDay">First day.</param>
    /// <param name="months">Months, 1 or more.</param>
    /// <returns>The day before the same day of a later month, or of its last day where the month is shorter.</returns>
    public static DateOnly LastDay(DateOnly firstDay, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return firstDay.AddMonths(months).AddDays(-1);
    }

    /// <summary>The last day that a term may have.</summary>
    /// <param name="firstDay">First day.</param>
    /// <param name="longestYears">Longest term in years, 1 or more, a parameter.</param>
    /// <returns>The day.</returns>
    public static DateOnly LatestDay(DateOnly firstDay, int longestYears) => LastDay(firstDay, longestYears * MonthsPerYear);

    /// <summary>What keeps a term from being granted.</summary>
    /// <param name="months">Months, 1 or more.</param>
    /// <param name="longestYears">Longest term in years, a parameter.</param>
    /// <returns>The rule; null where the term stands.</returns>
    public static RuleReference? Offends(int months, int longestYears) => months > longestYears * MonthsPerYear ? Term : null;

    /// <summary>What keeps a renewal from being granted.</summary>
    /// <param name="renewals">Renewals so far.</param>
    /// <param name="most">Most renewals, a parameter; 0 for no limit.</param>
    /// <returns>The rule; null where it can be renewed once more.</returns>
    public static RuleReference? RefusalOfRenewal(int renewals, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(renewals);
        return most > 0 && renewals >= most ? Renewals : null;
    }

    /// <summary>The terms of an appointment and its renewals, one after the other.</summary>
    /// <param name="firstDay">First day of the appointment.</param>
    /// <param name="months">Length of each term in months: the appointment, then its renewals; one or more.</param>
    /// <param name="longestYears">Longest term in years, a parameter.</param>
    /// <param name="mostRenewals">Most renewals, a parameter; 0 for no limit.</param>
    /// <returns>The terms as far as they stand, and the rule that refuses the next one; null where all of them stand.</returns>
    public static (IReadOnlyList<AppointmentTerm> Terms, RuleReference? Refused) Terms(DateOnly firstDay, IReadOnlyList<int> months, int longestYears, int mostRenewals)
    {
        ArgumentNullException.ThrowIfNull(months);
        var terms = new List<AppointmentTerm>();
        foreach (var length in months)
        {
            var refused = Offends(length, longestYears) ?? (terms.Count > 0 ? RefusalOfRenewal(terms.Count - 1, mostRenewals) : null);
            if (refused is not null) return (terms, refused);
            var begins = terms.Count == 0 ? firstDay : terms[^1].LastDay.AddDays(1);
            terms.Add(new AppointmentTerm(begins, LastDay(begins, length)));
        }

        return (terms, null);
    }

    /// <summary>Day on which the next renewal is due: the first that the terms do not cover.</summary>
    /// <param name="terms">The terms, one or more, one after the other.</param>
    /// <returns>The day.</returns>
    public static DateOnly RenewalDue(IReadOnlyList<AppointmentTerm> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return terms[^1].LastDay.AddDays(1);
    }
}

/// <summary>A term of a renewable appointment.</summary>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day.</param>
public sealed record AppointmentTerm(DateOnly FirstDay, DateOnly LastDay);
