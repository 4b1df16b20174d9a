using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Workspace.Qualifications;
using CtmsAnalytics.Workspace.Reference;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>Reads what scenario files are checked against from the shipped tables, so that a scenario can be checked without a workspace.</summary>
public static class ScenarioRulesFiles
{
    /// <summary>Reads the rules.</summary>
    /// <param name="dataFolder">The folder <c>data</c> with <c>policy</c>, <c>reference</c> and <c>market</c>.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="InputException">A table is missing or a row of it cannot be read.</exception>
    public static ScenarioRules Load(string dataFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(dataFolder);
        string Table(params string[] parts) => Path.Combine([dataFolder, .. parts]);
        var benefits = Read(Table("reference", "benefit_rates.csv"), r => (Item: r.Text("item"), From: r.Text("effective_from"), Value: r.Number("value")));
        var parameters = new List<Parameter>();
        parameters.AddRange(PolicyParameters.Read(dataFolder));
        parameters.AddRange(Read(Table("reference", "executive_schedule.csv"), r => Rate(r.Text("level"), r)));
        parameters.AddRange(Read(Table("reference", "vice_president.csv"), r => r.Text("kind") == "official_scheduled" ? Rate(ScenarioRules.StandardRangeRate, r) : null).OfType<Parameter>());
        parameters.Add(FullMatch(benefits));
        const string Agency = "fers_agency_contribution_";
        return new ScenarioRules(
            new ParameterSet(parameters),
            benefits.Where(b => b.Item.StartsWith(Agency, StringComparison.Ordinal)).Select(b => $"fers_{b.Item[Agency.Length..]}").Distinct(),
            Read(Table("reference", "local_markets.csv"), r => r.Text("local_market")),
            Read(Table("market", "oews_national_cyber_2024.csv"), r => r.Text("O_GROUP") == "detailed" ? r.Text("OCC_CODE") : null).OfType<string>())
        {
            Counties = Read(Table("reference", "worksites.csv"), r => r.Text("county_fips")).ToHashSet(StringComparer.Ordinal),
            Valuation = File.Exists(Table("qualifications", QualificationFiles.Main)) ? QualificationFiles.Read(Table("qualifications")) : null,
        };
    }

    private static Parameter Rate(string name, ShippedTable row) =>
        new(name, row.Year(), row.Number("annual_rate_usd"), "USD/year", row.Mark(), "", row.Text("source"), $"Annual rate {name}");

    /// <summary>The full agency match follows from its two tiers: on the first percents of pay, and on the next ones.</summary>
    private static Parameter FullMatch(List<(string Item, string From, double Value)> benefits)
    {
        const string Tier = "tsp_agency_match_";
        var match = benefits
            .Where(b => b.Item.StartsWith(Tier, StringComparison.Ordinal))
            .GroupBy(b => b.Item)
            .Select(g => g.MaxBy(b => b.From, StringComparer.Ordinal))
            .Sum(b => b.Value / 100 * ShareOfPay(b.Item));
        return new Parameter("tsp_match_maximum", 2021, Math.Round(match, 6), "fraction of basic pay", ParameterMark.Derived, "5 U.S.C. 8432(c)", "benefit_rates.csv, both tiers of the match", "Full agency match");
    }

    /// <summary>The share of pay that a tier covers stands at the end of its name: <c>first_3pct</c>.</summary>
    private static double ShareOfPay(string tier) =>
        double.Parse(tier[(tier.LastIndexOf('_') + 1)..^"pct".Length], NumberStyles.None, CultureInfo.InvariantCulture) / 100;

    private static List<T> Read<T>(string path, Func<ShippedTable, T> read) => [.. ShippedTable.Read(path).Select(read)];
}
