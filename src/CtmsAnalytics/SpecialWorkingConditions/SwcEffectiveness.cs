namespace CtmsAnalytics.SpecialWorkingConditions;

/// <summary>What one program did for one person in one work period.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Period">Number of the work period.</param>
/// <param name="Salary">Salary computed for the work period, cents.</param>
/// <param name="Asked">Payment that the program asked for, cents.</param>
/// <param name="Paid">What was paid after every limit, cents, at most <paramref name="Asked"/>.</param>
/// <param name="Exclusion">Why the person is not eligible; none for an eligible one.</param>
public readonly record struct SwcRecord(string PersonId, int Period, long Salary, long Asked, long Paid, SwcExclusion Exclusion);

/// <summary>Why a person under special conditions gets no payment.</summary>
public enum SwcExclusion
{
    /// <summary>The person is eligible.</summary>
    None,

    /// <summary>Salary at or above EX-IV (158.642(e)(2)).</summary>
    Salary,

    /// <summary>Advisory appointee (158.642(e)(3)).</summary>
    Advisory,
}

/// <summary>People at the start and those of them who separated, in two groups.</summary>
/// <param name="Paid">People who got a payment.</param>
/// <param name="PaidSeparated">Those of them who separated.</param>
/// <param name="Unpaid">Covered people who got none.</param>
/// <param name="UnpaidSeparated">Those of them who separated.</param>
public readonly record struct SwcSeparations(double Paid, double PaidSeparated, double Unpaid, double UnpaidSeparated);

/// <summary>How a program worked (158.642(f)(6)). A ratio that has nothing to divide by is null and never zero.</summary>
/// <param name="PeoplePaid">People who got at least one payment.</param>
/// <param name="WorkPeriodsPaid">Payments counted as work periods of one person.</param>
/// <param name="Cents">Dollars paid, cents.</param>
/// <param name="MeanFraction">Dollars paid over the salaries of the work periods that were paid; null where none was.</param>
/// <param name="ShareOfEligiblePaid">People paid over people eligible under the program; null where nobody is.</param>
/// <param name="ExcludedBySalary">People under the conditions who are not eligible at their salary.</param>
/// <param name="ExcludedAsAdvisory">People under the conditions who are not eligible as advisory appointees.</param>
/// <param name="CutCents">Dollars asked for eligible people that limits kept from being paid in their work period, cents.</param>
/// <param name="SeparationRatePaid">Separations over people, among those paid; null where not given or nobody was.</param>
/// <param name="SeparationRateUnpaid">The same among covered people who were not paid. The difference describes the groups and proves no cause.</param>
public sealed record SwcEffectiveness(
    int PeoplePaid,
    int WorkPeriodsPaid,
    long Cents,
    double? MeanFraction,
    double? ShareOfEligiblePaid,
    int ExcludedBySalary,
    int ExcludedAsAdvisory,
    long CutCents,
    double? SeparationRatePaid,
    double? SeparationRateUnpaid)
{
    /// <summary>Counts a program's payments.</summary>
    /// <param name="records">What the program did, one record per person and work period under its conditions.</param>
    /// <param name="eligiblePeople">People whom the program covers and who are eligible, 0 or more.</param>
    /// <param name="separations">Separations of both groups; null where they are not known.</param>
    /// <returns>The measures.</returns>
    public static SwcEffectiveness Of(IEnumerable<SwcRecord> records, int eligiblePeople, SwcSeparations? separations = null)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfNegative(eligiblePeople);
        var paid = new HashSet<string>(StringComparer.Ordinal);
        var salary = new HashSet<string>(StringComparer.Ordinal);
        var advisory = new HashSet<string>(StringComparer.Ordinal);
        var periods = new HashSet<(string, int)>();
        long cents = 0, cut = 0, salaries = 0;
        foreach (var record in records)
        {
            switch (record.Exclusion)
            {
                case SwcExclusion.Salary:
                    salary.Add(record.PersonId);
                    continue;
                case SwcExclusion.Advisory:
                    advisory.Add(record.PersonId);
                    continue;
            }

            cut += record.Asked - record.Paid;
            if (record.Paid == 0) continue;
            paid.Add(record.PersonId);
            cents += record.Paid;
            if (periods.Add((record.PersonId, record.Period))) salaries += record.Salary;
        }

        return new SwcEffectiveness(
            paid.Count,
            periods.Count,
            cents,
            Ratio(cents, salaries),
            Ratio(paid.Count, eligiblePeople),
            salary.Count,
            advisory.Count,
            cut,
            separations is { } s ? Ratio(s.PaidSeparated, s.Paid) : null,
            separations is { } t ? Ratio(t.UnpaidSeparated, t.Unpaid) : null);
    }

    private static double? Ratio(double part, double whole) => whole == 0 ? null : part / whole;
}
