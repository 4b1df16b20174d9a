using CtmsAnalytics.Calendar;
using CtmsAnalytics.Deployment;
using CtmsAnalytics.Diagnostics;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Projection;

/// <summary>What the hiring plan of a scenario does to a roster inside a horizon. Lines that take effect after the last work period do nothing.</summary>
/// <param name="Closings">Positions that close, by the index in the roster of the person who holds one at the start.</param>
/// <param name="Openings">Positions that open, by their date and then in the order of the plan.</param>
internal sealed record PositionPlan(IReadOnlyDictionary<int, ClosedPosition> Closings, IReadOnlyList<OpenedPositions> Openings)
{
    /// <summary>Designates the positions that close and dates those that open.</summary>
    /// <param name="scenario">A validated scenario.</param>
    /// <param name="roster">The workforce at the start.</param>
    /// <param name="periods">Work periods of the horizon.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="InputException">The plan names an organisation or a place that the roster does not have, closes more positions than there are people, or closes positions before the horizon starts.</exception>
    public static PositionPlan Of(Scenario scenario, IReadOnlyList<RosterPerson> roster, IReadOnlyList<WorkPeriod> periods)
    {
        var closings = new Dictionary<int, ClosedPosition>();
        var openings = new List<OpenedPositions>();
        foreach (var planned in scenario.Workforce.HiringPlan.OrderBy(l => l.From))
        {
            var line = planned with { Agency = Agency(planned, roster) };
            if (FirstPeriod(line, periods) is not { } period) continue;
            if (line.Positions > 0) Add(Open(scenario, line, period, roster), openings);
            else Close(line, period, roster, closings);
        }

        return new PositionPlan(closings, openings);
    }

    /// <summary>Adds positions to those of a line that says the same: positions are told apart by place, date and number.</summary>
    private static void Add(OpenedPositions opened, List<OpenedPositions> openings)
    {
        var same = openings.FindIndex(o => o.Line with { Positions = opened.Line.Positions } == opened.Line);
        if (same < 0) openings.Add(opened);
        else openings[same] = openings[same] with { Count = openings[same].Count + opened.Count };
    }

    /// <summary>Index of the first work period that begins on or after the date of a line; null after the horizon.</summary>
    private static int? FirstPeriod(HiringPlanLine line, IReadOnlyList<WorkPeriod> periods)
    {
        for (var i = 0; i < periods.Count; i++)
        {
            if (periods[i].FirstDay >= line.From) return i;
        }

        return null;
    }

    /// <summary>The component that a line is about: the one that it names, or the only one that has the organisation.</summary>
    private static string Agency(HiringPlanLine line, IReadOnlyList<RosterPerson> roster)
    {
        var agencies = roster.Where(p => p.Organisation == line.Organisation).Select(p => p.Agency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (agencies.Count == 0)
        {
            var known = roster.Select(p => p.Organisation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            throw new InputException($"The hiring plan {Describe(line)} in the organisation '{line.Organisation}', which nobody in the roster belongs to. The roster has {string.Join(", ", known)}.");
        }

        if (line.Agency.Length == 0)
        {
            return agencies.Count == 1
                ? agencies[0]
                : throw new InputException($"The hiring plan {Describe(line)} in {line.Organisation}, which the roster has in {string.Join(" and in ", agencies)}. Name the component in 'agency'.");
        }

        return agencies.Contains(line.Agency, StringComparer.Ordinal)
            ? line.Agency
            : throw new InputException($"The hiring plan {Describe(line)} in {line.Organisation} of '{line.Agency}'. The roster has {line.Organisation} in {string.Join(" and in ", agencies)}.");
    }

    private static OpenedPositions Open(Scenario scenario, HiringPlanLine line, int period, IReadOnlyList<RosterPerson> roster)
    {
        var member = new StructureMember(line.PayPlan, line.Track, line.Organisation);
        if (scenario.Policies.Select(p => p.Policy.StructureFor(member)).FirstOrDefault(s => !s.WorkLevels().Contains(line.WorkLevel)) is { } lacking)
            throw new InputException($"The hiring plan {Describe(line)} at the work level '{line.WorkLevel}', for which the structure '{lacking.Name}' has no subrange. It has {string.Join(", ", lacking.WorkLevels())}.");
        var worksite = Worksite(line, roster);
        return new OpenedPositions(line, line.Positions, period, worksite?.WorksiteFips ?? "", worksite?.NonforeignArea);
    }

    /// <summary>Somebody at the worksite of most people of the organisation in the market, or of most people of the market; null where nobody is there.</summary>
    private static RosterPerson? Worksite(HiringPlanLine line, IReadOnlyList<RosterPerson> roster)
    {
        var near = roster.Where(p => p.Market == line.Market).ToList();
        var nearest = near.Where(p => p.Agency == line.Agency && p.Organisation == line.Organisation).ToList();
        return (nearest.Count > 0 ? nearest : near)
            .GroupBy(p => (p.WorksiteFips, p.NonforeignArea))
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.WorksiteFips, StringComparer.Ordinal)
            .FirstOrDefault()?.First();
    }

    private static void Close(HiringPlanLine line, int period, IReadOnlyList<RosterPerson> roster, Dictionary<int, ClosedPosition> closings)
    {
        if (line.Closing == PositionClosing.OnDate && period == 0)
            throw new InputException($"The hiring plan {Describe(line)} in {line.Organisation} on {line.From:yyyy-MM-dd}, by which the people in them would have left before the horizon starts. Leave them out of the roster, or give a date after the first work period begins.");
        var place = Enumerable.Range(0, roster.Count).Where(i => IsThere(roster[i], line)).ToList();
        var open = place
            .Where(i => !closings.ContainsKey(i))
            .OrderByDescending(i => roster[i].EntryOnDuty)
            .ThenBy(i => roster[i].PersonId, StringComparer.Ordinal)
            .ToList();
        if (open.Count < -line.Positions)
        {
            var before = place.Count - open.Count;
            var closed = before == 0 ? "" : FormattableString.Invariant($", of whom earlier lines close the positions of {before}");
            throw new InputException(FormattableString.Invariant(
                $"The hiring plan {Describe(line)} from {line.From:yyyy-MM-dd} in {line.Agency} {line.Organisation}, work level {line.WorkLevel}, market {line.Market}. The roster has {place.Count} people there{closed}. Close at most {open.Count}."));
        }

        foreach (var person in open.Take(-line.Positions)) closings.Add(person, new ClosedPosition(person, period, line.Closing));
    }

    private static bool IsThere(RosterPerson person, HiringPlanLine line) =>
        person.Agency == line.Agency && person.Organisation == line.Organisation && person.WorkLevel == line.WorkLevel && person.Market == line.Market;

    private static string Describe(HiringPlanLine line) => FormattableString.Invariant(
        $"{(line.Positions < 0 ? "closes" : "opens")} {Math.Abs(line.Positions)} {(Math.Abs(line.Positions) == 1 ? "position" : "positions")}");
}

/// <summary>A position that the hiring plan closes. It stays closed for whoever holds it then, the person of the roster or who was hired after that one.</summary>
/// <param name="Person">Index in the roster of the person who holds it at the start.</param>
/// <param name="Period">Index of the first work period in which it is closed: from then on nobody is hired into it.</param>
/// <param name="How">Whether who holds it stays, or leaves at the end of the work period before.</param>
internal sealed record ClosedPosition(int Person, int Period, PositionClosing How);

/// <summary>Positions that the hiring plan opens in one place.</summary>
/// <param name="Line">The line of the plan, with its agency.</param>
/// <param name="Count">Number of positions.</param>
/// <param name="Period">Index of the work period from which they are vacant; each is filled after the time to fill.</param>
/// <param name="WorksiteFips">County of the worksite: that of most people of the organisation in the market, or of most people of the market; empty where the roster has nobody there.</param>
/// <param name="NonforeignArea">Allowance area of that worksite; null for none.</param>
internal sealed record OpenedPositions(HiringPlanLine Line, int Count, int Period, string WorksiteFips, string? NonforeignArea);
