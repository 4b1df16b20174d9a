using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Scenarios;
using CtmsAnalytics.Workspace.Scenarios.Schema;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.PersonnelActions;

/// <summary>Checks what depends on more than one value of an actions file, or on the scenario. Values that are wrong on their own are left out: they have been reported.</summary>
internal sealed class ActionChecker
{
    private const int CountyDigits = 5;

    private readonly ActionsContext _context;
    private readonly ProblemList _problems;
    private readonly PayCalendar _calendar;
    private readonly DateOnly _start;
    private readonly DateOnly _lastPeriod;

    public ActionChecker(ActionsContext context, ProblemList problems)
    {
        _context = context;
        _problems = problems;
        _calendar = new PayCalendar(new ParameterReader(context.Rules.Parameters, context.Scenario.Economy));
        _start = context.Scenario.Horizon.Start;
        _lastPeriod = _calendar.Periods(_start, context.Scenario.Horizon.FiscalYears)[^1].FirstDay;
    }

    /// <summary>Checks a file.</summary>
    /// <param name="root">The file's map.</param>
    public void Check(YamlMap root)
    {
        CheckPresence(root, ActionSchema.Root, "");
        if (root["person"] is YamlScalar { IsNull: false } person && person.Text != _context.PersonId)
            _problems.Add(person.At, $"The actions are for {ProblemList.Quote(person.Text)}, and {ProblemList.Quote(_context.PersonId)} is asked for.", "Name the file of that person, or correct one of the two.");
        if (root["actions"] is not YamlList actions) return;
        for (var i = 0; i < actions.Items.Count; i++)
        {
            if (actions.Items[i] is YamlMap action) CheckAction(action, string.Create(CultureInfo.InvariantCulture, $"actions[{i}]"));
        }
    }

    private void CheckAction(YamlMap action, string path)
    {
        CheckPresence(action, ActionSchema.Action, path);
        var on = Read(action, ActionSchema.Action, ActionSchema.On)?.Date;
        if (on is { } date) CheckDate(action[ActionSchema.On]!, date);
        var kinds = action.Entries.Where(e => e.Key != ActionSchema.On).ToList();
        // A misspelt kind has been reported, with what was meant.
        if (kinds.Exists(k => ActionSchema.Action[k.Key] is null)) return;
        if (kinds.Count == 0) _problems.Add(action.At, "The action has only a date.", $"Add what is decided, one of {KindNames()}.");
        if (kinds.Count > 1) _problems.Add(kinds[1].KeyAt, $"The action holds {string.Join(" and ", kinds.Select(k => $"'{k.Key}'"))}.", "Write an entry for each, with the date repeated.");
        if (kinds.Count != 1) return;
        var schema = ActionSchema.Action[kinds[0].Key]!.Value;
        if (schema is SectionSchema section && kinds[0].Value is YamlMap map)
        {
            CheckPresence(map, section, TreeChecker.Join(path, kinds[0].Key));
            CheckSection(kinds[0].Key, map, section, on);
        }
        else if (schema is ValueSchema value && kinds[0].Value is YamlScalar scalar && ValueReader.Read(value, scalar, out _) is { } read)
        {
            CheckValue(kinds[0].Key, scalar, read, on);
        }
    }

    private void CheckDate(YamlNode node, DateOnly date)
    {
        var name = ProblemList.Quote(_context.Scenario.Name);
        if (date < _start) _problems.Add(node.At, $"The action of {Iso(date)} lies before the horizon of {name}.", $"The horizon begins on {Iso(_start)}.");
        if (date > _lastPeriod) _problems.Add(node.At, $"The action of {Iso(date)} would take effect after the horizon of {name}.", $"The last work period of the horizon begins on {Iso(_lastPeriod)}.");
    }

    private void CheckSection(string kind, YamlMap map, SectionSchema section, DateOnly? on)
    {
        foreach (var key in new[] { "percent", "amount" })
        {
            if (Read(map, section, key)?.Number == 0) _problems.Add(map[key]!.At, $"'{kind}.{key}' is 0.", "Write an amount above 0, or leave the action out.");
        }

        if (Read(map, section, "amount")?.Number is { } amount && (decimal)amount * 100 % 1 != 0)
            _problems.Add(map["amount"]!.At, $"'{kind}.amount' has parts of a cent.", "Write at most two decimals.");
        switch (kind)
        {
            case "recognition_hold":
                CheckHold(map, section, on);
                break;
            case "recognition_payment":
                CheckPayment(map, section);
                break;
            case "special_working_conditions" when Policy(on) is { } policy && map["program"] is YamlScalar { IsNull: false } program:
                Known(program, "program", policy.SpecialWorkingConditions.Select(p => p.Name), on);
                break;
            case "worksite" when map["county"] is YamlScalar { IsNull: false } county:
                CheckCounty(county);
                break;
            case "work_schedule":
                CheckSchedule(map, section);
                break;
        }
    }

    private void CheckValue(string kind, YamlScalar scalar, ReadValue value, DateOnly? on)
    {
        if (Policy(on) is not { } policy) return;
        var highest = policy.Recognition.RatingShares.Count - 1;
        if (kind == "rating" && value.Number > highest)
            _problems.Add(scalar.At, $"There is no rating {value.Text}.", string.Create(CultureInfo.InvariantCulture, $"The ratings of {ProblemList.Quote(_context.Scenario.Name)} run from 0 to {highest} (158.805)."));
        if (kind == "work_level") Known(scalar, "work level", policy.Structure.Subranges.Select(s => s.WorkLevel), on);
    }

    private void CheckHold(YamlMap map, SectionSchema section, DateOnly? on)
    {
        if (Read(map, section, "until")?.Date is not { } until) return;
        if (until < on) _problems.Add(map["until"]!.At, $"The hold ends on {Iso(until)}, before it begins on {Iso(on.Value)}.", "Name its last day, or null until it is released.");
        if (Read(map, section, "reason")?.Text == "released") _problems.Add(map["until"]!.At, "A release has no last day.", "Remove 'until', or name the reason of the hold.");
    }

    private void CheckPayment(YamlMap map, SectionSchema section)
    {
        if (map["count"] is { } node && Read(map, section, "count")?.Number is { } count)
        {
            var form = map["form"] is null ? "lump_sum" : Read(map, section, "form")?.Text;
            if (form == "lump_sum" && count > 1) _problems.Add(node.At, $"A lump sum is one payment, and 'count' is {count.ToString(CultureInfo.InvariantCulture)}.", "Write 'form: installments' or 'form: recurring', or leave 'count' out (158.632(c)).");
            if (form is "installments" or "recurring" && count < 2) _problems.Add(node.At, $"'form' is {form}, and 'count' is 1.", "Write a 'count' of 2 or more, or leave 'form' out (158.632(c)).");
        }
        else if (map["count"] is null && Read(map, section, "form")?.Text is "installments" or "recurring")
        {
            _problems.Add(map["form"]!.At, "'recognition_payment' does not say in how many parts it is paid.", "Add 'count', 2 or more (158.632(c)).");
        }
    }

    private void CheckCounty(YamlScalar county)
    {
        if (_context.Worksites.ContainsKey(county.Text)) return;
        var padded = county.Text.PadLeft(CountyDigits, '0');
        _problems.Add(county.At, $"There is no county {ProblemList.Quote(county.Text)} among the worksites (158.704).",
            _context.Worksites.ContainsKey(padded) ? $"Did you mean \"{padded}\"?" : "Write five digits in quotes, two for the state and three for the county, for example \"11001\" for the District of Columbia.");
    }

    private void CheckSchedule(YamlMap map, SectionSchema section)
    {
        if (Read(map, section, "hours")?.Number is not { } hours || Read(map, section, "schedule")?.Text is not { } schedule) return;
        var full = _context.Rules.Parameters.Latest("full_time_hours").Value;
        var shown = full.ToString(CultureInfo.InvariantCulture);
        if (schedule == "full-time" && hours != full) _problems.Add(map["hours"]!.At, $"A full-time schedule with {hours.ToString(CultureInfo.InvariantCulture)} hours.", $"A full-time schedule has {shown} hours in a work period (158.705).");
        if (schedule == "part-time" && hours >= full) _problems.Add(map["hours"]!.At, $"A part-time schedule with {hours.ToString(CultureInfo.InvariantCulture)} hours.", $"A part-time schedule has fewer than {shown} hours in a work period (158.705).");
    }

    private void Known(YamlScalar name, string noun, IEnumerable<string> known, DateOnly? on)
    {
        var names = known.ToList();
        if (!names.Contains(name.Text, StringComparer.Ordinal))
            _problems.Add(name.At, $"{ProblemList.Quote(_context.Scenario.Name)} has no {noun} {ProblemList.Quote(name.Text)} on {Iso(on!.Value)}.", TreeChecker.Nearest(name.Text, names));
    }

    private void CheckPresence(YamlMap map, SectionSchema section, string path)
    {
        foreach (var entry in section.Entries.Where(e => e.Default is null && map[e.Key] is null))
            _problems.Add(map.At, $"{(path.Length == 0 ? "The file" : TreeChecker.Subject(path))} has no '{entry.Key}'.", $"Add it: {char.ToLowerInvariant(entry.Value.Meaning[0])}{entry.Value.Meaning[1..]}.");
    }

    /// <summary>The policy of the work period in which an action takes effect; null where the date is wrong.</summary>
    private PayPolicy? Policy(DateOnly? on)
    {
        if (on is not { } date || date < _start || date > _lastPeriod) return null;
        var period = _calendar.PeriodStartOnOrBefore(date);
        return _context.Scenario.PolicyOn(period < date ? period.AddDays(_calendar.PeriodDays) : period);
    }

    private static ReadValue? Read(YamlMap map, SectionSchema section, string key) =>
        section[key]?.Value is ValueSchema value && map[key] is YamlScalar { IsNull: false } scalar ? ValueReader.Read(value, scalar, out _) : null;

    private static string KindNames() => string.Join(", ", ActionSchema.Action.Entries.Select(e => e.Key).Where(k => k != ActionSchema.On));

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
