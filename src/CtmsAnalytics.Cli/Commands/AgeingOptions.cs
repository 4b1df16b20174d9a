using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CtmsAnalytics.Workspace.Analyses;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options that say how market wages are aged.</summary>
internal sealed class AgeingOptions
{
    private readonly Option<string?> _index = new("--index")
    {
        Description = "Ages wages by an index of the workspace (ECI, CPI-U, GS, or one that was imported) or by each series' own growth (series); without it by the scenario's market growth.",
        HelpName = "NAME|series",
    };

    private readonly Option<double?> _then = new("--then")
    {
        Description = "Growth a year where the index ends or a series has no growth of its own, for example 3.5%; without it that is an error.",
        HelpName = "RATE",
        CustomParser = ReadRate,
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_index);
        command.Options.Add(_then);
    }

    /// <summary>What is asked of a study, with how wages are aged.</summary>
    public MarketOptions Read(ParseResult parsed, MarketOptions options) => options with { Index = parsed.GetValue(_index), Then = parsed.GetValue(_then) };

    private static double? ReadRate(ArgumentResult result)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        var percent = text.EndsWith('%');
        if (double.TryParse(percent ? text[..^1] : text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && (percent ? number / 100 : number) is > -0.5 and < 0.5 and var rate)
        {
            return rate;
        }

        result.AddError($"--then {text}: write a growth a year between -50% and 50%, for example 3.5% or 0.035.");
        return null;
    }
}
