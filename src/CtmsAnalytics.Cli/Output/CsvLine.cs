using System.Globalization;

namespace CtmsAnalytics.Cli.Output;

/// <summary>Lines of a table for a spreadsheet: text that can become neither a formula nor a command to a terminal, and a number in every column of numbers.</summary>
public static class CsvLine
{
    /// <summary>Writes a line.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="cells">The cells: text of <see cref="Text"/> and numbers.</param>
    public static void Line(TextWriter writer, params ReadOnlySpan<string> cells)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', cells) + "\n");
    }

    /// <summary>A spreadsheet takes a text that begins with one of these signs for a formula; an apostrophe before it says that it is text. What could steer a terminal is shown as its code.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The cell.</returns>
    public static string Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var safe = SafeText.EscapeCell(text);
        var harmless = safe.Length > 0 && safe[0] is '=' or '+' or '-' or '@' or '\t' or '\n' ? "'" + safe : safe;
        return harmless.AsSpan().IndexOfAny(",\"\n") >= 0 ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }

    /// <summary>A whole number, for example an amount in whole dollars.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The cell.</returns>
    public static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>An amount in dollars and cents.</summary>
    /// <param name="cents">Cents.</param>
    /// <returns>The cell.</returns>
    public static string Money(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A mean amount in dollars and cents.</summary>
    /// <param name="cents">Cents; null for an empty cell.</param>
    /// <returns>The cell.</returns>
    public static string Money(double? cents) => cents is { } c ? Money((long)Math.Round(c)) : "";

    /// <summary>A number.</summary>
    /// <param name="number">The number; null for an empty cell.</param>
    /// <returns>The cell.</returns>
    public static string Number(double? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
