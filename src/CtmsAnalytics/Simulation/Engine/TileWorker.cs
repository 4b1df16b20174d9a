using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CtmsAnalytics.Recognition;

namespace CtmsAnalytics.Simulation.Engine;

/// <summary>
/// Simulates one organisation of one scenario in up to 64 draws side by side. State is kept by [position, field, draw]; a kernel works on eight draws at once in double precision, which
/// holds whole cents and dollars exactly below 2^53. Nothing is allocated once the worker has grown to its largest organisation.
/// </summary>
/// <remarks>
/// Order: a leg runs from one annual review to the next. At the review every position asks, the pools of the organisation are summed for each draw, and every position is granted its part;
/// then each position runs through the leg on its own. What happens seldom in a draw (calls, payments, separations, hires, deferral) is done draw by draw with the scalar rules' arithmetic.
/// </remarks>
internal sealed partial class TileWorker
{
    private const int Lanes = DrawTile.Lanes;
    private const int Width = 8;
    private const int Groups = Lanes / Width;
    private const int Fields = 30;

    // Fields lie one cache line more than their draws apart. At a power of two a load often waits for an earlier store to another field or cell with the same last twelve bits of its address.
    private const int Stride = Lanes + Width;

    private static readonly Vector512<long> Bits = Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128);

    private readonly EngineModel _model;
    private readonly int _levels;
    private readonly double[] _from = LaneArray.Of(Lanes);
    private readonly double[] _count = LaneArray.Of(Lanes);
    private readonly double[] _lastCount = LaneArray.Of(Lanes);
    private readonly uint[] _draws = new uint[Lanes];
    private readonly uint[] _still = new uint[Lanes];
    private readonly uint[] _whens = new uint[Lanes];
    private readonly uint[] _words = new uint[Lanes];
    private readonly PhiloxLanes _philox;
    private readonly uint[] _word0 = new uint[Lanes];
    private readonly uint[] _word1 = new uint[Lanes];
    private readonly List<ReviewSums> _reviews = [];

    private double[] _state = [];
    private byte[] _level = [];
    private byte[] _rating = [];
    private byte[] _plan = [];
    private uint[] _spell = [];
    private int[] _enter = [];
    private int[] _entry = [];
    private ulong[] _touched = [];
    private ulong[] _occupied = [];
    private ulong[] _firstSpell = [];
    private ulong[] _deferred = [];
    private ulong[] _cut = [];
    private ulong[] _stale = [];
    private uint[] _present = [];
    private ulong[] _levelMask = [];
    private int[] _nextEnter = [];
    private double[] _grants = [];

    private EngineScenario _scenario = null!;
    private DrawnTables _drawn = null!;
    private readonly IncidentTables _incidents;
    private IReadOnlyList<Seat> _seats = [];
    private DrawTile _tile = null!;
    private double[] _costs = [];
    private int _organisation;
    private uint _firstDraw;
    private ulong _active;
    private int? _only;
    private bool _books;
    private int _reviewIndex;
    private int _reviewCount;
    private bool _usesSchedules;
    private int _years;
    private int _period;

    public TileWorker(EngineModel model)
    {
        _model = model;
        _levels = model.Names.Levels.Count;
        _philox = new PhiloxLanes(model.Luck.Seed);
        Array.Fill(_still, Luck.StillDraw);
        _incidents = new IncidentTables(model);
        _extraPeriod = new int[Lanes * model.MostPeriodsInRun];
        _extraCents = new double[Lanes * model.MostPeriodsInRun];
    }

    /// <summary>Field of a position's state.</summary>
    private enum Field
    {
        Structure,
        Adjusted,
        Salary,
        Total,
        Own,
        Unadjusted,
        Life,
        Health,
        SalaryPaid,
        Additional,
        WagesPaid,
        DeferredRecognition,
        DeferredSpecial,
        Left,
        PerPeriod,
        Hazard,
        Factor,
        NextBand,
        Impact,
        Wages,
        Basic,
        Allowance,
        Raise,
        Payment,
        Hours,
        LoansInYear,
        LoansInAll,
        CutByLimitation,
        CutByRange,
        GrantedInYear,
    }

    /// <summary>The pools of the reviews of the last tile, by review.</summary>
    public IReadOnlyList<ReviewSums> Reviews => _reviews;

    /// <summary>Simulates an organisation.</summary>
    /// <param name="scenario">Index of the scenario.</param>
    /// <param name="organisation">Index of the organisation.</param>
    /// <param name="firstDraw">First draw.</param>
    /// <param name="draws">Number of draws, 1 to 64.</param>
    /// <param name="drawn">Rates and bounds of these draws.</param>
    /// <param name="tile">Receives the results.</param>
    /// <param name="only">Position whose amounts alone are booked; null for all.</param>
    public void Run(int scenario, int organisation, uint firstDraw, int draws, DrawnTables drawn, DrawTile tile, int? only = null)
    {
        _scenario = _model.Scenarios[scenario];
        (_drawn, _tile, _organisation, _firstDraw, _only) = (drawn, tile, organisation, firstDraw, only);
        _seats = _model.Seats[scenario][organisation];
        _active = draws == Lanes ? ulong.MaxValue : (1ul << draws) - 1;
        for (var lane = 0; lane < Lanes; lane++) _draws[lane] = unchecked(firstDraw + (uint)lane);
        _incidents.Draw(_scenario, _model.OrganisationKeys[organisation], organisation, firstDraw, draws);
        Prepare(scenario);
        (_reviewIndex, _period) = (-1, 0);
        if (_scenario.PoolsCouplePeople) RunCoupled();
        else RunApart();
    }

    /// <summary>Leg by leg: at a review every position waits for the others of its organisation.</summary>
    private void RunCoupled()
    {
        var runs = _scenario.Runs;
        for (var s = 0; s < _seats.Count; s++) Open(s, _seats[s]);
        for (var r = 0; r < runs.Length;)
        {
            var end = r + 1;
            while (end < runs.Length && !runs[end].IsReview) end++;
            if (runs[r].IsReview) Review(runs[r], runs[r - 1]);
            for (var s = 0; s < _seats.Count; s++)
            {
                var seat = _seats[s];
                _books = _only is null || _only == s;
                for (var k = r; k < end; k++)
                {
                    if (!runs[k].IsReview) Start(s, seat, runs[k], k == 0 ? null : runs[k - 1]);
                    else Conclude(s, seat, runs[k]);
                    BookRun(s, seat, runs[k]);
                }
            }

            r = end;
        }
    }

    /// <summary>Position by position, where no pool can bind: they take turns in one place, which stays in the nearest cache.</summary>
    private void RunApart()
    {
        var runs = _scenario.Runs;
        for (var s = 0; s < _seats.Count; s++)
        {
            var seat = _seats[s];
            _books = _only is null || _only == s;
            (_reviewIndex, _period) = (-1, 0);
            Open(0, seat);
            for (var k = 0; k < runs.Length; k++)
            {
                if (runs[k].IsReview) ReviewAlone(0, seat, runs[k], runs[k - 1]);
                else Start(0, seat, runs[k], k == 0 ? null : runs[k - 1]);
                BookRun(0, seat, runs[k]);
            }
        }

        foreach (var run in runs)
        {
            if (run.IsReview) ClosePools(run);
        }
    }

    private void Prepare(int scenario)
    {
        // Positions that take turns share one place.
        var (seats, organisation) = (_scenario.PoolsCouplePeople ? _seats.Count : 1, _model.Layout.Organisations[_organisation]);
        var (years, rules) = (_years = _scenario.FiscalYears, _model.Layout.Rules.Count);
        if (_occupied.Length < seats)
        {
            _state = LaneArray.Of(seats * Fields * Stride);
            _level = new byte[seats * Lanes];
            _rating = new byte[seats * Lanes];
            _plan = new byte[seats * Lanes];
            _spell = new uint[seats * Lanes];
            _enter = new int[seats * Lanes];
            _entry = new int[seats * Lanes];
            _touched = new ulong[seats * Lanes];
            _occupied = new ulong[seats];
            _firstSpell = new ulong[seats];
            _deferred = new ulong[seats];
            _cut = new ulong[seats];
            _stale = new ulong[seats];
            _present = new uint[seats];
            _nextEnter = new int[seats];
            _levelMask = new ulong[seats * _levels];
        }

        _tile.Organisation = _organisation;
        _tile.FirstDraw = (int)_firstDraw;
        _tile.Draws = System.Numerics.BitOperations.PopCount(_active);
        _tile.CostRows = organisation.Cells.Count * years * DrawTile.Components;
        _tile.Costs = Cleared(_tile.Costs, _tile.CostRows * Lanes);
        _tile.Movement = Cleared(_tile.Movement, years * DrawTile.Flows * Lanes);
        _tile.RuleEffects = Cleared(_tile.RuleEffects, years * rules * 2 * Lanes);
        _costs = _tile.Costs;
        _reviewCount = _model.Reviews[scenario];
        if (_model.UsesSchedules[scenario] && _grants.Length < seats * _reviewCount * Lanes) _grants = new double[seats * _reviewCount * Lanes];
        _usesSchedules = _model.UsesSchedules[scenario];
        while (_reviews.Count < _reviewCount) _reviews.Add(new ReviewSums());
        foreach (var review in _reviews) review.Clear();
    }

    private static double[] Cleared(double[] rows, int length)
    {
        if (rows.Length < length) return LaneArray.Of(length);
        Array.Clear(rows, 0, length);
        return rows;
    }

    /// <summary>The state of a position at the start of the horizon.</summary>
    private void Open(int s, Seat seat)
    {
        Array.Clear(_state, s * Fields * Stride, Fields * Stride);
        for (var l = 0; l < _levels; l++) _levelMask[(s * _levels) + l] = 0;
        _levelMask[(s * _levels) + seat.Level] = ulong.MaxValue;
        _present[s] = 1u << seat.Level;
        _level.AsSpan(s * Lanes, Lanes).Fill((byte)seat.Level);
        _spell.AsSpan(s * Lanes, Lanes).Clear();
        _entry.AsSpan(s * Lanes, Lanes).Fill(int.MinValue);
        _enter.AsSpan(s * Lanes, Lanes).Fill(int.MaxValue);
        _touched.AsSpan(s * Lanes, Lanes).Clear();
        if (_usesSchedules) _grants.AsSpan(s * _reviewCount * Lanes, _reviewCount * Lanes).Clear();
        (_occupied[s], _firstSpell[s], _deferred[s], _cut[s], _stale[s], _nextEnter[s]) = (0, 0, 0, 0, 0, int.MaxValue);
        Row(s, Field.Impact).Fill(double.NaN);
        var run = _scenario.Runs[0];
        if (seat.Person is not { } person)
        {
            for (var lane = 0; lane < _tile.Draws; lane++) Vacate(s, seat, lane, seat.Opens - 1, 1);
            return;
        }

        _occupied[s] = _firstSpell[s] = _active;
        Row(s, Field.Structure).Fill(person.StructureSalary);
        Row(s, Field.Hours).Fill(HoursAt(seat, 0));
        _plan.AsSpan(s * Lanes, Lanes).Fill((byte)person.HealthPlan);
        Row(s, Field.Health).Fill(HoursAt(seat, 0) == 0 ? 0 : run.PayYear.HealthPremium[(int)person.HealthPlan]);
        Row(s, Field.Factor).Fill(seat.Tenure[0].Factor);
        Row(s, Field.NextBand).Fill(seat.Tenure.Length > 1 ? seat.Tenure[1].From : double.PositiveInfinity);
        _philox.Words(seat.Key, DrawsOf(LuckPurpose.Separation), 0, Luck.Word(LuckPurpose.Separation, 0), _word0);
        for (var g = 0; g < Groups; g++) Store(_state, At(s, Field.Left) + (g * Width), Luck.LifeOf(Uniforms(_word0, g)));
        if (seat.Approval is { From: 0 } approval) Approve(s, seat, approval.Approval);
        Reprice(s, seat, run.Stage, _active);
        if (!run.Stage.Constants.CountEarlierPaydays) return;
        var earlier = _model.EarlierPaydays;
        var total = Row(s, Field.Total);
        var paid = Row(s, Field.SalaryPaid);
        var wages = Row(s, Field.WagesPaid);
        for (var lane = 0; lane < Lanes; lane++) paid[lane] = wages[lane] = earlier * total[lane];
    }

    private static int HoursAt(Seat seat, int period) => seat.HoursByPeriod is { } hours ? hours[period] : seat.Hours;

    private bool IsHeld(LuckPurpose purpose) => _model.Luck.DrawOf(purpose, 0) != 0;

    private DrawLanes DrawsOf(LuckPurpose purpose) => IsHeld(purpose) ? DrawLanes.Still : DrawLanes.From(_firstDraw);

    private ReadOnlySpan<uint> DrawListOf(LuckPurpose purpose) => IsHeld(purpose) ? _still : _draws;

    /// <summary>The first two words of a purpose in each lane, each with its own spell.</summary>
    private void Words(int s, Seat seat, LuckPurpose purpose, int when)
    {
        if (_firstSpell[s] == _active)
        {
            _philox.Words(seat.Key, DrawsOf(purpose), (uint)when, Luck.Word(purpose, 0), _word0, _word1);
            return;
        }

        Array.Fill(_whens, (uint)when);
        _philox.Words(seat.Key, DrawListOf(purpose), _whens, WordsOf(s, Luck.Word(purpose, 0)), _word0, _word1);
    }

    /// <summary>The lanes of some whose first word is below a threshold; the second words are kept.</summary>
    private ulong Below(int s, Seat seat, LuckPurpose purpose, int program, int when, ulong threshold, ulong lanes)
    {
        if ((lanes & ~_firstSpell[s]) == 0) return lanes & _philox.Below(seat.Key, DrawsOf(purpose), (uint)when, Luck.Word(purpose, 0, program), threshold, _word1);
        Array.Fill(_whens, (uint)when);
        return lanes & _philox.Below(seat.Key, DrawListOf(purpose), _whens, WordsOf(s, Luck.Word(purpose, 0, program)), threshold, _word1);
    }

    /// <summary>Fourth counter words: a purpose with the spell of each lane.</summary>
    private uint[] WordsOf(int s, uint word)
    {
        var spells = _spell.AsSpan(s * Lanes, Lanes);
        for (var lane = 0; lane < Lanes; lane++) _words[lane] = spells[lane] | word;
        return _words;
    }

    /// <summary>Uniform numbers of eight lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Uniforms(uint[] words, int group) => LaneMath.Uniform(words.AsSpan(group * Width, Width));

    /// <summary>What happens at the beginning of a run, before hires enter and the review is held: policy and rates take effect.</summary>
    private void Start(int s, Seat seat, RunSpan run, RunSpan? before)
    {
        if (run.OpensHomeYear)
        {
            Move(FlowKind.Start, run, _occupied[s]);
            if (run.From > 0) _touched.AsSpan(s * Lanes, Lanes).Clear();
        }

        _period = run.From;
        if (before is null) return;
        if (run.OpensStage) ChangeStage(s, seat, run, before.Stage);
        if (seat.Approval is { } approval && approval.From == run.From) ApproveLater(s, seat, run, approval.Approval);
        if (seat.HoursByPeriod is { } hours && hours[run.From] != hours[run.From - 1]) ChangeHours(s, seat, run);
        if (seat.Closes == run.From) CloseVacancies(s);
        if (!run.OpensPayYear) return;
        Row(s, Field.SalaryPaid).Clear();
        Row(s, Field.Additional).Clear();
        Row(s, Field.WagesPaid).Clear();
        Row(s, Field.LoansInYear).Clear();
        Row(s, Field.GrantedInYear).Clear();
        var health = Row(s, Field.Health);
        var worked = Row(s, Field.Hours);
        for (var lane = 0; lane < Lanes; lane++) health[lane] = worked[lane] == 0 ? 0 : run.PayYear.HealthPremium[_plan[(s * Lanes) + lane]];
    }

    private void CloseVacancies(int s)
    {
        _enter.AsSpan(s * Lanes, Lanes).Fill(int.MaxValue);
        _nextEnter[s] = int.MaxValue;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int At(int s, Field field) => ((s * Fields) + (int)field) * Stride;

    private Span<double> Row(int s, Field field) => _state.AsSpan(At(s, field), Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref double Value(int s, Field field, int lane) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_state), At(s, field) + lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Load(int s, Field field, int group) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_state), (nuint)(At(s, field) + (group * Width)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(int s, Field field, int group, Vector512<double> value) =>
        value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_state), (nuint)(At(s, field) + (group * Width)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(double[] rows, int index) => Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(rows), (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(double[] rows, int index, Vector512<double> value) => value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(rows), (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Drawn(int row, int group) => Load(_drawn.Rows, (row * Lanes) + (group * Width));

    private double DrawnOf(int row, int lane) => _drawn.Rows[(row * Lanes) + lane];

    /// <summary>All bits of the lanes of a group whose bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> MaskOf(ulong bits) => Vector512.Equals(Vector512.Create((long)bits) & Bits, Bits).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OfGroup(ulong bits, int group) => (bits >> (group * Width)) & 0xFF;

    /// <summary>The work level of each lane of a position as the bits of the lanes that are at it.</summary>
    private ulong AtLevel(int s, int level) => _levelMask[(s * _levels) + level];

    private void Move(FlowKind kind, RunSpan run, ulong lanes)
    {
        if (!_books) return;
        var row = ((run.HomeYear * DrawTile.Flows) + (int)kind) * Lanes;
        for (; lanes != 0; lanes &= lanes - 1) _tile.Movement[row + System.Numerics.BitOperations.TrailingZeroCount(lanes)]++;
    }
}

/// <summary>The pools of one review in each draw: adjustments in whole US dollars, payments in cents.</summary>
internal sealed class ReviewSums
{
    /// <summary>First day of the review's work period.</summary>
    public DateOnly Date { get; set; }

    /// <summary>Pool for adjustments.</summary>
    public double[] AdjustmentPool { get; } = LaneArray.Of(DrawTile.Lanes);

    /// <summary>Adjustments asked for.</summary>
    public double[] AdjustmentsAsked { get; } = LaneArray.Of(DrawTile.Lanes);

    /// <summary>Pool for payments.</summary>
    public double[] PaymentPool { get; } = new double[DrawTile.Lanes];

    /// <summary>Payments asked for.</summary>
    public double[] PaymentsAsked { get; } = new double[DrawTile.Lanes];

    /// <summary>Structure salaries of those who are reviewed, whole US dollars.</summary>
    public double[] StructureSalaries { get; } = LaneArray.Of(DrawTile.Lanes);

    /// <summary>Their salaries after the adjustments, cents a year.</summary>
    public double[] Salaries { get; } = new double[DrawTile.Lanes];

    /// <summary>Forgets the sums of another tile.</summary>
    public void Clear()
    {
        Array.Clear(AdjustmentsAsked);
        Array.Clear(PaymentsAsked);
        Array.Clear(StructureSalaries);
        Array.Clear(Salaries);
    }

    /// <summary>The pools of one draw.</summary>
    public (RecognitionPool Adjustments, RecognitionPool Payments) Of(int lane) =>
        (new RecognitionPool((long)AdjustmentPool[lane], (long)AdjustmentsAsked[lane]), new RecognitionPool((long)PaymentPool[lane], (long)PaymentsAsked[lane]));
}
