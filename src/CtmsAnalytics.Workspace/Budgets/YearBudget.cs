using System.Globalization;
using CtmsAnalytics.Diagnostics;

namespace CtmsAnalytics.Workspace.Budgets;

/// <summary>A budget that costs are held against.</summary>
/// <param name="FiscalYear">Fiscal year; null for all years of the horizon together.</param>
/// <param name="Cents">The budget, cents, above 0.</param>
public sealed record YearBudget(int? FiscalYear, long Cents)
{
    private const string Total = "total";
    private const string FiscalYearMark = "FY";
    // Nobody's pay budget of a year is below it, and 47 or 47,000 was meant as millions.
    private const long LeastDollars = 1_000_000;
    private const string Right = "Right would be a fiscal year and an amount in dollars, for example 2027=235M, 2027=235,400,000 or total=1.2B.";

    /// <summary>Reads a budget from a year and an amount as a person writes them.</summary>
    /// <param name="year">Four digits with or without <c>FY</c>, or <c>total</c>.</param>
    /// <param name="amount">US dollars: digits with or without <c>$</c> and thousands commas, and with <c>K</c>, <c>M</c> or <c>B</c> for thousands, millions and billions.</param>
    /// <returns>The budget; null where one of the two is something else.</returns>
    public static YearBudget? TryRead(string year, string amount)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(amount);
        var number = 0;
        year = year.Trim();
        if (year.StartsWith(FiscalYearMark, StringComparison.OrdinalIgnoreCase)) year = year[FiscalYearMark.Length..];
        if (year != Total && !(year.Length == 4 && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out number))) return null;
        return CentsOf(amount.Trim()) is { } cents ? new YearBudget(year == Total ? null : number, cents) : null;
    }

    /// <summary>Reads a budget from <c>2027=235M</c>.</summary>
    /// <param name="text">Year, an equals sign and an amount.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="InputException">It is something else.</exception>
    public static YearBudget Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at >= 0 && MissingUnit(text[..at].Trim() + "=", text[(at + 1)..]) is { } units) throw new InputException($"'{text}' does not say of what. {units}");
        return (at < 0 ? null : TryRead(text[..at], text[(at + 1)..])) ?? throw new InputException($"'{text}' is not a budget. {Right}");
    }

    /// <summary>Reads budgets of several years from one text, as a parameter of a notebook has them: <c>2027=44.5M 2028=46M</c>.</summary>
    /// <param name="text">Budgets as <see cref="Parse"/> reads them, with spaces between them.</param>
    /// <returns>Cents by fiscal year; empty for an empty text.</returns>
    /// <exception cref="InputException">One of them is something else, is of all years together, or a year stands twice.</exception>
    public static IReadOnlyDictionary<int, long> ParseYears(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var years = new Dictionary<int, long>();
        foreach (var part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var budget = Parse(part);
            if (budget.FiscalYear is not { } year) throw new InputException($"'{part}' is a budget of all years together. {Right}");
            if (!years.TryAdd(year, budget.Cents)) throw new InputException(FormattableString.Invariant($"Fiscal year {year} has two budgets. Give it one."));
        }

        return years;
    }

    /// <summary>What a bare number below a million may have meant; it is not taken for dollars.</summary>
    /// <param name="year">What stands before each amount that is proposed.</param>
    /// <param name="amount">The amount as it was written.</param>
    /// <returns>A sentence; null where the amount says its unit, is large enough or is none at all.</returns>
    internal static string? MissingUnit(string year, string amount)
    {
        amount = amount.Trim();
        if (amount.StartsWith('$') || !char.IsAsciiDigit(amount.LastOrDefault()) || CentsOf(amount) is not { } cents || cents >= LeastDollars * 100) return null;
        return $"Write {year}{amount}M for millions, {year}{amount}K for thousands, or '{year}${amount}' for just as many dollars.";
    }

    private static long? CentsOf(string amount)
    {
        var digits = amount.StartsWith('$') ? amount[1..] : amount;
        var scale = digits.Length == 0 ? 1m : char.ToUpperInvariant(digits[^1]) switch { 'K' => 1_000m, 'M' => 1_000_000m, 'B' => 1_000_000_000m, _ => 1m };
        if (scale > 1) digits = digits[..^1];
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var dollars) || dollars <= 0) return null;
        return dollars < long.MaxValue / 100 / scale ? (long)Math.Round(dollars * scale * 100m, MidpointRounding.AwayFromZero) : null;
    }
}
