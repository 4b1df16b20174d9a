using CtmsAnalytics.TalentMarket;
using static CtmsAnalytics.Cli.Output.CsvLine;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Everybody's position in the market as a table for a spreadsheet: US dollars a year, ratios and percentiles as numbers, an empty cell where there is none.</summary>
public static class MarketCsv
{
    private const string Header =
        "person_id,work_level,track,market,organisation,salary,total_cash,market_median,market_reference,is_lower_bound,market_ratio,ratio_lower,ratio_upper,percentile_from,percentile_to,raise_to_reference";

    /// <summary>Writes the header and one row for each person.</summary>
    /// <param name="study">The study.</param>
    /// <param name="writer">Where it goes.</param>
    public static void Write(MarketStudy study, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Header + "\n");
        foreach (var p in study.People)
        {
            string[] cells =
            [
                Text(p.PersonId), Text(p.WorkLevel), Text(p.Track), Text(p.Market), Text(p.Organisation), Whole(p.Salary), Whole(p.Cash), Number(p.MarketMedian), Number(p.MarketWage), p.IsBounded ? "true" : "false",
                Number(p.Ratio), Number(p.Lower), Number(p.Upper), Number(p.Percentile?.Lower), Number(p.Percentile?.Upper), Whole(p.Raise),
            ];
            Line(writer, cells);
        }
    }
}
