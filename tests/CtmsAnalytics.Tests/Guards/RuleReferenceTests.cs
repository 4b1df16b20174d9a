using System.Reflection;
using System.Xml.Linq;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Rules;
using CtmsAnalytics.Salaries;

namespace CtmsAnalytics.Tests.Guards;

/// <summary>No rule without a paragraph, and no parameter without a rule.</summary>
public sealed class RuleReferenceTests
{
    private static readonly string[] Effects = ["cut", "deferred", "forfeited", "granted", "raised", "refused", "reported"];

    private static readonly string[] RuleFolders = ["Salaries", "Recognition", "SpecialWorkingConditions", "AggregateLimit", "Compensation", "Deployment"];

    private static readonly HashSet<string> Sections = [.. Data.RepositoryData.Rows("policy/sections.csv").Select(r => r["section"])];

    private static readonly Dictionary<string, XElement> Documentation =
        XDocument.Load(Path.ChangeExtension(typeof(RuleReference).Assembly.Location, ".xml")).Descendants("member").ToDictionary(m => (string)m.Attribute("name")!, StringComparer.Ordinal);

    public static TheoryData<string> References => [.. Fields().Select(Name)];

    [Fact]
    public void References_OfTheAssembly_AreFound() => Assert.Contains(Fields(), f => (RuleReference)f.GetValue(null)! == SalaryCeilings.Limitation);

    [Theory]
    [MemberData(nameof(References))]
    public void Reference_HasANameAParagraphThatExistsAndAnEffect(string field)
    {
        var rule = (RuleReference)Fields().Single(f => Name(f) == field).GetValue(null)!;

        Assert.False(string.IsNullOrWhiteSpace(rule.Name));
        Assert.True(Citation.IsWellFormed(rule.Paragraph), $"'{rule.Paragraph}' is no citation.");
        Assert.All(Citation.SectionsOf(rule.Paragraph), s => Assert.Contains(s, Sections));
        Assert.Contains(rule.Effect, Effects);
    }

    [Fact]
    public void References_NameAndEffect_AreUnique() =>
        Assert.Empty(Fields().Select(f => (RuleReference)f.GetValue(null)!).GroupBy(r => (r.Name, r.Effect)).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void RuleMethods_EveryOne_CitesAParagraphInItsSummaryOrItsTypes()
    {
        var methods = RuleMethods().ToList();
        Assert.Contains(methods, m => m.Name == nameof(HourlyRate.WorkPeriodPay));

        var silent = methods.Where(m => !CitesParagraph(Summary(m)) && !CitesParagraph(Summary(m.DeclaringType!))).Select(m => $"{m.DeclaringType!.Name}.{m.Name}");

        Assert.True(!silent.Any(), "These rules name no paragraph, neither in their summary nor in their type's: " + string.Join(", ", silent));
    }

    [Theory]
    [InlineData("Ceilings of a salary (158.613).", true)]
    [InlineData("Hourly rate (5 U.S.C. 5504(b)).", true)]
    [InlineData("Ceilings of a salary (158.999).", false)]
    [InlineData("Ceilings of a salary.", false)]
    public void CitesParagraph_Summary_IsRead(string summary, bool cites) => Assert.Equal(cites, CitesParagraph(summary));

    [Fact]
    public void PolicyParameters_EveryOne_IsReadByCodeOrSaysWhyNot()
    {
        var texts = SourceNumbers.Files().SelectMany(f => SourceNumbers.Texts(f.Text)).ToHashSet(StringComparer.Ordinal);
        var reasons = Data.RepositoryData.Parse(File.ReadAllText(Path.Combine(Data.RepositoryData.Root, "tests", "CtmsAnalytics.Tests", "Guards", "unread-parameters.csv")))
            .ToDictionary(r => r["name"], r => r["reason"], StringComparer.Ordinal);
        var names = Data.RepositoryData.Rows("policy/parameters.csv").Select(r => r["name"]).Distinct(StringComparer.Ordinal).ToList();

        // The members of a group are read by the group's name, with or without its colon.
        var unread = names.Where(n => !texts.Contains(n) && !texts.Contains(n.Split(':')[0]) && !texts.Contains(n.Split(':')[0] + ":")).ToList();

        Assert.True(unread.All(reasons.ContainsKey), "No code reads these parameters; use them or say why not in tests/CtmsAnalytics.Tests/Guards/unread-parameters.csv: " + string.Join(", ", unread.Where(n => !reasons.ContainsKey(n))));
        Assert.True(reasons.Keys.All(unread.Contains), "These entries of unread-parameters.csv are read by code or gone; remove them: " + string.Join(", ", reasons.Keys.Where(n => !unread.Contains(n))));
        Assert.All(reasons.Values, reason => Assert.NotEqual("", reason));
    }

    [Fact]
    public void PolicyParameters_EveryOne_PassesTheCheckOfTheLoader() =>
        Assert.All(Data.RepositoryData.Rows("policy/parameters.csv"), r => Assert.Empty(ParameterCheck.Of(
            new Parameter(
                r["name"],
                int.Parse(r["effective_year"], System.Globalization.CultureInfo.InvariantCulture),
                double.Parse(r["value"], System.Globalization.CultureInfo.InvariantCulture),
                r["unit"],
                Enum.Parse<ParameterMark>(r["mark"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
                r["paragraph"],
                r["source"],
                r["description"]),
            Sections)));

    private static IEnumerable<FieldInfo> Fields() =>
        from type in typeof(RuleReference).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType == typeof(RuleReference)
        select field;

    private static string Name(FieldInfo field) => $"{field.DeclaringType!.Name}.{field.Name}";

    private static IEnumerable<MethodInfo> RuleMethods() =>
        from type in typeof(RuleReference).Assembly.GetExportedTypes()
        let folder = type.Namespace!.Split('.')[^1]
        where RuleFolders.Contains(folder) || type == typeof(Budget.EmployerCost)
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName
        select method;

    private static string Summary(MethodInfo method) =>
        string.Join(' ', Documentation.Where(d => d.Key == $"M:{method.DeclaringType!.FullName}.{method.Name}" || d.Key.StartsWith($"M:{method.DeclaringType!.FullName}.{method.Name}(", StringComparison.Ordinal))
            .Select(d => d.Value.Element("summary")?.Value));

    private static string Summary(Type type) => Documentation.TryGetValue($"T:{type.FullName!.Replace('+', '.')}", out var member) ? member.Element("summary")?.Value ?? "" : "";

    private static bool CitesParagraph(string summary) => Paragraph.Of(summary).Any(p => !p.StartsWith("158.", StringComparison.Ordinal) || Sections.Contains(p));
}
