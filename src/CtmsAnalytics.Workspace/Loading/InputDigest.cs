using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Deployment.Hours;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.TalentMarket.Local;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.WorkValuation;

namespace CtmsAnalytics.Workspace.Loading;

/// <summary>
/// SHA-256 of an input's values, written one record a line, fields with their length in front so that no two records can be written alike.
/// Which file they came from does not enter: the same values give the same digest.
/// </summary>
internal static class InputDigest
{
    public static string Of(IEnumerable<RosterPerson> people)
    {
        using var digest = new Writer();
        foreach (var p in people)
        {
            digest.Line(p.PersonId, p.Agency, p.Organisation, p.PayPlan, p.Track, p.WorkLevel, p.WorksiteFips, p.Market, p.Appointment, p.Schedule,
                p.HoursPerWorkPeriod, p.EntryOnDuty, p.StructureSalary, p.Salary, p.HealthPlan, p.LastRating,
                p.NonforeignArea, p.IsUncompensated, p.AnnuityPerYear, p.AppointmentMaximumHours);
        }

        return digest.ToString();
    }

    public static string Of(IEnumerable<OccupationWage> wages, IEnumerable<LocalMarket> markets)
    {
        using var digest = new Writer();
        foreach (var w in wages)
        {
            digest.Line(w.Year, w.Area, w.Occupation, w.Employment, w.P10.Status, w.P10.Value, w.P25.Status, w.P25.Value, w.P50.Status, w.P50.Value,
                w.P75.Status, w.P75.Value, w.P90.Status, w.P90.Value, w.Mean, w.MeanError, w.SocVintage, w.Delineation);
        }

        foreach (var m in markets) digest.Line(m.Code, m.Name, m.SurveyArea);
        return digest.ToString();
    }

    public static string Of(ParameterSet parameters)
    {
        using var digest = new Writer();
        foreach (var p in parameters.All) digest.Line(p.Name, p.EffectiveYear, p.Value, p.Unit, p.Mark, p.Paragraph, p.Source, p.Description);
        return digest.ToString();
    }

    public static string Of(LoadedScenario scenario)
    {
        using var digest = new Writer();
        foreach (var value in scenario.Values) digest.Line(value.Path, value.Effective, value.Text);
        return digest.ToString();
    }

    public static string Of(IEnumerable<Assignment> assignments, IEnumerable<AssignmentHolding> holdings)
    {
        using var digest = new Writer();
        foreach (var a in assignments)
        {
            digest.Line(a.AssignmentId, a.Statement, a.From, a.To, a.Organisation, a.Security, a.WorksiteFips, a.Schedule, a.HoursPerWorkPeriod, a.Performance, a.WorkLevel, a.MissionNeed, a.StrategicPriority);
            foreach (var q in a.Requirements) digest.Line(q.Qualification, q.Proficiency, q.Weight);
            foreach (var (person, value) in a.IndividualInput) digest.Line("individual", person, value);
            foreach (var (person, value) in a.OrganisationInput) digest.Line("organisation", person, value);
        }

        foreach (var h in holdings) digest.Line(h.AssignmentId, h.PersonId, h.From, h.To, h.IsInitial);
        return digest.ToString();
    }

    public static string Of(IEnumerable<HoursRecord> hours)
    {
        using var digest = new Writer();
        foreach (var h in hours)
        {
            digest.Line(h.PersonId, h.PeriodStart, h.Worked, h.NonPay, h.Unexpected);
            foreach (var (kind, value) in h.TimeOff.OrderBy(t => t.Key)) digest.Line(kind, value);
        }

        return digest.ToString();
    }

    public static string Of(IEnumerable<string> lines)
    {
        using var digest = new Writer();
        foreach (var line in lines) digest.Line(line);
        return digest.ToString();
    }

    public static string Of(LocalMarketData data)
    {
        using var digest = new Writer();
        foreach (var w in data.Wages)
            digest.Line(w.Year, w.Area, w.AreaTitle, w.Division, w.Occupation, w.Employment, w.Median.Status, w.Median.Value, w.Mean.Status, w.Mean.Value, w.MeanError);
        foreach (var m in data.Markets) digest.Line(m.Code, m.Name, m.SurveyArea, m.Division, m.PriceParity, m.LocalityPercent);
        foreach (var c in data.Counties) digest.Line(c.Fips, c.Name, c.State, c.Market);
        digest.Line(data.LocalityYear);
        return digest.ToString();
    }

    public static string Of(IEnumerable<PersonQualifications> people)
    {
        using var digest = new Writer();
        foreach (var p in people)
        {
            foreach (var (item, value) in p.Proficiency.OrderBy(v => v.Key, StringComparer.Ordinal)) digest.Line(p.PersonId, "qualification", item, value);
            foreach (var (item, value) in p.Work.OrderBy(v => v.Key, StringComparer.Ordinal)) digest.Line(p.PersonId, "work", item, value);
        }

        return digest.ToString();
    }

    public static string OfJson<T>(T value) => Of([JsonSerializer.Serialize(value)]);

    public static string Of(uint seed)
    {
        using var digest = new Writer();
        digest.Line(seed);
        return digest.ToString();
    }

    private sealed class Writer : IDisposable
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly StringBuilder _line = new();

        public void Line(params ReadOnlySpan<object?> fields)
        {
            _line.Clear();
            foreach (var field in fields)
            {
                var text = field switch
                {
                    null => "",
                    double number => number.ToString("R", CultureInfo.InvariantCulture),
                    DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
                    _ => field.ToString() ?? "",
                };
                _line.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text};");
            }

            _line.Append('\n');
            _hash.AppendData(Encoding.UTF8.GetBytes(_line.ToString()));
        }

        public void Dispose() => _hash.Dispose();

        public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash());
    }
}
