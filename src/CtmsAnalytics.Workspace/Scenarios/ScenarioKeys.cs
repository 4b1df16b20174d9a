using CtmsAnalytics.Workspace.Scenarios.Schema;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>The reference of the file format.</summary>
public static class ScenarioKeys
{
    /// <summary>Every key that holds a value, in the order of the format. The sections that may stand in <c>changes</c>, and the keys of a structure, are listed once.</summary>
    /// <param name="rules">Numbers of the regulation for the ranges; null to name the parameters instead.</param>
    /// <returns>The keys.</returns>
    public static IReadOnlyList<ScenarioKey> All(ScenarioRules? rules = null) => List(ScenarioSchema.Root, rules);

    /// <summary>Every key of a format that holds a value, in the order of the format.</summary>
    internal static IReadOnlyList<ScenarioKey> List(SchemaNode root, ScenarioRules? rules)
    {
        var keys = new List<ScenarioKey>();
        Walk(root, "", null);
        return keys;

        void Walk(SchemaNode schema, string pattern, string? absent)
        {
            switch (schema)
            {
                case SectionSchema section:
                    foreach (var entry in section.Entries.Where(e => !IsListedElsewhere(pattern, e.Key)))
                    {
                        Walk(entry.Value, TreeChecker.Join(pattern, entry.Key), entry.Default);
                    }

                    break;
                case TableSchema table:
                    Walk(table.Value, $"{pattern}.{Placeholder(table.Key)}", absent == "{}" ? "" : null);
                    break;
                case ListSchema { Item: ValueSchema item, Index: "any order" }:
                    keys.Add(Create(item, pattern, absent, rules));
                    break;
                case ListSchema list:
                    Walk(list.Item, $"{pattern}[{list.Index}]", absent == "[]" ? "" : null);
                    break;
                case ValueSchema value:
                    keys.Add(Create(value, pattern, absent, rules));
                    break;
            }
        }
    }

    /// <summary>What may stand in a change and in a further structure is listed where it stands first.</summary>
    private static bool IsListedElsewhere(string pattern, string key) =>
        (pattern == "changes[change]" && ScenarioSchema.PolicySections.Contains(key)) || (pattern == "further_structures.<name>" && key != "covers");

    /// <summary>The reference of one value.</summary>
    internal static ScenarioKey Create(ValueSchema value, string pattern, string? absent, ScenarioRules? rules) =>
        new(pattern, Type(value), value.Unit, Range(value, rules), absent, value.Meaning, value.Paragraph, value.Mark);

    /// <summary>How the key of a table stands in a pattern.</summary>
    internal static string Placeholder(TableKey key) => key switch
    {
        TableKey.Level or TableKey.NewLevel or TableKey.ValuedLevel => "<level>",
        TableKey.Factor => "<factor>",
        TableKey.Market => "<market>",
        TableKey.Occupation => "<occupation>",
        TableKey.Year => "<year>",
        TableKey.Person => "<person>",
        _ => "<name>",
    };

    private static string Range(ValueSchema value, ScenarioRules? rules)
    {
        if (value.Kind == ValueKind.Choice) return string.Join(" or ", value.Choices);
        var text = TreeChecker.RangeText(value with { Paragraph = "" }, rules);
        return text.Length == 0 ? "" : text["The range is ".Length..].TrimEnd('.');
    }

    private static string Type(ValueSchema value) => value.Kind switch
    {
        ValueKind.Fraction => "fraction",
        ValueKind.Number => "number",
        ValueKind.Integer => "whole number",
        ValueKind.Dollars => "whole dollars",
        ValueKind.Date => "date",
        ValueKind.Quarter => "date or fiscal quarter",
        ValueKind.Flag => "true or false",
        ValueKind.Choice => "word",
        ValueKind.Level or ValueKind.Organisation or ValueKind.PayPlan or ValueKind.Market => "code",
        ValueKind.Rate or ValueKind.RetirementRate or ValueKind.Track or ValueKind.Agency => "name",
        ValueKind.RateOrDollars => "name or whole dollars",
        _ => "text",
    };
}
