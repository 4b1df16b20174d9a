using System.Globalization;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket.Local;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace;

/// <content>Local supplements: what they are computed from beside roster, scenario and parameters.</content>
public sealed partial class AnalystWorkspace
{
    /// <summary>Wages of areas, local markets with price parities and locality payments, and counties.</summary>
    /// <returns>The data.</returns>
    public LocalMarketData LoadLocalMarketData() => new(
        _connection.Query(AreaWageQuery.Sql, AreaWageQuery.Read),
        _connection.Query(AreaWageQuery.Markets, AreaWageQuery.ReadMarket),
        _connection.Query("SELECT county_fips, county_name, state, local_market FROM worksites ORDER BY county_fips", r => new WorksiteCounty(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3))),
        Convert.ToInt32(_connection.Scalar("SELECT coalesce(max(effective_year), 0) FROM locality_pay"), CultureInfo.InvariantCulture));

    /// <summary>Local market data as an input of a study.</summary>
    /// <param name="data">The data.</param>
    /// <returns>The input for a manifest.</returns>
    public static ManifestInput LocalMarketInput(LocalMarketData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new("local markets", Invariant($"{data.Markets.Count} local markets, {data.Wages.Count:N0} wages of areas, locality payments of {data.LocalityYear}"), InputDigest.Of(data));
    }
}
