using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>What a policy says about all people of a cell.</summary>
internal sealed class CellTerms(PolicyYear year, LedgerCell cell)
{
    public PolicyYear Year => year;

    public AdjustedSubrange Subrange { get; } = year.Subrange(cell.WorkLevel, cell.Member);

    /// <summary>Local market supplement, a fraction of structure salary.</summary>
    public double Supplement { get; } = year.Policy.Supplements.GetValueOrDefault(cell.Market);

    /// <summary>Special working conditions programs that cover the organisation and work level.</summary>
    public IReadOnlyList<SwcProgram> Programs { get; } = year.ProgramsFor(cell.Organisation, cell.WorkLevel);

    /// <summary>Market target of the work level, US dollars a year; null until somebody's hazard rests on it.</summary>
    public double? MarketTarget { get; set; }
}
