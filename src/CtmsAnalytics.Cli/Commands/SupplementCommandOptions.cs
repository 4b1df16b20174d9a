using System.CommandLine;
using System.Globalization;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.TalentMarket.Local;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options of <c>ctms supplement</c> that say how supplements are computed. What is not given comes from the parameters.</summary>
internal sealed class SupplementCommandOptions
{
    private const string MedianFigure = "median";
    private const string MeanFigure = "mean";

    private readonly Option<double?> _target = Fraction("--target", "Share of the gap to the nation that the supplement closes, for example 0.8.");
    private readonly Option<double?> _floor = Fraction("--floor", "Supplement that no market goes below, for example 0.02.");
    private readonly Option<double?> _ceiling = Fraction("--ceiling", "Supplement that no market goes above, for example 0.25.");
    private readonly Option<double?> _step = Fraction("--step", "Step that supplements are rounded to, for example 0.01.");
    private readonly Option<double?> _least = Fraction("--least", "Smallest supplement above the floor that is proposed, for example 0.02.");
    private readonly Option<double?> _confidence = Fraction("--confidence", "Probability of the intervals, for example 0.9.");
    private readonly Option<bool> _point = new("--ignore-noise") { Description = "Proposes a supplement also where the interval includes the nation." };
    private readonly Option<bool> _hold = new("--hold") { Description = "Keeps the present supplement where the proposal would lower it." };
    private readonly Option<string[]> _markets = new("--market") { Description = "Proposes for this local market only (code, may be repeated) and shows its occupations; the others keep theirs.", HelpName = "CODE" };
    private readonly Option<string> _figure = new("--figure") { Description = "Wage figure that areas are compared by.", HelpName = "median|mean", DefaultValueFactory = _ => MedianFigure };
    private readonly Option<string[]> _without = new("--without") { Description = "Leaves this occupation out of the mix (SOC code, may be repeated).", HelpName = "CODE" };
    private readonly Option<string[]> _keep = new("--keep") { Description = "Keeps an occupation in the mix that the parameters leave out (SOC code, may be repeated).", HelpName = "CODE" };
    private readonly Option<DateOnly?> _effective = DateOption.Create("--effective", "Day from which the proposal holds; without it the second fiscal year of the scenario.");

    private readonly Option<int> _draws = DrawsOption.Create("Simulates the cost on this many paired draws as well; 0 for the point estimate alone.", 0, least: 0);
    private readonly Option<uint> _seed = new("--seed") { Description = "Seed of the simulation.", HelpName = "S", DefaultValueFactory = _ => 1 };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _figure.AcceptOnlyFromAmong(MedianFigure, MeanFigure);
        foreach (var option in new Option[] { _target, _floor, _ceiling, _step, _least, _confidence, _point, _hold, _markets, _figure, _without, _keep, _effective, _draws, _seed }) command.Options.Add(option);
    }

    /// <summary>Reads the options.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="options">The options that the parameters give.</param>
    /// <returns>The options.</returns>
    /// <exception cref="InputException">A number lies outside its range.</exception>
    public SupplementOptions Read(ParseResult parsed, SupplementOptions options)
    {
        var policy = options.Policy;
        var leftOut = options.LeftOut.Concat(parsed.GetValue(_without) ?? []).Except(parsed.GetValue(_keep) ?? []).ToHashSet(StringComparer.Ordinal);
        return options with
        {
            Policy = (policy with
            {
                Target = parsed.GetValue(_target) ?? policy.Target,
                Floor = parsed.GetValue(_floor) ?? policy.Floor,
                Ceiling = parsed.GetValue(_ceiling) ?? policy.Ceiling,
                Step = parsed.GetValue(_step) ?? policy.Step,
                Least = parsed.GetValue(_least) ?? policy.Least,
                Confidence = parsed.GetValue(_confidence) ?? policy.Confidence,
                NeedsEvidence = !parsed.GetValue(_point) && policy.NeedsEvidence,
                HoldsPresent = parsed.GetValue(_hold) || policy.HoldsPresent,
            }).Checked(),
            LeftOut = leftOut,
            UseMean = parsed.GetValue(_figure) == MeanFigure,
            Markets = (parsed.GetValue(_markets) ?? []).ToHashSet(StringComparer.Ordinal),
            Effective = parsed.GetValue(_effective),
            Draws = parsed.GetValue(_draws),
            Seed = parsed.GetValue(_seed),
        };
    }

    private static Option<double?> Fraction(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "FRACTION",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
            if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
            result.AddError($"{name} {text}: write a fraction, for example 0.05 for five percent.");
            return null;
        },
    };
}
