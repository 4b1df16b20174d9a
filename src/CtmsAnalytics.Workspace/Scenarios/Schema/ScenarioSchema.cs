using CtmsAnalytics.Deployment;
using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.Workspace.Scenarios.Schema;

/// <summary>The file format: every key with its meaning, unit, range, default and paragraph. Checking, explaining and the reference page all read it, so that they cannot disagree.</summary>
internal static class ScenarioSchema
{
    private const string Share = "fraction";
    private const string Yearly = "fraction a year";
    private const string Dollars = "USD a year";

    /// <summary>Words for the special working conditions, in the order of <see cref="CtmsAnalytics.SpecialWorkingConditions.SwcCondition"/>.</summary>
    public static readonly IReadOnlyList<string> SwcConditions = ["hardship", "atypical_location", "unexpected_time", "uncommon_duration"];

    /// <summary>Words for the forms of payment, in the order of <see cref="CtmsAnalytics.PersonnelActions.PaymentForm"/>.</summary>
    public static readonly IReadOnlyList<string> PaymentForms = ["lump_sum", "installments", "recurring"];

    /// <summary>Words for the ways in which positions close, in the order of <see cref="CtmsAnalytics.Scenarios.PositionClosing"/>.</summary>
    public static readonly IReadOnlyList<string> PositionClosings = ["attrition", "on_date"];

    /// <summary>The sections that may stand in <c>changes</c>.</summary>
    public static readonly IReadOnlyList<string> PolicySections = ["structure", "further_structures", "supplements", "recognition", "special_working_conditions"];

    private static readonly SectionSchema Horizon = new("Years that the projection covers",
        new("start", new ValueSchema("First day of the first work period: a Sunday that begins a work period of the pay calendar", ValueKind.Date, "date", Paragraph: "158.705", Mark: ScenarioMark.Label)),
        new("fiscal_years", new ValueSchema("Number of fiscal years", ValueKind.Integer, "years", 1, 30, Mark: ScenarioMark.Label)));

    private static readonly SectionSchema Economy = new("Growth of rates and of the talent market",
        new("pay_raise", new TableSchema("Raise of the Executive Schedule and of the Vice President's rate, by calendar year after their last published one", TableKey.Year,
            new ValueSchema("Raise of the Executive Schedule and the Vice President's rate in the calendar year", ValueKind.Fraction, Share, -0.2, 0.5))),
        new("market_growth", new ValueSchema("Growth of talent-market wages, which ages survey figures to a date", ValueKind.Fraction, Yearly, -0.2, 0.5, "158.403")),
        new("wage_base_growth", new ValueSchema("Growth of the Social Security wage base after its last published year", ValueKind.Fraction, Yearly, -0.2, 0.5)),
        new("health_premium_growth", new ValueSchema("Growth of the Government's health premium share after its last published year", ValueKind.Fraction, Yearly, -0.2, 0.5)),
        new("market_growth_deviation", new ValueSchema("Standard deviation of the market's growth in a calendar year around 'market_growth', for the simulation", ValueKind.Fraction, Yearly, 0, 0.5, "158.403"), "0"),
        new("pay_raise_deviation", new ValueSchema("Standard deviation of a calendar year's raise around 'pay_raise', after the last published year, for the simulation", ValueKind.Fraction, Yearly, 0, 0.5), "0"),
        new("structure_follows_pay_raise", new ValueSchema("Whether the annual adjustments of the structures deviate as the raise of the year does", ValueKind.Flag, "true or false", Paragraph: "158.611(e)"), "false"));

    private static readonly SectionSchema FunnelLevel = new("The funnel of a work level",
        new("track", new ValueSchema("Career track, for tables and for the structure that the initial salary is set in; null for none", ValueKind.Track, "career track", Mark: ScenarioMark.Label) { Nullable = true }, "null"),
        new("sourced", Stage("Candidates who are identified and recruited", "sourced candidates", "take part in the assessment program", "158.511", 0.001)),
        new("assessed", Stage("Candidates in the assessment program", "assessed candidates", "meet its thresholds and are selected", "158.520", 0.001)),
        new("selected", Stage("Selected candidates", "selected candidates", "receive an offer", "158.522", 0.001)),
        new("offered", Stage("Candidates with an offer of appointment; with an acceptance slope the share is that of an offer at the market target", "candidates with an offer", "accept it", "158.521", AcceptanceCurve.Lowest)),
        new("accepted", Stage("Candidates who have accepted", "candidates who have accepted", "enter on duty", "158.521", 0.01)),
        new("acceptance_slope", new ValueSchema("Change of the log odds of accepting for a change of initial salary / market target by 1, both at the start of the horizon and without the local part; 0 where pay does not matter", ValueKind.Number, "log odds", 0, 100, "158.620"), "0"),
        new("interview_travel", new SectionSchema("Travel to preemployment interviews that is paid or reimbursed",
            new("share", new ValueSchema("Share of assessed candidates who travel", ValueKind.Fraction, Share, 0, 1, "158.512")),
            new("cost_per_trip", new ValueSchema("Cost of a trip under the Federal Travel Regulations", ValueKind.Dollars, "USD a trip", 0, 100_000, "158.512"))), "")
        { Removable = true },
        new("periods_per_lost_offer", new ValueSchema("Work periods that each offer adds to the time to fill which does not end in an entry on duty", ValueKind.Integer, "work periods", 0, 260), "0"),
        new("entry_place_in_range", new ValueSchema("Where the initial salary of a hire at the level stands in the subrange; null for the place of every level", ValueKind.Fraction, "fraction of the range", 0, 1, "158.620", ScenarioMark.Decision) { Nullable = true }, "null"));

    private static readonly SectionSchema Workforce = new("Separations, hiring and work-level progression",
        new("separation_hazard", new TableSchema("Separation hazard at pay equal to the market target, by work level", TableKey.Level,
            new ValueSchema("Separation hazard of the work level at pay equal to the market target", ValueKind.Number, "per year", 0, 10) { Infinite = true })),
        new("tenure_bands", new ListSchema("Factors on the hazard by length of service, ascending; the last band that is reached holds",
            new SectionSchema("A band",
                new("from_years", new ValueSchema("Completed years of service from which the band holds; the first band begins at 0", ValueKind.Integer, "years", 0, 60)),
                new("factor", new ValueSchema("Factor on the hazard", ValueKind.Number, "factor", 0, 100))), "band")),
        new("pay_elasticity", new ValueSchema("The hazard is multiplied by (salary / market target) to the power of minus this", ValueKind.Number, "elasticity", 0, 10)),
        new("backfill", new ValueSchema("Share of vacancies that are filled", ValueKind.Fraction, Share, 0, 1)),
        new("time_to_fill_periods", new ValueSchema("Work periods from a separation to the hire that fills it, always the same number; null where 'time_to_fill' gives a range", ValueKind.Integer, "work periods", 0, 260) { Nullable = true }, "null"),
        new("time_to_fill", Range("Work periods from a separation to the hire that fills it, every number of a range equally likely",
            new("Fewest work periods from a separation to the hire that fills it", ValueKind.Integer, "work periods", 0, 260),
            new("Most work periods, at least the minimum; where nothing is drawn the mean holds", ValueKind.Integer, "work periods", 0, 260)), "")
        { Removable = true },
        new("offer_acceptance", new ValueSchema("Probability that a selectee accepts an offer", ValueKind.Fraction, "probability", 0.01, 1), "1"),
        new("periods_per_declined_offer", new ValueSchema("Work periods that each declined offer adds to the time to fill", ValueKind.Integer, "work periods", 0, 260), "0"),
        new("hiring_plan", new ListSchema("Positions that open or close over time",
            new SectionSchema("A line of the hiring plan",
                new("organisation", new ValueSchema("Organisation that the positions belong to, one of the roster's", ValueKind.Organisation, "organisation", Mark: ScenarioMark.Decision)),
                new("agency", new ValueSchema("Component of the Department; null for the only one that has the organisation in the roster", ValueKind.Agency, "component", Mark: ScenarioMark.Decision) { Nullable = true }, "null"),
                new("level", new ValueSchema("Work level of the positions, in the structure that covers them", ValueKind.Level, "work level", Paragraph: "158.404", Mark: ScenarioMark.Decision)),
                new("market", new ValueSchema("Local market of the worksite", ValueKind.Market, "local market", Paragraph: "158.612", Mark: ScenarioMark.Decision)),
                new("from", new ValueSchema("First day of a fiscal quarter, or another day; the line takes effect with the first work period that begins on or after it", ValueKind.Quarter, "date", Mark: ScenarioMark.Decision)),
                new("positions", new ValueSchema("Positions that open, or with a minus close; closed are those of the people of the place who entered on duty last", ValueKind.Integer, "positions", -1000, 1000, Mark: ScenarioMark.Decision)),
                new("closing", new ValueSchema("How positions close: not filled again once they are vacant, or left by whoever is in them at the end of the last work period before the date", ValueKind.Choice, "choice", Mark: ScenarioMark.Decision) { Choices = PositionClosings }, "attrition"),
                new("pay_plan", new ValueSchema("Pay plan of opened positions; null where positions close", ValueKind.PayPlan, "pay plan", Paragraph: "158.610(b)(1)", Mark: ScenarioMark.Decision) { Nullable = true }, "null"),
                new("track", new ValueSchema("Career track of opened positions; null where positions close", ValueKind.Track, "career track", Paragraph: "158.610(b)(1)", Mark: ScenarioMark.Decision) { Nullable = true }, "null")), "line"), "[]"),
        new("funnel", new TableSchema("Hiring funnel by work level: what its stages let pass, take and cost; a level that is not named is hired on the terms above, without cost", TableKey.Level, FunnelLevel), "{}"),
        new("entry_place_in_range", new ValueSchema("Where a hire's initial salary stands in the subrange, 0 at the minimum to 1 at the maximum", ValueKind.Fraction, "fraction of the range", 0, 1, "158.620")),
        new("offer_payment_share", new ValueSchema("Share of hires whose offer holds a recognition payment", ValueKind.Fraction, Share, 0, 1, "158.632(b)")),
        new("offer_payment_percent", new ValueSchema("Recognition payment in an offer", ValueKind.Fraction, "fraction of initial salary", 0, Bound.Of("offer_payment_maximum"), "158.632(b)")),
        new("offer_time_off_hours", new ValueSchema("Recognition time-off in every offer", ValueKind.Integer, "hours", 0, Bound.Of("offer_time_off_maximum"), "158.633(b)"), "0"),
        new("offer_agreement_months", new ValueSchema("Service agreement that a recognition payment in an offer requires; null for the shortest", ValueKind.Integer, "months", Bound.Of("service_agreement_minimum"), Bound.Of("service_agreement_maximum"), "158.632(b)") { Nullable = true }, "null"),
        new("progression", new TableSchema("Movement to another work level at the annual review, by the level that is left; a level that is not named has none", TableKey.Level,
            new SectionSchema("A movement",
                new("to", new ValueSchema("Work level that is entered", ValueKind.Level, "work level")),
                new("probability", new ValueSchema("Probability of the movement", ValueKind.Fraction, "probability a year", 0, 1)))), "{}"));

    private static readonly SectionSchema EmployerCost = new("What the employer pays beside compensation; the rates are reference data",
        new("retirement_rate", new ValueSchema("Series of the agency's retirement contribution", ValueKind.RetirementRate, "series")),
        new("savings_match", new ValueSchema("Average agency match on savings plan contributions, at most the full match", ValueKind.Fraction, "fraction of basic pay", 0, Bound.Of("tsp_match_maximum"), "5 U.S.C. 8432(c)")));

    private static readonly SectionSchema AggregateLimit = new("The calendar-year limit on compensation",
        new("rate", new ValueSchema("Rate that is the limit", ValueKind.Rate, "rate", Paragraph: "158.604")),
        new("excess", new ValueSchema("What happens to an amount above the limit: paid on the first payday of the next calendar year, or not at all", ValueKind.Choice, "choice", Paragraph: "158.604") { Choices = ["deferred", "forfeited"] }));

    private static readonly SectionSchema Level = new("A subrange, tied to a work level",
        new("title", new ValueSchema("Name of the work level", ValueKind.Text, "text", Paragraph: "158.404", Mark: ScenarioMark.Label)),
        new("minimum", new ValueSchema("Lowest salary of the subrange, without supplement, in dollars of the year in which the horizon starts", ValueKind.Dollars, Dollars, 1, null, "158.611", ScenarioMark.Decision)),
        new("maximum", new ValueSchema("Highest salary of the subrange, in dollars of the year in which the horizon starts; at least the minimum and at most the limitation; a design computes it, and the minimum, where it is not given", ValueKind.Dollars, Dollars, 1, null, "158.611", ScenarioMark.Decision)),
        new("also", new ListSchema("Further work levels that the subrange is tied to",
            new ValueSchema("Further work levels that the subrange is tied to; a work level belongs to one subrange of a structure", ValueKind.Level, "work level", Paragraph: "158.611", Mark: ScenarioMark.Decision), "any order"), "[]"),
        new("control_point", new ValueSchema("Salary that recognition adjustments stop at as a cost control, in dollars of the year in which the horizon starts; null without one", ValueKind.Dollars, Dollars, 1, null, "158.611", ScenarioMark.Decision) { Nullable = true }, "null"),
        new("limitation", new ValueSchema("Highest salary that the subrange may pay: the name of a rate, or dollars up to the Vice President's rate; null for the Vice President's rate", ValueKind.RateOrDollars, "rate, or USD a year", 1, null, "158.611(d), 158.613(b), 158.614", ScenarioMark.Decision) { Nullable = true }, "null"),
        new("market", new SectionSchema("How the level is matched to the talent market",
            new("target_percentile", new ValueSchema("Percentile of the matched occupations' wages that the level competes at", ValueKind.Number, "percentile", 10, 90, "158.403", ScenarioMark.Decision)),
            new("occupations", new TableSchema("Weights of the matched occupations; scaled to a sum of one", TableKey.Occupation,
                new ValueSchema("Weight of the matched occupation, above 0; weights are scaled to a sum of one", ValueKind.Number, "weight", 0, 1000, "158.403", ScenarioMark.Decision))))));

    private static readonly SectionSchema Design = new("How minimums and maximums are computed where a level does not state them",
        new("method", new ValueSchema("What the subranges are computed from: the lowest midpoint and a progression, midpoints, market wages at the target percentile, minimums and maximums, or the lowest and the highest midpoint", ValueKind.Choice, "choice", Paragraph: "158.611", Mark: ScenarioMark.Label) { Choices = StructureDesigner.Methods }),
        new("rounding", new ValueSchema("Unit that the figures are rounded to, halves up", ValueKind.Dollars, "USD", 1, 100_000, "158.611", ScenarioMark.Decision), "1"),
        new("spread", new ValueSchema("Range spread of every level, (maximum - minimum) / minimum", ValueKind.Fraction, "fraction of the minimum", 0, 5, "158.611", ScenarioMark.Decision) { Nullable = true }, "null"),
        new("progression", new ValueSchema("Growth of the midpoint from each level to the next", ValueKind.Fraction, Share, 0, 5, "158.611", ScenarioMark.Decision) { Nullable = true }, "null"),
        new("lowest_midpoint", new ValueSchema("Midpoint of the lowest level", ValueKind.Dollars, Dollars, 1, null, "158.611", ScenarioMark.Decision) { Nullable = true }, "null"),
        new("highest_midpoint", new ValueSchema("Midpoint of the highest level", ValueKind.Dollars, Dollars, 1, null, "158.611", ScenarioMark.Decision) { Nullable = true }, "null"),
        new("spreads", new TableSchema("Range spread by work level; every level, or those that differ from 'spread'", TableKey.Level,
            new ValueSchema("Range spread of the level, where it differs from 'spread'", ValueKind.Fraction, "fraction of the minimum", 0, 5, "158.611", ScenarioMark.Decision)), "{}"),
        new("progressions", new TableSchema("Growth of the midpoint from the level below; every level but the lowest, or those that differ from 'progression'", TableKey.Level,
            new ValueSchema("Growth of the midpoint from the level below, where it differs from 'progression'", ValueKind.Fraction, Share, 0, 5, "158.611", ScenarioMark.Decision)), "{}"),
        new("midpoints", new TableSchema("Midpoint by work level", TableKey.Level,
            new ValueSchema("Midpoint of the level", ValueKind.Dollars, Dollars, 1, null, "158.611", ScenarioMark.Decision)), "{}"),
        new("minimums", new TableSchema("Minimum by work level", TableKey.Level,
            new ValueSchema("Minimum of the level before rounding", ValueKind.Dollars, Dollars, 1, null, "158.611", ScenarioMark.Decision)), "{}"),
        new("maximums", new TableSchema("Maximum by work level", TableKey.Level,
            new ValueSchema("Maximum of the level before rounding and before its limitation", ValueKind.Dollars, Dollars, 1, null, "158.611", ScenarioMark.Decision)), "{}"));

    private static readonly SchemaEntry[] StructureBody =
    [
        new("annual_adjustment", new TableSchema("Growth of minimums, maximums and control points in the first work period of a calendar year; a year that is not named has none", TableKey.Year,
            new ValueSchema("Growth of minimums, maximums and control points in the first work period of the calendar year", ValueKind.Fraction, Share, -0.2, 0.5, "158.611(e)", ScenarioMark.Decision)), "{}"),
        new("design", Design, "") { Removable = true },
        new("levels", new TableSchema("Subranges by work level, lowest level first", TableKey.NewLevel, Level)),
    ];

    private static readonly SectionSchema Structure = new("Salary structure",
        [new("name", new ValueSchema("Name of the structure", ValueKind.Text, "text", Paragraph: "158.611", Mark: ScenarioMark.Label)), .. StructureBody]);

    private static readonly TableSchema FurtherStructures = new("Structures beside the main one, by name; the first that covers a person holds, and the main one for whom none does", TableKey.Name,
        new SectionSchema("A further structure",
            [
                new("covers", new SectionSchema("Whom the structure covers: everybody who fits each of the lists",
                    new("pay_plans", new ListSchema("Pay plans that the structure covers",
                        new ValueSchema("Pay plans that the structure covers; an empty list for all", ValueKind.PayPlan, "pay plan", Paragraph: "158.610(b)(1)", Mark: ScenarioMark.Decision), "any order"), "[]"),
                    new("tracks", new ListSchema("Career tracks that the structure covers",
                        new ValueSchema("Career tracks that the structure covers; an empty list for all", ValueKind.Track, "career track", Paragraph: "158.610(b)(1)", Mark: ScenarioMark.Decision), "any order"), "[]"),
                    new("organisations", new ListSchema("Organisations that the structure covers",
                        new ValueSchema("Organisations that the structure covers; an empty list for all", ValueKind.Organisation, "organisation", Paragraph: "158.610(b)(1)", Mark: ScenarioMark.Decision), "any order"), "[]"))),
                .. StructureBody,
            ]));

    private static readonly SectionSchema ExtendedRange = new("The extended salary range, for people who are approved by name",
        new SchemaEntry("approvals", new TableSchema("Approvals by the person's identifier in the roster", TableKey.Person,
            new SectionSchema("An approval; it has an effect only for a renewable appointment",
                new("from", new ValueSchema("The approval holds for work periods that begin on or after this date", ValueKind.Date, "date", Paragraph: "158.613(c)", Mark: ScenarioMark.Decision)),
                new("salary", new ValueSchema("Structure salary that is approved, which the person's salary is raised to; null for only moving the limits", ValueKind.Dollars, Dollars, 1, null, "158.613(c)(1)", ScenarioMark.Decision) { Nullable = true }, "null"),
                new("determination", new ValueSchema("Why qualifications, mission impact and mission-related requirements warrant it", ValueKind.Text, "text", Paragraph: "158.613(c)(1)", Mark: ScenarioMark.Label)))), "{}"));

    private static readonly TableSchema Supplements = new("Local cybersecurity talent market supplement by market; a market that is not named has none", TableKey.Market,
        new ValueSchema("Supplement in the market", ValueKind.Fraction, "fraction of structure salary", 0, 1, "158.612", ScenarioMark.Decision));

    private static readonly SectionSchema Recognition = new("Recognition adjustments, payments and time-off at the annual review; lists run from the lowest mission impact rating to the highest",
        new("review_month", new ValueSchema("The review is held in the first work period that begins in this calendar month", ValueKind.Integer, "month", 1, 12, "158.630", ScenarioMark.Decision)),
        new("rating_shares", new ListSchema("Share of people by rating; the shares sum to one, and the lowest rating is not eligible",
            new ValueSchema("Share of people with the rating", ValueKind.Fraction, Share, 0, 1, "158.630(c)"), "rating")),
        new("rating_persistence", new ValueSchema("Correlation of a person's mission impact with that of the year before, for the simulation; the shares of ratings stay", ValueKind.Fraction, "correlation", 0, 0.99, "158.630(c)"), "0"),
        new("guideline", new ListSchema("Recognition adjustment, a row for each rating",
            new ListSchema("The row of a rating: thirds of the range, lowest first, or the bands between the boundaries",
                new ValueSchema("Recognition adjustment at the rating and place in range", ValueKind.Fraction, "fraction of structure salary", 0, 1, "158.631", ScenarioMark.Decision), "band"), "rating")),
        new("place_in_range_boundaries", new ListSchema("Places in the range at which the bands of the guideline meet; empty for thirds",
            new ValueSchema("Place in the range, 0 at the minimum to 1 at the maximum, at which a band ends and the next begins; ascending, one fewer than the bands; an empty list for thirds", ValueKind.Fraction, "fraction of the range", 0, 1, "158.631", ScenarioMark.Decision), "boundary"), "[]"),
        new("adjustment_pool", new ValueSchema("Most that an organisation may spend on adjustments in a review", ValueKind.Fraction, "fraction of its structure salaries", 0, 1, "158.631", ScenarioMark.Decision)),
        new("payment_share", new ListSchema("Share of people who receive a recognition payment",
            new ValueSchema("Share of people with the rating who receive it", ValueKind.Fraction, Share, 0, 1, "158.632(a)", ScenarioMark.Decision), "rating")),
        new("payment_percent", new ListSchema("That payment; at most the ordinary limit, or the higher one with approval",
            new ValueSchema("Recognition payment at the rating", ValueKind.Fraction, "fraction of salary", 0, Bound.Of("recognition_payment_maximum_approved"), "158.632(a)", ScenarioMark.Decision), "rating")),
        new("payment_percent_highest", new ListSchema("Highest payment, where payments differ between people with the same rating; empty where they do not",
            new ValueSchema("Highest recognition payment at the rating, where every payment from 'payment_percent' to it is equally likely; an empty list for always 'payment_percent'", ValueKind.Fraction, "fraction of salary", 0, Bound.Of("recognition_payment_maximum_approved"), "158.632(a)", ScenarioMark.Decision), "rating"), "[]"),
        new("payment_pool", new ValueSchema("Most that an organisation may spend on payments in a review", ValueKind.Fraction, "fraction of its salaries", 0, 1, "158.632(a)", ScenarioMark.Decision)),
        new("payment_approved", new ValueSchema("Whether the Secretary or designee has approved payments above the ordinary limit", ValueKind.Flag, "true or false", Paragraph: "158.632(a)", Mark: ScenarioMark.Decision), "false"),
        new("payment_form", new ValueSchema("How a payment is paid out from the review on; recurring pays equal amounts", ValueKind.Choice, "choice", Paragraph: "158.632(c)", Mark: ScenarioMark.Decision) { Choices = PaymentForms }, "lump_sum"),
        new("payment_count", new ValueSchema("Number of parts of a payment; 1 for a lump sum", ValueKind.Integer, "parts", 1, 100, "158.632(c)", ScenarioMark.Decision), "1"),
        new("payment_periods_between", new ValueSchema("Work periods from one part of a payment to the next", ValueKind.Integer, "work periods", 1, 100, "158.632(c)", ScenarioMark.Decision), "1"),
        new("time_off_hours", new ListSchema("Recognition time-off; empty for none",
            new ValueSchema("Recognition time-off that everyone with the rating receives; an empty list for none", ValueKind.Integer, "hours", 0, 1000, "158.633", ScenarioMark.Decision), "rating"), "[]"));

    private static readonly TableSchema SpecialWorkingConditions = new("Special working conditions payment programs, by name", TableKey.Name,
        new SectionSchema("A program",
            new("condition", new ValueSchema("The special working condition in words", ValueKind.Text, "text", Paragraph: "158.642(b)", Mark: ScenarioMark.Label)),
            new("conditions", new ListSchema("The conditions; several mean their combination",
                new ValueSchema("The special working conditions; several mean their combination", ValueKind.Choice, "condition", Paragraph: "158.642(b)", Mark: ScenarioMark.Decision) { Choices = SwcConditions }, "any order"), "[]"),
            new("form", new ValueSchema("How a payment is made", ValueKind.Choice, "form", Paragraph: "158.642(f)(5)", Mark: ScenarioMark.Decision) { Choices = PaymentForms }, "recurring"),
            new("organisations", new ListSchema("Organisations that the program covers; an empty list for all",
                new ValueSchema("Organisations that the program covers; an empty list for all", ValueKind.Organisation, "organisation", Paragraph: "158.642", Mark: ScenarioMark.Decision), "any order"), "[]"),
            new("levels", new ListSchema("Work levels that the program covers; an empty list for all",
                new ValueSchema("Work levels that the program covers; an empty list for all", ValueKind.Level, "work level", Paragraph: "158.642", Mark: ScenarioMark.Decision), "any order"), "[]"),
            new("expected_share", new ValueSchema("Expected share of covered people who work under the condition in a work period, each called on its own; null where 'incidents' call people together", ValueKind.Fraction, Share, 0, 1, "158.642(d)") { Nullable = true }, "null"),
            new("incidents", new SectionSchema("Incidents that call many people of an organisation at once",
                new("per_year", new ValueSchema("Incidents a year in each organisation", ValueKind.Number, "per year", 0, 100, "158.642(d)")),
                new("season", new ListSchema("Factors on the incidents a year by calendar month, January first; empty for none",
                    new ValueSchema("Factor on the incidents a year, by calendar month of a work period's first day, January first; an empty list for no season", ValueKind.Number, "factor", 0, 100, "158.642(d)"), "month"), "[]"),
                new("duration", Range("Length of an incident, every number of a range equally likely",
                    new("Fewest work periods that an incident lasts", ValueKind.Integer, "work periods", 1, 52, "158.642(d)"),
                    new("Most work periods that an incident lasts, at least the minimum", ValueKind.Integer, "work periods", 1, 52, "158.642(d)"))),
                new("share", Range("Share of the organisation's covered people whom an incident calls for its whole length, every share of a range equally likely",
                    new("Lowest share of covered people whom an incident calls", ValueKind.Fraction, Share, 0, 1, "158.642(d)"),
                    new("Highest share, at least the lowest", ValueKind.Fraction, Share, 0, 1, "158.642(d)")))), "")
            { Removable = true },
            new("percent", new ValueSchema("Payment to a person who works under the condition; with a lowest or highest payment, the other end of the range, whose middle is paid where nobody determines a percentage", ValueKind.Fraction, "fraction of the salary for the work period", 0, Bound.Of("swc_percent_maximum"), "158.642(c)", ScenarioMark.Decision)),
            new("minimum_percent", new ValueSchema("Lowest payment of the program; null for its percent", ValueKind.Fraction, "fraction of the salary for the work period", 0, Bound.Of("swc_percent_maximum"), "158.642(c)", ScenarioMark.Decision) { Nullable = true }, "null"),
            new("maximum_percent", new ValueSchema("Highest payment of the program; null for its percent", ValueKind.Fraction, "fraction of the salary for the work period", 0, Bound.Of("swc_percent_maximum"), "158.642(c)", ScenarioMark.Decision) { Nullable = true }, "null"),
            new("start", new ValueSchema("First day on which the program holds, in whole work periods only; null from the start", ValueKind.Date, "date", Paragraph: "158.642(d)", Mark: ScenarioMark.Decision) { Nullable = true }, "null"),
            new("end", new ValueSchema("Last day on which the program holds, in whole work periods only; null without an end", ValueKind.Date, "date", Paragraph: "158.642(d)", Mark: ScenarioMark.Decision) { Nullable = true }, "null")));

    private static readonly SectionSchema OtherCompensation = new("Student loan repayments and training, paid in the first work period that begins in a fiscal year",
        new("student_loan_share", new ValueSchema("Share of people for whom student loans are repaid, the same people in every year", ValueKind.Fraction, Share, 0, 1, "158.641"), "0"),
        new("student_loan_amount", new ValueSchema("Repayment for one of them a fiscal year", ValueKind.Dollars, Dollars, 0, Bound.Of("student_loan_year_maximum"), "158.641", ScenarioMark.Decision), "0"),
        new("training_per_person", new ValueSchema("Professional development and training for each person a fiscal year", ValueKind.Dollars, Dollars, 0, null, "158.640", ScenarioMark.Decision), "0"));

    private static readonly SectionSchema Valuation = new("What changes in the work valuation scheme in force; people move where the changed scheme gives another work level than the one in force",
        new("weights", new TableSchema("Weight by factor; weights count relative to one another, and a factor that is not named keeps its own", TableKey.Factor,
            new ValueSchema("Weight of the factor in the points, relative to the other factors", ValueKind.Number, "weight", 0, 1000, "158.404(b)", ScenarioMark.Decision)), "{}"),
        new("cut_points", new TableSchema("Cut point by work level; cut points rise on every ladder, and a level that is not named keeps its own", TableKey.ValuedLevel,
            new ValueSchema("Points from which the work level holds", ValueKind.Number, "points", 0, null, "158.404(c)", ScenarioMark.Decision)), "{}"));

    private static SectionSchema Stage(string meaning, string who, string next, string paragraph, double least) => new(meaning,
        new("pass", new ValueSchema($"Share of {who} who {next}", ValueKind.Fraction, Share, least, 1, paragraph)),
        new("time", Range($"Work periods until {who} {next}, every number of a range equally likely",
            new($"Fewest work periods until {who} {next}", ValueKind.Integer, "work periods", 0, 260, paragraph),
            new("Most work periods, at least the minimum", ValueKind.Integer, "work periods", 0, 260, paragraph))),
        new("cost", new ValueSchema($"Cost of each of {who}", ValueKind.Dollars, "USD a candidate", 0, 1_000_000, paragraph), "0"));

    private static readonly SectionSchema Deployment = new("Work schedules and worksites that change when the horizon opens; who changes follows from the person's identifier alone, and a larger share holds a smaller one",
        new("schedules", new ListSchema("A mix of work schedules: shares of people who change to another one",
            new SectionSchema("A line of the mix",
            [
                .. Cover("158.705(c)(2)"),
                new("share", new ValueSchema("Share of the covered people with another schedule or other hours who change", ValueKind.Fraction, Share, 0, 1, "158.705(c)(2)", ScenarioMark.Decision)),
                new("schedule", new ValueSchema("The new schedule", ValueKind.Choice, "schedule", Paragraph: "158.705(b)(4)-(6)", Mark: ScenarioMark.Decision) { Choices = WorkScheduleName.All }),
                new("hours", new ValueSchema("Hours of a work period; null for the full-time hours", ValueKind.Integer, "hours", 1, Bound.Of("full_time_hours"), "158.705(b)(4)-(6)", ScenarioMark.Decision) { Nullable = true }, "null"),
                new("maximum_hours", new ValueSchema("Most hours of a contingent appointment in all; null for other schedules", ValueKind.Integer, "hours", 1, 100_000, "158.705(c)(1)", ScenarioMark.Decision) { Nullable = true }, "null"),
            ]), "line"), "[]"),
        new("worksites", new ListSchema("A policy on worksites: shares of people whose official worksite changes, expected to last six months or more",
            new SectionSchema("A line of the policy",
            [
                .. Cover("158.704(c)"),
                new("from", new ValueSchema("Local market, or five-digit county in quotation marks, that people leave; null for any", ValueKind.Text, "market or county", Paragraph: "158.704(c)", Mark: ScenarioMark.Decision) { Nullable = true }, "null"),
                new("to", new ValueSchema("County of the new official worksite, five digits in quotation marks", ValueKind.Text, "county", Paragraph: "158.704(c)", Mark: ScenarioMark.Decision)),
                new("share", new ValueSchema("Share of the covered people whose worksite changes", ValueKind.Fraction, Share, 0, 1, "158.704(c)", ScenarioMark.Decision)),
            ]), "line"), "[]"));

    private static SchemaEntry[] Cover(string paragraph) =>
    [
        new("levels", new ListSchema("Work levels that the line covers; an empty list for all",
            new ValueSchema("Work levels that the line covers; an empty list for all", ValueKind.Level, "work level", Paragraph: paragraph, Mark: ScenarioMark.Decision), "any order"), "[]"),
        new("tracks", new ListSchema("Career tracks that the line covers; an empty list for all",
            new ValueSchema("Career tracks that the line covers; an empty list for all", ValueKind.Track, "career track", Paragraph: paragraph, Mark: ScenarioMark.Decision), "any order"), "[]"),
        new("organisations", new ListSchema("Organisations that the line covers; an empty list for all",
            new ValueSchema("Organisations that the line covers; an empty list for all", ValueKind.Organisation, "organisation", Paragraph: paragraph, Mark: ScenarioMark.Decision), "any order"), "[]"),
        new("pay_plans", new ListSchema("Pay plans that the line covers; an empty list for all",
            new ValueSchema("Pay plans that the line covers; an empty list for all", ValueKind.PayPlan, "pay plan", Paragraph: paragraph, Mark: ScenarioMark.Decision), "any order"), "[]"),
    ];

    private static SectionSchema Range(string meaning, ValueSchema minimum, ValueSchema maximum) => new(meaning, new("minimum", minimum), new("maximum", maximum));

    /// <summary>The whole file.</summary>
    public static readonly SectionSchema Root = new("A scenario",
        new("name", new ValueSchema("Short name for tables and charts", ValueKind.Text, "text", Mark: ScenarioMark.Label)),
        new("description", new ValueSchema("What the scenario does, in one or two sentences", ValueKind.Text, "text", Mark: ScenarioMark.Label), "''"),
        new("extends", new ValueSchema("Scenario file that this one changes, relative to this file and in the same folder tree, or a shipped scenario by its name", ValueKind.Text, "file", Mark: ScenarioMark.Label), "null"),
        new("horizon", Horizon),
        new("economy", Economy),
        new("workforce", Workforce),
        new("employer_cost", EmployerCost),
        new("aggregate_limit", AggregateLimit),
        new("other_compensation", OtherCompensation, "{}"),
        new("extended_range", ExtendedRange, ""),
        new("valuation", Valuation, "{}"),
        new("deployment", Deployment, "{}"),
        new("structure", Structure),
        new("further_structures", FurtherStructures, "{}"),
        new("supplements", Supplements, "{}"),
        new("recognition", Recognition),
        new("special_working_conditions", SpecialWorkingConditions, "{}"),
        new("changes", new ListSchema("Dated differences, each on top of what held before",
            new SectionSchema("A change",
                new("effective", new ValueSchema("The change holds for work periods that begin on or after this date", ValueKind.Date, "date", Mark: ScenarioMark.Decision)),
                new("structure", Structure, ""),
                new("further_structures", FurtherStructures, ""),
                new("supplements", Supplements, ""),
                new("recognition", Recognition, ""),
                new("special_working_conditions", SpecialWorkingConditions, "")), "change"), "[]"));
}
