using System.Globalization;
using System.Text.RegularExpressions;
using CtmsAnalytics.Workspace.Scenarios.Schema;
using CtmsAnalytics.Workspace.Scenarios.Yaml;

namespace CtmsAnalytics.Workspace.Scenarios;

/// <summary>A single value, read.</summary>
/// <param name="Text">The value in the form in which the file format writes it.</param>
/// <param name="Number">The number; null for text, dates and null.</param>
/// <param name="Date">The date; null for anything else.</param>
internal readonly record struct ReadValue(string Text, double? Number, DateOnly? Date)
{
    /// <summary>True for <c>null</c>.</summary>
    public bool IsNull => Text == "null" && Number is null && Date is null;
}

/// <summary>What is wrong with a value.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Right">What would be right.</param>
internal readonly record struct Complaint(string What, string Right);

/// <summary>Reads single values. Strict, because a number that is read as another one costs money: one way to write each.</summary>
internal static partial class ValueReader
{
    private const int LongestText = 1000;
    private const string Infinity = ".inf";

    /// <summary>Reads a value.</summary>
    /// <param name="schema">What it may be.</param>
    /// <param name="scalar">As it was written.</param>
    /// <param name="complaint">What is wrong; null when the value was read.</param>
    /// <returns>The value; null after a complaint.</returns>
    public static ReadValue? Read(ValueSchema schema, YamlScalar scalar, out Complaint? complaint)
    {
        complaint = null;
        if (scalar.IsNull)
        {
            if (schema.Nullable) return new ReadValue("null", null, null);
            complaint = new Complaint(scalar.Text.Length == 0 ? "The value is missing." : "null is not a value here.", $"Write {Example(schema)}.");
            return null;
        }

        var read = schema.Kind switch
        {
            ValueKind.Text or ValueKind.Level or ValueKind.Organisation or ValueKind.PayPlan or ValueKind.Track or ValueKind.Agency => ReadText(scalar, ref complaint),
            ValueKind.Date => ReadDate(scalar, ref complaint),
            ValueKind.Quarter => FiscalQuarters.IsQuarter(scalar.Text) ? new ReadValue(scalar.Text, null, null) : ReadDate(scalar, ref complaint),
            ValueKind.Flag => ReadFlag(scalar),
            ValueKind.Choice => schema.Choices.Contains(scalar.Text, StringComparer.Ordinal) ? new ReadValue(scalar.Text, null, null) : null,
            ValueKind.Rate or ValueKind.RetirementRate or ValueKind.Market => new ReadValue(scalar.Text, null, null),
            ValueKind.RateOrDollars => scalar.Text.Length > 0 && char.IsAsciiLetter(scalar.Text[0]) ? new ReadValue(scalar.Text, null, null) : ReadNumber(schema, scalar, ref complaint),
            _ => ReadNumber(schema, scalar, ref complaint),
        };
        if (read is null) complaint ??= new Complaint($"{ProblemList.Quote(scalar.Text)} is not {Noun(schema)}.", $"Write {Example(schema)}.");
        return read;
    }

    /// <summary>How a value is written, for messages.</summary>
    /// <param name="schema">What the value may be.</param>
    /// <returns>Words that follow "Write".</returns>
    public static string Example(ValueSchema schema) => schema.Kind switch
    {
        ValueKind.Text => "one line of text",
        ValueKind.Fraction => "a fraction, for example 0.05",
        ValueKind.Number => "a number, for example 1.5",
        ValueKind.Integer => "a whole number, for example 9",
        ValueKind.Dollars => "whole dollars, for example 90000",
        ValueKind.Date => "a date as year-month-day, for example 2027-10-10",
        ValueKind.Quarter => "a fiscal quarter, for example 2028Q1, or a date as year-month-day",
        ValueKind.Flag => "true or false",
        ValueKind.Choice => string.Join(" or ", schema.Choices),
        ValueKind.Level => "the code of a work level, for example ENT",
        ValueKind.Organisation => "the code of an organisation, for example CSD",
        ValueKind.Agency => "the name of a component, for example CISA",
        ValueKind.Market => "the code of a local market, for example DCB",
        ValueKind.PayPlan => "the code of a pay plan, for example DC",
        ValueKind.Track => "the name of a career track, for example Technical",
        ValueKind.Rate => "the name of a rate, for example VP",
        ValueKind.RateOrDollars => "the name of a rate, for example EX-II, or whole dollars",
        _ => "the name of a series, for example fers_frae",
    };

    private static string Noun(ValueSchema schema) => schema.Kind switch
    {
        ValueKind.Fraction => "a fraction",
        ValueKind.Integer => "a whole number",
        ValueKind.Dollars => "an amount in whole dollars",
        ValueKind.Date => "a date",
        ValueKind.Quarter => "a fiscal quarter or a date",
        ValueKind.Flag => "true or false",
        ValueKind.RateOrDollars => "the name of a rate or an amount in whole dollars",
        ValueKind.Choice => "one of the choices",
        _ => "a number",
    };

    private static ReadValue? ReadText(YamlScalar scalar, ref Complaint? complaint)
    {
        if (string.IsNullOrWhiteSpace(scalar.Text))
        {
            complaint = new Complaint("The text is empty.", "Write one line of text.");
            return null;
        }

        var text = scalar.Text.TrimEnd('\n');
        if (text.Length > LongestText || text.Any(char.IsControl))
        {
            complaint = new Complaint("The text is too long or holds control characters.", $"Write one line of at most {LongestText} characters.");
            return null;
        }

        return new ReadValue(text, null, null);
    }

    private static ReadValue? ReadDate(YamlScalar scalar, ref Complaint? complaint)
    {
        if (DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return new ReadValue(scalar.Text, null, date);
        if (IsoShape().IsMatch(scalar.Text)) complaint = new Complaint($"There is no day {scalar.Text}.", "Write a day of the calendar as year-month-day, for example 2027-10-10.");
        return null;
    }

    private static ReadValue? ReadFlag(YamlScalar scalar) =>
        scalar.Plain && scalar.Text is ("true" or "false") ? new ReadValue(scalar.Text, scalar.Text == "true" ? 1 : 0, null) : null;

    private static ReadValue? ReadNumber(ValueSchema schema, YamlScalar scalar, ref Complaint? complaint)
    {
        var text = scalar.Text;
        if (!scalar.Plain)
        {
            complaint = new Complaint($"{ProblemList.Quote(text)} in quotes is text.", $"Write {Example(schema)}, without quotes.");
            return null;
        }

        if (schema.Infinite && text == Infinity) return new ReadValue(text, double.PositiveInfinity, null);
        var whole = schema.Kind is ValueKind.Integer or ValueKind.Dollars or ValueKind.RateOrDollars;
        if (Decimal().IsMatch(text) && text.Length <= 24)
        {
            var number = double.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            if (!whole) return new ReadValue(Canonical(number), number, null);
            if (!text.Contains('.', StringComparison.Ordinal) && Math.Abs(number) < 1e12) return new ReadValue(Canonical(number), number, null);
        }

        complaint = new Complaint($"{ProblemList.Quote(text)} is not {Noun(schema)}.", Advice(schema, text));
        return null;
    }

    /// <summary>A number as the file format writes it: the shortest text that reads back the same, without an exponent.</summary>
    private static string Canonical(double number) => ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Advice(ValueSchema schema, string text)
    {
        if (text.EndsWith('%')) return PercentAdvice(text.TrimEnd('%').Trim());
        if (schema.Kind is ValueKind.Dollars or ValueKind.RateOrDollars) return "Write whole dollars without cents, separators or a dollar sign, for example 90000.";
        if (Special().IsMatch(text) && schema.Infinite) return $"Write {Example(schema)}, or .inf; 'not a number' and less than nothing mean nothing here.";
        if (Special().IsMatch(text)) return $"Write {Example(schema)}; infinity and 'not a number' mean nothing here.";
        if (LeadingZero().IsMatch(text)) return "Write the number without leading zeros, in decimal digits.";
        if (Exponent().IsMatch(text)) return "Write the number out, without an exponent.";
        if (text.AsSpan().ContainsAny(",_ ")) return "Write the number without separators, with a point before the decimals.";
        return $"Write {Example(schema)}.";
    }

    /// <summary>What to say about a percentage where a fraction belongs.</summary>
    /// <param name="digits">The percentage without its sign.</param>
    /// <returns>The advice with the fraction that was probably meant.</returns>
    public static string PercentAdvice(string digits)
    {
        var meant = decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            ? (percent / 100).ToString("0.############", CultureInfo.InvariantCulture)
            : "0.05";
        return $"Rates are fractions, never '5 for 5 %': write {meant}.";
    }

    [GeneratedRegex(@"^[+-]?(0|[1-9][0-9]*)(\.[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex IsoShape();

    [GeneratedRegex(@"^[+-]?\.?(nan|inf|infinity)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Special();

    [GeneratedRegex(@"^[+-]?0[0-9xob]", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingZero();

    [GeneratedRegex(@"^[+-]?[0-9.]+[eE][+-]?[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Exponent();
}
