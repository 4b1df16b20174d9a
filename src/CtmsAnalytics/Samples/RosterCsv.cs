using System.Globalization;
using System.Text;

namespace CtmsAnalytics.Samples;

/// <summary>The roster as comma-separated text, in the columns that <c>ctms import roster</c> reads.</summary>
public static class RosterCsv
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "person_id", "component", "organisation", "pay_plan", "track", "work_level", "worksite_fips", "appointment_type", "schedule",
        "hours_per_work_period", "entry_on_duty", "structure_salary", "salary", "health_plan", "last_rating", "as_of",
    ];

    /// <summary>Writes a header and one line per person; lines end in a line feed on every platform.</summary>
    /// <param name="people">The roster.</param>
    /// <returns>The whole text of the file, to be encoded as UTF-8 without a byte-order mark.</returns>
    public static string Write(IEnumerable<SyntheticPerson> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var text = new StringBuilder();
        text.AppendJoin(',', Columns).Append('\n');
        foreach (var p in people)
        {
            text.AppendJoin(',',
                Quote(p.PersonId), Quote(p.Component), Quote(p.Organisation), Quote(p.PayPlan), Quote(p.Track), Quote(p.WorkLevel), Quote(p.WorksiteFips),
                Quote(p.AppointmentType), Quote(p.Schedule), Number(p.HoursPerWorkPeriod), Date(p.EntryOnDuty), Number(p.StructureSalary), Number(p.Salary),
                Quote(p.HealthPlan), Number(p.LastRating), Date(p.AsOf)).Append('\n');
        }

        return text.ToString();
    }

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Date(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quote(string value) => value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
