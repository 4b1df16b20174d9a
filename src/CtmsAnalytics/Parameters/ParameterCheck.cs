using System.Globalization;
using System.Text.RegularExpressions;
using CtmsAnalytics.Rules;

namespace CtmsAnalytics.Parameters;

/// <summary>What every policy parameter must satisfy before a rule may compute with it.</summary>
public static partial class ParameterCheck
{
    private const int EarliestYear = 2000;
    private const int LatestYear = 2100;
    private const double LargestFraction = 10;

    /// <summary>Checks one parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="sections">Numbers of the sections of part 158 that exist, such as <c>158.632</c>.</param>
    /// <returns>What is wrong with it, in the order of the columns; empty for a sound one.</returns>
    public static IEnumerable<ParameterFault> Of(Parameter parameter, IReadOnlySet<string> sections)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        ArgumentNullException.ThrowIfNull(sections);
        return Check(parameter, sections);
    }

    private static IEnumerable<ParameterFault> Check(Parameter parameter, IReadOnlySet<string> sections)
    {
        var (name, year, _, unit, mark, paragraph, source, description) = parameter;
        if (!Name().IsMatch(name))
            yield return new("name", $"'{name}' is no name", "Write lower-case words joined by underscores; the member of a group stands behind a colon.");
        if (year is < EarliestYear or > LatestYear)
            yield return new("effective_year", Text($"{year} is not plausible"), Text($"Write a year from {EarliestYear} to {LatestYear}."));
        if (ParameterUnit.IsKnown(unit))
        {
            if (Value(parameter) is { } fault) yield return fault;
        }
        else
        {
            yield return new("unit", $"'{unit}' is no known unit", "Write a quantity (hours, USD/year, ...), 'fraction of ...', 'multiple of ...', 'yes/no', 'month' or 'yyyymmdd'.");
        }

        if (paragraph.Length == 0)
        {
            if (mark != ParameterMark.Published)
                yield return new("paragraph", "is empty, and the value is no published rate", "Name the paragraph that the value belongs to.");
        }
        else if (!Citation.IsWellFormed(paragraph))
        {
            yield return new("paragraph", $"'{paragraph}' is no citation", "Write 158.632(a), 5 U.S.C. 5504(b), 5 CFR 591.207 or OMB Circular A-11 section 85; separate several by a semicolon.");
        }
        else if (Citation.SectionsOf(paragraph).FirstOrDefault(s => !sections.Contains(s)) is { } unknown)
        {
            yield return new("paragraph", $"part 158 has no section {unknown}", "Correct the number, or add the section to sections.csv beside the file.");
        }

        if (string.IsNullOrWhiteSpace(source)) yield return new("source", "is empty", "Say where the value was read, or why it is assumed.");
        if (string.IsNullOrWhiteSpace(description)) yield return new("description", "is empty", "Say in a sentence what the value is.");
    }

    private static ParameterFault? Value(Parameter parameter)
    {
        var (value, unit) = (parameter.Value, parameter.Unit);
        if (!double.IsFinite(value)) return new("value", "is no finite number", $"Give a value in {unit}.");
        if (unit == ParameterUnit.Choice && value is not (0 or 1)) return new("value", Text($"{value} is neither yes nor no"), "Write 1 or 0.");
        if (ParameterUnit.Choices(unit) is { Count: > 0 } choices && !choices.Any(c => c == value)) return new("value", Text($"{value} is none of the choices"), $"Write one of {string.Join(", ", choices)}.");
        if (unit == ParameterUnit.Month && (value != Math.Floor(value) || value < DateOnly.MinValue.Month || value > DateOnly.MaxValue.Month))
            return new("value", Text($"{value} is no month"), Text($"Write a whole number from {DateOnly.MinValue.Month} to {DateOnly.MaxValue.Month}."));
        if (unit == ParameterUnit.Date && !DateOnly.TryParseExact(Text($"{value:00000000}"), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return new("value", Text($"{value} is no date"), "Write it as yyyymmdd.");
        if (ParameterUnit.IsFraction(unit) && (value is < 0 or > LargestFraction))
            return new("value", Text($"{value} is no fraction from 0 to {LargestFraction}"), "A fifth is 0.20, not 20.");
        return value < 0 ? new ParameterFault("value", Text($"{value} is below zero"), $"Give a value in {unit}.") : null;
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*(:.+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something wrong with a parameter.</summary>
/// <param name="Column">Column of the parameter file, for example <c>unit</c>.</param>
/// <param name="What">What is wrong, to be read after the column's name.</param>
/// <param name="Right">What would be right, one sentence.</param>
public sealed record ParameterFault(string Column, string What, string Right);
