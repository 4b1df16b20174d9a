using System.Globalization;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <content>Work schedules and worksites.</content>
internal sealed partial class ScenarioChecker
{
    private const int FipsLength = 5;

    private void CheckDeployment(YamlMap deployment, List<string> levels)
    {
        var fullTime = rules.Parameters.Latest("full_time_hours").Value;
        foreach (var line in (deployment["schedules"] as YamlList)?.Items.OfType<YamlMap>() ?? [])
        {
            CheckCover(line, levels);
            if (line["schedule"] is not YamlScalar schedule) continue;
            var hours = Number(line["hours"]);
            var full = fullTime.ToString(CultureInfo.InvariantCulture);
            if (schedule.Text == "full-time" && hours is { } stated && stated != fullTime) problems.Add(line["hours"]!.At, $"A full-time schedule has {full} hours in a work period (158.705(b)(4)).", "Leave 'hours' out.");
            if (schedule.Text == "part-time" && !(hours < fullTime)) problems.Add(line["hours"]?.At ?? line.At, $"A part-time schedule is a specified number of hours less than {full} in a work period (158.705(b)(5)).", "Give 'hours' below that.");
            if (schedule.Text == "contingent" && hours is null) problems.Add(line.At, "A contingent schedule has no hours that are expected in a work period.", $"Give 'hours', up to {full} (158.705(b)(6)).");
            if (schedule.Text == "contingent" != Number(line["maximum_hours"]) is not null)
                problems.Add(line["maximum_hours"]?.At ?? line.At, "A contingent schedule, and no other, has a maximum of total hours for the appointment (158.705(c)(1)).", schedule.Text == "contingent" ? "Give 'maximum_hours'." : "Leave 'maximum_hours' out.");
        }

        foreach (var line in (deployment["worksites"] as YamlList)?.Items.OfType<YamlMap>() ?? [])
        {
            CheckCover(line, levels);
            if (line["to"] is YamlScalar to && Text(to) is { } county && !IsCounty(county)) problems.Add(to.At, $"{ProblemList.Quote(county)} is no county that a worksite can lie in (158.704).", "Write the five digits of a county in quotation marks, for example '12033'.");
            if (line["from"] is YamlScalar { IsNull: false } from && Text(from) is { } place && !IsCounty(place) && !rules.Markets.Contains(place))
                problems.Add(from.At, $"{ProblemList.Quote(place)} is neither a local market nor a county.", NearestName.Find(place, rules.Markets) is { } near ? $"Did you mean '{near}'?" : "Write the code of a local market, or five digits in quotation marks.");
        }
    }

    private void CheckCover(YamlMap line, List<string> levels)
    {
        if (levels.Count == 0) return;
        foreach (var level in (line["levels"] as YamlList)?.Items.OfType<YamlScalar>() ?? [])
        {
            if (Text(level) is { } code) CheckLevel(code, level.At, levels);
        }
    }

    private bool IsCounty(string text) => rules.Counties?.Contains(text) ?? (text.Length == FipsLength && text.All(char.IsAsciiDigit));
}
