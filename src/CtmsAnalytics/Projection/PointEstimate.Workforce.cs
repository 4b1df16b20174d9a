using CtmsAnalytics.Budget;
using CtmsAnalytics.Calendar;
using CtmsAnalytics.Compensation;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;
using CtmsAnalytics.Simulation;
using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.Projection;

/// <content>Separations, vacancies and hires.</content>
public sealed partial class PointEstimate
{
    private readonly List<Vacated> _vacated = [];

    private int OfferAgreementMonths => _scenario.Workforce.OfferAgreementMonths ?? _constants.ShortestAgreement;

    private HiringTerms HiringAt(string workLevel)
    {
        if (!_hiring.TryGetValue(workLevel, out var terms)) _hiring[workLevel] = terms = _scenario.Workforce.HiringAt(workLevel);
        return terms;
    }

    /// <summary>Separation hazard a year before the factor of the tenure band: pay above the market lowers it.</summary>
    private double AnnualHazard(Cohort cohort, long salary, CellTerms terms, WorkPeriod period)
    {
        var workforce = _scenario.Workforce;
        if (!workforce.SeparationHazard.TryGetValue(cohort.Cell.WorkLevel, out var hazard) || hazard == 0) return 0;
        return hazard * Deterministic.Pow(salary / MarketTarget(cohort.Cell, terms, period), -workforce.PayElasticity);
    }

    /// <summary>
    /// Probability of separating in a work period: one unit exponential against the hazard of the period. The tenure band is that of the period and not of the day on which
    /// pay was last computed, so that a dated change which changes nothing moves nobody.
    /// </summary>
    private double SeparationProbability(Cohort cohort, WorkPeriod period)
    {
        if (cohort.Pay.AnnualHazard == 0) return 0;
        var factor = SeparationExposure.TenureFactor(_scenario.Workforce, cohort.EntryOnDuty, period.FirstDay);
        if (factor == 0) return 0;
        var exponent = -cohort.Pay.AnnualHazard * factor / _constants.PeriodsPerYear;
        // Most work periods have the exponent of the one before.
        if (exponent != cohort.Separating.Exponent) cohort.Separating = (exponent, 1 - Deterministic.Exp(exponent));
        return cohort.Separating.Probability;
    }

    private double MarketTarget(LedgerCell cell, CellTerms terms, WorkPeriod period) =>
        terms.MarketTarget ??= _market.ForLevel(terms.Subrange.Subrange.Market, cell.Market, new DateOnly(period.FirstDay.Year, 1, 1)).Target;

    private void Separate(int index, WorkPeriod period)
    {
        var year = _ledger.HomeYear(period);
        foreach (var cohort in _cohorts)
        {
            var closes = cohort.Closing is { How: PositionClosing.OnDate } closing && closing.Period == index + 1;
            var leaving = closes ? cohort.Share : cohort.Share.Part(SeparationProbability(cohort, period));
            if (leaving == PersonShare.None) continue;
            SettleDeferred(cohort, leaving, period);
            Leave(cohort, leaving, period);
            cohort.Share -= leaving;
            cohort.Cell.Flow.Separations[year] += leaving;
            var vacancy = leaving.Part(_scenario.Workforce.Backfill);
            if (vacancy == PersonShare.None || cohort.IsUncompensated) continue;
            Vacate(cohort.Cell, cohort.Closing, vacancy);
        }

        _cohorts.RemoveAll(c => c.Share == PersonShare.None);
        foreach (var (vacancy, share) in _vacated)
        {
            var due = index + 1 + HiringAt(vacancy.Cell.WorkLevel).ExpectedPeriodsToFill();
            // A vacancy that would be filled after its position has closed ends unfilled, whenever it arose.
            if (due >= vacancy.Closing?.Period) continue;
            Post(due, vacancy, share);
        }

        _vacated.Clear();
    }

    /// <summary>Adds up what becomes vacant in a work period: one vacancy for all people of a cell whose positions stay.</summary>
    private void Vacate(LedgerCell cell, ClosedPosition? closing, PersonShare share)
    {
        if (closing is null && cell.Vacated < _vacated.Count && _vacated[cell.Vacated] is { Vacancy.Closing: null } known && known.Vacancy.Cell == cell)
        {
            _vacated[cell.Vacated] = known with { Share = known.Share + share };
            return;
        }

        if (closing is null) cell.Vacated = _vacated.Count;
        _vacated.Add(new Vacated(new Vacancy(cell, closing), share));
    }

    /// <summary>Vacancies of the positions that the hiring plan opens. All of them are filled: that is what the plan decides.</summary>
    private void OpenPositions()
    {
        foreach (var opening in _plan.Openings)
        {
            var line = opening.Line;
            var area = new WorksiteArea(opening.NonforeignArea, _holidays.IsInaugurationArea(opening.WorksiteFips));
            var cell = _ledger.Cell(line.Agency, new StructureMember(line.PayPlan, line.Track, line.Organisation), line.WorkLevel, line.Market, area);
            Post(opening.Period + HiringAt(line.WorkLevel).ExpectedPeriodsToFill(), new Vacancy(cell, null), new PersonShare(opening.Count * PersonShare.Whole.Millionths));
        }
    }

    /// <summary>Records a vacancy under the index of the work period in which it is filled.</summary>
    private void Post(int due, Vacancy vacancy, PersonShare share)
    {
        if (!_vacancies.TryGetValue(due, out var vacancies)) _vacancies[due] = vacancies = [];
        vacancies[vacancy] = vacancies.GetValueOrDefault(vacancy, PersonShare.None) + share;
    }

    /// <summary>Recognition that ends with the service: parts not yet paid lapse, and a service agreement that is not served to its end is repaid.</summary>
    private void Leave(Cohort cohort, PersonShare leaving, WorkPeriod period)
    {
        var (probability, outstanding) = cohort.Payments.OutstandingAfter(period.Number);
        if (outstanding > 0) _ledger.Touch(leaving.Part(probability), period, RecognitionPayment.Lapsed, leaving.Of(outstanding));
        if (cohort.OfferPayment == 0) return;
        var agreement = new ServiceAgreement(cohort.EntryOnDuty, OfferAgreementMonths);
        var owed = agreement.Repayment(cohort.OfferPayment, cohort.OfferPayment, period.LastDay.AddDays(1), _constants.Repayment);
        if (owed == 0) return;
        var people = leaving.Part(_scenario.Workforce.OfferPaymentShare);
        _ledger.Touch(people, period, ServiceAgreement.Owed, people.Of(owed));
    }

    private void Hire(int index, PolicyYear year, WorkPeriod period)
    {
        if (!_vacancies.Remove(index, out var vacancies)) return;
        foreach (var ((cell, closing), share) in vacancies)
        {
            var (subrange, supplement) = (Terms(cell, year).Subrange, Terms(cell, year).Supplement);
            var terms = HiringAt(cell.WorkLevel);
            var salary = InitialSalary.Of(
                subrange.Minimum,
                subrange.Maximum,
                terms.EntryPlaceInRange,
                0,
                supplement,
                subrange.Limitation,
                _constants.LimitationCoversSupplement,
                year.StandardRange);
            var cohort = new Cohort
            {
                Cell = cell,
                Appointment = AppointmentType.Continuing,
                Hours = _constants.FullTimeHours,
                EntryOnDuty = period.FirstDay,
                Closing = closing,
                Health = _hireHealth,
                Share = share,
                StructureSalary = salary.StructureSalary,
                Account = new PayAccount { CalendarYear = period.CalendarYear },
            };
            Reprice(cohort, year, period);
            Offer(cohort, period);
            _ledger.Book(cohort, period, Component.InterviewTravel, terms.InterviewTravel);
            _ledger.Book(cohort, period, Component.SourcingAssessment, terms.SourcingAssessment);
            cell.Flow.Hires[_ledger.HomeYear(period)] += share;
            _cohorts.Add(cohort);
        }
    }

    /// <summary>
    /// Puts together the hires of one calendar year that have become alike, once the running sums of the old year no longer tell them apart. They keep their mean
    /// entry date. Without this the number of cohorts would double at every review.
    /// </summary>
    private void MergeHires(PolicyYear year, WorkPeriod period)
    {
        var alike = _cohorts
            .Where(c => ReferenceEquals(c.Health, _hireHealth) && c.Account.DeferredRecognition == 0 && c.Account.DeferredSpecial == 0)
            .GroupBy(c => (c.Cell, c.StructureSalary, c.Adjusted, c.EntryOnDuty.Year, c.Payments, c.OfferPayment, c.Closing))
            .Select(g => g.ToList())
            .Where(g => g.Count > 1);
        foreach (var group in alike.ToList())
        {
            var kept = group[0];
            var days = group.Aggregate(Int128.Zero, (sum, c) => sum + ((Int128)c.EntryOnDuty.DayNumber * c.Share.Millionths));
            var share = group.Aggregate(PersonShare.None, (sum, c) => sum + c.Share);
            foreach (var cohort in group.Skip(1)) cohort.Share = PersonShare.None;
            kept.EntryOnDuty = DateOnly.FromDayNumber((int)(days / share.Millionths));
            kept.Share = share;
            Reprice(kept, year, period);
        }

        _cohorts.RemoveAll(c => c.Share == PersonShare.None);
    }

    /// <summary>What the offer holds beside salary: a payment under a service agreement (158.632(b)) and time-off (158.633(b)).</summary>
    private void Offer(Cohort cohort, WorkPeriod period)
    {
        var workforce = _scenario.Workforce;
        if (workforce.OfferTimeOffHours > 0)
        {
            var hourly = HourlyRate.FromAnnual(cohort.Pay.Salary, _constants.HourlyDivisor);
            var hours = RecognitionTimeOff.InOffer(workforce.OfferTimeOffHours, _constants.OfferTimeOffMaximum);
            var cut = RecognitionTimeOff.Capacity(workforce.OfferTimeOffHours - hours, hourly);
            if (cut > 0) _ledger.Touch(cohort, period, RecognitionTimeOff.OfferLimit, cut);
            _ledger.TimeOff(cohort, period, hours, hourly);
        }

        if (workforce.OfferPaymentShare == 0) return;
        var maximum = RecognitionPayment.MaximumOf(true, false, _constants.PaymentMaximum, _constants.PaymentMaximumApproved, _constants.OfferMaximum);
        var payment = RecognitionPayment.Within(RecognitionPayment.Amount(cohort.Pay.Salary, workforce.OfferPaymentPercent), cohort.Pay.Salary, maximum, 0);
        if (payment.Cut > 0) _ledger.Touch(cohort, period, RecognitionPayment.OfferLimit, Rounding.HalfUp(workforce.OfferPaymentShare * payment.Cut));
        if (ServiceAgreement.Offends(OfferAgreementMonths, true, _constants.ShortestAgreement, _constants.LongestAgreement) is { } rule)
        {
            _ledger.Touch(cohort, period, rule, Rounding.HalfUp(workforce.OfferPaymentShare * payment.Granted));
            return;
        }

        cohort.OfferPayment = payment.Granted;
        cohort.Payments = cohort.Payments.With(period.Number, [(workforce.OfferPaymentShare, PaymentSchedule.LumpSum(payment.Granted))]);
    }

    /// <summary>A place that is to be filled, and how the hiring plan closes the position in it; null where it does not.</summary>
    private readonly record struct Vacancy(LedgerCell Cell, ClosedPosition? Closing);

    /// <summary>A place that became vacant in the present work period.</summary>
    private readonly record struct Vacated(Vacancy Vacancy, PersonShare Share);
}
