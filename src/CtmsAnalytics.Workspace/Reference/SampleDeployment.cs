using System.Globalization;
using System.Text;
using System.Text.Json;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Simulation;

namespace CtmsAnalytics.Workspace.Reference;

/// <summary>Makes the sample's assignments and hours from the shipped roster and the assumptions in <c>sample/deployment.json</c>. Everything about a person follows from the seed and the person's place in the roster.</summary>
public static class SampleDeployment
{
    private const int WorkPeriodDays = 14;
    private const int EightHours = 8;
    private const int Half = 2;

    /// <summary>Generates assignments: one held by everybody, and some that are open.</summary>
    /// <param name="dataFolder">The folder <c>data</c> with <c>sample/roster.csv</c> and <c>sample/deployment.json</c>.</param>
    /// <returns>Comma-separated text, the same for the same inputs.</returns>
    /// <exception cref="InputException">An input is missing or cannot be read.</exception>
    public static string Assignments(string dataFolder)
    {
        var (people, a) = Inputs(dataFolder);
        var text = new StringBuilder("assignment_id,statement,starts,ends,organisation,security,worksite_fips,schedule,hours_per_work_period,performance,work_level,qualifications,mission_need,strategic_priority,individual_input,organisation_input,person_id,held_from,held_to,kind\n");
        var asOf = DateOnly.Parse(SampleRoster.AsOf, CultureInfo.InvariantCulture);
        for (var i = 0; i < people.Count; i++) Line(people[i], i, 0, Id("A", i + 1), people[i].Text("person_id"));
        for (var i = 0; i < a.Open; i++)
        {
            var person = people[(int)(a.Draw(i, 40) * people.Count)];
            Line(person, i, 1, Id("OPEN", i + 1), "");
        }

        return text.ToString();

        void Line(ShippedTable person, int i, int topic, string id, string holder)
        {
            double U(int what) => a.Draw(i, (topic * 60) + what);
            var level = person.Text("work_level");
            var works = a.Root.GetProperty("work").EnumerateArray().Where(w => w.GetProperty("levels").EnumerateArray().Any(l => l.GetString() == level)).ToList();
            var work = works[(int)(U(1) * works.Count)];
            var needed = a.Root.GetProperty("proficiency_by_level").GetProperty(level).GetDouble();
            var qualifications = work.GetProperty("qualifications").EnumerateObject().Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Name}:{Math.Clamp(needed + q.Value.GetDouble(), 1, a.Number("proficiency_most")):0.#}"));
            var security = a.Root.GetProperty("security").EnumerateObject().First(s => U(2) < s.Value.GetDouble()).Name;
            var starts = topic == 1 ? asOf.AddDays(1 + (int)(U(3) * 90)) : Later(DateOnly.Parse(person.Text("entry_on_duty"), CultureInfo.InvariantCulture), asOf.AddDays(-(int)(U(3) * a.Number("months_held_most") * 30)));
            var ends = topic == 1 || U(4) < a.Number("anticipated_share") ? (DateOnly?)Later(starts, asOf).AddDays(60 + (int)(U(5) * a.Number("anticipated_months_most") * 30)) : null;
            var (schedule, hours) = topic == 1 ? ("full-time", "80") : (person.Text("schedule"), person.Text("hours_per_work_period"));
            var initial = starts == DateOnly.Parse(person.Text("entry_on_duty"), CultureInfo.InvariantCulture);
            var alike = people.Where(p => p.Text("work_level") == level).Select(p => p.Text("person_id")).ToList();
            var asked = topic == 0 ? "" : $"{alike[(int)(U(6) * alike.Count)]}:1";
            var wanted = topic == 0 || U(7) > 0.5 ? "" : $"{alike[(int)(U(8) * alike.Count)]}:1";
            text.AppendJoin(',', id, Quoted(work.GetProperty("statement").GetString()!), Iso(starts), ends is { } end ? Iso(end) : "", person.Text("organisation"), security, person.Text("worksite_fips"), schedule, hours,
                Quoted(a.Root.GetProperty("performance").GetString()!), level, string.Join(';', qualifications), topic == 0 ? "" : Tenths(U(9)), topic == 0 ? "" : Tenths(U(10)), asked, wanted,
                holder, holder.Length == 0 ? "" : Iso(starts), "", holder.Length == 0 ? "" : initial ? "initial" : "subsequent").Append('\n');
        }
    }

    /// <summary>Generates hours: one row for everybody and work period.</summary>
    /// <param name="dataFolder">The folder <c>data</c>.</param>
    /// <returns>Comma-separated text, the same for the same inputs.</returns>
    /// <exception cref="InputException">An input is missing or cannot be read.</exception>
    public static string Hours(string dataFolder)
    {
        var (people, a) = Inputs(dataFolder);
        var hours = a.Root.GetProperty("hours");
        double Of(string name) => hours.GetProperty(name).GetDouble();
        var first = DateOnly.Parse(hours.GetProperty("first_period").GetString()!, CultureInfo.InvariantCulture);
        var text = new StringBuilder("person_id,period_start,worked,leave,paid_time_off,recognition_time_off,other_time_off,non_pay,unexpected\n");
        for (var i = 0; i < people.Count; i++)
        {
            var (schedule, fixedHours) = (people[i].Text("schedule"), (int)people[i].Number("hours_per_work_period"));
            for (var t = 0; t < (int)Of("periods"); t++)
            {
                double U(int what) => a.Draw(i, 1000 + (t * 20) + what);
                var surge = hours.GetProperty("surges").EnumerateArray().Where(s => (int)s.GetProperty("period").GetDouble() == t && s.GetProperty("organisations").EnumerateArray().Any(o => o.GetString() == people[i].Text("organisation")) && U(1) < s.GetProperty("share").GetDouble())
                    .Select(s => s.GetProperty("hours").GetDouble()).DefaultIfEmpty(0).First();
                double leave = 0, nonPay = 0;
                var worked = fixedHours + Math.Floor(U(2) * U(3) * Of("extra_most") * Half) / Half + surge;
                if (schedule == "contingent") worked = fixedHours - 4 + (EightHours * Math.Floor(U(4) * Half));
                else if (schedule == "part-time") worked = fixedHours + (i % Half == 0 ? EightHours * (U(4) < 0.7 ? 1 : 0) : 0);
                else if (surge == 0 && U(4) < Of("leave_share")) (leave, worked) = (EightHours * (1 + Math.Floor(U(5) * 4)), fixedHours - (EightHours * (1 + Math.Floor(U(5) * 4))));
                else if (surge == 0 && U(6) < Of("non_pay_share")) (nonPay, worked) = (EightHours, fixedHours - EightHours);
                if (schedule == "full-time" && U(7) < Of("missing_share")) worked = Math.Max(0, worked - EightHours);
                var unexpected = surge > 0 ? Math.Floor(surge * U(8)) : 0;
                text.AppendJoin(',', people[i].Text("person_id"), Iso(first.AddDays(WorkPeriodDays * t)), Plain(worked), Plain(leave), "0", "0", "0", Plain(nonPay), Plain(unexpected)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static (IReadOnlyList<ShippedTable> People, Assumptions Assumptions) Inputs(string dataFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataFolder);
        var file = Path.Combine(dataFolder, "sample", "deployment.json");
        if (!File.Exists(file)) throw new InputException($"{file} does not exist. Name the folder 'data' of a checkout of this project.");
        try
        {
            return (ShippedTable.Read(Path.Combine(dataFolder, "sample", "roster.csv")), new Assumptions(JsonDocument.Parse(File.ReadAllText(file)).RootElement));
        }
        catch (JsonException exception)
        {
            throw new InputException($"{file}: {exception.Message}", exception);
        }
    }

    private static string Id(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:0000}");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Plain(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Tenths(double share) => (Math.Floor(share * 11) / 10).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => text.Contains(',', StringComparison.Ordinal) ? $"\"{text}\"" : text;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private sealed class Assumptions(JsonElement root)
    {
        public JsonElement Root => root;

        public int Open => (int)Number("open_assignments");

        public double Number(string name) => root.GetProperty(name).GetDouble();

        /// <summary>A uniform number of a person or assignment and what it is for.</summary>
        public double Draw(int i, int what) => Philox.Block((uint)i, (uint)what, 0, 0, (uint)Number("seed")).Uniform0;
    }
}
