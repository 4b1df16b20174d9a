using System.Globalization;
using System.Text.RegularExpressions;
using CtmsAnalytics.Workspace.Scenarios.Schema;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Checks one file on its own: keys, types and ranges. What depends on other values is <see cref="ScenarioChecker"/>'s.</summary>
internal sealed partial class TreeChecker(ScenarioRules rules, ProblemList problems)
{
    private const int LongestName = 60;

    /// <summary>Checks a file.</summary>
    /// <param name="root">The file's map.</param>
    /// <param name="schema">The format of the file.</param>
    public void Check(YamlMap root, SectionSchema schema) => Check(root, schema, "");

    private void Check(YamlNode node, SchemaNode schema, string path)
    {
        switch (schema)
        {
            case SectionSchema section:
                CheckSection(node, section, path);
                break;
            case TableSchema table:
                CheckTable(node, table, path);
                break;
            case ListSchema list:
                CheckList(node, list, path);
                break;
            case ValueSchema value:
                CheckValue(node, value, path);
                break;
        }
    }

    private void CheckSection(YamlNode node, SectionSchema section, string path)
    {
        if (node is not YamlMap map)
        {
            problems.Add(node.At, $"{Subject(path)} is {node.Kind}.", $"It is a section with the keys {Names(section.Entries.Select(e => e.Key))}.");
            return;
        }

        foreach (var entry in map.Entries)
        {
            if (section[entry.Key] is { Removable: true } && entry.Value is YamlScalar { IsNull: true }) continue;
            if (section[entry.Key] is { } known) Check(entry.Value, known.Value, Join(path, entry.Key));
            else Unknown(entry, section, path);
        }
    }

    private void CheckTable(YamlNode node, TableSchema table, string path)
    {
        if (node is not YamlMap map)
        {
            problems.Add(node.At, $"{Subject(path)} is {node.Kind}.", $"It is a map from {KeyNoun(table.Key)} to values; {{}} for none.");
            return;
        }

        foreach (var entry in map.Entries)
        {
            CheckKey(entry, table.Key);
            if (entry.Value is not YamlScalar { IsNull: true }) Check(entry.Value, table.Value, Join(path, entry.Key));
        }
    }

    private void CheckList(YamlNode node, ListSchema list, string path)
    {
        if (node is not YamlList items)
        {
            problems.Add(node.At, $"{Subject(path)} is {node.Kind}.", "It is a list, for example [a, b]; [] for none.");
            return;
        }

        for (var i = 0; i < items.Items.Count; i++) Check(items.Items[i], list.Item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"));
    }

    private void CheckValue(YamlNode node, ValueSchema schema, string path)
    {
        if (node is not YamlScalar scalar)
        {
            problems.Add(node.At, $"{Subject(path)} is {node.Kind}.", $"Write {ValueReader.Example(schema)}.");
            return;
        }

        if (path == "extends" && scalar.IsNull) return;
        if (ValueReader.Read(schema, scalar, out var complaint) is not { } value)
        {
            problems.Add(node.At, $"{Subject(path)}: {complaint!.Value.What}", complaint.Value.Right);
            return;
        }

        if (!value.IsNull) CheckRange(scalar, schema, value, path);
    }

    private void CheckRange(YamlScalar scalar, ValueSchema schema, ReadValue value, string path)
    {
        switch (schema.Kind)
        {
            case ValueKind.Rate or ValueKind.RateOrDollars when value.Number is null:
                CheckName(scalar, path, "rate", rules.RateNames);
                return;
            case ValueKind.RetirementRate:
                CheckName(scalar, path, "retirement series", rules.RetirementRates);
                return;
            case ValueKind.Market:
                CheckName(scalar, path, "local market", rules.Markets);
                return;
        }

        if (value.Number is not { } number || double.IsPositiveInfinity(number)) return;
        var minimum = Resolve(schema.Minimum);
        var maximum = Resolve(schema.Maximum);
        if (number >= (minimum ?? double.MinValue) && number <= (maximum ?? double.MaxValue)) return;
        var right = schema.Kind == ValueKind.Fraction && number is >= 1 and <= 100
            ? $"{RangeText(schema, rules)} {ValueReader.PercentAdvice(scalar.Text)}"
            : RangeText(schema, rules);
        problems.Add(scalar.At, $"{Subject(path)} is {value.Text}.", right);
    }

    private void CheckName(YamlScalar scalar, string path, string noun, IReadOnlyCollection<string> known)
    {
        if (known.Contains(scalar.Text, StringComparer.Ordinal)) return;
        problems.Add(scalar.At, $"{Subject(path)}: there is no {noun} {ProblemList.Quote(scalar.Text)}.", Nearest(scalar.Text, known));
    }

    private void CheckKey(YamlEntry entry, TableKey kind)
    {
        switch (kind)
        {
            case TableKey.Year when !YearShape().IsMatch(entry.Key):
                problems.Add(entry.KeyAt, $"{ProblemList.Quote(entry.Key)} is not a calendar year.", "Write four digits, for example 2027.");
                break;
            case TableKey.Market when !rules.Markets.Contains(entry.Key):
                problems.Add(entry.KeyAt, $"There is no local market {ProblemList.Quote(entry.Key)} (158.612(b)(1)).", Nearest(entry.Key, rules.Markets));
                break;
            case TableKey.Occupation when !rules.Occupations.Contains(entry.Key):
                problems.Add(entry.KeyAt, $"The wage survey has no occupation {ProblemList.Quote(entry.Key)}.", Nearest(entry.Key, rules.Occupations));
                break;
            case TableKey.Factor when rules.Valuation is { } basis && basis.Scheme.Factors.All(f => f.Id != entry.Key):
                problems.Add(entry.KeyAt, $"The valuation scheme has no factor {ProblemList.Quote(entry.Key)} (158.404(b)).", Nearest(entry.Key, [.. basis.Scheme.Factors.Select(f => f.Id)]));
                break;
            case TableKey.ValuedLevel when rules.Valuation is { } basis && basis.Scheme.Levels.All(l => l.Code != entry.Key):
                problems.Add(entry.KeyAt, $"The valuation scheme has no work level {ProblemList.Quote(entry.Key)} (158.404(c)).", Nearest(entry.Key, [.. basis.Scheme.Levels.Select(l => l.Code)]));
                break;
            case TableKey.NewLevel or TableKey.Name or TableKey.Person when !NameShape().IsMatch(entry.Key) || entry.Key.Length > LongestName:
                problems.Add(entry.KeyAt, $"{ProblemList.Quote(entry.Key)} cannot be a name here.", $"Use letters, digits, spaces, '-' and '_', at most {LongestName}, beginning with a letter or digit.");
                break;
        }
    }

    private void Unknown(YamlEntry entry, SectionSchema section, string path)
    {
        var where = path.Length == 0 ? char.ToLowerInvariant(section.Meaning[0]) + section.Meaning[1..] : Subject(path);
        var right = DigitGroup().IsMatch(entry.Key)
            ? "If it is the end of a number, write that number without thousands separators, for example 60000."
            : Nearest(entry.Key, [.. section.Entries.Select(e => e.Key)]);
        problems.Add(entry.KeyAt, $"{ProblemList.Quote(entry.Key)} is not a key of {where}.", right);
    }

    /// <summary>The end of a range, as a number.</summary>
    private double? Resolve(Bound? bound) => bound is not { } b ? null : b.Parameter is null ? b.Value : rules.Parameters.Latest(b.Parameter).Value;

    /// <summary>The range of a value in words, with its paragraph.</summary>
    /// <param name="schema">The value.</param>
    /// <param name="rules">Numbers of the regulation; null to name them instead.</param>
    /// <returns>A sentence; empty without a range.</returns>
    public static string RangeText(ValueSchema schema, ScenarioRules? rules)
    {
        string? End(Bound? bound) => bound is not { } b ? null
            : b.Parameter is null ? b.Value.ToString(CultureInfo.InvariantCulture)
            : rules?.Parameters.Latest(b.Parameter).Value.ToString(CultureInfo.InvariantCulture) ?? $"`{b.Parameter}`";
        var range = (End(schema.Minimum), End(schema.Maximum)) switch
        {
            (null, null) => "",
            ({ } low, null) => $"The range is {low} or more",
            (null, { } high) => $"The range is up to {high}",
            ({ } low, { } high) => $"The range is {low} to {high}",
        };
        if (schema.Infinite) range += ", or .inf";
        return range.Length == 0 ? "" : schema.Paragraph.Length == 0 ? $"{range}." : $"{range} ({schema.Paragraph}).";
    }

    /// <summary>Advice for a name that is not known.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="known">What could have been meant.</param>
    /// <returns>A sentence.</returns>
    public static string Nearest(string name, IReadOnlyCollection<string> known) =>
        NearestName.Find(name, known) is { } near ? $"Did you mean '{near}'?" : $"Known are {Names(known)}.";

    /// <summary>What a problem is about, for the beginning of its sentence.</summary>
    /// <param name="path">Path of a value.</param>
    /// <returns>The path, quoted.</returns>
    public static string Subject(string path) => path.Length == 0 ? "The file" : ProblemList.Quote(path);

    /// <summary>Path of a key below a path.</summary>
    /// <param name="path">Path of the section, empty for the file.</param>
    /// <param name="key">The key.</param>
    /// <returns>The path of the key.</returns>
    public static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>Names as a list in words, cut where it gets long.</summary>
    /// <param name="names">The names.</param>
    /// <returns>The names with commas between.</returns>
    public static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? "none" : all.Count <= 16 ? string.Join(", ", all) : $"{string.Join(", ", all.Take(15))} and {all.Count - 15} more";
    }

    private static string KeyNoun(TableKey kind) => kind switch
    {
        TableKey.Level or TableKey.NewLevel or TableKey.ValuedLevel => "work level codes",
        TableKey.Factor => "factors of the valuation scheme",
        TableKey.Market => "local market codes",
        TableKey.Occupation => "occupation codes",
        TableKey.Year => "calendar years",
        TableKey.Person => "identifiers of people",
        _ => "names",
    };

    [GeneratedRegex("^(19|20|21)[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex YearShape();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9 _-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NameShape();

    [GeneratedRegex("^[0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex DigitGroup();
}
