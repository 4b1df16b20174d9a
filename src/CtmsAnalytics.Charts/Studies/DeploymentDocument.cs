using CtmsAnalytics.Budget;
using CtmsAnalytics.Charts.Formatting;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Deployment.Assignments;
using CtmsAnalytics.Deployment.Directed;
using CtmsAnalytics.Deployment.Hours;
using CtmsAnalytics.Privacy;

namespace CtmsAnalytics.Charts.Studies;

/// <summary>Tells a study of deployment.</summary>
internal static class DeploymentDocument
{
    private const string None = "\u2013";
    private const string Analysts = "The rest is told to analysts only, because it is about single people.";

    /// <summary>Tells the study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="showIndividuals">Whether single people and groups of fewer than five may be shown.</param>
    public static StudyDocument Of(DeploymentStudy study, bool showIndividuals)
    {
        if (study.Matching is { } matching) return Matching(study, matching, showIndividuals);
        if (study.Hours is { } hours) return HoursOf(study, hours, showIndividuals);
        if (study.Directed is { } directed) return Directed(study, directed, showIndividuals);
        if (study.Details is { } details) return Details(study, details, showIndividuals);
        return Designation(study, study.Designation!);
    }

    private static StudyDocument Matching(DeploymentStudy study, MatchingReport report, bool show)
    {
        var moves = report.Matches.Count(m => m.Match.Moves);
        var shortOf = report.Matches.Count(m => m.Match.Score.Alignment < 1);
        var finding = $"{Sentence.Capital(IsSmall(report.Matches.Count, show) ? "fewer than five" : Display.Word(report.Matches.Count))} of {Display.Word(report.Open)} open assignments can be staffed from {Hidden(report.People, show)} people who are available; "
            + $"{Hidden(shortOf, show)} of these matches leave a qualification short, {Hidden(moves, show)} change the worksite, and {Display.Word(report.Unstaffed.Count)} assignments need somebody who is recruited (158.703(b)(3)).";
        List<StudyBlock> blocks =
        [
            new StudyParagraph($"Each person gets one assignment at most (158.703(d)(2)). The matching staffs as many assignments as can be staffed and has the highest sum of scores of all such matchings{(report.IsCertified ? ", which the dual variables of the solver prove" : "")}. "
                + $"A perfect match has {Display.Count(MatchScoring.Scale)} points."),
        ];
        if (show && report.Matches.Count > 0)
        {
            blocks.Add(new StudyTable(new ChartTable(
                "Matches: points of the score, alignment of qualifications, who is next best and what it would cost in points to take that person",
                ["Assignment", "~Person", "~Level", "Points", "Alignment", "~Short", "~Worksite", "~Next best", "~Who is in", "Points lost"],
                [.. report.Matches.Select(m => (IReadOnlyList<string>)
                [
                    $"{m.Match.AssignmentId} {m.Organisation}", m.Match.PersonId, m.WorkLevel, Display.Count(m.Match.Score.Points), Display.WholePercent(m.Match.Score.Alignment), Short(m.Match.Score), m.Match.Moves ? "changes" : "stays",
                    m.Match.NextBest?.PersonId ?? None, m.Match.NextBest is { } n ? n.MatchedWith ?? "nothing" : None, m.NextBestLoss is { } loss ? Display.Count((int)loss) : None,
                ])]))
            { IsSortable = true });
            blocks.Add(new StudyHeading("Why these people"));
            blocks.AddRange(report.Matches.Select(m => new StudyParagraph(Why(m))));
        }

        if (show && report.Unstaffed.Count > 0)
        {
            blocks.Add(new StudyHeading("Assignments that nobody is left for"));
            blocks.Add(new StudyTable(new ChartTable(
                "People by the first thing that stands against the match",
                ["Assignment", "Could be matched", "Other level", "Security", "Location", "Too little alignment"],
                [.. report.Unstaffed.Select(u => (IReadOnlyList<string>)[u.AssignmentId, Display.Count(u.Possible), Of(u, MatchObstacles.WorkLevel), Of(u, MatchObstacles.Security), Of(u, MatchObstacles.Location), Of(u, MatchObstacles.Alignment)])])));
        }

        return new StudyDocument($"{study.Title}, {Display.Date(study.AsOf)}", finding, blocks);

        static string Of(UnstaffedAssignment unstaffed, MatchObstacles obstacle) => Display.Count(unstaffed.Obstacles.GetValueOrDefault(obstacle));
    }

    private static string Short(MatchScore score)
    {
        var missing = score.Fits.Where(f => f.Missing > 0).Select(f => $"{f.Qualification} {Display.Value(Math.Round(f.Missing, 1))}").ToList();
        return missing.Count == 0 ? "nothing" : string.Join(", ", missing);
    }

    private static string Why(MatchLine line)
    {
        var (match, score) = (line.Match, line.Match.Score);
        var fits = string.Join(", ", score.Fits.Select(f => $"{f.Qualification} {Display.Value(f.Held)} of {Display.Value(f.Required)}"));
        var parts = string.Join(", ", score.Parts.Where(p => Math.Abs(p.Points) >= 1).Select(p => $"{p.Name} {Display.Count((int)Math.Round(p.Points))} ({p.Paragraph})"));
        return $"{match.AssignmentId}: {match.PersonId}, {(match.IsInitial ? "initial" : "subsequent")} assignment. Held of required: {fits}. Points: {parts}.";
    }

    private static StudyDocument HoursOf(DeploymentStudy study, HoursReview review, bool show)
    {
        var beyond = review.Totals.Sum(t => t.Beyond);
        var missing = review.Shortfalls.Select(s => s.PersonId).Distinct().Count();
        var swc = review.Evidence.Sum(e => e.Cents);
        var finding = $"{Display.Count(review.People)} people report {Number(review.Totals.Sum(t => t.Worked))} hours from {Display.Date(review.First)}; {Number(beyond)} of them are beyond the minimum and give no pay (158.705(d)(1)). "
            + $"{Sentence.Capital(Hidden(missing, show))} people have work periods that keep no rule, {Hidden(review.Signals.Count, show)} schedules are to be considered anew, and a program for the special conditions that the hours show would have paid {Display.Dollars(swc)}.";
        var title = $"{study.Title}, {Display.Date(review.First)} to {Display.Date(review.Last)}";
        // Tables by organisation and work period, read together with one another and with the schedules, would give single people back.
        if (!show) return new StudyDocument(title, IsSmall(review.People, show) ? $"Hours of fewer than five people. {Analysts}" : $"{finding} {Analysts}", []);
        List<StudyBlock> blocks =
        [
            new StudyTable(new ChartTable(
                "Hours by organisation: minimum (158.705(b)(2)), how it was accounted for (d)(6), and hours beyond it",
                ["Organisation", "People", "Minimum", "Worked", "Time-off", "Non-pay", "Missing", "Beyond", "Unexpected"],
                [.. review.Totals.Select(t => (IReadOnlyList<string>)
                    [t.Organisation, Display.Count(t.People), Number(t.Minimum), Number(t.Worked), Number(t.TimeOff), Number(t.NonPay), Number(t.Missing), Number(t.Beyond), Number(t.Unexpected)])])),
        ];
        if (review.Shortfalls.Count > 0)
        {
            blocks.Add(new StudyTable(new ChartTable(
                "Work periods that keep no rule",
                ["Person", "~Work period", "Hours", "~Rule"],
                [.. review.Shortfalls.Select(s => (IReadOnlyList<string>)[s.PersonId, FormattableString.Invariant($"{s.PeriodStart:yyyy-MM-dd}"), Display.Value(s.Hours), $"{s.Rule.Name} ({s.Rule.Paragraph})"])]))
            { IsSortable = true });
        }

        if (review.Signals.Count > 0)
        {
            blocks.Add(new StudyHeading("Schedules to be considered anew"));
            blocks.Add(new StudyTable(new ChartTable(
                "Last work periods by person; salary a year at the present rate",
                ["Person", "~Now", "~Consider", "Periods", "Share", "Mean hours", "Salary a year", "~Paragraph"],
                [.. review.Signals.Select(s => (IReadOnlyList<string>)[s.PersonId, $"{WorkScheduleName.Of(s.Schedule)} {s.Hours}", $"{WorkScheduleName.Of(s.Proposed)} {s.ProposedHours}", Display.Count(s.Periods), Display.WholePercent(s.Share), Display.Value(Math.Round(s.MeanHours, 1)), Display.DollarsSigned(s.AnnualCents), s.Rule.Paragraph])])));
        }

        blocks.Add(new StudyHeading("Evidence for special working conditions"));
        blocks.Add(new StudyParagraph("Hours are information on which a program is established, adjusted or cancelled (158.642(d)(1)). Called are people with an uncommon duration or much work at unexpected times; the cost is that of the assumed payment, before the aggregate limit (158.642(g))."));
        blocks.Add(new StudyTable(new ChartTable(
            "Organisations and work periods under special conditions",
            ["Organisation", "~Work period", "People", "Called", "Eligible", "Hours beyond", "Unexpected", "Would have paid"],
            [.. review.Evidence.Select(e => (IReadOnlyList<string>)
                [e.Organisation, FormattableString.Invariant($"{e.PeriodStart:yyyy-MM-dd}"), Display.Count(e.People), Display.Count(e.Called), Display.Count(e.Eligible), Number(e.Beyond), Number(e.Unexpected), Display.Dollars(e.Cents)])]))
        { IsSortable = true });
        return new StudyDocument(title, finding, blocks);
    }

    private static StudyDocument Directed(DeploymentStudy study, IReadOnlyList<DirectedLine> lines, bool show)
    {
        var problems = lines.Count(l => l.Problem.Length > 0);
        var next = lines.Where(l => l.LastNotice is not null && l.Assignment.Notice is null).Select(l => l.LastNotice!.Value).Order().ToList();
        var finding = $"{Sentence.Capital(Display.Word(lines.Count))} directed {(lines.Count == 1 ? "assignment" : "assignments")}: travel and relocation cost {Display.Dollars(lines.Sum(l => l.Cents))}; {Display.Word(problems)} cannot begin as planned"
            + (next.Count > 0 ? $"; the next written notice is due by {Display.Date(next[0])}." : ".");
        var title = $"{study.Title}, {Display.Date(study.AsOf)}";
        if (!show)
        {
            return new StudyDocument(
                title, IsSmall(lines.Count, show) ? $"Directed assignments of fewer than five people. {Analysts}" : $"{Display.Count(lines.Count)} directed assignments: travel and relocation cost {Display.Dollars(lines.Sum(l => l.Cents))}. {Analysts}",
                []);
        }

        List<StudyBlock> blocks =
        [
            new StudyTable(new ChartTable(
                "By kind (158.708(b)-(d))",
                ["Kind", "Assignments", "Travel and relocation"],
                [.. lines.GroupBy(l => l.Kind).OrderBy(g => g.Key).Select(g => (IReadOnlyList<string>)[Words(g.Key), Display.Count(g.Count()), Display.Dollars(g.Sum(l => l.Cents))])])),
        ];
        blocks.Add(new StudyTable(new ChartTable(
            "Notice and cost by assignment",
                ["Person", "~From", "~To", "~Effective", "~Kind", "~Last day for notice", "Cost", "~Official worksite", "~What stands against it"],
                [.. lines.Select(l => (IReadOnlyList<string>)
                [
                    l.Assignment.PersonId, l.From, l.Assignment.WorksiteFips, FormattableString.Invariant($"{l.Assignment.Effective:yyyy-MM-dd}"), $"{Words(l.Kind)} ({l.Rule.Paragraph})",
                    l.LastNotice is { } day ? FormattableString.Invariant($"{day:yyyy-MM-dd}") : None, Display.Dollars(l.Cents), l.ChangesWorksite ? "changes" : "stays", l.Problem.Length == 0 ? "nothing" : l.Problem,
                ])])));
        return new StudyDocument(title, finding, blocks);
    }

    private static StudyDocument Details(DeploymentStudy study, IReadOnlyList<DetailLine> lines, bool show)
    {
        var years = lines.SelectMany(l => l.Years).GroupBy(y => y.FiscalYear).OrderBy(g => g.Key).ToList();
        var refused = lines.Count(l => l.Refused is not null);
        var finding = $"{Sentence.Capital(Display.Word(lines.Count - refused))} {(lines.Count - refused == 1 ? "detail takes" : "details take")} {Display.Value(Math.Round(years.Sum(g => g.Sum(y => y.Fte)), 2))} FTE out of the Department and cost {Display.Dollars(years.Sum(g => g.Sum(y => y.CostCents)))}, "
            + $"of which {Display.Dollars(years.Sum(g => g.Sum(y => y.ReimbursedCents)))} are reimbursed; {Display.Word(refused)} may not be made.";
        var title = $"{study.Title}, {Display.Date(study.AsOf)}";
        if (!show)
        {
            return new StudyDocument(
                title,
                IsSmall(lines.Count - refused, show)
                    ? $"Details of fewer than five people. {Analysts}"
                    : $"{Display.Count(lines.Count - refused)} details take {Display.Value(Math.Round(years.Sum(g => g.Sum(y => y.Fte)), 0))} FTE out of the Department and cost {Display.Dollars(years.Sum(g => g.Sum(y => y.CostCents)))}. {Analysts}",
                []);
        }

        List<StudyBlock> blocks =
        [
            new StudyTable(new ChartTable(
                "Capacity lost and money by fiscal year",
                ["Fiscal year", "Details", "FTE lost", "Pay and benefits", "Reimbursed", "Left to the Department"],
                [.. years.Select(g => (IReadOnlyList<string>)
                    [Display.FiscalYear(g.Key), Display.Count(g.Count()), Display.Value(Math.Round(g.Sum(y => y.Fte), 2)), Display.Dollars(g.Sum(y => y.CostCents)), Display.Dollars(g.Sum(y => y.ReimbursedCents)), Display.Dollars(g.Sum(y => y.CostCents - y.ReimbursedCents))])])),
        ];
        blocks.Add(new StudyTable(new ChartTable(
            "Details by person",
                ["Person", "~Destination", "~From", "~To", "FTE", "Pay and benefits", "Reimbursed", "~Whether it may be made"],
                [.. lines.Select(l => (IReadOnlyList<string>)
                [
                    l.Detail.PersonId, Words(l.Detail.Destination), FormattableString.Invariant($"{l.Detail.From:yyyy-MM-dd}"), FormattableString.Invariant($"{l.Detail.To:yyyy-MM-dd}"), Display.Value(Math.Round(l.Years.Sum(y => y.Fte), 2)),
                    Display.Dollars(l.Years.Sum(y => y.CostCents)), Display.Dollars(l.Years.Sum(y => y.ReimbursedCents)), l.Refused is { } rule ? $"no: {rule.Name} ({rule.Paragraph})" : "yes",
                ])])));
        return new StudyDocument(title, finding, blocks);
    }

    private static StudyDocument Designation(DeploymentStudy study, DesignationReport report)
    {
        var total = report.Years.Sum(y => y.Cents);
        var fte = report.Years.Sum(y => y.Fte);
        var full = report.Years[^1];
        var first = report.Years.FirstOrDefault(y => y.Cents != 0) ?? report.Years[0];
        var finding = $"{Sentence.Capital(Display.Word(report.Positions))} {report.WorkLevel} {(report.Positions == 1 ? "position" : "positions")} in {report.Organisation} ({report.Market}) from {Display.Date(report.From)} would cost {Display.Dollars(first.Cents)} in {Display.FiscalYear(first.FiscalYear)}, {Display.Dollars(full.Cents)} in {Display.FiscalYear(full.FiscalYear)} and {Display.Brief(total)} over {Display.FiscalYears([.. report.Years.Select(y => y.FiscalYear)])}"
            + (fte > 0 ? $": {Display.Dollars((long)(total / fte))} an FTE." : ".");
        return new StudyDocument($"{study.Title}: {report.Positions} x {report.WorkLevel} in {report.Organisation}", finding,
        [
            new StudyParagraph("The consequence is known before anyone is hired (158.702(d)): the scenario with the positions in its hiring plan against the same scenario without them, with the time to fill, separations and reviews that it assumes."),
            new StudyTable(new ChartTable(
                "Budget consequence by fiscal year",
                ["Fiscal year", "Cost", "FTE", "People at the end", "Per position", "Per FTE"],
                [.. report.Years.Select(y => (IReadOnlyList<string>)
                [
                    Display.FiscalYear(y.FiscalYear), Display.DollarsSigned(y.Cents), Display.Value(Math.Round(y.Fte, 2)), Display.Value(Math.Round(y.People, 2)), Display.Dollars(y.Cents / report.Positions), y.Fte > 0 ? Display.Dollars((long)(y.Cents / y.Fte)) : None,
                ])])),
            new StudyTable(new ChartTable(
                $"Budget consequence by component: {Display.FiscalYear(first.FiscalYear)} and all years",
                ["Component", "First year", "All years", "Per position"],
                [.. report.Components.Select(c => (IReadOnlyList<string>)[ComponentName.Of(c.Component), Display.DollarsSigned(c.FirstYearCents), Display.DollarsSigned(c.Cents), Display.Dollars(c.Cents / report.Positions)])])),
        ]);
    }

    private static bool IsSmall(int people, bool show) => !show && people is > 0 and < SmallCells.Least;

    private static string Hidden(int people, bool show) => IsSmall(people, show) ? "fewer than five" : Display.Count(people);

    private static string Number(double hours) => Display.Value(Math.Round(hours, 2));

    private static string Words(DirectedKind kind) => kind switch { DirectedKind.Temporary => "temporary duty", DirectedKind.SameArea => "inside the commuting area", _ => "outside the commuting area" };

    private static string Words(DetailDestination destination) => destination switch
    {
        DetailDestination.Excepted => "excepted service",
        DetailDestination.SeniorExecutive => "SES",
        DetailDestination.Competitive => "competitive service",
        DetailDestination.WhiteHouse => "White House",
        DetailDestination.Congress => "Congress",
        DetailDestination.International => "international organization",
        DetailDestination.Intergovernmental => "non-Federal (IPA)",
        _ => "other",
    };
}
