using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.Simulation.Replays;

/// <summary>The person who fills a position, and what the offer holds beside salary.</summary>
/// <param name="Person">The person.</param>
/// <param name="Offer">What the offer holds beside salary.</param>
internal sealed record Hire(RosterPerson Person, IReadOnlyList<PersonnelAction> Offer)
{
    /// <summary>The terms of the hire; null for who holds the position at the start.</summary>
    public HiringTerms? Terms { get; init; }

    /// <summary>The hire of a draw.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="luck">The numbers of the hire.</param>
    /// <param name="position">The position.</param>
    /// <param name="workLevel">Code of the work level of the vacancy.</param>
    /// <param name="period">Work period of entry on duty.</param>
    public static Hire Of(ScenarioDraw draw, SpellLuck luck, Position position, string workLevel, WorkPeriod period)
    {
        var (policy, constants, workforce) = (draw.Policies.For(period), draw.Policies.Constants(period.FirstDay), draw.Scenario.Workforce);
        var terms = workforce.HiringAt(workLevel);
        var subrange = policy.Subrange(workLevel, new Scenarios.StructureMember(position.PayPlan, position.Track, position.Organisation));
        var salary = InitialSalary.Of(
            subrange.Minimum,
            subrange.Maximum,
            terms.EntryPlaceInRange,
            0,
            policy.Policy.Supplements.GetValueOrDefault(position.Market),
            subrange.Limitation,
            constants.LimitationCoversSupplement,
            policy.StandardRange);
        var person = new RosterPerson(
            FormattableString.Invariant($"{position.Id} hire {luck.Spell}"),
            position.Agency,
            position.Organisation,
            position.PayPlan,
            position.Track,
            workLevel,
            position.WorksiteFips,
            position.Market,
            AppointmentType.Continuing,
            WorkSchedule.FullTime,
            constants.FullTimeHours,
            period.FirstDay,
            salary.StructureSalary,
            salary.Salary,
            Enrolment(draw.Input.Roster, luck.HealthEnrolment),
            null)
        {
            NonforeignArea = position.NonforeignArea,
        };
        var offer = new List<PersonnelAction>();
        if (workforce.OfferTimeOffHours > 0) offer.Add(new TimeOffAction(period.FirstDay, workforce.OfferTimeOffHours, null, true));
        if (workforce.OfferPaymentPercent > 0 && luck.OfferHoldsPayment(workforce.OfferPaymentShare))
        {
            var months = workforce.OfferAgreementMonths ?? constants.ShortestAgreement;
            offer.Add(new RecognitionPaymentAction(period.FirstDay, workforce.OfferPaymentPercent, false, true, PaymentForm.LumpSum, 1, 1, months));
        }

        return new Hire(person, offer) { Terms = terms };
    }

    /// <summary>The enrolment that a uniform number stands for among the roster's shares.</summary>
    private static HealthPlan Enrolment(IReadOnlyList<RosterPerson> roster, double uniform)
    {
        var plans = Enum.GetValues<HealthPlan>();
        var counted = 0;
        foreach (var plan in plans)
        {
            counted += roster.Count(p => p.HealthPlan == plan);
            if ((double)counted / roster.Count > uniform) return plan;
        }

        return plans[^1];
    }
}
