using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Recognition;

namespace CtmsAnalytics.Projection;

/// <content>Separations, vacancies and hires.</content>
public sealed partial class PointEstimate
{
    private long _deferredAtSeparation;

    private readonly record struct VacancyCell(string Agency, string Organisation, string WorkLevel, string Market);

    /// <summary>Probability of separating in a work period: one unit exponential against the hazard of the period, which pay above the market lowers.</summary>
    private double SeparationProbability(Cohort cohort, long salary, PolicyYear year, WorkPeriod period)
    {
        var workforce = _scenario.Workforce;
        if (!workforce.SeparationHazard.TryGetValue(cohort.WorkLevel, out var hazard) || hazard == 0) return 0;
        var service = (period.FirstDay.DayNumber - cohort.EntryOnDuty.DayNumber) / 365.25;
        var band = workforce.TenureBands.LastOrDefault(b => service >= b.FromYears);
        var target = MarketTarget(cohort, year, period);
        var relative = Math.Pow(salary / target, -workforce.PayElasticity);
        return 1 - Math.Exp(-hazard * (band?.Factor ?? 1) * relative / _constants.PeriodsPerYear);
    }

    private double MarketTarget(Cohort cohort, PolicyYear year, WorkPeriod period)
    {
        var key = (cohort.WorkLevel, cohort.Market, year);
        if (!_marketTargets.TryGetValue(key, out var target))
        {
            var date = new DateOnly(period.FirstDay.Year, 1, 1);
            _marketTargets[key] = target = _market.ForLevel(year.Subrange(cohort.WorkLevel).Subrange.Market, cohort.Market, date).Target;
        }

        return target;
    }

    private void Separate(int index, WorkPeriod period)
    {
        var due = index + 1 + _scenario.Workforce.TimeToFillPeriods;
        foreach (var cohort in _cohorts)
        {
            var leaving = cohort.Share.Part(cohort.Pay.Hazard);
            if (leaving == PersonShare.None) continue;
            _deferredAtSeparation += leaving.Of(cohort.DeferredRecognition + cohort.DeferredSpecial);
            cohort.Share -= leaving;
            _ledger.Move(cohort, _ledger.HomeYear(period), m => m.Separations += leaving);
            var vacancy = leaving.Part(_scenario.Workforce.Backfill);
            if (vacancy == PersonShare.None) continue;
            if (!_vacancies.TryGetValue(due, out var cells)) _vacancies[due] = cells = [];
            var cell = new VacancyCell(cohort.Agency, cohort.Organisation, cohort.WorkLevel, cohort.Market);
            cells[cell] = cells.GetValueOrDefault(cell, PersonShare.None) + vacancy;
        }

        _cohorts.RemoveAll(c => c.Share == PersonShare.None);
    }

    private void Hire(int index, PolicyYear year, WorkPeriod period)
    {
        if (!_vacancies.Remove(index, out var cells)) return;
        foreach (var (cell, share) in cells.OrderBy(c => c.Key.Agency, StringComparer.Ordinal).ThenBy(c => c.Key.Organisation, StringComparer.Ordinal)
            .ThenBy(c => c.Key.WorkLevel, StringComparer.Ordinal).ThenBy(c => c.Key.Market, StringComparer.Ordinal))
        {
            var subrange = year.Subrange(cell.WorkLevel);
            var cohort = new Cohort
            {
                Agency = cell.Agency,
                Organisation = cell.Organisation,
                Market = cell.Market,
                Appointment = AppointmentType.Continuing,
                Schedule = WorkSchedule.FullTime,
                Hours = _constants.FullTimeHours,
                EntryOnDuty = period.FirstDay,
                Health = _hireHealth,
                WorkLevel = cell.WorkLevel,
                Share = share,
                StructureSalary = subrange.Minimum + Rounding.HalfUp(_scenario.Workforce.EntryPlaceInRange * (subrange.Maximum - subrange.Minimum)),
                CalendarYear = period.CalendarYear,
            };
            Reprice(cohort, year, period);
            Offer(cohort, period);
            _ledger.Move(cohort, _ledger.HomeYear(period), m => m.Hires += share);
            _cohorts.Add(cohort);
        }
    }

    private void Offer(Cohort cohort, WorkPeriod period)
    {
        var workforce = _scenario.Workforce;
        if (workforce.OfferPaymentShare == 0) return;
        var wanted = RecognitionPayment.Amount(cohort.Pay.Salary, workforce.OfferPaymentPercent);
        var amount = Math.Min(wanted, RecognitionPayment.Amount(cohort.Pay.Salary, _constants.OfferMaximum));
        if (wanted > amount) _ledger.Touch(cohort, period, RecognitionPayment.OfferLimit, Rounding.HalfUp(workforce.OfferPaymentShare * (wanted - amount)));
        cohort.Granted = new RecognitionGrant([(workforce.OfferPaymentShare, amount)]);
    }
}
