using CtmsAnalytics.Charts.Formatting;

namespace CtmsAnalytics.Charts;

/// <summary>What the figures of a chart rest on; its subtitle says it.</summary>
/// <param name="Draws">Number of simulated draws; null for figures that are not simulated.</param>
/// <param name="People">Number of people that the figures are about; null where it is not one number.</param>
/// <param name="Dollars">What kind of dollars amounts are in: <c>nominal US dollars</c> (default), or constant ones with their base year.</param>
/// <param name="Note">A sentence that the reader needs beside it, with its full stop: a source, a date, or that the data are an example. Empty for none.</param>
public sealed record ChartBasis(int? Draws = null, int? People = null, string Dollars = "nominal US dollars", string Note = "")
{
    /// <summary>Number of observations, as <c>n = 500 draws, 204 people</c>; empty where neither is known.</summary>
    internal string Observations
    {
        get
        {
            string[] parts =
            [
                .. Draws is { } draws ? new[] { $"{Display.Count(draws)} {(draws == 1 ? "draw" : "draws")}" } : [],
                .. People is { } people ? new[] { $"{Display.Count(people)} {(people == 1 ? "person" : "people")}" } : [],
            ];
            return parts.Length == 0 ? "" : "n = " + string.Join(", ", parts);
        }
    }

    /// <summary>A subtitle: what is drawn, in dollars or not, the number of observations, the note.</summary>
    /// <param name="what">What is drawn, without a full stop.</param>
    /// <param name="money">Whether amounts of money are drawn.</param>
    /// <param name="reading">A sentence on how to read it, with its full stop; empty for none.</param>
    internal string Subtitle(string what, bool money, string reading = "")
    {
        var facts = string.Join("; ", new[] { what, money ? Dollars : "", Observations }.Where(p => p.Length > 0)) + ".";
        return string.Join(' ', new[] { facts, reading, Note }.Where(p => p.Length > 0));
    }
}
