using CtmsAnalytics.Calendar;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.SpecialWorkingConditions;

namespace CtmsAnalytics.Projection;

/// <content>
/// Special working conditions payments. Programs call people independently of one another, so that every combination of programs is an outcome: the limit of the
/// work period (158.642(c)) and the aggregate limit hold in each of them before the mean is taken.
/// </content>
public sealed partial class PointEstimate
{
    private readonly List<(double Share, long Cents)> _programs = [];
    private readonly ExpectedCalls _calls;

    private long PaySpecial(Cohort cohort, PolicyYear year, WorkPeriod period, long headroom)
    {
        if (cohort.Programs.Count == 0 || cohort.Pay.Total == 0) return 0;
        _programs.Clear();
        double asked = 0;
        foreach (var program in cohort.Programs)
        {
            if (!program.Covers(period)) continue;
            var amount = SwcPayment.ForPeriod(cohort.Pay.Total, program.MeanPercent, _constants.SwcMaximum);
            var share = _calls.Share(program, _index, _constants.PeriodsPerYear);
            _programs.Add((share, amount));
            asked += share * amount;
        }

        if (_programs.Count == 0) return 0;
        if (SwcPayment.Excludes(cohort.Pay.Salary, year.SwcEligibility, cohort.Appointment) is { } rule)
        {
            _ledger.Touch(cohort, period, rule, Rounding.HalfUp(asked));
            return 0;
        }

        var mean = default(SpecialMean);
        Outcomes(0, 1, 0, SwcPayment.Limit(cohort.Pay.Total, _constants.SwcMaximum), headroom, ref mean);
        if (mean.Cut > 0) _ledger.Touch(cohort, period, SwcPayment.PeriodLimit, Rounding.HalfUp(mean.Cut));
        cohort.Account.DeferredSpecial += Exceed(cohort, period, Rounding.HalfUp(mean.Excess));
        return Rounding.HalfUp(mean.Paid);
    }

    private void Outcomes(int program, double probability, long asked, long limit, long headroom, ref SpecialMean mean)
    {
        if (probability == 0) return;
        if (program == _programs.Count)
        {
            var allowed = Math.Min(asked, limit);
            mean.Paid += probability * Math.Min(allowed, headroom);
            mean.Excess += probability * Math.Max(0, allowed - headroom);
            mean.Cut += probability * (asked - allowed);
            return;
        }

        var (share, cents) = _programs[program];
        Outcomes(program + 1, probability * (1 - share), asked, limit, headroom, ref mean);
        Outcomes(program + 1, probability * share, asked + cents, limit, headroom, ref mean);
    }

    /// <summary>Mean over the outcomes of a work period, cents.</summary>
    private struct SpecialMean
    {
        public double Paid;

        public double Excess;

        public double Cut;
    }
}
