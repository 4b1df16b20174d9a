using CtmsAnalytics.Calendar;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.PayHistory;
using CtmsAnalytics.Projection;
using CtmsAnalytics.Recognition;

namespace CtmsAnalytics.Simulation.Replays;

/// <summary>
/// Everybody of one organisation in one draw, through the scalar rules, work period by work period: the specification that faster ways of computing a draw must agree with to
/// the cent. In a review everybody's claims are summed before anybody is granted anything.
/// </summary>
internal sealed class OrganisationReplay
{
    private readonly ScenarioDraw _draw;
    private readonly string _agency;
    private readonly string _organisation;
    private readonly List<PositionReplay> _positions;
    private readonly List<ReviewPool> _pools = [];
    private readonly ReplayFlow[] _flow;

    private OrganisationReplay(ScenarioDraw draw, string agency, string organisation)
    {
        _draw = draw;
        _agency = agency;
        _organisation = organisation;
        _positions = [.. draw.Positions.Where(p => p.Agency == agency && p.Organisation == organisation).Select(p => new PositionReplay(draw, p, []))];
        _flow = new ReplayFlow[draw.Scenario.Horizon.FiscalYears];
    }

    /// <summary>The positions, in the order of the roster, then of the hiring plan.</summary>
    public IReadOnlyList<PositionReplay> Positions => _positions;

    /// <summary>The pools of the reviews, in order. A review in which nobody takes part has none.</summary>
    public IReadOnlyList<ReviewPool> Pools => _pools;

    /// <summary>Movement of people by fiscal year of the horizon.</summary>
    public IReadOnlyList<ReplayFlow> Flow => _flow;

    /// <summary>Everything that is paid, by position, spell, fiscal year, work level and component; nothing that is zero.</summary>
    public IReadOnlyList<ReplayCost> Costs => [.. _positions.SelectMany(p => ReplayCost.Of(_draw, p))];

    /// <summary>Follows an organisation through a draw.</summary>
    /// <param name="draw">The draw.</param>
    /// <param name="agency">Component of the Department.</param>
    /// <param name="organisation">Organisation inside the agency.</param>
    /// <param name="cancellationToken">Stops between two work periods.</param>
    public static OrganisationReplay Of(ScenarioDraw draw, string agency, string organisation, CancellationToken cancellationToken = default)
    {
        var replay = new OrganisationReplay(draw, agency, organisation);
        var year = -1;
        for (var t = 0; t < draw.Periods.Count; t++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var homeYear = replay.HomeYear(draw.Periods[t]);
            if (homeYear != year) replay._flow[year = homeYear].Start = replay._positions.Count(p => t == 0 ? p.Holds : p.Present is not null);
            replay.Step(t, homeYear);
        }

        return replay;
    }

    private void Step(int t, int year)
    {
        foreach (var position in _positions) position.Enter(t);
        var present = _positions.ConvertAll(p => p.Present).OfType<HeldSpell>().ToList();
        foreach (var spell in present) spell.Path.Open(t);
        if (present.Exists(s => s.Path.IsReviewed)) Review([.. present.Select(s => s.Path).Where(p => p.IsReviewed)], _draw.Periods[t]);
        foreach (var position in _positions) position.Close(t);
        _flow[year].Hires += present.Count(s => s.First == t && s.Number > 0);
        _flow[year].Separations += present.Count(s => s.Last == t);
        Hours(_draw.Periods[t], present.Sum(s => (long)s.Path.PaidHours));
    }

    private void Review(List<PersonPath> people, WorkPeriod period)
    {
        var recognition = _draw.Policies.For(period).Policy.Recognition;
        var (salaries, asked) = Sum(people.Select(p => p.ClaimAdjustment()));
        var adjustments = new RecognitionPool(Rounding.HalfUp(recognition.AdjustmentPool * salaries), asked);
        foreach (var person in people) person.Adjust(adjustments);
        (salaries, asked) = Sum(people.Select(p => p.ClaimPayment()));
        var payments = new RecognitionPool(Rounding.HalfUp(recognition.PaymentPool * salaries), asked);
        foreach (var person in people) person.Recognise(payments);
        if (salaries > 0) _pools.Add(new ReviewPool(period.FirstDay, _agency, _organisation, adjustments, payments));
    }

    private static (long Base, long Asked) Sum(IEnumerable<PoolClaim?> claims)
    {
        var members = claims.OfType<PoolClaim>().ToList();
        return (members.Sum(c => c.Base), members.Sum(c => c.Asked));
    }

    /// <summary>Paid hours x weekdays, to the fiscal years that the weekdays lie in.</summary>
    private void Hours(WorkPeriod period, long hours)
    {
        var first = period.FirstFiscalYear - _draw.FirstFiscalYear;
        if (first >= 0 && first < _flow.Length) _flow[first].HourWeekdays += hours * period.WeekdaysInFirstFiscalYear;
        if (first + 1 >= 0 && first + 1 < _flow.Length) _flow[first + 1].HourWeekdays += hours * (period.Weekdays - period.WeekdaysInFirstFiscalYear);
    }

    /// <summary>Fiscal year to which people who move in a work period are counted, by its place in the horizon: that of the period's last day.</summary>
    private int HomeYear(WorkPeriod period) => Math.Clamp(_draw.Calendar.FiscalYearOf(period.LastDay) - _draw.FirstFiscalYear, 0, _flow.Length - 1);
}

/// <summary>Movement of people of an organisation in a fiscal year of a draw.</summary>
internal record struct ReplayFlow
{
    /// <summary>People at the start of the year.</summary>
    public int Start { get; set; }

    /// <summary>People hired.</summary>
    public int Hires { get; set; }

    /// <summary>People separated.</summary>
    public int Separations { get; set; }

    /// <summary>Paid hours x weekdays of the year in the work period.</summary>
    public long HourWeekdays { get; set; }
}
