using System.Globalization;
using CtmsAnalytics.Equity;
using CtmsAnalytics.Tests.Data;

namespace CtmsAnalytics.Tests.Equity;

/// <summary>Every published figure of two well-known data sets, to the digits that were printed.</summary>
public sealed class PublishedResultsTests
{
    private const string Chicago = "equity/oaxaca_chicago.csv";
    private const string Montgomery = "equity/montgomery_county_md_salaries_2023.csv";

    [OriginalsFact]
    public void Analysis_ChicagoWages_GivesEveryPublishedFigureToItsDigits()
    {
        var specification = Equities.Specification("ln.real.wage", "foreign.born") with
        {
            Transform = OutcomeTransform.Exp,
            Reference = "0",
            Factors = ["age", "female", "LTHS", "some.college", "college", "advanced.degree"],
        };
        var study = EquityAnalysis.Of(Table(Chicago), specification, []).Study;
        var d = Assert.Single(study.Decompositions);
        TwofoldDecomposition Twofold(FairCoefficients kind) => d.Twofold.Single(t => t.Coefficients == kind);
        var ours = new Dictionary<string, double>
        {
            ["n.A"] = d.ReferencePeople,
            ["n.B"] = d.GroupPeople,
            ["y.A"] = d.ReferenceMean,
            ["y.B"] = d.GroupMean,
            ["y.diff"] = d.Difference.Value,
            ["threefold endowments"] = d.Endowments.Value,
            ["threefold coefficients"] = d.Coefficients.Value,
            ["threefold interaction"] = d.Interaction.Value,
            ["twofold unexplained A w=-1"] = Twofold(FairCoefficients.Pooled).UnexplainedReference.Value,
            ["twofold unexplained B w=-1"] = Twofold(FairCoefficients.Pooled).UnexplainedGroup.Value,
        };
        foreach (var (name, kind) in new[]
                 {
                     ("w=0", FairCoefficients.Group), ("w=1", FairCoefficients.Reference), ("w=0.5", FairCoefficients.Mean), ("w=0.4309309", FairCoefficients.ByPeople),
                     ("w=-1", FairCoefficients.Pooled), ("w=-2", FairCoefficients.PooledWithClass),
                 })
        {
            ours["twofold explained " + name] = Twofold(kind).Explained.Value;
            ours["twofold unexplained " + name] = Twofold(kind).Unexplained.Value;
        }

        var rows = Published(Chicago);
        Assert.Equal(ours.Count, rows.Count);
        foreach (var (statistic, published) in rows) AssertPrinted(statistic, published, ours[statistic.Split(" (")[0]]);
        Assert.Equal(0.4309309, Twofold(FairCoefficients.ByPeople).ReferenceWeight!.Value, 7);
    }

    [OriginalsFact]
    public void Analysis_MontgomeryCountySalaries_GivesEveryPublishedFigureToItsDigits()
    {
        var table = Table(Montgomery);
        var specification = Equities.Specification("Base_Salary", "Gender") with { Reference = "M", Distinct = true, Thresholds = [93_000], By = "Department_Name" };
        var study = EquityAnalysis.Of(table, specification, []).Study;
        var (all, men, women) = (study.Everybody, study.Groups[0], study.Groups[1]);
        double Unit(string name) => study.Units.Single(u => u.Unit.Contains(name, StringComparison.Ordinal)).Correlation!.Value;
        var deviation = all.StandardDeviation!.Value;
        var ours = new Dictionary<string, double[]>
        {
            ["duplicates removed"] = [study.RowsRead - study.RowsSelected],
            ["mean Base_Salary"] = [all.Mean],
            ["mean - 1 sd (sample)"] = [all.Mean - deviation],
            ["mean + 1 sd"] = [all.Mean + deviation],
            ["mean - 2 sd"] = [all.Mean - (2 * deviation)],
            ["mean + 2 sd"] = [all.Mean + (2 * deviation)],
            ["min (male)"] = [men.Minimum],
            ["max (male)"] = [men.Maximum],
            ["max female"] = [women.Maximum],
            ["share below 93,000 all / F / M"] = [100 * all.Below[0], 100 * women.Below[0], 100 * men.Below[0]],
            ["corr(gender F=1, salary) all"] = [study.Correlation!.Value],
            ["corr Dept of Police"] = [Unit("Department of Police")],
            ["corr Health and Human Services"] = [Unit("Health and Human Services")],
        };
        var rows = Published(Montgomery.Replace("equity/", "municipal/", StringComparison.Ordinal));
        Assert.Equal(ours.Count + 1, rows.Count);
        foreach (var (statistic, published) in rows.Where(r => r.Statistic != "rows after duplicate removal"))
        {
            var printed = published.Split('/');
            Assert.Equal(printed.Length, ours[statistic].Length);
            for (var i = 0; i < printed.Length; i++) AssertPrinted(statistic, printed[i], ours[statistic][i]);
        }

        // The source prints 9,675 rows; its own 10,291 rows less its own 617 duplicates are 9,674.
        Assert.Equal(10_291 - 617, study.Everybody.People);
        Assert.Contains(study.Excluded, e => e.Rows == 617);
    }

    private static List<(string Statistic, string Published)> Published(string dataset) =>
        [.. RepositoryData.Originals("equity/published_results.csv").Where(r => r["dataset"] == dataset).Select(r => (r["statistic"], r["published"]))];

    /// <summary>A figure agrees when it rounds to what was printed: $90,726, 56%, -0,08 and 1.6165339 alike.</summary>
    private static void AssertPrinted(string statistic, string published, double ours)
    {
        var text = published.Trim().TrimStart('$').TrimEnd('%');
        text = text.Contains('.', StringComparison.Ordinal) || text.StartsWith("-0,", StringComparison.Ordinal) ? text.Replace(',', '.') : text.Replace(",", "", StringComparison.Ordinal);
        var decimals = text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var expected = double.Parse(text, CultureInfo.InvariantCulture);
        Assert.True(Math.Round(ours, decimals, MidpointRounding.AwayFromZero) == expected, $"{statistic}: published {published}, ours {ours.ToString("R", CultureInfo.InvariantCulture)}");
    }

    private static EquityTable Table(string name)
    {
        var rows = RepositoryData.Originals(name);
        var columns = rows[0].Keys.ToList();
        return new EquityTable(name, columns, [.. rows.Select((r, i) => new EquityRecord(i + 2, [.. columns.Select(c => r[c])]))]);
    }
}
