using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The option that names survey years: one, or the first and the last.</summary>
internal sealed class YearsOption(string description)
{
    /// <summary>The option.</summary>
    public Option<(int First, int Last)?> Option { get; } = new("--years") { Description = description, HelpName = "A-B", CustomParser = Parse };

    /// <summary>The years; null where they are not given.</summary>
    public (int First, int Last)? Read(ParseResult parsed) => parsed.GetValue(Option);

    private static (int First, int Last)? Parse(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        var ends = text.Split('-');
        if (ends.Length is 1 or 2 && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first <= last) return (first, last);
        result.AddError($"--years {text}: write one year or the first and the last, for example 2023-2025.");
        return null;
    }
}
