namespace CtmsAnalytics.Workspace.Tests.Scenarios;

/// <summary>What a person reads when a value of a scenario file is wrong.</summary>
public sealed class ScenarioProblemTests : IDisposable
{
    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("market_growth: 0.035", "market_grwth: 0.035", "market_grwth", "'market_grwth' is not a key of 'economy'. Did you mean 'market_growth'?")]
    [InlineData("market_growth: 0.035", "market_growth: 5%", "5%", "'economy.market_growth': '5%' is not a fraction. Rates are fractions, never '5 for 5 %': write 0.05.")]
    [InlineData("market_growth: 0.035", "market_growth: 3.5", "3.5", "'economy.market_growth' is 3.5. The range is -0.2 to 0.5 (158.403). Rates are fractions, never '5 for 5 %': write 0.035.")]
    [InlineData("market_growth: 0.035", "market_growth: .nan", ".nan", "'.nan' is not a fraction. Write a fraction, for example 0.05; infinity and 'not a number' mean nothing here.")]
    [InlineData("market_growth: 0.035", "market_growth: -.inf", "-.inf", "'-.inf' is not a fraction.")]
    [InlineData("market_growth: 0.035", "market_growth: 1e-2", "1e-2", "Write the number out, without an exponent.")]
    [InlineData("market_growth: 0.035", "market_growth: '0.035'", "'0.035'", "'0.035' in quotes is text. Write a fraction, for example 0.05, without quotes.")]
    [InlineData("market_growth: 0.035", "market_growth: 0,035", "0,035", "Write the number without separators, with a point before the decimals.")]
    [InlineData("market_growth: 0.035", "market_growth:", "\n  wage", "The value is missing. Write a fraction, for example 0.05.")]
    [InlineData("market_growth: 0.035", "market_growth: [0.035]", "[0.035]", "'economy.market_growth' is a list. Write a fraction, for example 0.05.")]
    [InlineData("periods_per_declined_offer: 4", "periods_per_declined_offer: 010", "010", "'010' is not a whole number. Write the number without leading zeros, in decimal digits.")]
    [InlineData("periods_per_declined_offer: 4", "periods_per_declined_offer: 0x1F", "0x1F", "Write the number without leading zeros, in decimal digits.")]
    [InlineData("periods_per_declined_offer: 4", "periods_per_declined_offer: 9.5", "9.5", "'9.5' is not a whole number.")]
    [InlineData("ENT: 0.10, DEV", "ENT: .nan, DEV", ".nan", "'.nan' is not a number. Write a number, for example 1.5, or .inf; 'not a number' and less than nothing mean nothing here.")]
    [InlineData("ENT: 0.10, DEV", "ENT: -.inf, DEV", "-.inf", "'-.inf' is not a number. Write a number, for example 1.5, or .inf;")]
    [InlineData("pay_elasticity: 1.0", "pay_elasticity: .inf", ".inf", "infinity and 'not a number' mean nothing here.")]
    [InlineData("market_growth_deviation: 0.015", "market_growth_deviation: -0.01", "-0.01", "'economy.market_growth_deviation' is -0.01. The range is 0 to 0.5 (158.403).")]
    [InlineData("structure_follows_pay_raise: true", "structure_follows_pay_raise: 1", "1\n", "'1' is not true or false.")]
    [InlineData("offer_acceptance: 0.8", "offer_acceptance: 0", "0\n  periods_per", "'workforce.offer_acceptance' is 0. The range is 0.01 to 1.")]
    [InlineData("time_to_fill: { minimum: 5, maximum: 11 }", "time_to_fill: { minimum: 12, maximum: 11 }", "11 }", "The maximum of the time to fill is 11, below its minimum of 12. Give a maximum of at least the minimum.")]
    [InlineData("time_to_fill: { minimum: 5, maximum: 11 }", "time_to_fill: { minimum: 5 }", "{ minimum: 5 }", "'workforce.time_to_fill' has no 'maximum'.")]
    [InlineData("time_to_fill: {", "time_to_fill_periods: 9\n  time_to_fill: {", "9\n  time_to_fill", "The time to fill is given as a number of work periods, and as a range at changed.yaml:")]
    [InlineData("  time_to_fill: { minimum: 5, maximum: 11 }", "", "separation_hazard", "'workforce' has no time to fill. Add 'time_to_fill_periods' (always the same number of work periods), or 'time_to_fill' with a minimum and a maximum.")]
    [InlineData("rating_persistence: 0.6 ", "rating_persistence: 1 ", "1  ", "'recognition.rating_persistence' is 1. The range is 0 to 0.99 (158.630(c)).")]
    [InlineData("payment_pool: 0.015", "payment_pool: 0.015\n  payment_percent_highest: [0, 0.04]", "[0, 0.04]\n", "'recognition.payment_percent_highest' has 2 entries for 4 ratings. Give one for each rating, lowest first, or an empty list for none.")]
    [InlineData("payment_pool: 0.015", "payment_pool: 0.015\n  payment_percent_highest: [0, 0.03, 0.1, 0.1]", "0.03, 0.1, 0.1]", "The highest payment is 0.03, below the lowest of 0.04. Give at least what 'payment_percent' says for the rating.")]
    [InlineData("payment_pool: 0.015", "payment_pool: 0.015\n  payment_percent_highest: [0, 0.1, 0.1, 0.21]", "0.21", "A recognition payment of 0.21 is above 0.2.")]
    [InlineData("incidents: {", "expected_share: 0.05\n    incidents: {", "0.05\n    incidents", "The program calls people each on its own by 'expected_share', and together by 'incidents' at changed.yaml:")]
    [InlineData("    incidents: { per_year: 1.7, duration: { minimum: 1, maximum: 3 }, share: { minimum: 0.2, maximum: 0.6 } }\n", "", "condition: Unexpected", "The program has neither 'expected_share' nor 'incidents'.")]
    [InlineData("per_year: 1.7", "per_year: 101", "101", "is 101. The range is 0 to 100 (158.642(d)).")]
    [InlineData("per_year: 1.7", "per_year: 1.7, season: [1, 2]", "[1, 2]", "The season has 2 factors. Give twelve, January first, or an empty list for no season.")]
    [InlineData("duration: { minimum: 1, maximum: 3 }", "duration: { minimum: 4, maximum: 3 }", "3 }, share", "The maximum of the duration of an incident is 3, below its minimum of 4.")]
    [InlineData("share: { minimum: 0.2, maximum: 0.6 }", "share: { minimum: 0.7, maximum: 0.6 }", "0.6 } }", "The maximum of the share of people is 0.6, below its minimum of 0.7.")]
    [InlineData("share: { minimum: 0.2, maximum: 0.6 }", "share: { minimum: 0.2, maximum: 1.6 }", "1.6", "is 1.6. The range is 0 to 1 (158.642(d)).")]
    [InlineData("minimum: 60000", "minimum: 60,000", "60,000", "'60,000' is not an amount in whole dollars. Write whole dollars without cents, separators or a dollar sign, for example 90000.")]
    [InlineData("minimum: 60000", "minimum: 60000.50", "60000.50", "Write whole dollars without cents")]
    [InlineData("minimum: 60000", "minimum: $60000", "$60000", "Write whole dollars without cents, separators or a dollar sign")]
    [InlineData("minimum: 60000", "minimum: 1e3", "1e3", "'1e3' is not an amount in whole dollars.")]
    [InlineData("minimum: 60000", "minimum: 60_000", "60_000", "Write whole dollars without cents, separators")]
    [InlineData("maximum: 90000", "maximum: 59000", "59000", "The maximum of ENT is $59,000, below its minimum of $60,000 set at changed.yaml:72. Give a maximum of at least the minimum (158.611), or lower the minimum.")]
    [InlineData("maximum: 214000", "maximum: 229000", "229000", "The maximum of LDR is $229,000, above its limitation EX-II of $228,000 in 2026.")]
    [InlineData("maximum: 214000\n      limitation: EX-II", "maximum: 214000\n      limitation: EX-6", "EX-6", "there is no rate 'EX-6'. Did you mean 'EX-I'?")]
    [InlineData("maximum: 228000\n      limitation: VP", "maximum: 228000\n      limitation: 400000", "400000", "The limitation of EXP is $400,000, above the Vice President's rate of $292,300 in 2026. Give at most that rate (158.613(b)), or its name VP.")]
    [InlineData("title: Entry", "title: Entry\n      control_point: 95000", "95000", "The control point of ENT is $95,000, outside its subrange of $60,000 to $90,000.")]
    [InlineData("percent: 0.15", "percent: 0.30", "0.30", "'special_working_conditions.incident-response.percent' is 0.3. The range is 0 to 0.25 (158.642(c)).")]
    [InlineData("percent: 0.15", "percent: 0.15\n    start: 2028-01-01\n    end: 2027-01-01", "2027-01-01", "The program ends on 2027-01-01, before it starts on 2028-01-01.")]
    [InlineData("percent: 0.15", "percent: 0.15\n    minimum_percent: 0.16", "0.16", "The lowest payment of the program is above its percent of 0.15. Give at most the percent, or null (158.642(c)).")]
    [InlineData("percent: 0.15", "percent: 0.15\n    maximum_percent: 0.14", "0.14", "The highest payment of the program is below its percent of 0.15. Give at least the percent, or null (158.642(c)).")]
    [InlineData("percent: 0.15", "percent: 0.15\n    maximum_percent: 0.26", "0.26", "'special_working_conditions.incident-response.maximum_percent' is 0.26. The range is 0 to 0.25 (158.642(c)).")]
    [InlineData("percent: 0.15", "percent: 0.15\n    form: monthly", "monthly", "'monthly' is not one of the choices. Write lump_sum or installments or recurring.")]
    [InlineData("conditions: [unexpected_time]", "conditions: [unexpected]", "unexpected]", "'unexpected' is not one of the choices. Write hardship or atypical_location or unexpected_time or uncommon_duration.")]
    [InlineData("name: Baseline", "other_compensation: { student_loan_amount: 10001 }\nname: Baseline", "10001", "'other_compensation.student_loan_amount' is 10001. The range is 0 to 10000 (158.641).")]
    [InlineData("name: Baseline", "other_compensation: { training: 500 }\nname: Baseline", "training", "'training' is not a key of 'other_compensation'.")]
    [InlineData("percent: 0.15", "percent: 0.15\n    levels: [TECH]", "TECH", "The structure has no work level 'TECH'. Did you mean 'TEC'?")]
    [InlineData("percent: 0.15", "percent: 0.15\n    start: 2027-02-30", "2027-02-30", "There is no day 2027-02-30.")]
    [InlineData("percent: 0.15", "percent: 0.15\n    start: 10/10/2027", "10/10/2027", "'10/10/2027' is not a date. Write a date as year-month-day, for example 2027-10-10.")]
    [InlineData("offer_payment_percent: 0.10", "offer_payment_percent: 0.21", "0.21", "'workforce.offer_payment_percent' is 0.21. The range is 0 to 0.2 (158.632(b)).")]
    [InlineData("payment_percent: [0, 0.04, 0.06, 0.10]", "payment_percent: [0, 0.04, 0.06, 0.21]", "0.21", "A recognition payment of 0.21 is above 0.2. The range is 0 to 0.2, or to 0.5 with 'payment_approved: true' (158.632(a)).")]
    [InlineData("payment_percent: [0, 0.04, 0.06, 0.10]", "payment_percent: [0, 0.04, 0.06, 0.51]", "0.51", "is 0.51. The range is 0 to 0.5 (158.632(a)).")]
    [InlineData("payment_percent: [0, 0.04, 0.06, 0.10]", "payment_percent: [0, 0.04, 0.06]", "[0, 0.04, 0.06]", "'recognition.payment_percent' has 3 entries for 4 ratings. Give one for each rating, lowest first.")]
    [InlineData("payment_approved: false", "payment_approved: yes", "yes", "'recognition.payment_approved': 'yes' is not true or false. Write true or false.")]
    [InlineData("rating_shares: [0.10, ", "rating_shares: [0.20, ", "[0.20, 0.55", "The rating shares sum to 1.1. They sum to one: everyone has a rating.")]
    [InlineData("- [0.055, 0.045, 0.030]", "- [0.055, 0.045]", "[0.055, 0.045]", "The row has 2 entries. Give three: for the lowest, middle and highest third of the range; other bands need 'place_in_range_boundaries'.")]
    [InlineData("- [0.085, 0.070, 0.050]", "- [0.085, 0.070]\n  place_in_range_boundaries: [0.2, 0.4]", "[0.085, 0.070]", "The row has 2 entries for 2 boundaries. Give one more than 'place_in_range_boundaries' has.")]
    [InlineData("review_month: 1", "review_month: 1\n  place_in_range_boundaries: [0.6, 0.6]", "0.6]", "The boundary 0.6 is out of place. Give ascending fractions of the range, above 0 and below 1.")]
    [InlineData("review_month: 1", "review_month: 1\n  place_in_range_boundaries: [0.5, 1]", "1]", "The boundary 1 is out of place.")]
    [InlineData("review_month: 1", "review_month: 1\n  place_in_range_boundaries: [0, 0.5]", "0, 0.5]", "The boundary 0 is out of place.")]
    [InlineData("- [0, 0, 0]", "- [0, 0.01, 0]", "0.01", "The lowest rating is given 0.01. The lowest rating is not eligible for recognition (158.630(c)): give 0.")]
    [InlineData("payment_share: [0, ", "payment_share: [0.1, ", "0.1", "The lowest rating is given 0.1.")]
    [InlineData("review_month: 1", "review_month: 1\n  time_off_hours: [8, 8, 8, 8]", "8, 8, 8, 8", "The lowest rating is given 8.")]
    [InlineData("review_month: 1", "review_month: 1\n  time_off_hours: [0, 8, 8]", "[0, 8", "'recognition.time_off_hours' has 3 entries for 4 ratings. Give one for each rating, lowest first, or an empty list for none.")]
    [InlineData("review_month: 1", "review_month: 1\n  payment_form: instalments", "instalments", "'instalments' is not one of the choices. Write lump_sum or installments or recurring.")]
    [InlineData("review_month: 1", "review_month: 1\n  payment_count: 2", "2", "A lump sum has 2 parts. Give 'payment_form: installments' or 'recurring' (158.632(c)), or one part.")]
    [InlineData("review_month: 1", "review_month: 1\n  payment_form: installments\n  payment_count: 0", "0", "'recognition.payment_count' is 0. The range is 1 to 100 (158.632(c)).")]
    [InlineData("review_month: 1", "review_month: 1\n  payment_form: installments", "installments", "'recognition.payment_form' is installments, with no 'payment_count'. Give a 'payment_count' of 2 or more, or 'payment_form: lump_sum' (158.632(c)).")]
    [InlineData("review_month: 1", "review_month: 1\n  payment_form: recurring\n  payment_count: 1 # one", "1 # one", "'recognition.payment_form' is recurring, with one part. Give a 'payment_count' of 2 or more, or 'payment_form: lump_sum' (158.632(c)).")]
    [InlineData("review_month: 1", "review_month: 1\n  payment_periods_between: 0", "0", "'recognition.payment_periods_between' is 0. The range is 1 to 100 (158.632(c)).")]
    [InlineData("offer_payment_share: 0.25", "offer_payment_share: 0.25\n  offer_time_off_hours: 41", "41", "'workforce.offer_time_off_hours' is 41. The range is 0 to 40 (158.633(b)).")]
    [InlineData("offer_payment_share: 0.25", "offer_agreement_months: 5\n  offer_payment_share: 0.25", "5\n", "'workforce.offer_agreement_months' is 5. The range is 6 to 36 (158.632(b)).")]
    [InlineData("offer_payment_share: 0.25", "offer_payment_share: 0.25\n  offer_agreement_months: 37", "37", "'workforce.offer_agreement_months' is 37. The range is 6 to 36 (158.632(b)).")]
    [InlineData("review_month: 1", "review_month: 13", "13", "'recognition.review_month' is 13. The range is 1 to 12 (158.630).")]
    [InlineData("start: 2026-09-20", "start: 2026-10-11", "2026-10-11", "No work period begins on 2026-10-11, a Sunday. Work periods begin on a Sunday every 14 days, counted from 2023-01-01 (158.705): 2026-10-04 and 2026-10-18 are the nearest.")]
    [InlineData("fiscal_years: 5", "fiscal_years: 31", "31", "'horizon.fiscal_years' is 31. The range is 1 to 30.")]
    [InlineData(", 2031: 0.020 }", " }", "{ 2027", "'economy.pay_raise' has no raise for 2031. The rates are published to 2026 and the horizon ends on 2031-09-30: add each year, 0 for none.")]
    [InlineData("2031: 0.020 }", "31: 0.020, 2031: 0.020 }", "31:", "'31' is not a calendar year. Write four digits, for example 2027.")]
    [InlineData("{ ENT: 0.10, DEV: 0.11", "{ ENTR: 0.10, DEV: 0.11", "ENTR", "The structure has no work level 'ENTR'. Did you mean 'ENT'?")]
    [InlineData("{ ENT: 0.10, DEV: 0.11", "{ DEV: 0.11", "{ DEV: 0.11", "'workforce.separation_hazard' has no hazard for ENT.")]
    [InlineData("{ ENT: 0.10, DEV: 0.11", "{ ENT: -0.10, DEV: 0.11", "-0.10", "'workforce.separation_hazard.ENT' is -0.1. The range is 0 to 10, or .inf.")]
    [InlineData("{ to: DEV, probability: 0.25 }", "{ to: ENT, probability: 0.25 }", "ENT, p", "Work level 'ENT' leads to itself.")]
    [InlineData("{ to: DEV, probability: 0.25 }", "{ to: DEV, probability: 1.25 }", "1.25", "is 1.25. The range is 0 to 1.")]
    [InlineData("- { from_years: 2, factor: 1.0 }", "- { from_years: 6, factor: 1.0 }", "5, factor", "The tenure band from 5 years follows the one from 6. Give the bands in ascending order.")]
    [InlineData("- { from_years: 0, factor: 1.2 }", "- { from_years: 1, factor: 1.2 }", "1, factor: 1.2", "No tenure band begins at 0 years.")]
    [InlineData("  SEA: 0.12", "  SEE: 0.12", "SEE", "There is no local market 'SEE' (158.612(b)(1)). Did you mean 'SEA'?")]
    [InlineData("{ 15-1232: 0.5, ", "{ 15-1233: 0.5, ", "15-1233", "The wage survey has no occupation '15-1233'. Did you mean '15-12")]
    [InlineData("{ 15-1232: 0.5, 15-1244: 0.5 }", "{}", "{}", "ENT is matched to no occupation.")]
    [InlineData("{ 15-1232: 0.5, 15-1244: 0.5 }", "{ 15-1232: 0, 15-1244: 0.5 }", "0, 15-1244", "The weight of 15-1232 for ENT is 0.")]
    [InlineData("{ rate: VP, excess: deferred }", "{ rate: VP, excess: postponed }", "postponed", "'postponed' is not one of the choices. Write deferred or forfeited.")]
    [InlineData("retirement_rate: fers_frae", "retirement_rate: fers_frea", "fers_frea", "there is no retirement series 'fers_frea'. Did you mean 'fers_frae'?")]
    [InlineData("savings_match: 0.035", "savings_match: 0.05", "0.05", "'employer_cost.savings_match' is 0.05. The range is 0 to 0.04 (5 U.S.C. 8432(c)).")]
    [InlineData("employer_cost: {", "employer_costs: {", "employer_costs", "'employer_costs' is not a key of a scenario. Did you mean 'employer_cost'?")]
    [InlineData("  incident-response:", "  \"inci\\e[31mdent\":", "\"inci", "'inci\\u001b[31mdent' cannot be a name here.")]
    public void Load_WrongValue_NamesItsPlaceAndWhatWouldBeRight(string old, string replacement, string place, string message)
    {
        var text = File.ReadAllText(_folder.WriteBaseline(old, replacement));
        var offset = text.IndexOf(place, text.IndexOf(replacement, StringComparison.Ordinal) is var i && text.IndexOf(place, i, StringComparison.Ordinal) < 0 ? 0 : i, StringComparison.Ordinal);
        var line = text.AsSpan(0, offset).Count('\n') + 1;
        var column = offset - text.LastIndexOf('\n', Math.Max(0, offset - 1));

        var problems = _folder.Problems("changed.yaml");

        var expected = problems.Where(p => p.Contains(message, StringComparison.Ordinal)).ToList();
        Assert.True(expected.Count == 1, string.Join('\n', problems));
        Assert.StartsWith($"{line}:{column}: ", expected[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SeveralMistakes_ReportsEachOnceInTheOrderOfTheFile()
    {
        _folder.Write("changed.yaml", """
            extends: baseline.yaml
            name: Three mistakes
            economy: { market_growth: 5% }
            supplements: { SEE: 0.1 }
            changes:
              - effective: 2027-10-10
                workforce: { backfill: 0.5 }
              - effective: 2027-10-24
                special_working_conditions: { incident-response: { percent: 0.9 } }
              - effective: 2028-10-08
                supplements: { SF: 0.25 }
            """);

        var problems = _folder.Problems("changed.yaml");

        Assert.Equal(["3:27", "4:16", "7:5", "9:65"], problems.Select(p => string.Join(':', p.Split(':').Take(2))));
    }

    [Fact]
    public void Load_ThousandsSeparatorInsideBraces_SaysWhatTheStrayKeyIs()
    {
        _folder.Write("changed.yaml", """
            extends: baseline.yaml
            name: Comma
            structure: { levels: { ENT: { maximum: 95,000 } } }
            """);

        Assert.Contains("3:43: '000' is not a key of 'structure.levels.ENT'. If it is the end of a number, write that number without thousands separators, for example 60000.", _folder.Problems("changed.yaml"));
    }

    [Fact]
    public void Load_MissingSections_NamesEveryOne()
    {
        _folder.Write("changed.yaml", "name: Alone\nhorizon: { start: 2026-10-04, fiscal_years: 5 }\n");

        var problems = _folder.Problems("changed.yaml");

        Assert.Equal(["economy", "workforce", "employer_cost", "aggregate_limit", "structure", "recognition"], problems.Select(p => p.Split('\'')[1]));
        Assert.All(problems, p => Assert.StartsWith("1:1: The scenario has no '", p, StringComparison.Ordinal));
    }

    [Fact]
    public void Load_RecognitionPaymentAboveTheOrdinaryLimitWithApproval_IsAccepted()
    {
        _folder.Write("changed.yaml", "extends: baseline.yaml\nname: Approved\nrecognition: { payment_percent: [0, 0.04, 0.06, 0.50], payment_approved: true }\n");

        Assert.Equal(0.50, _folder.Load("changed.yaml").Scenario.Policies[0].Policy.Recognition.PaymentPercent[3]);
    }

    [Fact]
    public void Load_MaximumInAChange_IsHeldToTheRateOfTheFirstYearBecauseAmountsAreItsDollars()
    {
        string Proposal(int maximum) => $$"""
            extends: baseline.yaml
            name: Later
            changes:
              - effective: 2029-01-14
                structure: { levels: { LDR: { maximum: {{maximum}} } } }
            """;
        _folder.Write("changed.yaml", Proposal(228000));
        Assert.Equal(228000, _folder.Load("changed.yaml").Scenario.Policies[1].Policy.Structure.Subranges.Single(s => s.WorkLevel == "LDR").Maximum);

        _folder.Write("changed.yaml", Proposal(228001));
        Assert.Contains("above its limitation EX-II of $228,000 in 2026", Assert.Single(_folder.Problems("changed.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_HorizonPastThePublishedRates_IsHeldToTheRateGrownByThePayRaises()
    {
        // EX-II of 2026 is 228,000; two raises of 2 %, each rounded to 100, make 232,600 in 2027 and 237,300 in 2028.
        string Proposal(int maximum) => $$"""
            extends: baseline.yaml
            name: Later start
            horizon: { start: 2028-10-01, fiscal_years: 3 }
            structure: { levels: { LDR: { maximum: {{maximum}} } } }
            """;
        _folder.Write("changed.yaml", Proposal(237300));
        Assert.Equal(237300, _folder.Load("changed.yaml").Scenario.Policies[0].Policy.Structure.Subranges.Single(s => s.WorkLevel == "LDR").Maximum);

        _folder.Write("changed.yaml", Proposal(237301));
        Assert.Contains("above its limitation EX-II of $237,300 in 2028", Assert.Single(_folder.Problems("changed.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ChangeWithoutDateOrTwiceOnADate_SaysSo()
    {
        _folder.Write("changed.yaml", """
            extends: baseline.yaml
            name: Dates
            changes:
              - supplements: { SF: 0.2 }
              - effective: 2027-10-10
              - effective: 2027-10-10
            """);

        Assert.Equal(
            [
                "4:5: The change has no 'effective'. Add the date from which it holds, for example 'effective: 2027-10-10'.",
                "6:16: Two changes take effect on 2027-10-10. Put them into one.",
            ],
            _folder.Problems("changed.yaml"));
    }

    [Fact]
    public void Load_ChangeThatRemovesAWorkLevel_IsRefused()
    {
        _folder.Write("changed.yaml", """
            extends: baseline.yaml
            name: Fewer levels
            changes:
              - effective: 2027-10-10
                structure: { levels: { SRL: null } }
            """);

        Assert.Contains("The change removes SRL, and people may hold it.", Assert.Single(_folder.Problems("changed.yaml")), StringComparison.Ordinal);
    }
}
