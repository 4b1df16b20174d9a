using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CtmsAnalytics.Workspace.Analyses;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options of <c>ctms valuation</c> that say what is studied beside the valuation by the scheme in force.</summary>
internal sealed class ValuationCommandOptions
{
    private const int DefaultFolds = 5;
    private const int DefaultDraws = 1000;

    private readonly Option<string?> _person = new("--person", "-p") { Description = "Explains the valuation of this person.", HelpName = "ID" };
    private readonly Option<string[]> _weights = Figure("--weight", "Changes the weight of a factor, relative to the others; may be repeated.", "FACTOR=WEIGHT", "DEP=0.3");
    private readonly Option<string[]> _cuts = Figure("--cut", "Changes the cut point of a work level; may be repeated.", "LEVEL=POINTS", "ADV=550");
    private readonly Option<bool> _calibrate = new("--calibrate") { Description = "Fits weights and cut points to the roster's levels." };
    private readonly Option<int> _folds = new("--folds") { Description = "Parts of the people for the share out of sample, with --calibrate.", HelpName = "N", DefaultValueFactory = _ => DefaultFolds };
    private readonly Option<double?> _noise = new("--noise") { Description = "Counts who changes level when proficiency is measured with this standard deviation, for example 0.5.", HelpName = "SD" };
    private readonly Option<int> _draws = DrawsOption.Create("Number of draws, with --noise.", DefaultDraws, least: 1);
    private readonly Option<uint> _seed = new("--seed") { Description = "Seed of draws and folds.", HelpName = "S", DefaultValueFactory = _ => 1 };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _folds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 2) result.AddError("--folds is a number of parts, 2 or more.");
        });
        _noise.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is { } deviation && !(deviation > 0 && double.IsFinite(deviation))) result.AddError("--noise is a standard deviation in levels of proficiency, above 0, for example 0.5.");
        });
        foreach (var option in new Option[] { _person, _weights, _cuts, _calibrate, _folds, _noise, _draws, _seed }) command.Options.Add(option);
    }

    /// <summary>Whether no change of the scheme is asked for, and no calibration.</summary>
    public bool IsEmpty(CommandResult result) => !result.GetValue(_calibrate) && (result.GetValue(_weights) ?? []).Length == 0 && (result.GetValue(_cuts) ?? []).Length == 0;

    /// <summary>What is studied.</summary>
    public ValuationOptions Read(ParseResult parsed) => new()
    {
        Weights = Figures(parsed.GetValue(_weights) ?? []),
        CutPoints = Figures(parsed.GetValue(_cuts) ?? []),
        Person = parsed.GetValue(_person),
        Folds = parsed.GetValue(_calibrate) ? parsed.GetValue(_folds) : null,
        Noise = parsed.GetValue(_noise),
        Draws = parsed.GetValue(_draws),
        Seed = parsed.GetValue(_seed),
    };

    private static Option<string[]> Figure(string name, string description, string help, string example)
    {
        var option = new Option<string[]>(name) { Description = description, HelpName = help };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => !TryRead(t.Value, out _, out _))) result.AddError($"{name} {token.Value}: write a name, an equals sign and a number of 0 or more, for example {name} {example}.");
        });
        return option;
    }

    private static bool TryRead(string text, out string name, out double value)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        (name, value) = (at > 0 ? text[..at].Trim() : "", 0);
        return name.Length > 0 && double.TryParse(text.AsSpan(at + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    private static Dictionary<string, double> Figures(string[] texts)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (TryRead(text, out var name, out var value)) figures[name] = value;
        }

        return figures;
    }
}
