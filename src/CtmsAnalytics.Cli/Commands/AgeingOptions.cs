using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.TalentMarket;
using CtmsAnalytics.Workspace;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options that say how market wages are aged.</summary>
internal sealed class AgeingOptions
{
    private const string Series = "series";

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

    /// <summary>How wages are aged.</summary>
    /// <exception cref="InputException">There is no such index, or --then has nothing to go on from.</exception>
    public Ageing Read(ParseResult parsed, AnalystWorkspace workspace, ProjectionInput input, Scenario scenario)
    {
        var then = parsed.GetValue(_then);
        if (parsed.GetValue(_index) is not { } name)
        {
            if (then is not null) throw new InputException("--then goes on where an index or a series ends. Give --index as well.");
            return new RateAgeing(scenario.Economy.MarketGrowth, "market growth of the scenario");
        }

        return name.Equals(Series, StringComparison.OrdinalIgnoreCase) ? new SeriesAgeing(new SeriesGrowths(input.Wages), then) : new IndexAgeing(workspace.LoadIndex(name), then);
    }

    /// <summary>The options as a study records them.</summary>
    public IEnumerable<string> Text(ParseResult parsed)
    {
        if (parsed.GetValue(_index) is { } name) yield return $"--index {name.ToUpperInvariant()}";
        if (parsed.GetValue(_then) is { } then) yield return $"--then {then.ToString("R", CultureInfo.InvariantCulture)}";
    }

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
