using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Charts.Comparisons;

/// <summary>Sums of both projections that every chart and table of a comparison starts from, in cents. Checks that they agree with the drivers.</summary>
internal sealed class Totals
{
    private readonly IReadOnlyDictionary<int, long> _baseline;
    private readonly IReadOnlyDictionary<int, long> _proposal;

    public Totals(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Years = comparison.Baseline.FiscalYears;
        if (Years.Count == 0 || !Years.SequenceEqual(comparison.Proposal.FiscalYears))
            throw new ArgumentException("The two projections cover different fiscal years, or none. Project both over the same horizon.", nameof(comparison));
        _baseline = comparison.Baseline.Costs.SumBy(k => k.FiscalYear);
        _proposal = comparison.Proposal.Costs.SumBy(k => k.FiscalYear);
        Baseline = comparison.Baseline.Costs.Total;
        Proposal = comparison.Proposal.Costs.Total;
        var drivers = comparison.Drivers.Sum(d => d.Total);
        if (drivers != Difference)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The drivers add up to {drivers} cents and the projections differ by {Difference} cents. They must agree exactly; a cost outside the drivers is missing or counted twice."),
                nameof(comparison));
        }

        People = comparison.Baseline.Headcount.Where(h => h.FiscalYear == Years[0]).Sum(h => h.Start);
    }

    public IReadOnlyList<int> Years { get; }

    /// <summary>Total over all years, cents.</summary>
    public long Baseline { get; }

    /// <summary>Total over all years, cents.</summary>
    public long Proposal { get; }

    /// <summary>Proposal less baseline over all years, cents.</summary>
    public long Difference => Proposal - Baseline;

    /// <summary>People at the start of the first year.</summary>
    public decimal People { get; }

    public long BaselineIn(int year) => _baseline.GetValueOrDefault(year);

    public long ProposalIn(int year) => _proposal.GetValueOrDefault(year);

    public long DifferenceIn(int year) => ProposalIn(year) - BaselineIn(year);

}
