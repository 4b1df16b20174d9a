using CtmsAnalytics.Calendar;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <content>The annual review: recognition adjustments and payments inside pools, then work-level progression. People who enter on duty in the period are not reviewed in it.</content>
public sealed partial class PointEstimate
{
    private void Review(PolicyYear year, WorkPeriod period)
    {
        foreach (var organisation in _cohorts.Where(c => c.EntryOnDuty < period.FirstDay && !c.IsUncompensated).GroupBy(c => (c.Cell.Agency, c.Cell.Organisation)).OrderBy(g => g.Key).Select(g => g.ToList()).ToList())
        {
            var adjustments = Adjust(organisation, year, period);
            var payments = Grant(organisation, year, period);
            foreach (var cohort in organisation) GrantTimeOff(cohort, year.Policy.Recognition, period);
            _reviews.Add(new ReviewPool(period.FirstDay, organisation[0].Cell.Agency, organisation[0].Cell.Organisation, adjustments, payments));
        }

        Progress(year, period);
    }

    private RecognitionPool Adjust(List<Cohort> organisation, PolicyYear year, WorkPeriod period)
    {
        var recognition = year.Policy.Recognition;
        var guideline = new GuidelineMatrix(recognition.Guideline, recognition.PlaceInRangeBoundaries);
        var raises = organisation.ConvertAll(c => Raises(c, guideline, year, period));
        double asked = 0, salaries = 0;
        for (var i = 0; i < organisation.Count; i++)
        {
            asked += Mean(raises[i], recognition.RatingShares) * organisation[i].Share.Millionths;
            salaries += (double)organisation[i].StructureSalary * organisation[i].Share.Millionths;
        }

        var pool = Pool(recognition.AdjustmentPool * salaries, asked);
        for (var i = 0; i < organisation.Count; i++)
        {
            var cohort = organisation[i];
            var expected = Mean(raises[i], recognition.RatingShares);
            var allowed = Mean(Array.ConvertAll(raises[i], pool.Allows), recognition.RatingShares);
            if (pool.Binds) _ledger.Touch(cohort, period, RecognitionAdjustment.Pool, Rounding.HalfUp((expected - allowed) * 100));
            var raise = Rounding.HalfUp(allowed);
            if (raise == 0) continue;
            cohort.StructureSalary += raise;
            cohort.Adjusted += raise;
            Reprice(cohort, year, period);
        }

        return pool;
    }

    /// <summary>The raise at each rating, inside the ceilings of 158.631(b); whole-person US dollars a year.</summary>
    private long[] Raises(Cohort cohort, GuidelineMatrix guideline, PolicyYear year, WorkPeriod period)
    {
        var recognition = year.Policy.Recognition;
        var subrange = Terms(cohort.Cell, year).Subrange;
        var (limitation, range) = (year.Limitation(subrange, cohort.IsExtended), year.RangeMaximum(cohort.IsExtended));
        var band = guideline.Band(cohort.StructureSalary, subrange.Minimum, subrange.Maximum);
        var excluded = RecognitionAdjustment.Excludes(cohort.Appointment, _constants.AdvisoryAdjustments);
        var raises = new long[recognition.RatingShares.Count];
        double cutByPoint = 0, cutByMaximum = 0, cutByRange = 0;
        for (var rating = 0; rating < raises.Length; rating++)
        {
            var share = recognition.RatingShares[rating];
            var steps = RecognitionAdjustment.Guided(
                cohort.StructureSalary, guideline[rating, band], subrange.ControlPoint, subrange.Maximum, limitation, range);
            if ((excluded ?? RecognitionEligibility.Of(rating, null, true).Rule) is { } rule)
            {
                if (steps.Raise > 0) _ledger.Touch(cohort, period, rule, Rounding.HalfUp(share * steps.Raise * 100));
                continue;
            }

            cutByPoint += share * steps.CutByControlPoint;
            cutByMaximum += share * steps.CutByMaximum;
            cutByRange += share * steps.CutByRange;
            raises[rating] = steps.Raise;
        }

        if (cutByPoint > 0) _ledger.Touch(cohort, period, RecognitionAdjustment.ControlPoint, Rounding.HalfUp(cutByPoint * 100));
        if (cutByMaximum > 0) _ledger.Touch(cohort, period, RecognitionAdjustment.Maximum, Rounding.HalfUp(cutByMaximum * 100));
        if (cutByRange > 0) _ledger.Touch(cohort, period, cohort.IsExtended ? SalaryRange.ExtendedRange : SalaryRange.AdjustmentWithoutInvocation, Rounding.HalfUp(cutByRange * 100));
        return raises;
    }

    private static double Mean(long[] amounts, IReadOnlyList<double> shares)
    {
        double mean = 0;
        for (var i = 0; i < amounts.Length; i++) mean += shares[i] * amounts[i];
        return mean;
    }

    private RecognitionPool Grant(List<Cohort> organisation, PolicyYear year, WorkPeriod period)
    {
        var recognition = year.Policy.Recognition;
        var maximum = RecognitionPayment.MaximumOf(false, recognition.PaymentApproved, _constants.PaymentMaximum, _constants.PaymentMaximumApproved, _constants.OfferMaximum);
        var grants = organisation.ConvertAll(_ => new List<(double Probability, long Cents)>());
        double asked = 0, salaries = 0;
        for (var i = 0; i < organisation.Count; i++)
        {
            var salary = organisation[i].Pay.Salary;
            salaries += 100.0 * salary * organisation[i].Share.Millionths;
            for (var rating = 0; rating < recognition.RatingShares.Count; rating++)
            {
                var probability = recognition.RatingShares[rating] * recognition.PaymentShare[rating];
                if (probability == 0) continue;
                var payment = RecognitionPayment.Within(RecognitionPayment.Amount(salary, recognition.MeanPaymentPercent(rating)), salary, maximum, 0);
                if (RecognitionEligibility.Of(rating, null, true).Rule is { } rule)
                {
                    if (payment.Granted > 0) _ledger.Touch(organisation[i], period, rule, Rounding.HalfUp(probability * payment.Granted));
                    continue;
                }

                if (payment.Cut > 0) _ledger.Touch(organisation[i], period, RecognitionPayment.Limit, Rounding.HalfUp(probability * payment.Cut));
                grants[i].Add((probability, payment.Granted));
                asked += probability * payment.Granted * organisation[i].Share.Millionths;
            }
        }

        var pool = Pool(recognition.PaymentPool * salaries, asked);
        for (var i = 0; i < organisation.Count; i++)
        {
            var allowed = grants[i].ConvertAll(g => (g.Probability, Cents: pool.Allows(g.Cents)));
            if (pool.Binds) _ledger.Touch(organisation[i], period, RecognitionPayment.Pool, Rounding.HalfUp(grants[i].Sum(g => g.Probability * g.Cents) - allowed.Sum(g => g.Probability * g.Cents)));
            organisation[i].Payments = organisation[i].Payments.With(
                period.Number,
                allowed.Select(g => (g.Probability, PaymentSchedule.Of(recognition.PaymentForm, g.Cents, recognition.PaymentCount, recognition.PaymentPeriodsBetween))));
        }

        return pool;
    }

    /// <summary>Books the time-off that the cohort's ratings are expected to bring, as capacity and not as cost.</summary>
    private void GrantTimeOff(Cohort cohort, RecognitionPolicy recognition, WorkPeriod period)
    {
        if (recognition.TimeOffHours.Count == 0) return;
        double hours = 0;
        for (var rating = 0; rating < recognition.RatingShares.Count; rating++)
        {
            if (RecognitionEligibility.Of(rating, null, true).Standing == RecognitionStanding.Eligible) hours += recognition.RatingShares[rating] * recognition.TimeOffHours[rating];
        }

        _ledger.TimeOff(cohort, period, hours, HourlyRate.FromAnnual(cohort.Pay.Salary, _constants.HourlyDivisor));
    }

    /// <summary>The pool of whole persons from sums over shares of persons.</summary>
    private static RecognitionPool Pool(double pool, double asked) =>
        new(Rounding.HalfUp(pool / PersonShare.Whole.Millionths), Rounding.HalfUp(asked / PersonShare.Whole.Millionths));

    private void Progress(PolicyYear year, WorkPeriod period)
    {
        var moved = new List<Cohort>();
        foreach (var cohort in _cohorts)
        {
            if (cohort.EntryOnDuty >= period.FirstDay || !_scenario.Workforce.Progression.TryGetValue(cohort.Cell.WorkLevel, out var progression)) continue;
            var part = cohort.Share.Part(progression.Probability);
            if (part == PersonShare.None) continue;
            var entrant = cohort.Split(part, _ledger.Cell(cohort.Cell.Agency, cohort.Cell.Member, progression.To, cohort.Cell.Market, cohort.Cell.Area));
            cohort.Share -= part;
            var minimum = year.Subrange(progression.To, cohort.Cell.Member).Minimum;
            if (entrant.StructureSalary < minimum)
            {
                entrant.Adjusted += minimum - entrant.StructureSalary;
                entrant.StructureSalary = minimum;
            }

            Reprice(entrant, year, period);
            moved.Add(entrant);
        }

        _cohorts.AddRange(moved);
        _cohorts.RemoveAll(c => c.Share == PersonShare.None);
    }
}
