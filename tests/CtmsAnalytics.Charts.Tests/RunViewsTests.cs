using System.Globalization;
using CtmsAnalytics.Budget.Tables;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.Runs;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Charts.Tests;

public sealed class RunViewsTests
{
    private static readonly RunRecord Run = SampleRun.Whole(2);

    [Fact]
    public void A_table_of_costs_has_a_row_for_each_year_and_all_and_a_column_for_each_scenario()
    {
        var table = Run.Costs();

        Assert.Equal([.. Run.FiscalYears.Select(Display.FiscalYear), "All years"], table.Rows.Select(r => r[0]));
        Assert.All(table.Rows, r => Assert.Equal(table.Columns.Count, r.Count));
        var (baseline, proposal) = (Run.Facts.Scenarios[0].Projection.Costs.Total, Run.Facts.Scenarios[1].Projection.Costs.Total);
        Assert.Equal(Display.Dollars(baseline), table.Rows[^1][1]);
        Assert.Contains(Display.DollarsSigned(proposal - baseline), table.Rows[^1]);
    }

    [Fact]
    public void The_steps_of_a_request_add_up_in_every_column()
    {
        var table = Run.Request(1);

        for (var column = 1; column < table.Columns.Count; column++)
        {
            var amounts = table.Rows.Select(r => Amount(r[column])).ToList();
            var path = table.Rows.ToList().FindIndex(r => r[0] == table.Totals[0]);
            // Every amount is rounded to the dollar on its own.
            Assert.InRange(amounts[path] - amounts.Take(path).Sum(), -path, path);
            Assert.InRange(amounts[^1] - amounts.Skip(path).SkipLast(1).Sum(), -2, 2);
        }
    }

    [Fact]
    public void A_request_ends_at_the_cost_that_is_not_exceeded_in_as_many_of_a_hundred_draws()
    {
        var draws = Run.Drawn!.CostByDraw(1, null);
        var percentile = Run.Drawn.CostPercentile(1, null, 80);

        Assert.Equal(0.8, draws.Count(c => c <= percentile) / (double)draws.Count, 0.01);
        Assert.Equal(Display.Dollars(percentile), Run.Request(1).Rows[^1][^1]);
        Assert.Equal(Display.Dollars(draws.Max()), Run.Request(1, 100).Rows[^1][^1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Run.Request(1, 101));
    }

    [Fact]
    public void A_difference_is_told_with_its_interval_and_in_how_many_draws_the_proposal_costs_more()
    {
        var table = Run.Differences(1);
        var difference = Run.Drawn!.Difference(1, null);

        Assert.Equal(Display.DollarsSigned((long)Math.Round(difference.Mean)), table.Rows[^1][1]);
        Assert.Contains(" to ", table.Rows[^1][2], StringComparison.Ordinal);
        Assert.Equal(Display.Probability(difference.ShareHigher!.Value), table.Rows[^1][^1]);
    }

    [Fact]
    public void The_same_luck_saves_draws_where_both_scenarios_move_together()
    {
        var row = Run.SameLuck().Rows[0];

        Assert.True(Amount(row[1]) < Amount(row[2]));
        Assert.EndsWith("times as many", row[3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_budget_is_exceeded_by_nobody_above_the_dearest_draw()
    {
        var year = Run.FiscalYears[0];
        var table = Run.OverBudget(new Dictionary<int, long> { [year] = Run.Drawn!.CostByDraw(0, year).Max() });

        Assert.StartsWith("0% (0% to", Assert.Single(table.Rows)[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_without_draws_says_how_to_get_them()
    {
        var thrown = Assert.Throws<ArgumentException>(() => SampleRun.Of(SampleComparison.Create()).Request(1));
        Assert.Contains("ctms simulate", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_risk_of_a_proposals_own_cost_is_another_chart_than_that_of_its_difference()
    {
        var (cost, difference) = (RunCharts.CostVariance(Run, 1), RunCharts.Variance(Run, 1));

        Assert.Contains("cost of", cost!.Description + cost.Title + cost.ToJson(), StringComparison.Ordinal);
        Assert.NotEqual(cost.Table.Rows, difference!.Table.Rows);
    }

    [Fact]
    public void A_budget_table_is_shown_with_its_unit_its_hidden_cells_its_notes_and_its_tie()
    {
        var shown = new ShownTable(
            "cut", "Costs of a & b", 1, ["Object class", "Fund"], ["FY2027", "FY2028"],
            [new ShownRow(["11.1", "0566"], [1_234_400_00, null]), new ShownRow(["12.1", "0566"], [400_00, 0])],
            [1_234_800_00, null],
            Reconciliation.Of([2027], _ => 1_234_800_00, _ => 1_234_800_00),
            ["A note."]);

        var table = shown.View();

        Assert.Equal(["Object class", "~Fund", "FY2027", "FY2028"], table.Columns);
        Assert.Equal(["11.1", "0566", "1,234,400.00", "hidden"], table.Rows[0]);
        Assert.Equal(["Total", "", "1,234,800.00", "hidden"], table.Rows[^1]);
        Assert.Equal(["A note.", "Ties to the cost cube in every year: yes, $1,234,800.00."], table.Notes);
        Assert.Contains("Costs of a &amp; b, dollars and cents", table.ToHtml(), StringComparison.Ordinal);
        Assert.EndsWith(table.Notes[1], table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_comparisons_and_budget_tables_have_a_table_and_other_values_none()
    {
        Assert.Equal(Run.Costs().Rows, TableViews.Of(Run)!.Rows);
        Assert.Equal(TableViews.Of(Run.ComparisonOf(1))!.Rows[^1][1], Run.Costs().Rows[^1][1]);
        Assert.Null(TableViews.Of("text"));
    }

    private static long Amount(string text) => long.Parse(
        text.Replace("$", "", StringComparison.Ordinal).Replace("\u2212", "-", StringComparison.Ordinal).Replace("+", "", StringComparison.Ordinal), NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
