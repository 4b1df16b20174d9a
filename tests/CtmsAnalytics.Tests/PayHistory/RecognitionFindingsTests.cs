using CtmsAnalytics.Budget;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Parameters;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.PersonnelActions;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Tests.Projection;
using static CtmsAnalytics.Tests.PayHistory.Story;

namespace CtmsAnalytics.Tests.PayHistory;

/// <summary>Recognition payments, service agreements, time-off and holds on one person's path.</summary>
public sealed class RecognitionFindingsTests
{
    private static readonly DateOnly Review = new(2027, 1, 10);
    private static readonly DateOnly Later = new(2027, 5, 2);

    [Theory]
    [InlineData(0.20, false, 2_087_000, 0)]
    [InlineData(0.25, false, 2_608_750, 2_087_000)]
    [InlineData(0.25, true, 2_608_750, 0)]
    [InlineData(0.50, true, 5_217_500, 0)]
    public void Payment_AroundItsLimit_IsCutUnlessItWasApproved(double fraction, bool approved, long asked, long cutTo)
    {
        var told = Told(Lump(Day, fraction, approved));
        var granted = cutTo == 0 ? asked : cutTo;
        var payment = Cents(Day, PersonPath.Payment, 0, granted, $"Asked for: {fraction * 100} % of salary 104,350, from the decision of 2027-02-07; paid at once.");
        Assert.Equal(cutTo == 0 ? [payment] : [Cents(Day, RecognitionPayment.Limit, asked, cutTo, "At most 20 % of salary 104,350."), payment], told.Findings);
        Assert.Equal([(Day, granted, "the decision of 2027-02-07")], told.Paid(Component.RecognitionPayment));
    }

    [Fact]
    public void Payment_SecondInTheCalendarYearOfThePayday_GetsWhatIsLeft()
    {
        // The work period of 12 December 2027 is paid in January 2028.
        var next = new DateOnly(2027, 12, 12);
        PersonnelAction[] actions = [Lump(Day, 0.15), Lump(Later, 0.10), Lump(next, 0.20)];
        Assert.Equal(
            [
                Cents(Day, PersonPath.Payment, 0, 1_565_250, "Asked for: 15 % of salary 104,350, from the decision of 2027-02-07; paid at once."),
                Cents(Later, RecognitionPayment.Limit, 1_043_500, 521_750, "At most 20 % of salary 104,350, of which 15,652.50 were granted earlier in the calendar year."),
                Cents(Later, PersonPath.Payment, 0, 521_750, "Asked for: 10 % of salary 104,350, from the decision of 2027-05-02; paid at once."),
            ],
            Told(actions).Findings);
        Assert.Equal(
            [Cents(next, PersonPath.Payment, 0, 2_087_000, "Asked for: 20 % of salary 104,350, from the decision of 2027-12-12; paid at once.")],
            TestWorld.Quiet.Told(Person, 2028, actions).Findings);
    }

    [Fact]
    public void Payment_LimitOfALaterYear_HoldsFromThatYear()
    {
        var input = TestWorld.Input(Person) with { Parameters = new ParameterSet([.. TestWorld.Figures, TestWorld.Figure("recognition_payment_maximum", 0.10) with { EffectiveYear = 2027 }]) };
        Assert.Equal([2_087_000L, 1_043_500L], Sizes(2026, new DateOnly(2026, 10, 4)).Concat(Sizes(2027, Day)));

        IEnumerable<long> Sizes(int year, DateOnly day) => TestWorld.Quiet.Told(input, year, Lump(day, 0.20)).Paid(Component.RecognitionPayment).Select(p => p.Cents);
    }

    [Fact]
    public void Offer_AfterAnotherPaymentOfTheYear_HasALimitOfItsOwn()
    {
        var told = Told(Lump(Day, 0.15), Offer(Later, 0.20, 6));
        Assert.Equal([1_565_250L, 2_087_000L], told.Paid(Component.RecognitionPayment).Select(p => p.Cents));
        Assert.Equal([PersonPath.Payment, PersonPath.Payment], told.Findings.Select(f => f.Rule));
    }

    [Fact]
    public void Offer_OverItsLimit_IsCutByTheRuleForOffers() => Assert.Equal(
        [
            Cents(Day, RecognitionPayment.OfferLimit, 2_191_350, 2_087_000, "At most 20 % of salary 104,350."),
            Cents(Day, PersonPath.Payment, 0, 2_087_000, "Asked for: 21 % of salary 104,350, from the decision of 2027-02-07; paid at once, with a service agreement through 2028-02-06."),
        ],
        Told(Offer(Day, 0.21, 12)).Findings);

    [Theory]
    [InlineData(null, null)]
    [InlineData(5, null)]
    [InlineData(6, "2027-08-06")]
    [InlineData(36, "2030-02-06")]
    [InlineData(37, null)]
    public void Offer_AgreementAroundItsLengths_IsMadeOrNot(int? months, string? end)
    {
        var told = Told(Offer(Day, 0.20, months));
        var expected = (months, end) switch
        {
            (null, _) => Cents(Day, ServiceAgreement.Required, 2_087_000, 0, "A payment in an offer needs a service agreement: the payment is not made."),
            (_, null) => Cents(Day, ServiceAgreement.Length, 2_087_000, 0, $"An agreement of {months} months is not between 6 and 36 months: the payment is not made."),
            _ => Cents(Day, PersonPath.Payment, 0, 2_087_000, $"Asked for: 20 % of salary 104,350, from the decision of 2027-02-07; paid at once, with a service agreement through {end}."),
        };
        Assert.Equal([expected], told.Findings);
        Assert.Equal(end is null ? 0 : 1, told.Paid(Component.RecognitionPayment).Count);
    }

    [Theory]
    [InlineData("2027-03-21", 347_833)]
    [InlineData("2027-04-04", 347_833)]
    [InlineData("2027-04-18", 0)]
    public void Installments_PersonLeaves_PartsNotYetDueLapse(string day, long lapsed)
    {
        var leaves = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var told = Told(new RecognitionPaymentAction(Day, 0.10, false, false, PaymentForm.Installments, 3, 2, null), new SeparationAction(leaves));
        Assert.Equal(
            lapsed == 0 ? [] : [Cents(leaves, RecognitionPayment.Lapsed, lapsed, 0, "Parts of the payment of the decision of 2027-02-07 that are not yet due lapse.")],
            told.Findings.Where(f => f.Rule != PersonPath.Payment));
        Assert.Equal("Asked for: 10 % of salary 104,350, from the decision of 2027-02-07; paid in 3 instalments.", told.Findings[0].Why);
        (DateOnly, long, string)[] parts =
        [
            (Day, 347_834, "the decision of 2027-02-07, part 1 of 3"),
            (new(2027, 3, 7), 347_833, "the decision of 2027-02-07, part 2 of 3"),
            (new(2027, 4, 4), 347_833, "the decision of 2027-02-07, part 3 of 3"),
        ];
        Assert.Equal(parts[..(lapsed == 0 ? 3 : 2)], told.Paid(Component.RecognitionPayment));
    }

    [Fact]
    public void Agreement_NotServedToItsEnd_IsOwedForDayByDay()
    {
        // 182 of 365 days are served: 2,087,000 - 1,040,641.
        var leaves = new DateOnly(2027, 8, 8);
        var told = Told(Offer(Day, 0.20, 12), new SeparationAction(leaves));
        Assert.Equal(
            [Cents(leaves, ServiceAgreement.Owed, 0, 1_046_359, "The service agreement of the decision of 2027-02-07 runs through 2028-02-06; the person repays what the service has not earned. The repayment is reported and not booked.")],
            told.Findings.Where(f => f.Date == leaves));
    }

    [Fact]
    public void Agreement_ServedToItsEndOrNone_OwesNothing()
    {
        var leaves = new SeparationAction(new DateOnly(2027, 8, 8));
        Assert.Equal(PersonPath.Payment, Assert.Single(Told(Offer(Day, 0.20, 6), leaves).Findings).Rule);
        Assert.Equal(PersonPath.Payment, Assert.Single(Told(Lump(Day, 0.20), leaves).Findings).Rule);
        Assert.Empty(Told(leaves).Findings);
    }

    [Theory]
    [InlineData(40, true, null)]
    [InlineData(41, true, "An offer holds at most 40 hours.")]
    [InlineData(41, false, null)]
    public void TimeOff_AroundTheLimitOfAnOffer_IsCutInAnOfferOnly(int hours, bool offer, string? cut)
    {
        var granted = cut is null ? hours : 40;
        var grant = Hours(Day, PersonPath.TimeOff, 0, granted, $"To be used within 26 work periods; work worth {granted * 50:#,0}.00 that is not done, and nothing that is paid.");
        Assert.Equal(cut is null ? [grant] : [Hours(Day, RecognitionTimeOff.OfferLimit, hours, 40, cut), grant], Told(new TimeOffAction(Day, hours, null, offer)).Findings);
    }

    [Theory]
    [InlineData(25, 25)]
    [InlineData(26, 26)]
    [InlineData(27, 26)]
    public void TimeOff_AroundTheLongestWindow_IsCutToIt(int asked, int window)
    {
        var grant = Hours(Day, PersonPath.TimeOff, 0, 8, $"To be used within {window} work periods; work worth 400.00 that is not done, and nothing that is paid.");
        Assert.Equal(asked == window ? [grant] : [Said(Day, RecognitionTimeOff.Window, $"The window of {asked} work periods is cut to {window}."), grant], Told(new TimeOffAction(Day, 8, asked, false)).Findings);
    }

    [Theory]
    [InlineData(7, 7)]
    [InlineData(8, 8)]
    [InlineData(9, 8)]
    public void TimeOff_UseAroundTheBalance_IsRefusedBeyondIt(int asked, int used)
    {
        var day = Day.AddDays(14);
        var told = Told(new TimeOffAction(Day, 8, null, false), new TimeOffUseAction(day, asked));
        Assert.Equal(
            asked == used ? [] : [Hours(day, PersonPath.NoBalance, asked, used, "The balance holds 8 hours.")],
            told.Findings.Where(f => f.Date == day));
        Assert.Equal([("recognition time-off granted", 8.0), ("recognition time-off used", used)], told.Hours.Where(h => h.Paragraph == "158.633").Select(h => (h.Kind, h.Hours)));
    }

    [Fact]
    public void TimeOff_NotUsedInItsWindowOrBeforeLeaving_IsForfeited()
    {
        const string Why = "8 hours of recognition time-off were not used in time; they are neither paid out nor moved to other leave.";
        var (last, after) = (new DateOnly(2027, 2, 21), new DateOnly(2027, 3, 7));
        var grant = new TimeOffAction(Day, 8, 2, false);
        Assert.Equal([Hours(after, RecognitionTimeOff.Expired, 8, 0, Why)], Told(grant).Findings.Skip(1));
        Assert.Equal([Hours(last, RecognitionTimeOff.Separated, 8, 0, Why)], Told(grant, new SeparationAction(last)).Findings.Skip(1));
        Assert.Equal(PersonPath.TimeOff, Assert.Single(Told(grant, new TimeOffUseAction(last, 8)).Findings).Rule);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 8)]
    public void Review_TimeOffByRating_IsGrantedToTheRatingsThatHaveIt(int rating, int hours)
    {
        var scenario = TestWorld.Quiet.With(p => p with { Recognition = p.Recognition with { TimeOffHours = [4, 0, 8] } });
        Assert.Equal(
            hours == 0 ? [] : [Hours(Review, PersonPath.TimeOff, 0, hours, "To be used within 26 work periods; work worth 400.00 that is not done, and nothing that is paid.")],
            scenario.Told(Person with { LastRating = rating }, 2027).Findings);
    }

    [Theory]
    [InlineData(0.49, false)]
    [InlineData(0.5, true)]
    [InlineData(0.51, true)]
    public void Review_ShareOfReceivers_DecidesFromAHalfOn(double share, bool receives)
    {
        var told = TestWorld.Quiet.With(p => p with { Recognition = p.Recognition with { PaymentShare = [0, share, 0], PaymentPercent = [0, 0.02, 0] } }).Told(Person, 2027);
        Assert.Contains($"{share * 100} % of people with rating 1 receive a recognition payment; this person is assumed {(receives ? "to receive one" : "not to")} on 2027-01-10.", told.Assumptions);
        Assert.Equal(receives ? [Cents(Review, PersonPath.Payment, 0, 208_700, "Asked for: 2 % of salary 104,350, from the review of 2027-01-10.")] : [], told.Findings);
    }

    [Theory]
    [InlineData("2027-01-09", 1)]
    [InlineData("2027-01-10", 0)]
    public void Review_EntryOnItsFirstDay_IsTooLate(string entry, int findings)
    {
        var person = Person with { EntryOnDuty = DateOnly.Parse(entry, System.Globalization.CultureInfo.InvariantCulture) };
        var scenario = TestWorld.Quiet.With(p => p with { Recognition = p.Recognition with { PaymentShare = [0, 1, 0], PaymentPercent = [0, 0.02, 0] } });
        Assert.Equal(findings, scenario.Told(person, 2027).Findings.Count);
    }

    [Fact]
    public void AdvisoryAppointee_BarredFromAdjustments_StillReceivesAPayment()
    {
        var input = TestWorld.Input(Person with { Appointment = AppointmentType.Advisory }).With("advisory_recognition_adjustments", 0);
        var scenario = TestWorld.Quiet.With(p => p with { Recognition = p.Recognition with { PaymentShare = [0, 1, 0], PaymentPercent = [0, 0.02, 0] } });
        Assert.Equal(PersonPath.Payment, Assert.Single(scenario.Told(input, 2027).Findings).Rule);
        Assert.Equal(
            [Said(Day, RecognitionAdjustment.Advisory, "No recognition adjustment from the decision of 2027-02-07 for an advisory appointee.")],
            TestWorld.Quiet.Told(input, 2027, new RecognitionAdjustmentAction(Day, 0.05)).Findings);
    }

    [Fact]
    public void Parameters_AdjustmentAlone_DoNotNameTheRulesOfAPayment()
    {
        Assert.DoesNotContain(Told(new RecognitionAdjustmentAction(Day, 0.05)).Parameters, p => p.Name == "recognition_payment_limit_per_year");
        Assert.Contains(Told(Lump(Day, 0.05)).Parameters, p => p.Name == "recognition_payment_limit_per_year");
    }

    [Fact]
    public void Hold_InQuestionThenReleased_PaymentAndAdjustmentComeLaterAndAreNotLost()
    {
        var (asked, settled) = (new DateOnly(2027, 2, 21), new DateOnly(2027, 4, 4));
        var told = Told(
            new RecognitionHoldAction(Day, null, RecognitionHold.InQuestion),
            Lump(asked, 0.10),
            new RecognitionAdjustmentAction(asked, 0.02),
            new TimeOffAction(asked, 8, null, false),
            new RecognitionHoldAction(settled, null, RecognitionHold.Released));
        Assert.Equal(
            [
                Said(asked, RecognitionEligibility.InQuestion, "Recognition of the decision of 2027-02-21 is held back until the question is settled; it is not lost."),
                Said(asked, RecognitionEligibility.InQuestion, "Recognition of the decision of 2027-02-21 is held back until the question is settled; it is not lost."),
                Hours(asked, RecognitionEligibility.InQuestion, 8, 0, "No recognition time-off is granted."),
                Cents(settled, PersonPath.Payment, 0, 1_043_500, "Asked for: 10 % of salary 104,350, from the decision of 2027-02-21."),
                Dollars(settled, PersonPath.Adjustment, 104_350, 106_437, "2 % of structure salary from the decision of 2027-02-21."),
            ],
            told.Findings);
        Assert.Equal([(settled, 1_043_500L, "the decision of 2027-02-21")], told.Paid(Component.RecognitionPayment));
        Assert.Equal((settled, "recognition adjustment of 2,087", "158.631"), (told.Salary[^1].Date, told.Salary[^1].Reason, told.Salary[^1].Paragraph));
    }

    [Fact]
    public void Hold_InQuestionThenMisconduct_RecognitionIsLost()
    {
        var (asked, found) = (new DateOnly(2027, 2, 21), new DateOnly(2027, 4, 4));
        var told = Told(new RecognitionHoldAction(Day, null, RecognitionHold.InQuestion), Lump(asked, 0.10), new RecognitionHoldAction(found, null, RecognitionHold.Misconduct), Lump(Later, 0.05));
        Assert.Equal(
            [
                Said(asked, RecognitionEligibility.InQuestion, "Recognition of the decision of 2027-02-21 is held back until the question is settled; it is not lost."),
                Said(found, RecognitionEligibility.Misconduct, "No recognition from the decision of 2027-02-21."),
                Said(Later, RecognitionEligibility.Misconduct, "No recognition from the decision of 2027-05-02."),
            ],
            told.Findings);
        Assert.Empty(told.Paid(Component.RecognitionPayment));
    }

    [Fact]
    public void Rating_OutsideTheScenarios_SaysWhichThereAre()
    {
        Assert.Equal(
            "The rating of 2027-02-07 is 3; the scenario has ratings 0 to 2.",
            Assert.Throws<Diagnostics.InputException>(() => Told(new RatingAction(Day, 3))).Message);
        Assert.Empty(Told(new RatingAction(Day, 2)).Findings);
        Assert.Equal(
            "P1 has the rating 3 in the roster; 'quiet' has ratings 0 to 2.",
            Assert.Throws<Diagnostics.InputException>(() => TestWorld.Quiet.Told(Person with { LastRating = 3 }, 2027)).Message);
    }
}
