using System.Globalization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Rules;
using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.Records;

/// <summary>Where the holder of a position stands in the initial service period (158.524), from what is on record.</summary>
/// <param name="LastDay">Last day of the period; null where the service does not count toward one.</param>
/// <param name="Rule">The rule that says so.</param>
public sealed record RecordedService(DateOnly? LastDay, RuleReference Rule)
{
    /// <summary>Computes the period of the present appointment.</summary>
    /// <param name="record">The record.</param>
    /// <param name="policy">What regulation and policy say in numbers.</param>
    /// <param name="fullTimeHours">Hours of a full-time work period.</param>
    /// <returns>The period; null where type of appointment or entry on duty is not on record. The present schedule is taken to have held since the entry, and earlier service is not on record.</returns>
    public static RecordedService? Of(PositionRecord record, AppointmentPolicy policy, int fullTimeHours)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(policy);
        if (Value(record, RecordItems.AppointmentType) is not { } type || !Enum.TryParse<AppointmentType>(type, ignoreCase: true, out var appointment)) return null;
        if (!DateOnly.TryParseExact(Value(record, RecordItems.EntryOnDuty), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var entry)) return null;
        var spell = new ServiceSpell(entry, null, appointment)
        {
            IsAnnuitant = Value(record, RecordItems.Annuity) is not null,
            IsUncompensated = Value(record, RecordItems.Uncompensated) == "yes",
            ShareOfFullTime = Share(record, fullTimeHours),
        };
        return InitialServicePeriod.Refusal(spell) is { } refusal
            ? new RecordedService(null, refusal)
            : new RecordedService(InitialServicePeriod.LastDay([spell], policy.InitialYears, policy.IsPartTimeProrated, policy.NonpayWorkdays), InitialServicePeriod.Period);
    }

    private static double Share(PositionRecord record, int fullTimeHours)
    {
        var hours = Value(record, RecordItems.MinimumHours) ?? Value(record, RecordItems.PlannedHours);
        return int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var stated) && stated > 0 ? Math.Min(1, (double)stated / fullTimeHours) : 1;
    }

    private static string? Value(PositionRecord record, string item) => record.Lines.FirstOrDefault(l => l.Item.Code == item)?.Row?.Value;
}
