using CtmsAnalytics.Deployment;
using CtmsAnalytics.Projection;

namespace CtmsAnalytics.Simulation.Replays;

/// <summary>A position: where it is, who holds it at the start, and when the hiring plan opens or closes it.</summary>
/// <param name="Id">Identifier: that of the person who holds it at the start, or that of the position that the hiring plan opens.</param>
/// <param name="Agency">Component of the Department.</param>
/// <param name="Organisation">Organisation inside the agency.</param>
/// <param name="PayPlan">Pay plan.</param>
/// <param name="Track">Career track.</param>
/// <param name="WorkLevel">Code of the work level at the start.</param>
/// <param name="WorksiteFips">County of the official worksite.</param>
/// <param name="Market">Code of the local market.</param>
/// <param name="NonforeignArea">Allowance area of the worksite; null for none.</param>
internal sealed record Position(
    string Id, string Agency, string Organisation, string PayPlan, string Track, string WorkLevel, string WorksiteFips, string Market, string? NonforeignArea)
{
    /// <summary>Who holds it at the start; null for a position that the hiring plan opens.</summary>
    public RosterPerson? Holder { get; init; }

    /// <summary>How the hiring plan closes it; null where it does not.</summary>
    public ClosedPosition? Closing { get; init; }

    /// <summary>Index of the work period from which it is vacant, for a position that the hiring plan opens.</summary>
    public int Opens { get; init; }

    /// <summary>The positions of a scenario: those of the roster in its order, then those that the hiring plan opens.</summary>
    public static IReadOnlyList<Position> All(IReadOnlyList<RosterPerson> roster, PositionPlan plan) =>
        [.. roster.Select((p, i) => Of(p, plan.Closings.GetValueOrDefault(i))), .. plan.Openings.SelectMany(o => Enumerable.Range(1, o.Count).Select(n => Of(o, n)))];

    /// <summary>Identifier of a position that the hiring plan opens.</summary>
    /// <param name="opened">Positions that are opened together.</param>
    /// <param name="number">Number among them, 1 for the first.</param>
    public static string IdOf(OpenedPositions opened, int number) =>
        FormattableString.Invariant($"position {number} of {opened.Line.Agency}/{opened.Line.Organisation}/{opened.Line.WorkLevel}/{opened.Line.Market}/{opened.Line.PayPlan}/{opened.Line.Track} from {opened.Line.From:yyyy-MM-dd}");

    private static Position Of(RosterPerson person, ClosedPosition? closing) =>
        new(person.PersonId, person.Agency, person.Organisation, person.PayPlan, person.Track, person.WorkLevel, person.WorksiteFips, person.Market, person.NonforeignArea)
        {
            Holder = person,
            Closing = closing,
        };

    private static Position Of(OpenedPositions opened, int number)
    {
        var line = opened.Line;
        return new Position(
            IdOf(opened, number), line.Agency, line.Organisation, line.PayPlan, line.Track, line.WorkLevel, opened.WorksiteFips, line.Market, opened.NonforeignArea)
        {
            Opens = opened.Period,
        };
    }
}
