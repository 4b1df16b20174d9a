using CtmsAnalytics.Statistics;

namespace CtmsAnalytics.Equity;

/// <summary>What a pay equity analysis compares and what it holds equal.</summary>
/// <param name="Outcome">Column of pay.</param>
/// <param name="Group">Column of the protected class, two values or more.</param>
public sealed record EquitySpecification(string Outcome, string Group)
{
    /// <summary>What is explained.</summary>
    /// <value>Default <see cref="OutcomeTransform.Log"/>.</value>
    public OutcomeTransform Transform { get; init; } = OutcomeTransform.Log;

    /// <summary>Value of the class that the others are compared with.</summary>
    /// <value>Default null: the value of most people, the first in order where several have as many.</value>
    public string? Reference { get; init; }

    /// <summary>Legitimate factors that are held equal: names of columns, <c>name^2</c> for a square, <c>log(name)</c> for a logarithm. A column that holds numbers only is a number, any other a category.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<string> Factors { get; init; } = [];

    /// <summary>Columns of numbers that are categories all the same, codes for example.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Column of pay analysis groups: one model for each value beside the one for all.</summary>
    /// <value>Default null: one model.</value>
    public string? By { get; init; }

    /// <summary>Column of weights, 0 or more.</summary>
    /// <value>Default null: everybody counts alike.</value>
    public string? Weight { get; init; }

    /// <summary>Column of the highest pay that a raise may reach, in units of pay; empty for none.</summary>
    /// <value>Default null: no limit.</value>
    public string? Ceiling { get; init; }

    /// <summary>Only people with these values take part: the cohort.</summary>
    /// <value>Default empty: everybody.</value>
    public IReadOnlyList<EquityFilter> Where { get; init; } = [];

    /// <summary>Whether rows that repeat an earlier one in every column are set aside.</summary>
    /// <value>Default false.</value>
    public bool Distinct { get; init; }

    /// <summary>Day on which the data were frozen.</summary>
    /// <value>Default null: not stated.</value>
    public DateOnly? FrozenOn { get; init; }

    /// <summary>Who the people are, in words.</summary>
    /// <value>Default null: not stated.</value>
    public string? Cohort { get; init; }

    /// <summary>Pay below which shares are counted, in units of pay.</summary>
    /// <value>Default empty.</value>
    public IReadOnlyList<double> Thresholds { get; init; } = [];

    /// <summary>How standard errors are computed.</summary>
    /// <value>Default <see cref="CovarianceKind.HC3"/>.</value>
    public CovarianceKind Errors { get; init; } = CovarianceKind.HC3;

    /// <summary>Level of intervals, above 0 and below 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Residual standard deviations below the benchmark from which a person is an outlier, above 0.</summary>
    public required double OutlierBound { get; init; }

    /// <summary>Whether the benchmark of raises is the model without the class; otherwise it is what the model with the class gives to people of the reference.</summary>
    /// <value>Default false.</value>
    public bool NeutralBenchmark { get; init; }

    /// <summary>Years over which a staged remedy is spread, 1 or more.</summary>
    public required int Years { get; init; }

    /// <summary>Raises are multiples of this, in units of pay, above 0.</summary>
    /// <value>Default 1: whole dollars.</value>
    public double RaiseUnit { get; init; } = 1;

    /// <summary>Most that new raises of one year may add to annual pay, in units of pay, above 0.</summary>
    /// <value>Default null: the whole cost in equal yearly parts.</value>
    public double? YearlyBudget { get; init; }
}

/// <summary>A condition on people.</summary>
/// <param name="Column">Name of a column.</param>
/// <param name="Value">Its value.</param>
public sealed record EquityFilter(string Column, string Value);
