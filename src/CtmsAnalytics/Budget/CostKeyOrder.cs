namespace CtmsAnalytics.Budget;

/// <summary>The fixed order of the cells of a cost cube: year, agency, organisation, level, market, component.</summary>
internal sealed class CostKeyOrder : IComparer<CostKey>
{
    public static readonly CostKeyOrder Instance = new();

    public int Compare(CostKey x, CostKey y)
    {
        var c = x.FiscalYear.CompareTo(y.FiscalYear);
        if (c == 0) c = string.CompareOrdinal(x.Agency, y.Agency);
        if (c == 0) c = string.CompareOrdinal(x.Organisation, y.Organisation);
        if (c == 0) c = string.CompareOrdinal(x.WorkLevel, y.WorkLevel);
        if (c == 0) c = string.CompareOrdinal(x.Market, y.Market);
        return c == 0 ? x.Component.CompareTo(y.Component) : c;
    }
}
