using System.Globalization;
using CtmsAnalytics.Equity;

namespace CtmsAnalytics.Tests.Equity;

/// <summary>Tables and specifications of tests.</summary>
internal static class Equities
{
    public static EquitySpecification Specification(string outcome, string group) => new(outcome, group) { Confidence = 0.95, OutlierBound = 2, Years = 3 };

    /// <summary>A table from lines of comma-separated text, the first of which names the columns.</summary>
    public static EquityTable Table(params string[] lines) => new(
        "people.csv", lines[0].Split(','), [.. lines.Skip(1).Select((l, i) => new EquityRecord(i + 2, l.Split(',')))]);

    public static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
