using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Runs;

namespace CtmsAnalytics.Budget.Tables;

/// <summary>The budget of one scenario of a run, beside the baseline: every table that a submission asks for. Immutable.</summary>
/// <remarks>Totals of organisations; one with fewer than five people is personal data, so that the tables are an analyst's unless small cells are taken out.</remarks>
public sealed class BudgetBook
{
    private readonly BudgetSource _point;
    private readonly BudgetSource? _baseline;
    private readonly IReadOnlyList<BudgetLine> _baselineLines;

    private BudgetBook(BudgetSource point, BudgetSource source, BudgetSource? baseline, BudgetPolicy policy)
    {
        (_point, Source, _baseline) = (point, source, baseline);
        Lines = BudgetLines.Of(source, policy);
        _baselineLines = baseline is null ? [] : BudgetLines.Of(baseline, policy);
    }

    /// <summary>The costs.</summary>
    public BudgetSource Source { get; }

    /// <summary>The costs of the baseline; null for the baseline's own budget.</summary>
    internal BudgetSource? Baseline => _baseline;

    /// <summary>The same costs line by line, with object class and fund.</summary>
    public IReadOnlyList<BudgetLine> Lines { get; }

    /// <summary>Makes the budget of a scenario.</summary>
    /// <param name="run">The run.</param>
    /// <param name="scenario">Index of the scenario; 0 is the baseline, which has no program change.</param>
    /// <param name="basis">Which costs.</param>
    /// <param name="policy">Object classes and funds.</param>
    /// <returns>The budget.</returns>
    /// <exception cref="InputException">There is no such scenario, the basis needs draws that the run does not have, or the policy lacks a row.</exception>
    public static BudgetBook Of(RunRecord run, int scenario, BudgetBasis basis, BudgetPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(policy);
        RequireScenario(run, scenario);
        if (basis != BudgetBasis.Point && run.Drawn is null)
            throw new InputException($"Run {run.Manifest.RunId} is a comparison on the expected path and has no draws. Ask for the point estimate (--basis point), or for a run of ctms simulate.");
        var point = Point(run, scenario);
        return new BudgetBook(point, At(point, run, scenario, basis), scenario == 0 ? null : At(Point(run, 0), run, 0, basis), policy);
    }

    /// <summary>Fiscal years by dimensions.</summary>
    /// <param name="by">Dimensions of the rows, one or more.</param>
    /// <returns>The table.</returns>
    public BudgetTable Cut(params IReadOnlyList<BudgetDimension> by) => CutTable.Of(Source, Lines, by);

    /// <summary>Costs by quarter and organisation.</summary>
    /// <returns>The table.</returns>
    public BudgetTable Quarters() => QuarterTable.Of(Source);

    /// <summary>Costs by quarter of the whole service.</summary>
    /// <returns>The table.</returns>
    public BudgetTable QuartersOfTheService() => QuarterTable.Of(Source, byOrganisation: false);

    /// <summary>What a continuing resolution leaves uncovered.</summary>
    /// <returns>The table.</returns>
    public BudgetTable ContinuingResolution() => QuarterTable.ContinuingResolution(Source);

    /// <summary>Annualisation and new raises, on the point estimate whatever the basis.</summary>
    /// <returns>The table.</returns>
    public BudgetTable Raises()
    {
        var table = RaiseTable.Of(_point);
        return Source.Basis == BudgetBasis.Point ? table : table with { Notes = [.. table.Notes, "Raises are taken apart on the point estimate: this table ties to it and not to the other tables."] };
    }

    /// <summary>Current services and program change.</summary>
    /// <param name="by">Dimensions of the rows, one or more.</param>
    /// <returns>The table; null for the baseline.</returns>
    public BudgetTable? ProgramChange(params IReadOnlyList<BudgetDimension> by)
    {
        if (_baseline is null) return null;
        var table = ProgramChangeTable.Of(_baseline, _baselineLines, Source, Lines, by);
        return Source.Basis == BudgetBasis.P80 ? table with { Notes = [.. table.Notes, "Each side is at its own 80th percentile; their difference is not a percentile of the difference."] } : table;
    }

    /// <summary>FTE, people and fully loaded rates.</summary>
    /// <returns>The table.</returns>
    public StaffingTable Staffing() => StaffingTable.Of(Source);

    /// <summary>Every table of money in the order of a submission; the last one, of program change by object class and organisation, is long.</summary>
    /// <param name="by">Dimensions of the large table.</param>
    /// <returns>The tables.</returns>
    public IReadOnlyList<BudgetTable> Tables(IReadOnlyList<BudgetDimension> by)
    {
        List<BudgetTable?> tables =
        [
            Cut(BudgetDimension.ObjectClass),
            by is [BudgetDimension.ObjectClass] ? null : Cut(by),
            Raises(),
            Quarters(),
            ContinuingResolution(),
            Named("program-change-by-object-class", BudgetDimension.ObjectClass),
            Named("program-change-by-organisation", BudgetDimension.Organisation),
            ProgramChange(BudgetDimension.ObjectClass, BudgetDimension.Organisation),
        ];
        return [.. tables.OfType<BudgetTable>()];

        BudgetTable? Named(string name, BudgetDimension dimension) => ProgramChange(dimension) is { } table ? table with { Name = name } : null;
    }

    private static BudgetSource Point(RunRecord run, int scenario) => BudgetSource.Of(run.Facts.Scenarios[scenario].Projection, run.Facts.Scenarios[scenario].Raises);

    private static BudgetSource At(BudgetSource point, RunRecord run, int scenario, BudgetBasis basis) => basis switch
    {
        BudgetBasis.Mean => point.AtMean(run.Drawn!.Scenarios[scenario].MeanCosts),
        BudgetBasis.P80 => point.AtP80(run.Drawn!.Scenarios[scenario].MeanCosts, run.FiscalYears.ToDictionary(y => y, y => run.Drawn.CostPercentile(scenario, y, RequestTable.UsualPercentile))),
        _ => point,
    };

    /// <summary>Throws where a run has no such scenario.</summary>
    internal static void RequireScenario(RunRecord run, int scenario)
    {
        if (scenario < 0 || scenario >= run.Facts.Scenarios.Count) throw new InputException(FormattableString.Invariant($"There is no scenario {scenario} in run {run.Manifest.RunId}. It has {run.Facts.Scenarios.Count}, counted from 0."));
    }
}
