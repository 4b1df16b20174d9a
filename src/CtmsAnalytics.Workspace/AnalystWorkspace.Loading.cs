using System.Globalization;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace.Loading;
using CtmsAnalytics.Workspace.Reference;
using CtmsAnalytics.Workspace.Roster;
using CtmsAnalytics.Workspace.Storage;

namespace CtmsAnalytics.Workspace;

/// <content>Loading: what a projection computes with, as the library's types.</content>
public sealed partial class AnalystWorkspace
{
    /// <summary>The sourced figures: policy parameters, and one series for each reference rate. Percent are fractions here.</summary>
    /// <returns>The parameters. Series: <c>EX-I</c> to <c>EX-V</c>, <c>VP</c>, <c>oasdi_wage_base</c>, <c>oasdi_rate</c>, <c>medicare_rate</c>, <c>tsp_automatic</c>,
    /// <c>tsp_match_maximum</c>, <c>fehb_self_only</c>, <c>fehb_self_plus_one</c>, <c>fehb_self_and_family</c>, <c>fegli_basic_government</c>, <c>fers_regular</c>,
    /// <c>fers_frae</c>, <c>gs_base_raise</c>, <c>nonforeign_allowance:AREA</c>, and those of the policy file.</returns>
    public ParameterSet LoadParameters() => ParameterQueries.Load(_connection);

    /// <summary>The catalog of the shipped figures, for a reader who has no workspace.</summary>
    /// <param name="dataDirectory">Folder with <c>reference</c> and <c>policy</c>.</param>
    /// <returns>The catalog.</returns>
    /// <exception cref="InputException">A shipped file does not fit its table, or a policy parameter is unsound.</exception>
    public static ParameterCatalog ShippedCatalog(string dataDirectory) => CatalogQueries.Shipped(dataDirectory, TimeProvider.System);

    /// <summary>The catalog of the workspace's figures.</summary>
    /// <returns>Policy parameters one by one, and the published tables summed up by series.</returns>
    public ParameterCatalog LoadCatalog() => CatalogQueries.Load(_connection, RegulationSections.Read(ShippedData.Tables));

    /// <summary>The local talent markets (158.612(b)(1)), by code.</summary>
    /// <returns>The markets.</returns>
    public IReadOnlyList<LocalMarket> LoadMarkets() => _connection.Query(
        "SELECT local_market, name, oews_area FROM local_markets ORDER BY local_market",
        r => new LocalMarket(r.GetString(0), r.GetString(1), r.TextOrNull(2)));

    /// <summary>The counties that an official worksite can lie in, with their local talent markets (158.704).</summary>
    /// <returns>Code of the local market by five-digit county code.</returns>
    public IReadOnlyDictionary<string, string> LoadWorksites() => _connection
        .Query("SELECT county_fips, local_market FROM worksites", r => (County: r.GetString(0), Market: r.GetString(1)))
        .ToDictionary(w => w.County, w => w.Market, StringComparer.Ordinal);

    /// <summary>The rosters of the workspace, the current one first.</summary>
    /// <returns>The rosters.</returns>
    public IReadOnlyList<RosterInfo> Rosters() => _connection.Query(
        """
        SELECT r.roster_id, b.file_name, r.as_of, r.people, b.sha256, b.rows_quarantined FROM roster r JOIN import_batch b ON b.batch_id = r.batch_id
        ORDER BY r.as_of DESC, r.roster_id DESC
        """,
        r => new RosterInfo(r.GetInt32(0), r.GetString(1), r.GetFieldValue<DateOnly>(2), r.GetInt32(3), r.GetString(4), r.GetInt64(5)));

    /// <summary>The people of a roster, by identifier in ordinal order.</summary>
    /// <param name="rosterId">The roster; null for the current one, which is the one of the latest day and of those the last imported.</param>
    /// <returns>One entry per person.</returns>
    /// <exception cref="InputException">There is no roster, or none of that number.</exception>
    public IReadOnlyList<RosterPerson> LoadRoster(int? rosterId = null)
    {
        var roster = FindRoster(rosterId);
        return _connection.Query(
            """
            SELECT p.person_id, p.component, p.organisation, p.pay_plan, p.track, p.work_level, p.worksite_fips, w.local_market, p.appointment_type::VARCHAR,
                p.schedule::VARCHAR, p.hours_per_work_period, p.entry_on_duty, p.structure_salary, p.salary, p.health_plan::VARCHAR, p.last_rating::INTEGER,
                n.area, coalesce(a.is_uncompensated, false), a.annuity_per_year, a.appointment_maximum_hours
            FROM roster_person p JOIN worksites w ON w.county_fips = p.worksite_fips
            LEFT JOIN nonforeign_areas n ON n.county_fips = p.worksite_fips
            LEFT JOIN roster_appointment a ON a.roster_id = p.roster_id AND a.person_id = p.person_id
            WHERE p.roster_id = ? ORDER BY encode(p.person_id)
            """,
            r => new RosterPerson(
                r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7),
                RosterNames.Appointment(r.GetString(8)), RosterNames.Schedule(r.GetString(9)), r.GetInt32(10), r.GetFieldValue<DateOnly>(11),
                r.GetInt64(12), r.GetInt64(13), RosterNames.Health(r.GetString(14)), r.IsDBNull(15) ? null : r.GetInt32(15))
            {
                NonforeignArea = r.TextOrNull(16),
                IsUncompensated = r.GetBoolean(17),
                AnnuityPerYear = r.IsDBNull(18) ? null : r.GetInt64(18),
                AppointmentMaximumHours = r.IsDBNull(19) ? null : r.GetInt32(19),
            },
            roster.RosterId);
    }

    /// <summary>
    /// Annual wages of detailed occupations across all industries and ownerships, for the nation and its metropolitan areas, by year, area and occupation.
    /// A figure that the survey withholds or does not have is no number: see <see cref="WageFigure"/>.
    /// </summary>
    /// <returns>The wages.</returns>
    public IReadOnlyList<OccupationWage> LoadWages() => _connection.Query(WageQuery.Sql, WageQuery.Read);

    /// <summary>The inputs of a run with their digests, for its manifest: SHA-256 over the values that the loading methods give, in their order.</summary>
    /// <param name="rosterId">The roster; null for the current one.</param>
    /// <returns>Roster, market and parameters; qualifications, their library and the valuation scheme where anything was determined about anybody.</returns>
    /// <exception cref="InputException">There is no roster, or none of that number.</exception>
    public IReadOnlyList<ManifestInput> Inputs(int? rosterId = null)
    {
        var roster = FindRoster(rosterId);
        var valuation = LoadValuation();
        return RunInputs.Of(roster, new ProjectionInput(LoadRoster(roster.RosterId), LoadParameters(), LoadWages(), LoadMarkets()) { Qualifications = LoadQualifications(valuation), Valuation = valuation });
    }

    /// <summary>A seed as an input of a run.</summary>
    /// <param name="seed">The seed.</param>
    /// <returns>The input for a manifest.</returns>
    public static ManifestInput SeedInput(uint seed) => new("seed", Invariant($"{seed}"), InputDigest.Of(seed));

    /// <summary>A roster of the workspace.</summary>
    /// <param name="rosterId">Its number; null for the current one.</param>
    /// <returns>The roster.</returns>
    /// <exception cref="InputException">There is no roster, or none of that number.</exception>
    public RosterInfo FindRoster(int? rosterId = null)
    {
        var rosters = Rosters();
        if (rosters.Count == 0) throw new InputException($"{Folder}: The workspace has no roster. Import one first: ctms import roster FILE");
        if (rosterId is not { } id) return rosters[0];
        var known = string.Join(", ", rosters.Select(r => r.RosterId.ToString(CultureInfo.InvariantCulture)));
        return rosters.FirstOrDefault(r => r.RosterId == id) ?? throw new InputException(Invariant($"{Folder}: There is no roster {id}. The workspace has {known}."));
    }
}
