using CtmsAnalytics.PayHistory;

namespace CtmsAnalytics.Charts.Explanations;

/// <summary>A row of the position against the aggregate limit.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Cents">One amount for each calendar year, cents.</param>
/// <param name="IsResult">True for what is left under the limit.</param>
public sealed record LimitRow(string Name, IReadOnlyList<long> Cents, bool IsResult);

/// <summary>The position against the aggregate limit as rows, calendar years across (158.604).</summary>
public static class LimitRows
{
    /// <summary>The rows; what is zero in every year is left out, except for the limit, salary, additional compensation and what is left.</summary>
    /// <param name="limits">The positions, one for each calendar year.</param>
    /// <returns>The rows in the order in which they are read.</returns>
    public static IReadOnlyList<LimitRow> Of(IReadOnlyList<LimitPosition> limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        LimitRow Row(string name, Func<LimitPosition, long> amount, bool isResult = false) => new(name, [.. limits.Select(amount)], isResult);
        LimitRow[] seldom =
        [
            Row("of it deferred from earlier years", l => l.Released),
            Row("Deferred in this year", l => l.Deferred),
            Row("Deferred in all, waiting at the end of the year", l => l.Waiting),
            Row("Forfeited", l => l.Forfeited),
            Row("Outside the limit", l => l.Outside),
        ];
        return
        [
            Row("Limit", l => l.Limit),
            Row("Salary paid", l => l.Salary),
            Row("Additional compensation paid", l => l.Additional),
            .. seldom.Where(r => r.Cents.Any(c => c != 0)),
            Row("Left under the limit at the end", l => l.Headroom, isResult: true),
        ];
    }
}
