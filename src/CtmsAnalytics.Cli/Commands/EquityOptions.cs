using System.CommandLine;
using System.CommandLine.Parsing;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Equity;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.Cli.Commands;

/// <summary>The options of <c>ctms equity</c> that say what is compared and held equal.</summary>
internal sealed class EquityOptions
{
    private readonly Option<string> _group = new("--group", "-g") { Description = "Column of the protected class.", HelpName = "COLUMN", Required = true };
    private readonly Option<string> _outcome = new("--outcome", "-y") { Description = "Column of pay; salary for a roster.", HelpName = "COLUMN", DefaultValueFactory = _ => "salary" };
    private readonly Option<OutcomeTransform> _transform = new("--transform") { Description = "What is explained: the logarithm of pay, pay itself (none), or the exponential of a column of logarithms (exp).", DefaultValueFactory = _ => OutcomeTransform.Log };
    private readonly Option<string?> _reference = new("--reference") { Description = "Value of the class that the others are compared with; without it the one of most people.", HelpName = "VALUE" };
    private readonly Option<string[]> _factors = new("--factors", "-x") { Description = "Legitimate factors that are held equal, separated by commas: COLUMN, COLUMN^2, log(COLUMN).", HelpName = "A,B,..." };
    private readonly Option<string[]> _categories = new("--categories") { Description = "Columns of numbers that are categories all the same, separated by commas.", HelpName = "A,B,..." };
    private readonly Option<string?> _by = new("--by") { Description = "Column of pay analysis groups: one model for each of them as well.", HelpName = "COLUMN" };
    private readonly Option<string?> _weight = new("--weight") { Description = "Column of weights.", HelpName = "COLUMN" };
    private readonly Option<string?> _ceiling = new("--ceiling") { Description = "Column of the highest pay that a raise may reach.", HelpName = "COLUMN" };
    private readonly Option<string[]> _where = new("--where") { Description = "Takes only people with this value; may be repeated.", HelpName = "COLUMN=VALUE" };
    private readonly Option<bool> _distinct = new("--distinct") { Description = "Sets rows aside that repeat an earlier one in every column." };
    private readonly Option<string?> _cohort = new("--cohort") { Description = "Who the people are, in words, for the record.", HelpName = "TEXT" };
    private readonly Option<DateOnly?> _frozen = DateOption.Create("--frozen", "Day on which the data were frozen, for the record; that of a roster is its own.");
    private readonly Option<double[]> _below = new("--below") { Description = "Counts the shares of people below this pay; may be repeated.", HelpName = "AMOUNT" };
    private readonly Option<CovarianceKind> _errors = new("--errors") { Description = "Standard errors: HC0 to HC3 are robust against unequal variances.", DefaultValueFactory = _ => CovarianceKind.HC3 };
    private readonly Option<double?> _confidence = new("--confidence") { Description = "Level of intervals; without it the parameter equity_confidence.", HelpName = "0.95" };
    private readonly Option<double?> _bound = new("--outlier-bound") { Description = "Residual standard deviations below the benchmark from which a person is an outlier; without it the parameter equity_outlier_deviations.", HelpName = "2" };
    private readonly Option<bool> _neutral = new("--class-out-benchmark") { Description = "Raises people to what the model without the class gives, not to what people of the reference get." };
    private readonly Option<int?> _years = new("--years") { Description = "Years of the staged remedy; without it the parameter equity_remedy_years.", HelpName = "N" };
    private readonly Option<double?> _budget = new("--yearly-budget") { Description = "Most that new raises of a year may add to annual pay; without it equal parts.", HelpName = "AMOUNT" };
    private readonly Option<double> _unit = new("--raise-unit") { Description = "Raises are multiples of this.", HelpName = "AMOUNT", DefaultValueFactory = _ => 1 };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[]
                 {
                     _group, _outcome, _transform, _reference, _factors, _categories, _by, _weight, _ceiling, _where, _distinct, _cohort, _frozen, _below, _errors, _confidence, _bound, _neutral, _years, _budget, _unit,
                 })
        {
            command.Options.Add(option);
        }

        foreach (var option in new[] { _confidence, _bound, _budget })
        {
            option.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<double?>() is { } value && !(value > 0 && double.IsFinite(value) && (option != _confidence || value < 1)))
                    result.AddError($"{option.Name} {Text(result)}: write a number above 0{(option == _confidence ? " and below 1, for example 0.95" : "")}.");
            });
        }

        _unit.Validators.Add(result =>
        {
            if (!(result.GetValueOrDefault<double>() > 0)) result.AddError($"{_unit.Name} {Text(result)}: write an amount above 0, for example 1 or 0.01.");
        });
        _years.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1) result.AddError($"{_years.Name} {Text(result)}: write a number of years, 1 or more.");
        });
    }

    /// <summary>Reads the options.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="parameters">Figures for what is not given; remembers what was read.</param>
    /// <param name="frozenOn">Day of the data where the command line states none; null for none.</param>
    /// <returns>What is compared and held equal.</returns>
    /// <exception cref="InputException">A condition is not of the form COLUMN=VALUE.</exception>
    public EquitySpecification Read(ParseResult parsed, ParameterReader parameters, DateOnly? frozenOn) => new(parsed.GetRequiredValue(_outcome), parsed.GetRequiredValue(_group))
    {
        Transform = parsed.GetValue(_transform),
        Reference = parsed.GetValue(_reference),
        Factors = Names(parsed.GetValue(_factors)),
        Categories = Names(parsed.GetValue(_categories)),
        By = parsed.GetValue(_by),
        Weight = parsed.GetValue(_weight),
        Ceiling = parsed.GetValue(_ceiling),
        Where = [.. (parsed.GetValue(_where) ?? []).Select(Filter)],
        Distinct = parsed.GetValue(_distinct),
        Cohort = parsed.GetValue(_cohort),
        FrozenOn = parsed.GetValue(_frozen) ?? frozenOn,
        Thresholds = parsed.GetValue(_below) ?? [],
        Errors = parsed.GetValue(_errors),
        Confidence = parsed.GetValue(_confidence) ?? parameters.Constant("equity_confidence"),
        OutlierBound = parsed.GetValue(_bound) ?? parameters.Constant("equity_outlier_deviations"),
        NeutralBenchmark = parsed.GetValue(_neutral),
        Years = parsed.GetValue(_years) ?? (int)parameters.Constant("equity_remedy_years"),
        YearlyBudget = parsed.GetValue(_budget),
        RaiseUnit = parsed.GetValue(_unit),
    };

    private static IReadOnlyList<string> Names(string[]? texts) =>
        [.. (texts ?? []).SelectMany(t => t.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)];

    private static EquityFilter Filter(string text)
    {
        var sign = text.IndexOf('=', StringComparison.Ordinal);
        return sign > 0 ? new EquityFilter(text[..sign].Trim(), text[(sign + 1)..].Trim()) : throw new InputException($"--where {text}: write COLUMN=VALUE, for example --where work_level=TEC.");
    }

    private static string Text(SymbolResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
}
