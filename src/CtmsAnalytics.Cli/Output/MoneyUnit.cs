using CtmsAnalytics.Charts.Formatting;

namespace CtmsAnalytics.Cli.Output;

/// <summary>What amounts of budget tables are counted in.</summary>
/// <param name="Code">Name on the command line.</param>
/// <param name="Name">Words for a heading.</param>
/// <param name="Cents">Cents in one of it.</param>
public sealed record MoneyUnit(string Code, string Name, long Cents)
{
    /// <summary>The units.</summary>
    public static IReadOnlyList<MoneyUnit> All { get; } =
        [new("cents", "dollars and cents", 1), new("dollars", "dollars", 100), new("thousands", "thousands of dollars", 100_000), new("millions", "millions of dollars", 100_000_000)];

    /// <summary>An amount in this unit for a table whose heading names it, so that a page of six years keeps its width.</summary>
    /// <param name="amount">Whole units.</param>
    /// <returns>For example <c>46,123</c>.</returns>
    public string Of(long amount) => (Cents == 1 ? Display.Exact(amount) : Display.Dollars(amount * 100)).Replace("$", "", StringComparison.Ordinal);
}
