using System.Globalization;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <content>Time to fill and the hiring plan.</content>
internal sealed partial class ScenarioChecker
{
    private void CheckHiring(YamlMap workforce)
    {
        var (fixedTime, range) = (workforce["time_to_fill_periods"] is YamlScalar { IsNull: false } given ? given : null, workforce["time_to_fill"] as YamlMap);
        CheckRange(range, "time to fill");
        CheckFunnel(workforce["funnel"] as YamlMap);
        if (fixedTime is not null && range is not null)
        {
            problems.Add(fixedTime.At, $"The time to fill is given as a number of work periods, and as a range at {range.At.ToShortString()}.", "Keep one: set the other to null, 'time_to_fill: null' or 'time_to_fill_periods: null'.");
        }
        else if (fixedTime is null && range is null)
        {
            problems.Add(workforce.At, "'workforce' has no time to fill.", "Add 'time_to_fill_periods' (always the same number of work periods), or 'time_to_fill' with a minimum and a maximum.");
        }
    }

    private void CheckFunnel(YamlMap? funnel)
    {
        foreach (var level in funnel?.Entries ?? [])
        {
            foreach (var stage in (level.Value as YamlMap)?.Entries ?? [])
            {
                if ((stage.Value as YamlMap)?["time"] is YamlMap time) CheckRange(time, $"time of {level.Key} {stage.Key}");
            }
        }
    }

    private void CheckRange(YamlMap? range, string name)
    {
        if (range?["minimum"] is { } low && range["maximum"] is { } high && Number(low) > Number(high))
            problems.Add(high.At, $"The maximum of the {name} is {((YamlScalar)high).Text}, below its minimum of {((YamlScalar)low).Text}.", "Give a maximum of at least the minimum.");
    }

    private void CheckPlan(YamlList? plan, ResolvedTree tree, DateOnly? start)
    {
        var last = start is { } first && tree.Root["horizon"] is YamlMap horizon && LastDay(horizon, first) is { } end ? _calendar.PeriodStartOnOrBefore(end) : (DateOnly?)null;
        foreach (var line in plan?.Items.OfType<YamlMap>() ?? [])
        {
            CheckPositions(line);
            CheckPlace(line, tree);
            if (Date(line["from"]) is not { } from) continue;
            if (from > last) problems.Add(line["from"]!.At, $"The line takes effect on {Iso(from)}, after the last work period of the horizon, which begins on {Iso(last.Value)}.", "Date it inside the horizon, or lengthen the horizon.");
            if (from <= start && line["closing"] is YamlScalar { Text: "on_date" } closing)
                problems.Add(closing.At, $"The positions close on {Iso(from)}, by which the people in them would have left before the horizon starts on {Iso(start.Value)}.", "Leave them out of the roster, or give a later date.");
        }
    }

    private void CheckPositions(YamlMap line)
    {
        if (Number(line["positions"]) is not { } positions) return;
        if (positions == 0) problems.Add(line["positions"]!.At, "The line opens or closes no position.", "Give the number of positions that open, or with a minus close.");
        if (positions > 0 && line["closing"] is { } closing) problems.Add(closing.At, string.Create(CultureInfo.InvariantCulture, $"The line opens {positions} positions and says how they close."), "Leave 'closing' out, or give the positions a minus.");
        foreach (var key in new[] { "pay_plan", "track" })
        {
            if (positions > 0 && line[key] is null or YamlScalar { IsNull: true })
                problems.Add(line.At, $"The line opens positions and has no '{key}'.", "Add it: it decides which salary structure the positions are paid under (158.610(b)(1)).");
        }
    }

    /// <summary>The level is one of the structure that covers the positions, at every date.</summary>
    private void CheckPlace(YamlMap line, ResolvedTree tree)
    {
        if (line["level"] is not YamlScalar level || Text(level) is not { } code) return;
        var opens = Number(line["positions"]) > 0;
        var all = tree.Policies.SelectMany(p => Structures(p.Policy)).SelectMany(s => LevelsOf(s.Structure)).Select(l => l.Code).Distinct(StringComparer.Ordinal).ToList();
        var levels = tree.Policies.Select(p => opens ? [.. LevelsCovering(line, p.Policy).Distinct(StringComparer.Ordinal)] : all).FirstOrDefault(l => !l.Contains(code)) ?? all;
        if (levels.Count > 0) CheckLevel(code, level.At, levels);
    }

    private static IEnumerable<string> LevelsCovering(YamlMap line, YamlMap policy)
    {
        var covering = Structures(policy).OrderBy(s => s.Name.Length == 0).FirstOrDefault(s =>
            s.Name.Length == 0
            || (s.Structure["covers"] is YamlMap covers && Has(covers, "pay_plans", line["pay_plan"]) && Has(covers, "tracks", line["track"]) && Has(covers, "organisations", line["organisation"])));
        return covering.Structure is null ? [] : LevelsOf(covering.Structure).Select(l => l.Code);
    }

    private static bool Has(YamlMap covers, string key, YamlNode? name) =>
        covers[key] is not YamlList { Items.Count: > 0 } names || (name is YamlScalar scalar && names.Items.OfType<YamlScalar>().Any(n => n.Text == scalar.Text));
}
