using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Workspace.Analyses;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options that blend surveys of other publishers into the market.</summary>
internal sealed class BlendOptions
{
    private readonly Option<string[]> _blend = new("--blend")
    {
        Description = "Blends sources of national wages by weight, for example --blend OEWS=0.7 --blend infosec=0.3. OEWS is the wage survey.",
        HelpName = "SOURCE=WEIGHT",
    };

    private readonly YearsOption _years = new("Survey years of the micro-data in a blend, for example 2024-2025; without it the latest year of each survey.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _blend.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => Part(t.Value) is null)) result.AddError($"--blend {token.Value}: write the source, an equals sign and its weight of 0 or more, for example --blend infosec=0.3.");
        });
        command.Options.Add(_blend);
        command.Options.Add(_years.Option);
    }

    /// <summary>What is asked of a study, with the blend.</summary>
    public MarketOptions Read(ParseResult parsed, MarketOptions options) =>
        options with { Blend = [.. (parsed.GetValue(_blend) ?? []).Select(b => Part(b)!)], SurveyYears = _years.Read(parsed) };

    private static BlendPart? Part(string text)
    {
        var at = text.LastIndexOf('=');
        return at > 0 && double.TryParse(text[(at + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight) && weight >= 0 ? new BlendPart(text[..at].Trim(), weight) { Text = text } : null;
    }
}
