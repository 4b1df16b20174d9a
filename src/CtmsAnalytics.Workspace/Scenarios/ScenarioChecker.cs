using System.Globalization;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Scenarios.Schema;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Checks what depends on more than one value of a resolved scenario. Values that are wrong on their own are left out: they have been reported.</summary>
internal sealed partial class ScenarioChecker(ScenarioRules rules, ProblemList problems)
{
    private static readonly ValueSchema AnyDate = new("", ValueKind.Date, "");
    private static readonly ValueSchema AnyNumber = new("", ValueKind.Number, "");
    private static readonly ValueSchema AnyText = new("", ValueKind.Text, "");

    private readonly PayCalendar _calendar = new(new ParameterReader(rules.Parameters, EconomyPath.None));
    private ExecutiveRates _rates = new(rules, new Dictionary<int, double>());

    /// <summary>Checks a scenario.</summary>
    /// <param name="tree">The resolved scenario.</param>
    public void Check(ResolvedTree tree)
    {
        CheckPresence(tree.Root, ScenarioSchema.Root, "");
        foreach (var (_, policy) in tree.Policies.Skip(1)) CheckPresence(policy, ResolvedTree.PolicySchema, "");

        var economy = tree.Root["economy"] as YamlMap;
        var payRaise = economy?["pay_raise"] as YamlMap;
        _rates = ExecutiveRates.Of(rules, economy);

        var start = tree.Root["horizon"] is YamlMap horizon ? CheckHorizon(horizon, payRaise, tree.Policies) : null;
        var levels = tree.Policies.SelectMany(p => Structures(p.Policy)).SelectMany(s => LevelsOf(s.Structure)).Select(l => l.Code).Distinct(StringComparer.Ordinal).ToList();
        if (tree.Root["workforce"] is YamlMap workforce)
        {
            if (levels.Count > 0) CheckWorkforce(workforce, levels);
            CheckHiring(workforce);
            CheckPlan(workforce["hiring_plan"] as YamlList, tree, start);
        }

        var before = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (_, policy) in tree.Policies)
        {
            foreach (var (name, structure) in Structures(policy))
            {
                var held = before.GetValueOrDefault(name) ?? [];
                var present = CheckStructure(structure, start?.Year, held);
                if (present.Count > 0) before[name] = present;
                CheckProgression(tree.Root["workforce"] as YamlMap, name, structure, [.. present.Union(held)]);
            }

            CheckRecognition(policy["recognition"] as YamlMap);
            CheckPrograms(policy["special_working_conditions"] as YamlMap, levels);
        }

        CheckValuation(tree.Root["valuation"] as YamlMap);
        if (tree.Root["deployment"] is YamlMap deployment) CheckDeployment(deployment, levels);
        CheckApprovals((tree.Root["extended_range"] as YamlMap)?["approvals"] as YamlMap);
    }

    /// <summary>The structures of a policy: the main one with an empty name, and the others by theirs.</summary>
    private static IEnumerable<(string Name, YamlMap Structure)> Structures(YamlMap policy)
    {
        if (policy["structure"] is YamlMap main) yield return ("", main);
        foreach (var entry in (policy["further_structures"] as YamlMap)?.Entries ?? [])
        {
            if (entry.Value is YamlMap further) yield return (entry.Key, further);
        }
    }

    /// <summary>Every work level of a structure with the place that names it, those of <c>also</c> included.</summary>
    private static IEnumerable<(string Code, SourceLocation At)> LevelsOf(YamlMap structure)
    {
        foreach (var entry in (structure["levels"] as YamlMap)?.Entries ?? [])
        {
            yield return (entry.Key, entry.KeyAt);
            foreach (var also in ((entry.Value as YamlMap)?["also"] as YamlList)?.Items.OfType<YamlScalar>() ?? [])
            {
                if (Text(also) is { } code) yield return (code, also.At);
            }
        }
    }

    private void CheckProgression(YamlMap? workforce, string name, YamlMap structure, List<string> present)
    {
        foreach (var entry in (workforce?["progression"] as YamlMap)?.Entries ?? [])
        {
            if (!present.Contains(entry.Key) || (entry.Value as YamlMap)?["to"] is not YamlScalar to || Text(to) is not { } target || present.Contains(target)) continue;
            var which = name.Length == 0 ? "The structure" : $"The structure {ProblemList.Quote(name)}";
            problems.Add(structure.At, $"{which} has the work level {entry.Key} and not {ProblemList.Quote(target)}, which people move to from it (set at {to.At.ToShortString()}).", "Add that level to the structure: a move to another level does not change who the structure covers.");
        }
    }

    private void CheckValuation(YamlMap? section)
    {
        if (section is null || rules.Valuation is not { } basis) return;
        var policy = ScenarioBinder.Valuation(section);
        if (policy.Weights.Keys.Any(k => basis.Scheme.Factors.All(f => f.Id != k)) || policy.CutPoints.Keys.Any(k => basis.Scheme.Levels.All(l => l.Code != k))) return;
        try
        {
            policy.Of(basis);
        }
        catch (InputException exception)
        {
            problems.Add(section.At, exception.Message, "");
        }
    }

    private void CheckApprovals(YamlMap? approvals)
    {
        if (!rules.Parameters.Has("extended_range_multiple") || !rules.Parameters.Has("EX-I")) return;
        foreach (var entry in approvals?.Entries ?? [])
        {
            if (entry.Value is not YamlMap approval || Number(approval["salary"]) is not { } salary || Date(approval["from"]) is not { } from) continue;
            var limit = SalaryRange.ExtendedMaximum(_rates.On("EX-I", from.Year), rules.Parameters.Latest("extended_range_multiple").Value);
            if (salary > limit) problems.Add(approval["salary"]!.At, $"The salary approved for {ProblemList.Quote(entry.Key)} is {Dollars(salary)}, above the extended range, which ends at {Dollars(limit)} in {from.Year}.", "Give at most that (158.613(c)).");
        }
    }

    private void CheckPresence(YamlNode node, SchemaNode schema, string path)
    {
        switch (schema, node)
        {
            case (SectionSchema section, YamlMap map):
                foreach (var entry in section.Entries)
                {
                    if (map[entry.Key] is { } value) CheckPresence(value, entry.Value, TreeChecker.Join(path, entry.Key));
                    else if (entry.Default is null) problems.Add(map.At, $"{(path.Length == 0 ? "The scenario" : TreeChecker.Subject(path))} has no '{entry.Key}'.", $"Add it ({Lower(entry.Value.Meaning)}), or extend a file that has it.");
                }

                break;
            case (TableSchema table, YamlMap map):
                foreach (var entry in map.Entries) CheckPresence(entry.Value, table.Value, TreeChecker.Join(path, entry.Key));
                break;
            case (ListSchema list, YamlList items):
                for (var i = 0; i < items.Items.Count; i++) CheckPresence(items.Items[i], list.Item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
                break;
        }
    }

    private DateOnly? CheckHorizon(YamlMap horizon, YamlMap? payRaise, IReadOnlyList<(DateOnly Effective, YamlMap Policy)> policies)
    {
        if (horizon["start"] is not { } node || Date(node) is not { } start) return null;
        if (!_calendar.BeginsPeriod(start))
        {
            var before = _calendar.PeriodStartOnOrBefore(start);
            problems.Add(node.At, $"No work period begins on {Iso(start)}, a {start.DayOfWeek}.",
                $"Work periods begin on a Sunday every {_calendar.PeriodDays} days, counted from {Iso(_calendar.Epoch)} (158.705): {Iso(before)} and {Iso(before.AddDays(_calendar.PeriodDays))} are the nearest.");
        }

        var first = _rates.FirstYear;
        if (start.Year < first) problems.Add(node.At, $"The horizon starts in {start.Year}.", $"The rates of the Executive Schedule and the Vice President are known from {first} on.");
        if (LastDay(horizon, start) is not { } end) return start;
        foreach (var (effective, policy) in policies.Where(p => p.Effective > end))
            problems.Add(policy.At, $"The change of {Iso(effective)} takes effect after the horizon ends on {Iso(end)}, so that it would cost nothing.", "Date it inside the horizon, or lengthen the horizon.");
        if (payRaise is not null)
        {
            var missing = Enumerable.Range(_rates.LastPublishedYear + 1, Math.Max(0, end.Year - _rates.LastPublishedYear)).Where(y => payRaise[Year(y)] is null).ToList();
            if (missing.Count > 0) problems.Add(payRaise.At, $"'economy.pay_raise' has no raise for {string.Join(", ", missing.Select(Year))}.", $"The rates are published to {_rates.LastPublishedYear} and the horizon ends on {Iso(end)}: add each year, 0 for none.");
        }

        return start;
    }

    /// <summary>Last day of the horizon; null where it has no years.</summary>
    private DateOnly? LastDay(YamlMap horizon, DateOnly start) =>
        Number(horizon["fiscal_years"]) is >= 1 and <= 30 and { } count ? _calendar.LastDayOf(_calendar.FirstFiscalYear(start) + (int)count - 1) : null;

    private void CheckWorkforce(YamlMap workforce, List<string> levels)
    {
        if (workforce["separation_hazard"] is YamlMap hazard)
        {
            foreach (var entry in hazard.Entries) CheckLevel(entry.Key, entry.KeyAt, levels);
            var missing = levels.Where(l => hazard[l] is null).ToList();
            if (missing.Count > 0) problems.Add(hazard.At, $"'workforce.separation_hazard' has no hazard for {string.Join(", ", missing)}.", "Add one for every work level of the structure.");
        }

        foreach (var entry in (workforce["progression"] as YamlMap)?.Entries ?? [])
        {
            CheckLevel(entry.Key, entry.KeyAt, levels);
            if ((entry.Value as YamlMap)?["to"] is not YamlScalar to || Text(to) is not { } target) continue;
            CheckLevel(target, to.At, levels);
            if (target == entry.Key) problems.Add(to.At, $"Work level {ProblemList.Quote(target)} leads to itself.", "Name the level that is entered.");
        }

        foreach (var entry in (workforce["funnel"] as YamlMap)?.Entries ?? []) CheckLevel(entry.Key, entry.KeyAt, levels);
        CheckBands(workforce["tenure_bands"] as YamlList);
    }

    private void CheckBands(YamlList? bands)
    {
        if (bands is null) return;
        var years = bands.Items.OfType<YamlMap>().Select(b => (Node: b["from_years"], Years: Number(b["from_years"]))).Where(b => b.Years is not null).ToList();
        if (bands.Items.Count == 0 || (years.Count == bands.Items.Count && years[0].Years != 0))
        {
            problems.Add(years.Count > 0 ? years[0].Node!.At : bands.At, "No tenure band begins at 0 years.", "Begin the first band with 'from_years: 0'.");
        }

        foreach (var (earlier, later) in years.Zip(years.Skip(1)))
        {
            if (later.Years <= earlier.Years) problems.Add(later.Node!.At, $"The tenure band from {later.Years} years follows the one from {earlier.Years}.", "Give the bands in ascending order.");
        }
    }

    private List<string> CheckStructure(YamlMap? structure, int? year, List<string> before)
    {
        if (structure?["levels"] is not YamlMap levels) return [];
        var gone = before.Except(LevelsOf(structure).Select(l => l.Code), StringComparer.Ordinal).ToList();
        if (gone.Count > 0) problems.Add(levels.At, $"The change removes {string.Join(", ", gone)}, and people may hold it.", "A work level stays in the structure; leave it out from the start instead.");
        if (levels.Entries.Count == 0) problems.Add(levels.At, "The structure has no work level.", "Add at least one (158.611).");
        foreach (var entry in levels.Entries)
        {
            if (entry.Value is YamlMap level) CheckSubrange(entry.Key, level, year);
        }

        var codes = LevelsOf(structure).ToList();
        foreach (var twice in codes.GroupBy(l => l.Code, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Last()))
        {
            problems.Add(twice.At, $"Work level {ProblemList.Quote(twice.Code)} is tied to two subranges.", "A work level belongs to one subrange of a structure (158.611).");
        }

        return [.. codes.Select(l => l.Code).Distinct(StringComparer.Ordinal)];
    }

    private void CheckSubrange(string code, YamlMap level, int? year)
    {
        var minimum = Number(level["minimum"]);
        var maximum = Number(level["maximum"]);
        if (minimum > maximum) problems.Add(level["maximum"]!.At, $"The maximum of {code} is {Dollars(maximum.Value)}, below its minimum of {Dollars(minimum.Value)} set at {level["minimum"]!.At.ToShortString()}.", "Give a maximum of at least the minimum (158.611), or lower the minimum.");
        if (Number(level["control_point"]) is { } control && (control < minimum || control > maximum))
        {
            problems.Add(level["control_point"]!.At, $"The control point of {code} is {Dollars(control)}, outside its subrange of {Dollars(minimum!.Value)} to {Dollars(maximum!.Value)}.", "Give a control point inside it, or null.");
        }

        if (year is { } known) CheckLimitation(code, level, maximum, known);
        if ((level["market"] as YamlMap)?["occupations"] is not YamlMap occupations) return;
        if (occupations.Entries.Count == 0) problems.Add(occupations.At, $"{code} is matched to no occupation.", "Add at least one with a weight (158.403).");
        foreach (var weight in occupations.Entries.Where(e => Number(e.Value) is 0)) problems.Add(weight.Value.At, $"The weight of {weight.Key} for {code} is 0.", "Give a weight above 0, or remove the occupation with null.");
    }

    /// <summary>Amounts of every date are dollars of the year in which the horizon starts, so they are held to that year's rates.</summary>
    private void CheckLimitation(string code, YamlMap level, double? maximum, int year)
    {
        var node = level["limitation"];
        var standard = _rates.On(ScenarioRules.StandardRangeRate, year);
        var limit = standard;
        var name = "the Vice President's rate";
        if (Number(node) is { } dollars)
        {
            if (dollars > standard) problems.Add(node!.At, $"The limitation of {code} is {Dollars(dollars)}, above the Vice President's rate of {Dollars(standard)} in {year}.", "Give at most that rate (158.613(b)), or its name VP.");
            limit = (long)dollars;
            name = "its limitation";
        }
        else if (node is YamlScalar { IsNull: false } scalar)
        {
            if (!rules.RateNames.Contains(scalar.Text)) return;
            limit = _rates.On(scalar.Text, year);
            name = $"its limitation {scalar.Text}";
        }

        if (maximum > limit) problems.Add(level["maximum"]!.At, $"The maximum of {code} is {Dollars(maximum.Value)}, above {name} of {Dollars(limit)} in {year}.", "A limitation sets the highest maximum (158.611(d), 158.614): lower one or raise the other.");
    }

    private void CheckRecognition(YamlMap? recognition)
    {
        if (recognition is null) return;
        if (recognition["rating_shares"] is not YamlList shares) return;
        var values = shares.Items.Select(Number).ToList();
        // Decimal, because fractions as people write them add up exactly in it.
        if (values.TrueForAll(v => v is not null) && values.Sum(v => (decimal)v!.Value) is var sum && sum != 1m)
        {
            problems.Add(shares.At, $"The rating shares sum to {sum.ToString("0.#########", CultureInfo.InvariantCulture)}.", "They sum to one: everyone has a rating.");
        }

        foreach (var key in new[] { "guideline", "payment_share", "payment_percent" })
        {
            if (recognition[key] is YamlList list && list.Items.Count != shares.Items.Count)
            {
                problems.Add(list.At, $"'recognition.{key}' has {list.Items.Count} entries for {shares.Items.Count} ratings.", "Give one for each rating, lowest first.");
            }
        }

        foreach (var key in new[] { "time_off_hours", "payment_percent_highest" })
        {
            if (recognition[key] is YamlList { Items.Count: > 0 } list && list.Items.Count != shares.Items.Count)
                problems.Add(list.At, $"'recognition.{key}' has {list.Items.Count} entries for {shares.Items.Count} ratings.", "Give one for each rating, lowest first, or an empty list for none.");
        }

        CheckPlaces(recognition);
        CheckLowestRating(recognition);
        CheckPayments(recognition);
    }

    private void CheckPlaces(YamlMap recognition)
    {
        var boundaries = recognition["place_in_range_boundaries"] as YamlList;
        var given = boundaries is { Items.Count: > 0 };
        foreach (var row in (recognition["guideline"] as YamlList)?.Items.OfType<YamlList>() ?? [])
        {
            if (!given && row.Items.Count != 3) problems.Add(row.At, $"The row has {row.Items.Count} entries.", "Give three: for the lowest, middle and highest third of the range; other bands need 'place_in_range_boundaries'.");
            if (given && row.Items.Count != boundaries!.Items.Count + 1) problems.Add(row.At, $"The row has {row.Items.Count} entries for {boundaries.Items.Count} boundaries.", "Give one more than 'place_in_range_boundaries' has.");
        }

        var last = 0.0;
        foreach (var item in boundaries?.Items ?? [])
        {
            if (Number(item) is not { } place) continue;
            if (place <= last || place >= 1) problems.Add(item.At, string.Create(CultureInfo.InvariantCulture, $"The boundary {place} is out of place."), "Give ascending fractions of the range, above 0 and below 1.");
            last = place;
        }
    }

    /// <summary>What the lowest rating would be given is never paid, so that a file which names it is taken for a mistake.</summary>
    private void CheckLowestRating(YamlMap recognition)
    {
        var row = (First(recognition["guideline"]) as YamlList)?.Items ?? [];
        var others = new[] { First(recognition["payment_share"]), First(recognition["time_off_hours"]) };
        foreach (var item in row.Concat(others).OfType<YamlScalar>())
        {
            if (Number(item) > 0) problems.Add(item.At, $"The lowest rating is given {item.Text}.", "The lowest rating is not eligible for recognition (158.630(c)): give 0.");
        }
    }

    private void CheckPayments(YamlMap recognition)
    {
        var parts = Number(recognition["payment_count"]);
        var divided = recognition["payment_form"] is YamlScalar { Text: "installments" or "recurring" } form ? form : null;
        if (divided is null && parts > 1)
            problems.Add(recognition["payment_count"]!.At, $"A lump sum has {parts} parts.", "Give 'payment_form: installments' or 'recurring' (158.632(c)), or one part.");
        if (divided is not null && (recognition["payment_count"] is null || parts == 1))
        {
            var count = parts is null ? "no 'payment_count'" : "one part";
            problems.Add((recognition["payment_count"] ?? divided).At, $"'recognition.payment_form' is {divided.Text}, with {count}.", "Give a 'payment_count' of 2 or more, or 'payment_form: lump_sum' (158.632(c)).");
        }

        var approved = recognition["payment_approved"] is YamlScalar { Text: "true" };
        var ordinary = rules.Parameters.Latest("recognition_payment_maximum");
        var higher = rules.Parameters.Latest("recognition_payment_maximum_approved");
        var lowest = (recognition["payment_percent"] as YamlList)?.Items ?? [];
        var highest = (recognition["payment_percent_highest"] as YamlList)?.Items ?? [];
        foreach (var (low, high) in lowest.Zip(highest))
        {
            if (Number(high) < Number(low)) problems.Add(high.At, $"The highest payment is {((YamlScalar)high).Text}, below the lowest of {((YamlScalar)low).Text}.", "Give at least what 'payment_percent' says for the rating.");
        }

        foreach (var item in lowest.Concat(highest))
        {
            if (!approved && Number(item) is { } percent && percent > ordinary.Value && percent <= higher.Value)
            {
                problems.Add(item.At, string.Create(CultureInfo.InvariantCulture, $"A recognition payment of {percent} is above {ordinary.Value}."),
                    string.Create(CultureInfo.InvariantCulture, $"The range is 0 to {ordinary.Value}, or to {higher.Value} with 'payment_approved: true' ({ordinary.Paragraph})."));
            }
        }
    }

    private void CheckPrograms(YamlMap? programs, List<string> levels)
    {
        foreach (var program in programs?.Entries.Select(e => e.Value).OfType<YamlMap>() ?? [])
        {
            foreach (var level in (program["levels"] as YamlList)?.Items.OfType<YamlScalar>() ?? [])
            {
                if (Text(level) is { } code) CheckLevel(code, level.At, levels);
            }

            CheckPercentages(program);
            CheckCalls(program);
            if (Date(program["start"]) is { } start && Date(program["end"]) is { } end && end < start)
            {
                problems.Add(program["end"]!.At, $"The program ends on {Iso(end)}, before it starts on {Iso(start)}.", "Give a last day on or after the first (158.642(d)).");
            }
        }
    }

    private void CheckPercentages(YamlMap program)
    {
        if (Number(program["percent"]) is not { } percent) return;
        if (Number(program["minimum_percent"]) > percent)
            problems.Add(program["minimum_percent"]!.At, string.Create(CultureInfo.InvariantCulture, $"The lowest payment of the program is above its percent of {percent}."), "Give at most the percent, or null (158.642(c)).");
        if (Number(program["maximum_percent"]) < percent)
            problems.Add(program["maximum_percent"]!.At, string.Create(CultureInfo.InvariantCulture, $"The highest payment of the program is below its percent of {percent}."), "Give at least the percent, or null (158.642(c)).");
    }

    private void CheckLevel(string code, SourceLocation at, List<string> levels)
    {
        if (!levels.Contains(code)) problems.Add(at, $"The structure has no work level {ProblemList.Quote(code)}.", TreeChecker.Nearest(code, levels));
    }

    private static YamlNode? First(YamlNode? node) => node is YamlList { Items: [var first, ..] } ? first : null;

    private static double? Number(YamlNode? node) => node is YamlScalar scalar ? ValueReader.Read(AnyNumber, scalar, out _)?.Number : null;

    private static DateOnly? Date(YamlNode? node) => node is YamlScalar scalar ? ValueReader.Read(AnyDate, scalar, out _)?.Date : null;

    private static string? Text(YamlScalar scalar) => ValueReader.Read(AnyText, scalar, out _)?.Text;

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string Dollars(double amount) => amount.ToString("$#,##0.##", CultureInfo.InvariantCulture);

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
