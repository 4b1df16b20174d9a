using CtmsAnalytics.Deployment;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.TalentAcquisition;

/// <summary>The initial service period, a probationary period that begins with the appointment (158.524).</summary>
public static class InitialServicePeriod
{
    /// <summary>The period itself.</summary>
    public static readonly RuleReference Period = new("initial service period", "158.524(a)", "reported");

    /// <summary>Service that does not count toward it in a later appointment.</summary>
    public static readonly RuleReference DoesNotCount = new("service that does not count toward the initial service period", "158.524(c)", "reported");

    private const int Workdays = 5;
    private const int Days = 7;

    /// <summary>Why earlier service does not count.</summary>
    /// <param name="spell">Service in the DHS-CS.</param>
    /// <returns>The rule; null where it counts.</returns>
    public static RuleReference? Refusal(ServiceSpell spell)
    {
        ArgumentNullException.ThrowIfNull(spell);
        return spell.Appointment == AppointmentType.Advisory || spell.IsAnnuitant || spell.IsUncompensated ? DoesNotCount : null;
    }

    /// <summary>Last day of the initial service period of the present appointment. Earlier service in the DHS-CS counts toward it (158.524(b)) but for advisory, annuitant and uncompensated service.</summary>
    /// <param name="service">Service in the DHS-CS in order of dates, the present spell last; no other service counts. The present spell is taken to go on as it is.</param>
    /// <param name="years">Length of the period in years, a parameter.</param>
    /// <param name="isProrated">Whether part-time service counts by its hours only, a parameter.</param>
    /// <param name="nonpayWorkdays">Workdays in a nonpay status that count all the same in each spell, a parameter.</param>
    /// <returns>Last day; null where the present service does not count itself and its end cannot be told. The day before the present spell where earlier service completes the period.</returns>
    /// <exception cref="ArgumentException">There is no spell, or they overlap.</exception>
    public static DateOnly? LastDay(IReadOnlyList<ServiceSpell> service, int years, bool isProrated, int nonpayWorkdays)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (service.Count == 0) throw new ArgumentException("There is no service to compute a period from.", nameof(service));
        if (service.Zip(service.Skip(1)).Any(p => p.First.LastDay is not { } last || last >= p.Second.FirstDay)) throw new ArgumentException("Spells of service overlap or are out of order.", nameof(service));
        var present = service[^1];
        if (Refusal(present) is not null) return null;
        var begins = present.FirstDay;
        double needed = begins.AddYears(years).DayNumber - begins.DayNumber;
        foreach (var spell in service.SkipLast(1).Where(s => Refusal(s) is null))
            needed -= Math.Max(0, ((spell.LastDay!.Value.DayNumber - spell.FirstDay.DayNumber + 1) * Rate(spell)) - Lost(spell));
        if (needed <= 0) return begins.AddDays(-1);
        return begins.AddDays((int)Math.Ceiling((needed + Lost(present)) / Rate(present)) - 1);

        double Rate(ServiceSpell spell) => isProrated ? spell.ShareOfFullTime : 1;

        // Calendar days that workdays beyond the limit stand for.
        double Lost(ServiceSpell spell) => Math.Max(0, spell.NonpayWorkdays - nonpayWorkdays) * (double)Days / Workdays;
    }
}
