using System.Globalization;
using System.Text.RegularExpressions;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Fiscal quarters as dates of the hiring plan: <c>2028Q1</c> is the first day of fiscal year 2028.</summary>
internal static partial class FiscalQuarters
{
    private const int MonthsInQuarter = 3;

    /// <summary>Whether a text names a fiscal quarter.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for a year and Q1 to Q4.</returns>
    public static bool IsQuarter(string text) => Shape().IsMatch(text);

    /// <summary>Puts the first day of the quarter in the place of every quarter, so that only dates are checked, compared and read further on.</summary>
    /// <param name="tree">A resolved scenario.</param>
    /// <param name="rules">What it is checked against, which says when a fiscal year begins.</param>
    /// <returns>The scenario with dates.</returns>
    public static ResolvedTree ToDates(ResolvedTree tree, ScenarioRules rules)
    {
        if (tree.Root["workforce"] is not YamlMap workforce || workforce["hiring_plan"] is not YamlList plan) return tree;
        var calendar = new PayCalendar(new ParameterReader(rules.Parameters, EconomyPath.None));
        var dated = new YamlList(plan.At, [.. plan.Items.Select(line => line is YamlMap map ? With(map, "from", node => Date(node, calendar)) : line)]);
        return tree with { Root = With(tree.Root, "workforce", _ => With(workforce, "hiring_plan", _ => dated)) };
    }

    private static YamlNode Date(YamlNode node, PayCalendar calendar)
    {
        if (node is not YamlScalar scalar || !IsQuarter(scalar.Text)) return node;
        var (year, quarter) = (int.Parse(scalar.Text.AsSpan(..^2), NumberStyles.None, CultureInfo.InvariantCulture), scalar.Text[^1] - '0');
        var first = calendar.LastDayOf(year - 1).AddDays(1).AddMonths(MonthsInQuarter * (quarter - 1));
        return new YamlScalar(scalar.At, first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), plain: true);
    }

    private static YamlMap With(YamlMap map, string key, Func<YamlNode, YamlNode> change) =>
        new(map.At, [.. map.Entries.Select(e => e.Key == key ? e with { Value = change(e.Value) } : e)]);

    [GeneratedRegex("^(19|20|21)[0-9]{2}Q[1-4]$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
