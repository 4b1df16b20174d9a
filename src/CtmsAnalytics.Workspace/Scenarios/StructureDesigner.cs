using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Scenarios.Schema;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>
/// Completes structures, so that everything downstream sees whole dollars: minimums and maximums of those that state a design instead, and what further structures take from
/// the main one. A computed figure has the place of its design; one that a level states itself stands over the design.
/// </summary>
internal sealed class StructureDesigner
{
    private const string LowestMidpoint = "lowest_midpoint";
    private const string Midpoints = "midpoints";
    private const string Market = "market";
    private const string MinimumsAndMaximums = "minimums_and_maximums";
    private const string EndMidpoints = "lowest_and_highest_midpoint";

    /// <summary>The methods, as the file format writes them.</summary>
    public static readonly IReadOnlyList<string> Methods = [LowestMidpoint, Midpoints, Market, MinimumsAndMaximums, EndMidpoints];

    private static readonly Dictionary<string, string[]> Figures = new(StringComparer.Ordinal)
    {
        [LowestMidpoint] = ["lowest_midpoint", "progression", "progressions", "spread", "spreads"],
        [Midpoints] = ["midpoints", "spread", "spreads"],
        [Market] = ["spread", "spreads"],
        [MinimumsAndMaximums] = ["minimums", "maximums"],
        [EndMidpoints] = ["lowest_midpoint", "highest_midpoint", "spread", "spreads"],
    };

    private static readonly ValueSchema AnyDate = new("", ValueKind.Date, "");
    private static readonly ValueSchema AnyNumber = new("", ValueKind.Number, "");

    private readonly ScenarioRules _rules;
    private readonly ProblemList _problems;
    private readonly ExecutiveRates _rates;
    private readonly DateOnly? _start;
    private readonly double? _growth;
    private readonly List<string> _notes = [];

    private StructureDesigner(ResolvedTree tree, ScenarioRules rules, ProblemList problems)
    {
        _rules = rules;
        _problems = problems;
        _rates = ExecutiveRates.Of(rules, tree.Root["economy"] as YamlMap);
        _start = (tree.Root["horizon"] as YamlMap)?["start"] is YamlScalar start ? ValueReader.Read(AnyDate, start, out _)?.Date : null;
        _growth = Number((tree.Root["economy"] as YamlMap)?["market_growth"]);
    }

    private bool Failed { get; set; }

    /// <summary>Computes every design of a scenario.</summary>
    /// <param name="tree">The resolved scenario.</param>
    /// <param name="rules">Rates for the limitations, and market wages.</param>
    /// <param name="problems">Takes what is wrong with a design.</param>
    /// <param name="notes">What the limitations cut, one sentence each.</param>
    /// <returns>The scenario with minimums and maximums; null where a design could not be computed.</returns>
    public static ResolvedTree? Design(ResolvedTree tree, ScenarioRules rules, ProblemList problems, out IReadOnlyList<string> notes)
    {
        var designer = new StructureDesigner(tree, rules, problems);
        var policies = tree.Policies.Select(p => (p.Effective, Policy: designer.Policy(p.Policy))).ToList();
        var designed = new ResolvedTree(Replace(tree.Root, e => policies[0].Policy[e.Key] ?? e.Value), policies);
        notes = [.. designer._notes.Distinct(StringComparer.Ordinal)];
        return designer.Failed ? null : designed;
    }

    /// <summary>The main structure comes first: the further ones take from it, computed figures included, what they do not state.</summary>
    private YamlMap Policy(YamlMap policy)
    {
        var main = policy["structure"] is YamlMap stated ? Structure(stated, "structure") : null;
        YamlMap Further(YamlMap further, string name) => Structure(main is null ? further : FurtherStructureDefaults.Fill(further, main), $"further_structures.{name}");
        return Replace(policy, entry => entry switch
        {
            { Key: "structure", Value: YamlMap } => main!,
            { Key: "further_structures", Value: YamlMap table } => Replace(table, e => e.Value is YamlMap further ? Further(further, e.Key) : e.Value),
            _ => entry.Value,
        });
    }

    private YamlMap Structure(YamlMap structure, string path)
    {
        if (structure["design"] is not YamlMap design || structure["levels"] is not YamlMap { Entries.Count: > 0 } levels) return structure;
        var codes = levels.Entries.Select(e => e.Key).ToList();
        if (Ranges(design, levels, codes, path) is not { } ranges)
        {
            Failed = true;
            return structure;
        }

        var index = 0;
        var filled = Replace(levels, e => Filled(e, ranges[index++], design, $"{path}.levels.{e.Key}"));
        return Replace(structure, e => e.Key == "levels" ? filled : e.Value);
    }

    private IReadOnlyList<DesignedRange>? Ranges(YamlMap design, YamlMap levels, List<string> codes, string path)
    {
        if ((design["method"] as YamlScalar)?.Text is not { } method || !Figures.TryGetValue(method, out var used))
        {
            if (design["method"] is null) _problems.Add(design.At, $"'{path}.design' has no 'method'.", $"Add it: {string.Join(", ", Methods)}.");
            return null;
        }

        var sound = CheckFigures(design, method, used, codes, path);
        double[]? PerLevel(string table, string? one, int from = 0) => Values(design, table, one, codes, from, path, ref sound);
        double? One(string key)
        {
            if (Number(design[key]) is { } value) return value;
            if (design[key] is null or YamlScalar { IsNull: true }) _problems.Add(design.At, $"'{path}.design' has no '{key}', which the method '{method}' needs.", "Add it.");
            return null;
        }

        var unit = design["rounding"] is null ? 1 : (long?)Number(design["rounding"]);
        var spreads = method == MinimumsAndMaximums ? [] : PerLevel("spreads", "spread");
        Func<IReadOnlyList<DesignedRange>>? compute = method switch
        {
            LowestMidpoint when (One("lowest_midpoint"), PerLevel("progressions", "progression", 1)) is ({ } lowest, { } progressions) =>
                () => StructureDesign.FromLowestMidpoint(codes.Count, lowest, progressions, spreads!, unit!.Value),
            Midpoints when PerLevel("midpoints", null) is { } midpoints => () => StructureDesign.FromMidpoints(midpoints, spreads!, unit!.Value),
            Market when Wages(levels, design, path) is { } wages => () => StructureDesign.FromMidpoints(wages, spreads!, unit!.Value),
            MinimumsAndMaximums when (PerLevel("minimums", null), PerLevel("maximums", null)) is ({ } minimums, { } maximums) =>
                () => StructureDesign.FromMinimumsAndMaximums(minimums, maximums, unit!.Value),
            EndMidpoints when (One("lowest_midpoint"), One("highest_midpoint")) is ({ } lowest, { } highest) =>
                () => StructureDesign.FromEndMidpoints(codes.Count, lowest, highest, spreads!, unit!.Value),
            _ => null,
        };
        if (!sound || compute is null || spreads is null || unit is not >= 1) return null;
        try
        {
            return compute();
        }
        catch (ArgumentException exception)
        {
            var what = exception.Sentence();
            _problems.Add(design.At, $"'{path}.design': {what}", $"The levels in order are {string.Join(", ", codes.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} {c}")))}.");
            return null;
        }
    }

    private bool CheckFigures(YamlMap design, string method, string[] used, List<string> codes, string path)
    {
        var sound = true;
        foreach (var entry in design.Entries.Where(e => e.Key is not ("method" or "rounding")))
        {
            if (entry.Value is YamlScalar { IsNull: true } or YamlMap { Entries.Count: 0 }) continue;
            if (!used.Contains(entry.Key))
            {
                _problems.Add(entry.KeyAt, $"'{path}.design.{entry.Key}' is not a figure of the method '{method}'.", $"It takes {string.Join(", ", used)}. Remove it.");
                sound = false;
            }

            foreach (var level in (entry.Value as YamlMap)?.Entries.Where(e => !codes.Contains(e.Key)) ?? [])
            {
                _problems.Add(level.KeyAt, $"The structure has no work level {ProblemList.Quote(level.Key)}.", TreeChecker.Nearest(level.Key, codes));
                sound = false;
            }
        }

        return sound;
    }

    /// <summary>A figure for every level from a table, or from one figure for all; entries below <paramref name="from"/> are not needed.</summary>
    private double[]? Values(YamlMap design, string table, string? one, List<string> codes, int from, string path, ref bool sound)
    {
        var all = one is null ? null : Number(design[one]);
        var values = codes.Select(c => Number((design[table] as YamlMap)?[c]) ?? all).ToArray();
        var missing = codes.Where((c, i) => i >= from && values[i] is null && (design[table] as YamlMap)?[c] is null).ToList();
        if (missing.Count > 0)
        {
            var right = one is null ? "Add one for every level." : $"Add one for each, or '{one}' for all.";
            _problems.Add(design.At, $"'{path}.design.{table}' has no figure for {string.Join(", ", missing)}.", right);
        }

        sound &= missing.Count == 0;
        return values.Skip(from).All(v => v is not null) ? [.. values.Select(v => v ?? 0)] : null;
    }

    private double[]? Wages(YamlMap levels, YamlMap design, string path)
    {
        if (_rules.MarketWage is not { } wage)
        {
            _problems.Add((design["method"] ?? design).At, $"'{path}.design' takes its midpoints from market wages, and none are at hand.", "Name a workspace that holds wages with --workspace, or use another method.");
            return null;
        }

        if (_start is not { } start || _growth is not { } growth) return null;
        var wages = new List<double>();
        foreach (var entry in levels.Entries)
        {
            if ((entry.Value as YamlMap)?["market"] is not YamlMap market || Number(market["target_percentile"]) is not { } percentile || market["occupations"] is not YamlMap { Entries.Count: > 0 } occupations)
            {
                _problems.Add(entry.KeyAt, $"{entry.Key} is not matched to the market, which its structure is designed from.", "Add 'market' with a target percentile and occupations.");
                return null;
            }

            var weights = occupations.Entries.ToDictionary(e => e.Key, e => Number(e.Value) ?? 0, StringComparer.Ordinal);
            if (percentile is < 10 or > 90 || weights.Keys.Any(o => !_rules.Occupations.Contains(o)) || weights.Values.Sum() <= 0) return null;
            try
            {
                wages.Add(wage(new MarketMatch(percentile, weights), start, growth));
            }
            catch (ArgumentException exception)
            {
                _problems.Add(market.At, exception.Sentence(), "");
                return null;
            }
        }

        return [.. wages];
    }

    private YamlNode Filled(YamlEntry entry, DesignedRange range, YamlMap design, string path)
    {
        if (entry.Value is not YamlMap level) return entry.Value;
        var (minimum, maximum) = (level["minimum"], level["maximum"]);
        if (maximum is null && Limitation(level) is { } limit && range.Maximum > limit.Dollars)
        {
            if (minimum is null && range.Minimum > limit.Dollars)
            {
                _problems.Add(design.At, $"The design gives {entry.Key} a minimum of {Dollars(range.Minimum)}, above {limit.Name} of {Dollars(limit.Dollars)} in {_start!.Value.Year}.", "Design a lower range or raise the limitation (158.611(d), 158.614).");
                Failed = true;
                return level;
            }

            _notes.Add($"{path}.maximum: the design gives {Dollars(range.Maximum)}, cut to {limit.Name} of {Dollars(limit.Dollars)} in {_start!.Value.Year} (158.611(d), 158.614).");
            range = range with { Maximum = limit.Dollars };
        }

        YamlEntry Computed(string key, long dollars) => new(key, design.At, new YamlScalar(design.At, dollars.ToString(CultureInfo.InvariantCulture), true));
        var entries = level.Entries.ToList();
        if (maximum is null) entries.Insert(0, Computed("maximum", range.Maximum));
        if (minimum is null) entries.Insert(0, Computed("minimum", range.Minimum));
        return new YamlMap(level.At, entries);
    }

    private (long Dollars, string Name)? Limitation(YamlMap level)
    {
        if (_start is not { } start) return null;
        var node = level["limitation"];
        if (Number(node) is { } dollars) return ((long)dollars, "its limitation");
        if (node is not YamlScalar { IsNull: false } scalar) return (_rates.On(ScenarioRules.StandardRangeRate, start.Year), "the Vice President's rate");
        return _rules.RateNames.Contains(scalar.Text) ? (_rates.On(scalar.Text, start.Year), $"its limitation {scalar.Text}") : null;
    }

    private static YamlMap Replace(YamlMap map, Func<YamlEntry, YamlNode> value) => new(map.At, [.. map.Entries.Select(e => e with { Value = value(e) })]);

    private static double? Number(YamlNode? node) => node is YamlScalar scalar ? ValueReader.Read(AnyNumber, scalar, out _)?.Number : null;

    private static string Dollars(long amount) => amount.ToString("$#,##0", CultureInfo.InvariantCulture);
}
