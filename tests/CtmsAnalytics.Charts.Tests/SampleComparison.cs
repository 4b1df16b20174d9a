using CtmsAnalytics.Budget;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentMarket;

namespace CtmsAnalytics.Charts.Tests;

/// <summary>A comparison made by hand with the size and shape of the real one: 204 people, 8 work levels, 5 fiscal years. Every number in it is invented.</summary>
internal static class SampleComparison
{
    public static readonly IReadOnlyList<int> Years = [2027, 2028, 2029, 2030, 2031];

    private static readonly (string Code, string Title, long Low, long High, long ProposalLow, long ProposalHigh, double P25, double P50, double P75, bool Censored, int People)[] Levels =
    [
        ("D1", "Entry Cybersecurity Specialist", 63_000, 88_000, 66_000, 92_000, 71_200, 84_900, 104_300, false, 12),
        ("D2", "Developing Cybersecurity Specialist", 74_000, 105_000, 78_000, 111_000, 83_400, 99_700, 121_500, false, 34),
        ("T1", "Cybersecurity Specialist", 91_500, 128_000, 96_000, 136_000, 98_300, 117_600, 141_800, false, 41),
        ("T2", "Senior Cybersecurity Specialist", 110_000, 154_000, 116_000, 164_000, 119_800, 141_200, 168_900, false, 52),
        ("T3", "Cybersecurity Expert", 137_800, 185_000, 141_000, 195_500, 143_100, 171_400, 206_700, false, 33),
        ("T4", "Senior Cybersecurity Expert", 165_000, 207_500, 168_000, 219_500, 164_900, 196_800, 239_200, true, 17),
        ("L1", "Cybersecurity Manager", 179_400, 221_900, 179_400, 225_700, 172_600, 208_300, 239_200, true, 11),
        ("L2", "Senior Cybersecurity Leader", 205_000, 250_600, 205_000, 250_600, 189_500, 231_700, 239_200, true, 4),
    ];

    private static readonly (Component Component, long Share)[] Mix =
    [
        (Component.Salary, 640), (Component.RecognitionAdjustment, 21), (Component.Supplement, 88), (Component.RecognitionPayment, 24), (Component.SpecialWorkingConditions, 9),
        (Component.Retirement, 118), (Component.SocialSecurityMedicare, 52), (Component.SavingsPlan, 31), (Component.HealthAndLife, 57),
    ];

    private static readonly (string Section, string Title, long Share)[] Sections =
    [
        ("structure", "Salary structure", 41), ("supplements", "Local market supplements", 46), ("recognition", "Recognition pool", 9), ("specialWorkingConditions", "Special working conditions program", 4),
    ];

    /// <summary>The comparison.</summary>
    /// <param name="shares">Drivers' shares of the difference in hundredths of a million a year; null for four positive drivers.</param>
    /// <param name="baselineName">Name of the baseline.</param>
    /// <param name="proposalName">Name of the proposal.</param>
    public static Comparison Create(IReadOnlyList<long>? shares = null, string baselineName = "carry-forward-2027", string proposalName = "critical-skills-2027")
    {
        var baseline = new CostCube();
        var proposal = new CostCube();
        var drivers = new List<CostDriver>();
        for (var y = 0; y < Years.Count; y++)
        {
            foreach (var (component, share) in Mix)
            {
                foreach (var (level, index) in Levels.Select((l, i) => (l, i)))
                {
                    var cents = share * level.People * (level.Low + level.High) / 13 * (100 + (3 * y)) / 100 + (index * 7);
                    baseline.Add(new CostKey(Years[y], index % 3 == 0 ? "DHS HQ" : "CISA", index % 2 == 0 ? "CSD" : "OCIO", level.Code, "DC", component), cents);
                    proposal.Add(new CostKey(Years[y], index % 3 == 0 ? "DHS HQ" : "CISA", index % 2 == 0 ? "CSD" : "OCIO", level.Code, "DC", component), cents);
                }
            }
        }

        for (var d = 0; d < Sections.Length; d++)
        {
            var share = shares is null ? Sections[d].Share : shares[d];
            var byYear = Years.Select((year, y) => (year, Cents: share * (1_300_000L + (570_003L * y)))).ToDictionary(p => p.year, p => p.Cents);
            var component = d switch { 0 => Component.Salary, 1 => Component.Supplement, 2 => Component.RecognitionPayment, _ => Component.SpecialWorkingConditions };
            foreach (var (year, cents) in byYear) proposal.Add(new CostKey(year, "CISA", "CSD", "T2", "DC", component), cents);
            drivers.Add(new CostDriver(Sections[d].Section, Sections[d].Title, byYear));
        }

        return new Comparison(
            Result(baselineName, baseline, hazard: 0.09m, limit: 14_000_00),
            Result(proposalName, proposal, hazard: 0.08m, limit: 31_000_00),
            drivers,
            [.. Levels.Select(l => new StaircaseStep(l.Code, l.Title, l.Low, l.High, l.ProposalLow, l.ProposalHigh, new LevelMarket(l.P25, l.P50, l.P75, l.Censored, l.P50, 50, "information security analysts; software developers", 2024), People(l.Low, l.High, l.People)))],
            new RunManifest(
                "c0ffee12ab34",
                "0.1.0",
                [
                    new ManifestInput("scenario", "baseline.yaml", new string('a', 64)),
                    new ManifestInput("scenario", "proposal.yaml", new string('b', 64)),
                    new ManifestInput("roster", "roster.csv", new string('c', 64)),
                    new ManifestInput("market", "oews", new string('d', 64)),
                ],
                "Expected-path projection by work period; randomness off."));
    }

    private static ProjectionResult Result(string name, CostCube costs, decimal hazard, long limit)
    {
        var flows = new List<HeadcountFlow>();
        var start = new[] { 140m, 64m };
        foreach (var year in Years)
        {
            for (var o = 0; o < 2; o++)
            {
                var separations = Math.Round(start[o] * hazard, 2);
                var hires = Math.Round(separations * 0.9m, 2);
                var end = start[o] - separations + hires;
                flows.Add(new HeadcountFlow(year, "CISA", o == 0 ? "CSD" : "OCIO", start[o], hires, separations, end, (double)(start[o] + end) / 2));
                start[o] = end;
            }
        }

        return new ProjectionResult(
            Scenario(name).Label,
            Years,
            costs,
            flows,
            [
                .. Years.Select((y, i) => new RuleEffect(y, "Aggregate limit", "158.604", 3.2 + i, limit + (i * 900_00), "deferred")),
                .. Years.Skip(1).Select((y, i) => new RuleEffect(y, "Subrange maximum", "158.611(d)", 6.0 + i, 52_000_00 + (i * 4_100_00), "cut")),
                .. Years.Take(1).Select(y => new RuleEffect(y, "Move to the new minimum", "158.621(c)", 18, 61_250_00, "raised")),
            ],
            [
                new Parameter("aggregate_limit_rate", 2026, 228_000, "USD/year", ParameterMark.Assumed, "158.604", "Text of 158.604 not at hand; Vice President's rate taken", "Limit on compensation in a calendar year."),
                new Parameter("savings_match", 2026, 0.045, "fraction", ParameterMark.Derived, "", "Computed from published participation", "Average agency match."),
                new Parameter("vice_president_growth", 2025, 0.017, "fraction", ParameterMark.LowConfidence, "", "One secondary source", "Growth of the Vice President's rate."),
            ],
            ["Health premiums follow the Government's share of 2026.", "Every person is paid at the structure's rate from the first work period on."]);
    }

    private static Scenario Scenario(string name)
    {
        var structure = new SalaryStructure("s", new Dictionary<int, double>(), []);
        var recognition = new RecognitionPolicy(1, [], [], 0, [], [], 0, false);
        return new Scenario(
            name,
            name.StartsWith("carry", StringComparison.Ordinal) ? "Today\u2019s structure and programs carried forward." : "Raises the technical levels, adds supplements in three markets and doubles the recognition pool.",
            new Horizon(new DateOnly(2026, 9, 20), 5),
            new EconomyPath(new Dictionary<int, double>(), 0.031, 0.03, 0.05),
            new WorkforceAssumptions(new Dictionary<string, double>(), [], 0, 1, 6, 0.2, 0, 0, new Dictionary<string, LevelProgression>()),
            new EmployerCostPolicy("fers", 0.045),
            new AggregateLimitPolicy("VP", ExcessTreatment.Deferred),
            [new DatedPolicy(new DateOnly(2026, 9, 20), new PayPolicy(structure, new Dictionary<string, double>(), recognition, []))]);
    }

    private static List<long> People(long low, long high, int count) =>
        [.. Enumerable.Range(0, count).Select(i => low + ((high - low) * ((i * 37) % 97) / 97))];
}
