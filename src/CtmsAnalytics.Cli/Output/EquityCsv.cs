using System.Globalization;
using CtmsAnalytics.Equity;
using static CtmsAnalytics.Cli.Output.CsvLine;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Benchmark and raises of every person as a table for a spreadsheet. Amounts in units of pay.</summary>
public static class EquityCsv
{
    /// <summary>Writes the header and one row for each person, in the order of the table.</summary>
    /// <param name="table">The people.</param>
    /// <param name="raises">Their raises.</param>
    /// <param name="writer">Where they go.</param>
    public static void Write(EquityTable table, IReadOnlyList<EquityPerson> raises, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(raises);
        ArgumentNullException.ThrowIfNull(writer);
        var key = table.Columns.ToList().IndexOf(Workspace.Equity.RosterEquity.PersonId);
        var byRow = table.Rows.ToDictionary(r => r.Number);
        var years = raises.Count == 0 ? 0 : raises[0].Staged.Count;
        var staged = Enumerable.Range(1, years).Select(y => $"pay_year_{y.ToString(CultureInfo.InvariantCulture)}");
        Line(writer, ["row", "person_id", "group", "pay", "benchmark", "deviations", "pay_outliers_to_band", "pay_outliers_to_benchmark", "pay_affected_groups", "pay_everybody", .. staged]);
        foreach (var r in raises)
        {
            Line(writer,
            [
                Whole(r.Row), key < 0 ? "" : Text(byRow[r.Row].Cells[key]), Text(r.Group), Number(r.Pay), Number(r.Benchmark), Number(r.Deviations),
                Number(r.ToBand), Number(r.OutlierToBenchmark), Number(r.Affected), Number(r.Everyone), .. r.Staged.Select(p => Number(p)),
            ]);
        }
    }
}
