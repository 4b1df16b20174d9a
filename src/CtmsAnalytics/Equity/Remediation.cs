using CtmsAnalytics.Numerics;

namespace CtmsAnalytics.Equity;

/// <summary>What raises cost that bring pay to a benchmark.</summary>
internal sealed class Remediation
{
    private readonly EquityCohort _cohort;
    private readonly EquitySpecification _specification;
    private readonly double[] _benchmark;
    private readonly double[] _edge;
    private readonly double _deviation;
    private readonly Func<double[], IReadOnlyList<PayGap>> _gaps;

    /// <param name="cohort">The people.</param>
    /// <param name="specification">Bound, years and budget.</param>
    /// <param name="fitted">Benchmark of each person in units of the outcome.</param>
    /// <param name="deviation">Residual standard deviation, in units of the outcome.</param>
    /// <param name="gaps">Differences with the factors held equal at given pay.</param>
    public Remediation(EquityCohort cohort, EquitySpecification specification, double[] fitted, double deviation, Func<double[], IReadOnlyList<PayGap>> gaps)
    {
        (_cohort, _specification, _deviation, _gaps) = (cohort, specification, deviation, gaps);
        _benchmark = [.. fitted.Select(InPay)];
        _edge = [.. fitted.Select(f => InPay(f - (specification.OutlierBound * deviation)))];
        double InPay(double outcome) => specification.Transform == OutcomeTransform.Log ? Math.Exp(outcome) : outcome;
    }

    public (IReadOnlyList<Remedy> Remedies, IReadOnlyList<RemedyYear> Years, IReadOnlyList<EquityPerson> People) Of(IReadOnlySet<string> affected)
    {
        bool IsOutlier(int i) => _cohort.Pay[i] < _edge[i];
        var band = Raised(i => IsOutlier(i) ? _edge[i] : null);
        var line = Raised(i => IsOutlier(i) ? _benchmark[i] : null);
        var groups = Raised(i => affected.Contains(_cohort.Group[i]) ? _benchmark[i] : null);
        var everyone = Raised(i => _benchmark[i]);
        var (years, staged) = Staged(everyone.Pay);
        var people = Enumerable.Range(0, _cohort.Pay.Length).Select(i => new EquityPerson(
            _cohort.Rows[i].Number,
            _cohort.Group[i],
            _cohort.Pay[i],
            _benchmark[i],
            _deviation > 0 ? Deviations(i) : null,
            band.Pay[i],
            line.Pay[i],
            groups.Pay[i],
            everyone.Pay[i],
            [.. staged.Select(y => y[i])])).ToList();
        return (
            [
                Told(RemedyMethod.OutliersToBand, band), Told(RemedyMethod.OutliersToBenchmark, line),
                Told(RemedyMethod.AffectedGroups, groups), Told(RemedyMethod.Everyone, everyone),
            ],
            years,
            people);
    }

    private double Deviations(int i) => _specification.Transform == OutcomeTransform.Log
        ? (Math.Log(_cohort.Pay[i]) - Math.Log(_benchmark[i])) / _deviation
        : (_cohort.Pay[i] - _benchmark[i]) / _deviation;

    /// <summary>Pay after raises to targets, each raise rounded to the unit, halves up, and cut at the ceiling.</summary>
    private (double[] Pay, int Held) Raised(Func<int, double?> target)
    {
        var pay = (double[])_cohort.Pay.Clone();
        var held = 0;
        for (var i = 0; i < pay.Length; i++)
        {
            if (target(i) is not { } wanted || wanted <= pay[i]) continue;
            var raise = Whole(wanted - pay[i]);
            if (_cohort.Ceilings[i] is { } ceiling && pay[i] + raise > ceiling)
            {
                held++;
                raise = Math.Max(0, Math.Floor((ceiling - pay[i]) / _specification.RaiseUnit) * _specification.RaiseUnit);
            }

            pay[i] += raise;
        }

        return (pay, held);
    }

    /// <summary>The same raises under a yearly budget: the largest relative shortfalls first, the last one as far as the money goes.</summary>
    private (List<RemedyYear> Years, List<double[]> Pay) Staged(double[] target)
    {
        var pay = (double[])_cohort.Pay.Clone();
        var whole = target.Zip(pay, (t, p) => t - p).Sum();
        var budget = _specification.YearlyBudget ?? (Math.Ceiling(whole / _specification.Years / _specification.RaiseUnit) * _specification.RaiseUnit);
        var years = new List<RemedyYear>();
        var after = new List<double[]>();
        var running = 0d;
        for (var year = 1; year <= _specification.Years; year++)
        {
            var money = Math.Floor(budget / _specification.RaiseUnit) * _specification.RaiseUnit;
            var (people, spent) = (0, 0d);
            foreach (var i in Enumerable.Range(0, pay.Length).Where(i => target[i] > pay[i]).OrderByDescending(i => (target[i] - pay[i]) / pay[i]).ThenBy(i => _cohort.Rows[i].Number).ToList())
            {
                var raise = Math.Min(target[i] - pay[i], money - spent);
                if (raise <= 0) break;
                pay[i] += raise;
                spent += raise;
                people++;
            }

            running += spent;
            years.Add(new RemedyYear(year, people, spent, running, target.Zip(pay, (t, p) => t - p).Sum(), _gaps(pay)));
            after.Add((double[])pay.Clone());
        }

        return (years, after);
    }

    private Remedy Told(RemedyMethod method, (double[] Pay, int Held) raised)
    {
        var cost = raised.Pay.Zip(_cohort.Pay, (after, before) => after - before).Sum();
        return new Remedy(method, raised.Pay.Zip(_cohort.Pay).Count(p => p.First > p.Second), raised.Held, cost, cost / _cohort.Pay.Sum(), _gaps(raised.Pay));
    }

    private double Whole(double raise) => Rounding.ToMultiple(raise, _specification.RaiseUnit);
}
