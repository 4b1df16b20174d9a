using System.Globalization;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Charts.MarketPosition;
using CtmsAnalytics.TalentAcquisition;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Tells a study of talent acquisition. Nobody of the roster stands in it, so that it is the same for every reader.</summary>
internal static class AcquisitionDocument
{
    private const string None = "\u2013";
    private const int WeeksPerPeriod = 2;

    /// <summary>Tells the study.</summary>
    /// <param name="study">The study.</param>
    public static StudyDocument Of(AcquisitionStudy study)
    {
        var hired = study.Levels.Where(l => l.Hires > 0).ToList();
        return new StudyDocument(study.Title, Finding(study, hired),
        [
            new StudyChart("Funnel", "Candidates whom the hires come out of on average, stage by stage; each bar is drawn on the scale of the first one.", size => FunnelChart.Build(study, size)),
            new StudyTable(Needs(study, hired, "Candidates that a year's hires need on average", s => s.Expected is { } expected ? Count(expected) : None)),
            new StudyTable(Needs(study, hired, $"Candidates who are enough with a probability of {Display.Percent(study.Frame.Probability)} at each level", s => s.Enough is { } enough ? Display.Count(enough) : None)),
            new StudyTable(Rates(hired)),
            new StudyHeading("What a hire costs"),
            new StudyParagraph("Candidates who are not hired are in it. Payments in offers are the expected ones, on structure salary; the rest is booked as interview travel and as sourcing and assessment in the work period of the hire."),
            new StudyTable(Costs(study, hired)),
            new StudyHeading("How long a vacancy stays open"),
            new StudyTable(Times(hired)),
            new StudyHeading("What another initial salary does"),
            new StudyParagraph(TradeOff(study)),
            new StudyChart("Trade-off", "Cost of the whole scenario against the share of offers that are accepted, one point for each initial salary.", size => FrontierChart.Build(Frontier(study), size)),
            new StudyTable(Alternatives(study)),
        ]);
    }

    private static string Finding(AcquisitionStudy study, List<AcquisitionLevel> hired)
    {
        var frame = study.Frame;
        double Sum(FunnelStage stage) => hired.Sum(l => l.Stages.First(s => s.Stage == stage).Expected ?? double.PositiveInfinity);
        var (own, best) = (study.Alternatives[0], study.Alternatives[^1]);
        var needs = double.IsInfinity(Sum(FunnelStage.Sourced))
            ? $"A stage of the funnel lets nobody pass, so that no number of candidates gives {Display.Count(frame.Hires)} hires"
            : $"{Display.Count(frame.Hires)} hires a year need {Count(Sum(FunnelStage.Sourced))} sourced and {Count(Sum(FunnelStage.Assessed))} assessed candidates and {Count(Sum(FunnelStage.Offered))} offers on average, {Display.Dollars(own.CostPerHire)} and {Weeks(own.MeanPeriods)} weeks a hire";
        var entry = study.Alternatives.Count == 1 ? "" : $". Entry at {Place(best)} of the range instead takes acceptance from {Display.Percent(own.Acceptance)} to {Display.Percent(best.Acceptance)} and a hire to {Weeks(best.MeanPeriods)} weeks and {Display.Dollars(best.CostPerHire)}, and the scenario's cost by {Display.BriefSigned(best.Cents - own.Cents)} over {Display.FiscalYears(frame.FiscalYears)}";
        return needs + entry + ".";
    }

    private static ChartTable Needs(AcquisitionStudy study, List<AcquisitionLevel> hired, string caption, Func<StageNeed, string> show)
    {
        var rows = hired.Select(l => (IReadOnlyList<string>)[Name(l), .. l.Stages.Select(show)]).ToList();
        if (hired.Count > 1 && hired.TrueForAll(l => l.Stages.All(s => s.Expected is not null)) && caption.Contains("average", StringComparison.Ordinal))
            rows.Add(["Total", .. Stages(study).Select(stage => Count(hired.Sum(l => l.Stages.First(s => s.Stage == stage).Expected!.Value)))]);
        return new ChartTable(caption, ["Level", .. Stages(study).Select(StageName)], rows);
    }

    private static ChartTable Rates(List<AcquisitionLevel> hired) => new(
        "Share of the candidates of a stage who reach the next one; acceptance is that of the initial salary",
        ["Level", "Assessed", "Selected", "Offered", "Accepted", "Entered", "Initial salary", "Market target", "Ratio"],
        [.. hired.Select(l => (IReadOnlyList<string>)[Name(l), .. l.Stages.SkipLast(1).Select(s => Display.Percent(s.PassRate)), Display.Rate(l.Pay.Salary), Display.Rate(l.Pay.MarketTarget), Ratio(l.Pay.Ratio)])]);

    private static ChartTable Costs(AcquisitionStudy study, List<AcquisitionLevel> hired)
    {
        var names = hired.Count > 0 ? hired[0].Costs.Select(c => c.Name).ToList() : [];
        var rows = hired.Select(l => (IReadOnlyList<string>)[Name(l), .. l.Costs.Select(c => Display.Dollars(c.Cents)), Display.Dollars(l.CostPerHire), Display.Dollars(l.CostPerHire * l.Hires)]).ToList();
        if (hired.Count > 1)
        {
            rows.Add(
            [
                "Total", .. names.Select((_, i) => Display.Dollars(hired.Sum(l => l.Costs[i].Cents * l.Hires) / study.Frame.Hires)),
                Display.Dollars(hired.Sum(l => l.CostPerHire * l.Hires) / study.Frame.Hires), Display.Dollars(hired.Sum(l => l.CostPerHire * l.Hires)),
            ]);
        }

        return new ChartTable("Cost of a hire by what it is for, and of a year's hires, dollars; the total is the mean hire", ["Level", .. names, "A hire", "A year"], rows);
    }

    private static ChartTable Times(List<AcquisitionLevel> hired) => new(
        "Work periods of two weeks from the opening of a vacancy to the entry on duty, lost offers included",
        ["Level", "Fewest", "Half within", "Nine of ten within", "Mean", "Mean, weeks"],
        [.. hired.Select(l => (IReadOnlyList<string>)[Name(l), Display.Count(l.Time.Minimum), Display.Count(l.Time.Median), Display.Count(l.Time.P90), One(l.Time.Mean), Weeks(l.Time.Mean)])]);

    private static string TradeOff(AcquisitionStudy study)
    {
        var own = study.Alternatives[0];
        var where = study.Frame.WorkLevel is { } level ? $"at {level}" : "at every level with a funnel";
        return $"The scenario enters at {Money(own.Salary)} on average, {Ratio(own.Ratio)} of the market target, and {Display.Percent(own.Acceptance)} of offers are accepted. Each alternative enters at another place in the range {where} and is projected anew over {Display.FiscalYears(study.Frame.FiscalYears)}"
            + (study.Frame.Draws > 0 ? $"; intervals are of {Display.Count(study.Frame.Draws)} paired draws." : ".");
    }

    private static ChartTable Alternatives(AcquisitionStudy study)
    {
        var own = study.Alternatives[0];
        var simulated = study.Frame.Draws > 0;
        return new ChartTable(
            $"Initial salaries side by side for {Display.Count(study.Frame.Hires)} hires a year; cost of the scenario over {Display.FiscalYears(study.Frame.FiscalYears)}",
            ["Entry at", "Salary", "To market", "Accepted", "Weeks", "A hire", "Vacant periods", "FTE", "Cost", "Change", .. simulated ? ["Simulated change"] : Array.Empty<string>()],
            [
                .. study.Alternatives.Select(a => (IReadOnlyList<string>)
                [
                    Place(a), Money(a.Salary), Ratio(a.Ratio), Display.Percent(a.Acceptance), Weeks(a.MeanPeriods), Display.Dollars(a.CostPerHire), Count(a.VacantPeriods), One(a.Fte), Display.Brief(a.Cents),
                    a == own ? None : Display.BriefSigned(a.Cents - own.Cents),
                    .. simulated ? [a.Simulated is { } s ? $"{Display.BriefSigned((long)s.DifferenceCents)}{(s.LowerCents is { } low ? $" ({Display.BriefSigned((long)low)} to {Display.BriefSigned((long)s.UpperCents!.Value)})" : "")}" : None] : Array.Empty<string>(),
                ]),
            ]);
    }

    private static FrontierInput Frontier(AcquisitionStudy study) => new(
        Display.FiscalYears(study.Frame.FiscalYears),
        "Share of offers that are accepted",
        [.. study.Alternatives.Select((a, i) => new FrontierPoint(i == 0 ? "As in the scenario" : $"Entry at {Place(a)}", a.Cents, a.Acceptance, i == 0))],
        new ChartBasis(People: study.Frame.People));

    internal static IEnumerable<FunnelStage> Stages(AcquisitionStudy study) => study.Levels[0].Stages.Select(s => s.Stage);

    internal static string StageName(FunnelStage stage) => stage switch
    {
        FunnelStage.Entered => "On duty",
        _ => stage.ToString(),
    };

    internal static string Count(double number) => Math.Round(number, MidpointRounding.AwayFromZero).ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Name(AcquisitionLevel level) => level.Track.Length == 0 ? $"{level.WorkLevel}, {Display.Count(level.Hires)}" : $"{level.WorkLevel} ({level.Track}), {Display.Count(level.Hires)}";

    private static string Place(EntryAlternative alternative) => alternative.Place is { } place ? place.ToString("0.0#", CultureInfo.InvariantCulture) : "as it is";

    private static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    private static string One(double number) => number.ToString("#,##0.0", CultureInfo.InvariantCulture);

    private static string Weeks(double periods) => One(periods * WeeksPerPeriod);

    private static string Money(double dollars) => Display.Rate(Math.Round(dollars, MidpointRounding.AwayFromZero));
}
