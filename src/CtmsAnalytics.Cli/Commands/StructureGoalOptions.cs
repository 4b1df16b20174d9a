using System.CommandLine;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.PayStructures;
using CtmsAnalytics.Workspace.Budgets;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The goals of <c>ctms structure optimise</c> as options. What is not given is a policy parameter.</summary>
internal sealed class StructureGoalOptions
{
    private readonly Option<double?> _share = Fraction("--share", "Least share of levels whose midpoint is within the tolerance of the market target, 0 to 1.");
    private readonly Option<double?> _tolerance = Fraction("--tolerance", "Distance of a midpoint from the market target that counts as competitive.");
    private readonly Option<double?> _progressionMinimum = Fraction("--progression-min", "Least growth of the midpoint from a level to the next.");
    private readonly Option<double?> _progressionMaximum = Fraction("--progression-max", "Most growth of the midpoint from a level to the next.");
    private readonly Option<double?> _compaMinimum = Fraction("--compa-min", "Least mean compa-ratio of a level's people, after the raises of 158.621(c).");
    private readonly Option<double?> _compaMaximum = Fraction("--compa-max", "Most mean compa-ratio of a level's people.");
    private readonly Option<double?> _marketRatio = Fraction("--market-ratio", "Least market ratio of each local market, reached by supplements; without it supplements stay.");
    private readonly Option<double?> _supplementFloor = Fraction("--supplement-floor", "Least supplement of a market, for example 0; without it none falls below the base's.");
    private readonly Option<double?> _poolFloor = Fraction("--pool-floor", "Least adjustment pool; without it the base's.");
    private readonly Option<double?> _step = new("--step") { Description = "Step between the midpoints that are tried, dollars.", HelpName = "USD" };
    private readonly Option<double?> _rounding = new("--rounding") { Description = "Unit that minimums and maximums are rounded to, dollars.", HelpName = "USD" };
    private readonly Option<double[]> _spreads = new("--spread") { Description = "Range spread to try beside each level's own; may be repeated.", HelpName = "F" };
    private readonly Option<bool> _keepSpreads = new("--keep-spreads") { Description = "Tries no other range spread than each level's own." };
    private readonly Option<bool> _lower = new("--may-lower") { Description = "Lets minimums and midpoints fall below the base's; nobody's pay falls with them." };
    private readonly Option<string?> _budget = new("--budget") { Description = "Most that all years may cost on average, for example 240M.", HelpName = "USD" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            _share, _tolerance, _progressionMinimum, _progressionMaximum, _compaMinimum, _compaMaximum, _marketRatio, _supplementFloor, _poolFloor, _lower, _budget, _spreads, _keepSpreads, _step, _rounding,
        }) command.Options.Add(option);
    }

    public StatedGoals Read(ParseResult parsed)
    {
        var spreads = parsed.GetValue(_spreads) ?? [];
        if (parsed.GetValue(_keepSpreads) && spreads.Length > 0) throw new InputException("--keep-spreads and --spread were both given. Give one of them.");
        return new StatedGoals
        {
            ShareWithin = parsed.GetValue(_share),
            Tolerance = parsed.GetValue(_tolerance),
            ProgressionMinimum = parsed.GetValue(_progressionMinimum),
            ProgressionMaximum = parsed.GetValue(_progressionMaximum),
            CompaRatioMinimum = parsed.GetValue(_compaMinimum),
            CompaRatioMaximum = parsed.GetValue(_compaMaximum),
            MarketRatio = parsed.GetValue(_marketRatio),
            SupplementFloor = parsed.GetValue(_supplementFloor),
            PoolFloor = parsed.GetValue(_poolFloor),
            MidpointStep = parsed.GetValue(_step),
            RoundingUnit = parsed.GetValue(_rounding),
            Spreads = parsed.GetValue(_keepSpreads) ? [] : spreads.Length > 0 ? spreads : null,
            MayLower = parsed.GetValue(_lower),
            BudgetCents = parsed.GetValue(_budget) is { } budget ? YearBudget.Parse("total=" + budget).Cents : null,
        };
    }

    private static Option<double?> Fraction(string name, string description) => new(name) { Description = description, HelpName = "F" };
}
