using System.Globalization;
using CtmsAnalytics.Parameters;

namespace CtmsAnalytics.Charts.Formatting;

/// <summary>
/// Amounts, shares and years as a budget reader expects them in US English: thousands by comma, a true minus sign (U+2212), the same text on every machine.
/// Money is passed in cents, as everywhere in the library.
/// </summary>
public static class Display
{
    private const string Nothing = "0.0%";
    private const string Minus = "\u2212";
    private const decimal CentsPerDollar = 100m;

    /// <summary>Short form for running text and charts: <c>$12.3M</c>; below a million <c>$640K</c>, below a thousand <c>$85</c>.</summary>
    /// <param name="cents">Amount, cents.</param>
    /// <returns>The amount, rounded half away from zero.</returns>
    public static string Brief(long cents)
    {
        var dollars = Math.Abs(cents / CentsPerDollar);
        var text = dollars switch
        {
            >= 999_500m => "$" + Fixed(dollars / 1_000_000m, 1) + "M",
            >= 999.5m => "$" + Fixed(dollars / 1_000m, 0) + "K",
            _ => "$" + Fixed(dollars, 0),
        };
        return cents < 0 && text != "$0" ? Minus + text : text;
    }

    /// <summary>Short form of a difference, always with its sign: <c>+$12.3M</c>, <c>−$640K</c>; <c>$0</c> has none.</summary>
    /// <param name="cents">Difference, cents.</param>
    /// <returns>The difference, rounded half away from zero.</returns>
    public static string BriefSigned(long cents)
    {
        var text = Brief(cents);
        return cents > 0 && text != "$0" ? "+" + text : text;
    }

    /// <summary>Whole dollars for tables: <c>$1,234,568</c>, <c>−$20</c>.</summary>
    /// <param name="cents">Amount, cents.</param>
    /// <returns>The amount, rounded half away from zero.</returns>
    public static string Dollars(long cents)
    {
        var text = "$" + Fixed(Math.Abs(cents / CentsPerDollar), 0);
        return cents < 0 && text != "$0" ? Minus + text : text;
    }

    /// <summary>Dollars and cents, for what must add up in sight: <c>$1,234,567.89</c>, <c>−$0.20</c>.</summary>
    /// <param name="cents">Amount, cents.</param>
    /// <returns>The exact amount.</returns>
    public static string Exact(long cents) => (cents < 0 ? Minus : "") + "$" + Fixed(Math.Abs(cents / CentsPerDollar), 2);

    /// <summary>Whole dollars of a difference, always with its sign: <c>+$1,234,568</c>, <c>−$20</c>; <c>$0</c> has none.</summary>
    /// <param name="cents">Difference, cents.</param>
    /// <returns>The difference, rounded half away from zero.</returns>
    public static string DollarsSigned(long cents)
    {
        var text = Dollars(cents);
        return cents > 0 && text != "$0" ? "+" + text : text;
    }

    /// <summary>An annual rate: <c>$152,300</c>.</summary>
    /// <param name="dollars">Annual rate, US dollars.</param>
    /// <returns>The rate in whole dollars.</returns>
    public static string Rate(double dollars) => Dollars((long)Math.Round(dollars * 100d, MidpointRounding.AwayFromZero));

    /// <summary>A share with one decimal: <c>4.1%</c>.</summary>
    /// <param name="fraction">The share as a fraction.</param>
    /// <returns>The share in percent.</returns>
    public static string Percent(double fraction) => Percent(fraction, signed: false);

    /// <summary>A share in whole percent: <c>46%</c>.</summary>
    /// <param name="fraction">The share as a fraction.</param>
    /// <returns>The share in percent.</returns>
    public static string WholePercent(double fraction) => Math.Round(fraction * 100d, MidpointRounding.AwayFromZero).ToString("#,##0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A probability in whole percent that is never rounded to certainty: <c>62%</c>, <c>under 1%</c>, <c>over 99%</c>; <c>0%</c> and <c>100%</c> are exact.</summary>
    /// <param name="probability">The probability, 0 to 1.</param>
    /// <returns>The probability in percent.</returns>
    public static string Probability(double probability) => probability switch
    {
        > 0 and < 0.01 => "under 1%",
        > 0.99 and < 1 => "over 99%",
        _ => WholePercent(probability),
    };

    /// <summary>A relative change with one decimal and its sign: <c>+4.1%</c>.</summary>
    /// <param name="fraction">The change as a fraction.</param>
    /// <returns>The change in percent.</returns>
    public static string PercentSigned(double fraction) => Percent(fraction, signed: true);

    /// <summary>A share with one decimal in a sentence, where one that is there never reads as nothing: <c>4.1%</c>, <c>under 0.1%</c>.</summary>
    /// <param name="fraction">The share as a fraction, 0 or more.</param>
    /// <returns>The share in percent.</returns>
    public static string PercentInWords(double fraction) => fraction != 0 && Percent(fraction) == Nothing ? "under 0.1%" : Percent(fraction);

    /// <summary>The change from one amount to another in percent in a sentence, as <see cref="PercentInWords"/>.</summary>
    /// <param name="from">First amount, cents.</param>
    /// <param name="to">Second amount, cents.</param>
    /// <returns>The change with its sign, or that it is under 0.1%.</returns>
    public static string ChangeInWords(long from, long to) => from != to && Change(from, to) == Nothing ? "under 0.1%" : Change(from, to);

    /// <summary>The change from one amount to another in percent; an en dash where there is nothing to compare with.</summary>
    /// <param name="from">First amount, cents.</param>
    /// <param name="to">Second amount, cents.</param>
    /// <returns>The change with its sign.</returns>
    public static string Change(long from, long to) => (from, to) switch
    {
        (0, 0) => Percent(0d),
        (0, _) => "\u2013",
        _ => PercentSigned((to - from) / (double)Math.Abs(from)),
    };

    /// <summary>An expected number of people with one decimal: <c>203.4</c>.</summary>
    /// <param name="people">Number of people or full-time equivalents.</param>
    /// <returns>The number.</returns>
    public static string People(decimal people)
    {
        var text = Fixed(Math.Abs(people), 1);
        return people < 0 && text != "0.0" ? Minus + text : text;
    }

    /// <summary>A number of people in running text, without a decimal where it is whole: <c>204</c>, <c>203.4</c>.</summary>
    /// <param name="people">Number of people.</param>
    /// <returns>The number.</returns>
    public static string PeopleBrief(decimal people) => people == Math.Truncate(people) ? Count((int)people) : People(people);

    /// <summary>A difference in people with one decimal and its sign: <c>+1.2</c>.</summary>
    /// <param name="people">Difference in people or full-time equivalents.</param>
    /// <returns>The difference.</returns>
    public static string PeopleSigned(decimal people)
    {
        var text = People(people);
        return people > 0 && text != "0.0" ? "+" + text : text;
    }

    /// <summary>A whole number with thousands: <c>1,204</c>.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The number as text.</returns>
    public static string Count(int number) => number < 0 ? Minus + Fixed(-(decimal)number, 0) : Fixed(number, 0);

    /// <summary>A parameter's value as its unit is read: a date as <c>2023-01-01</c>, a choice as <c>yes</c> or <c>no</c>, anything else as a plain number.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">Its unit.</param>
    /// <returns>The value in words or digits.</returns>
    public static string Value(double value, string unit) => unit switch
    {
        ParameterUnit.Choice => value == 0 ? "no" : "yes",
        ParameterUnit.Date => value.ToString("0000-00-00", CultureInfo.InvariantCulture),
        _ => Value(value),
    };

    /// <summary>The newest figures of a series: one value, or the smallest and the largest.</summary>
    /// <param name="series">The series.</param>
    /// <returns>The figures.</returns>
    public static string Newest(ReferenceSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var (lowest, highest) = (Value(series.Newest.Lowest, series.Unit), Value(series.Newest.Highest, series.Unit));
        return series.Figures == 1 ? highest : string.Create(CultureInfo.InvariantCulture, $"{lowest} to {highest} ({series.Figures} figures)");
    }

    /// <summary>The marks of a series; years are named where they have not all the same one.</summary>
    /// <param name="series">The series.</param>
    /// <param name="mark">How a mark is written.</param>
    /// <returns>For example <c>published 2021, 2023; assumed 2022</c>.</returns>
    public static string Marks(ReferenceSeries series, Func<ParameterMark, string> mark)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(mark);
        return series.Marks is [var only]
            ? mark(only.Mark)
            : string.Join("; ", series.Marks.Select(m => $"{mark(m.Mark)} {string.Join(", ", m.Years.Select(y => y.ToString(CultureInfo.InvariantCulture)))}"));
    }

    /// <summary>A mark in words.</summary>
    /// <param name="mark">The mark.</param>
    /// <returns>For example <c>low confidence</c>.</returns>
    public static string Mark(ParameterMark mark) => mark switch
    {
        ParameterMark.Regulation => "regulation",
        ParameterMark.Published => "published",
        ParameterMark.Derived => "derived",
        ParameterMark.LowConfidence => "low confidence",
        ParameterMark.Assumed => "assumed",
        _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "There is no such mark."),
    };

    /// <summary>The value of a parameter with the digits that matter: <c>0.0145</c>, <c>184,500</c>, <c>816.93</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value as text.</returns>
    public static string Value(double value) =>
        (value < 0 ? Minus : "") + Math.Abs(value).ToString(Math.Abs(value) >= 100 ? "#,##0.##" : Math.Abs(value) >= 1 ? "0.####" : "0.########", CultureInfo.InvariantCulture);

    /// <summary>A fiscal year: <c>FY2027</c>.</summary>
    /// <param name="year">Fiscal year.</param>
    /// <returns>The year as text.</returns>
    public static string FiscalYear(int year) => "FY" + year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A run of fiscal years: <c>FY2027–31</c>; one year alone is <c>FY2027</c>.</summary>
    /// <param name="years">Fiscal years, ascending, at least one.</param>
    /// <returns>The run as text.</returns>
    public static string FiscalYears(IReadOnlyList<int> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        var (first, last) = (years[0], years[^1]);
        if (first == last) return FiscalYear(first);
        var end = first / 100 == last / 100 ? (last % 100).ToString("00", CultureInfo.InvariantCulture) : last.ToString(CultureInfo.InvariantCulture);
        return FiscalYear(first) + "\u2013" + end;
    }

    /// <summary>A date in running text: <c>September 20, 2026</c>.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The date as text.</returns>
    public static string Date(DateOnly date) => date.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    /// <summary>A small number as a word where style asks for one: <c>five</c>, <c>12</c>.</summary>
    /// <param name="number">The number, zero or more.</param>
    /// <returns>The word below ten, digits from there on.</returns>
    public static string Word(int number) => number switch
    {
        0 => "none",
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        _ => Count(number),
    };

    private static string Percent(double fraction, bool signed)
    {
        var text = Math.Abs(Math.Round(fraction * 100d, 1, MidpointRounding.AwayFromZero)).ToString("#,##0.0", CultureInfo.InvariantCulture) + "%";
        if (text == Nothing) return text;
        if (fraction < 0) return Minus + text;
        return signed ? "+" + text : text;
    }

    private static string Fixed(decimal number, int decimals) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero).ToString(decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals), CultureInfo.InvariantCulture);
}
