using System.Globalization;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Tests.Data;

/// <summary>The shipped policy parameters, read without any help from the workspace.</summary>
internal static class PolicyParameters
{
    public static IReadOnlyList<Parameter> All { get; } =
    [
        .. RepositoryData.Rows("policy/parameters.csv").Select(r => new Parameter(
            r["name"], int.Parse(r["effective_year"], CultureInfo.InvariantCulture), double.Parse(r["value"], CultureInfo.InvariantCulture), r["unit"],
            Enum.Parse<ParameterMark>(r["mark"].Replace("_", "", StringComparison.Ordinal), true), r["paragraph"], r["source"], r["description"])),
    ];

    public static ParameterReader Reader() => new(new ParameterSet(All), new EconomyPath(new Dictionary<int, double>(), 0, 0, 0));
}
