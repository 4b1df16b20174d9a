using System.Globalization;
using CtmsAnalytics.Tests.Data;

namespace CtmsAnalytics.Tests.Generality;

/// <summary>The General Schedule as the shipped tables state it. What the Office of Personnel Management pays is computed here in decimal arithmetic from the text of the tables.</summary>
internal static class GeneralSchedule
{
    public static IReadOnlyDictionary<(int Grade, int Step), long> Base(int year) =>
        Rows("reference/gs_base.csv", year).ToDictionary(r => (Number(r["grade"]), Number(r["step"])), r => (long)Number(r["annual_rate_usd"]));

    /// <summary>Locality payment by area, as the percentage that the table states.</summary>
    public static IReadOnlyDictionary<string, decimal> Locality(int year) =>
        Rows("reference/locality_pay.csv", year).ToDictionary(r => r["locality_code"], r => decimal.Parse(r["percent"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public static long ExecutiveLevelIv(int year) => Number(Rows("reference/executive_schedule.csv", year).Single(r => r["level"] == "EX-IV")["annual_rate_usd"]);

    /// <summary>Base rate and locality payment to the nearest dollar, halves up, and at most level IV (5 U.S.C. 5304(g)(1)).</summary>
    public static long Paid(long rate, decimal percent, long levelIv) => Math.Min((long)decimal.Floor((rate * (100 + percent) / 100) + 0.5m), levelIv);

    private static IEnumerable<Dictionary<string, string>> Rows(string file, int year) =>
        RepositoryData.Rows(file).Where(r => Number(r["effective_year"]) == year);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
