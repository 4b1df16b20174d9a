using System.Globalization;

namespace CtmsAnalytics.Equity;

/// <summary>Rows that an analysis could not use, for one reason.</summary>
/// <param name="Reason">The reason, in words.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="First">Row numbers of the first of them, at most <see cref="MostNumbers"/>.</param>
public sealed record EquityExclusion(string Reason, int Rows, IReadOnlyList<long> First)
{
    /// <summary>Most row numbers that are named.</summary>
    public const int MostNumbers = 10;

    /// <summary>One sentence.</summary>
    internal string Words
    {
        get
        {
            var numbers = string.Join(", ", First.Select(n => n.ToString(CultureInfo.InvariantCulture)));
            return string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} {(Rows == 1 ? "row was" : "rows were")} set aside: {Reason} (row {numbers}{(Rows > First.Count ? " and more" : "")}).");
        }
    }
}
