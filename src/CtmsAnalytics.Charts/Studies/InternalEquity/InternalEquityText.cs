using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.InternalEquity;

namespace CtmsAnalytics.Charts.Studies.InternalEquity;

/// <summary>Figures of internal equity in words.</summary>
internal static class InternalEquityText
{
    public const string Withheld = "withheld";
    public const string None = "\u2013";

    public static string Number(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    public static string Pairs(LevelStep step, EquityCells cells) => cells.ShowsPairs(step) ? $"{Number(step.Inverted)} of {Number(step.Pairs)}" : Withheld;

    public static string Name(EquityDimension dimension) => dimension switch
    {
        EquityDimension.Level => "work level",
        EquityDimension.Track => "career track",
        EquityDimension.Market => "local market",
        EquityDimension.Worksite => "official worksite",
        _ => dimension.ToString().ToLowerInvariant(),
    };

    /// <summary>A figure before and after, once where both are the same.</summary>
    public static string Pair(string before, string? after) => after is null || after == before ? before : $"{before} \u2192 {after}";

    public static string Ratio(double? ratio) => ratio is { } r ? Display.Percent(r) : None;

    public static string Distance(double? dollars) => dollars is { } d ? Display.DollarsSigned((long)Math.Round(d, MidpointRounding.AwayFromZero) * 100) : None;
}
