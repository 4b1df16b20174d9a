using System.Numerics;
using System.Runtime.Intrinsics;
using CtmsAnalytics.Numerics;
using CtmsAnalytics.Recognition;
using CtmsAnalytics.Salaries;
using CtmsAnalytics.Scenarios;

namespace CtmsAnalytics.Simulation.Engine;

/// <content>The annual review: every position asks, the organisation's pools are summed for each draw, every position is granted its part (158.630-632); then work-level progression.</content>
internal sealed partial class TileWorker
{
    private readonly int[] _reviewStart = new int[64];
    private readonly RecognitionPolicy[] _reviewPolicy = new RecognitionPolicy[64];
    private bool _paymentPoolBinds;

    private void Review(RunSpan run, RunSpan before)
    {
        var sums = OpenReview(run);
        for (var s = 0; s < _seats.Count; s++)
        {
            _books = _only is null || _only == s;
            Start(s, _seats[s], run, before);
            AskAdjustments(s, _seats[s], run, sums);
        }

        Pool(run.Stage.Recognition.Policy.AdjustmentPool, sums.StructureSalaries, sums.AdjustmentPool);
        for (var s = 0; s < _seats.Count; s++)
        {
            _books = _only is null || _only == s;
            Adjust(s, _seats[s], run, sums);
            AskPayments(s, _seats[s], run, sums);
        }

        Pool(run.Stage.Recognition.Policy.PaymentPool, sums.Salaries, sums.PaymentPool);
        _paymentPoolBinds = false;
        for (var lane = 0; lane < _tile.Draws; lane++) _paymentPoolBinds |= sums.PaymentsAsked[lane] > sums.PaymentPool[lane];
    }

    /// <summary>The review of one position where no pool can bind.</summary>
    private void ReviewAlone(int s, Seat seat, RunSpan run, RunSpan before)
    {
        var sums = OpenReview(run);
        Start(s, seat, run, before);
        AskAdjustments(s, seat, run, sums);
        Adjust(s, seat, run, sums);
        AskPayments(s, seat, run, sums);
        Conclude(s, seat, run);
    }

    /// <summary>The pools of a review after every position had its own.</summary>
    private void ClosePools(RunSpan run)
    {
        foreach (var sums in _reviews)
        {
            if (sums.Date != run.First.FirstDay) continue;
            Pool(run.Stage.Recognition.Policy.AdjustmentPool, sums.StructureSalaries, sums.AdjustmentPool);
            Pool(run.Stage.Recognition.Policy.PaymentPool, sums.Salaries, sums.PaymentPool);
        }
    }

    private ReviewSums OpenReview(RunSpan run)
    {
        _reviewIndex++;
        _reviewStart[_reviewIndex] = run.From;
        _reviewPolicy[_reviewIndex] = run.Stage.Recognition.Policy;
        _paymentPoolBinds = false;
        var sums = _reviews[_reviewIndex];
        sums.Date = run.First.FirstDay;
        return sums;
    }

    private static void Pool(double fraction, double[] salaries, double[] pool)
    {
        for (var lane = 0; lane < Lanes; lane++) pool[lane] = Rounding.HalfUp(fraction * salaries[lane]);
    }

    /// <summary>People who are reviewed: those who entered before the period, and are paid.</summary>
    private ulong Reviewed(int s, Seat seat, RunSpan run) => seat.IsUncompensated ? Served(s, seat, run) & ~_firstSpell[s] : Served(s, seat, run);

    /// <summary>People who entered before the period. Hires of the period enter after the review; the roster may hold somebody who enters later.</summary>
    private ulong Served(int s, Seat seat, RunSpan run) => seat.Person?.EntryOnDuty >= run.First.FirstDay ? _occupied[s] & ~_firstSpell[s] : _occupied[s];

    private void AskAdjustments(int s, Seat seat, RunSpan run, ReviewSums sums)
    {
        var lanes = Reviewed(s, seat, run);
        if (lanes == 0) return;
        Rate(s, seat, run, lanes);
        var excluded = seat.Person is { } person && RecognitionAdjustment.Excludes(person.Appointment, run.Stage.Constants.AdvisoryAdjustments) is not null ? _firstSpell[s] : 0;
        Row(s, Field.Raise).Clear();
        for (var present = _present[s]; present != 0; present &= present - 1)
        {
            var level = BitOperations.TrailingZeroCount(present);
            var here = AtLevel(s, level) & lanes;
            if (here == 0) continue;
            var subrange = Subrange(run.Stage, seat, level);
            for (var g = 0; g < Groups; g++)
            {
                var bits = OfGroup(here, g);
                if (bits != 0) AskAdjustments(s, seat, run, sums, subrange, g, bits, OfGroup(excluded, g));
            }
        }
    }

    private void AskAdjustments(int s, Seat seat, RunSpan run, ReviewSums sums, StageSubrange subrange, int g, ulong bits, ulong excluded)
    {
        var recognition = run.Stage.Recognition;
        var mask = MaskOf(bits);
        var salary = Load(s, Field.Structure, g);
        Add(sums.StructureSalaries, g * Width, salary & mask);
        var (minimum, maximum) = (Drawn(subrange.MinimumRow, g), Drawn(subrange.MaximumRow, g));
        var place = (salary - minimum) / Vector512.Max(Vector512<double>.One, maximum - minimum);
        Span<double> factor = stackalloc double[Width];
        Span<double> places = stackalloc double[Width];
        place.CopyTo(places);
        var rated = 0ul;
        var ratings = _rating.AsSpan((s * Lanes) + (g * Width), Width);
        for (var lane = 0; lane < Width; lane++)
        {
            var band = 0;
            while (band < recognition.Boundaries.Length && places[lane] >= recognition.Boundaries[band]) band++;
            if (ratings[lane] != 0) rated |= 1ul << lane;
            factor[lane] = recognition.Guideline[(ratings[lane] * recognition.Bands) + band];
        }

        var (limitation, range) = (Drawn(subrange.LimitationRow, g), Drawn(run.Stage.StandardRow, g));
        var extended = IsExtended(seat, run.From) ? OfGroup(_firstSpell[s], g) : 0;
        if (extended != 0)
        {
            var first = MaskOf(extended);
            limitation = Vector512.ConditionalSelect(first, Drawn(subrange.ExtendedLimitationRow, g), limitation);
            range = Vector512.ConditionalSelect(first, Drawn(run.Stage.ExtendedRow, g), range);
        }

        var asked = Vector512.Max(salary, LaneMath.HalfUp(salary * Vector512.Create<double>(factor)));
        var pointed = Cap(salary, asked, Drawn(subrange.ControlRow, g));
        var limited = Cap(salary, pointed, Vector512.Min(maximum, limitation));
        var ranged = Cap(salary, limited, range);
        var eligible = MaskOf(bits & ~excluded & rated);
        var raise = (ranged - salary) & eligible;
        if (Vector512.LessThanAny(ranged & eligible, asked & eligible)) TouchLimits(s, run, g, asked & eligible, pointed & eligible, limited & eligible, ranged & eligible, extended);
        Add(sums.AdjustmentsAsked, g * Width, raise);
        Set(s, Field.Raise, g, mask, raise);
    }

    private static Vector512<double> Cap(Vector512<double> before, Vector512<double> raised, Vector512<double> ceiling) => Vector512.Max(before, Vector512.Min(raised, ceiling));

    private void TouchLimits(int s, RunSpan run, int g, Vector512<double> asked, Vector512<double> pointed, Vector512<double> limited, Vector512<double> ranged, ulong extended)
    {
        for (var lane = 0; lane < Width; lane++)
        {
            if (asked[lane] > pointed[lane]) Touch(s, run, (g * Width) + lane, RecognitionAdjustment.ControlPoint, (asked[lane] - pointed[lane]) * 100);
            if (pointed[lane] > limited[lane]) Touch(s, run, (g * Width) + lane, RecognitionAdjustment.Maximum, (pointed[lane] - limited[lane]) * 100);
            if (limited[lane] > ranged[lane]) Touch(s, run, (g * Width) + lane, (extended >> lane & 1) != 0 ? SalaryRange.ExtendedRange : SalaryRange.AdjustmentWithoutInvocation, (limited[lane] - ranged[lane]) * 100);
        }
    }

    /// <summary>Draws the mission impact ratings: anew each year, or from a latent impact that persists.</summary>
    private void Rate(int s, Seat seat, RunSpan run, ulong lanes)
    {
        var recognition = run.Stage.Recognition;
        var persistence = recognition.Policy.RatingPersistence;
        Words(s, seat, LuckPurpose.Rating, run.Stage.Year - _scenario.StartYear);
        var limits = persistence == 0 ? recognition.Scale.Cumulated : recognition.Scale.Quantiles;
        if (persistence != 0) OpenImpact(s, seat, recognition, lanes);
        Span<double> ratings = stackalloc double[Width];
        for (var g = 0; g < Groups; g++)
        {
            if (OfGroup(lanes, g) == 0) continue;
            var value = Uniforms(_word0, g);
            if (persistence != 0)
            {
                value = (persistence * Load(s, Field.Impact, g)) + (Math.Sqrt(1 - (persistence * persistence)) * Deterministic.NormalQuantile(value));
                Store(s, Field.Impact, g, value);
            }

            var rating = Vector512<double>.Zero;
            foreach (var limit in limits) rating += Vector512<double>.One & Vector512.GreaterThanOrEqual(value, Vector512.Create(limit));
            rating.CopyTo(ratings);
            for (var lane = 0; lane < Width; lane++) _rating[(s * Lanes) + (g * Width) + lane] = (byte)ratings[lane];
        }
    }

    /// <summary>Latent impact of those who are reviewed for the first time.</summary>
    private void OpenImpact(int s, Seat seat, StageRecognition recognition, ulong lanes)
    {
        var impact = Row(s, Field.Impact);
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            if (!double.IsNaN(impact[lane])) continue;
            impact[lane] = LuckOf(seat, s, lane).OpeningImpact(recognition.Policy.RatingShares, (_firstSpell[s] >> lane & 1) != 0 ? seat.Person!.LastRating : null);
        }
    }

    /// <summary>Grants adjustments inside the pool of each draw.</summary>
    private void Adjust(int s, Seat seat, RunSpan run, ReviewSums sums)
    {
        var lanes = Reviewed(s, seat, run);
        var raised = 0ul;
        for (var g = 0; g < Groups; g++)
        {
            if (OfGroup(lanes, g) == 0) continue;
            var allowed = Load(s, Field.Raise, g) & MaskOf(OfGroup(lanes, g));
            if (_scenario.PoolsCouplePeople)
            {
                var raise = allowed;
                var (pool, asked) = (Load(sums.AdjustmentPool, g * Width), Load(sums.AdjustmentsAsked, g * Width));
                var scaled = LaneMath.Quotient(raise * pool, Vector512.Max(Vector512<double>.One, asked));
                allowed = Vector512.ConditionalSelect(Vector512.GreaterThan(asked, pool), scaled, raise);
                if (Vector512.LessThanAny(allowed, raise)) TouchPool(s, run, g, raise - allowed);
            }

            Store(s, Field.Structure, g, Load(s, Field.Structure, g) + allowed);
            Store(s, Field.Adjusted, g, Load(s, Field.Adjusted, g) + allowed);
            raised |= Vector512.GreaterThan(allowed, Vector512<double>.Zero).ExtractMostSignificantBits() << (g * Width);
        }

        raised |= _stale[s];
        _stale[s] = 0;
        if (raised != 0) Reprice(s, seat, run.Stage, raised);
    }

    private void TouchPool(int s, RunSpan run, int g, Vector512<double> cut)
    {
        for (var lane = 0; lane < Width; lane++)
        {
            if (cut[lane] > 0) Touch(s, run, (g * Width) + lane, RecognitionAdjustment.Pool, cut[lane] * 100);
        }
    }

    private void AskPayments(int s, Seat seat, RunSpan run, ReviewSums sums)
    {
        var lanes = Reviewed(s, seat, run);
        var payments = Row(s, Field.Payment);
        payments.Clear();
        if (lanes == 0) return;
        var (recognition, constants) = (run.Stage.Recognition, run.Stage.Constants);
        var maximum = RecognitionPayment.MaximumOf(false, recognition.Policy.PaymentApproved, constants.PaymentMaximum, constants.PaymentMaximumApproved, constants.OfferMaximum);
        Words(s, seat, LuckPurpose.Payment, run.Stage.Year - _scenario.StartYear);
        var salaries = Row(s, Field.Salary);
        var ratings = _rating.AsSpan(s * Lanes, Lanes);
        for (; lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            sums.Salaries[lane] += 100 * salaries[lane];
            var rating = ratings[lane];
            if (rating == 0 || _word0[lane] >= recognition.PaymentThreshold[rating]) continue;
            var fraction = recognition.PaymentLowest[rating] + (recognition.PaymentSpan[rating] * Philox.Uniform(_word1[lane]));
            var asked = Math.Floor((fraction * salaries[lane] * 100.0) + 0.5);
            ref var earlier = ref Value(s, Field.GrantedInYear, lane);
            var room = Math.Floor((maximum * salaries[lane] * 100.0) + 0.5) - (run.Stage.Other.PaymentLimitIsYearly ? earlier : 0);
            var granted = Math.Min(asked, Math.Max(0, room));
            earlier += granted;
            if (granted < asked) Touch(s, run, lane, RecognitionPayment.Limit, asked - granted);
            payments[lane] = granted;
            sums.PaymentsAsked[lane] += granted;
        }
    }

    /// <summary>What the review brings a position after the pools are known: payments inside theirs, and work-level progression.</summary>
    private void Conclude(int s, Seat seat, RunSpan run)
    {
        _period = run.From;
        _due = 0;
        var sums = _reviews[_reviewIndex];
        var lanes = Reviewed(s, seat, run);
        var payments = Row(s, Field.Payment);
        for (var rest = lanes; rest != 0; rest &= rest - 1)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            if (payments[lane] == 0) continue;
            var allowed = payments[lane];
            if (_paymentPoolBinds)
            {
                allowed = sums.Of(lane).Payments.Allows((long)payments[lane]);
                if (allowed < payments[lane]) Touch(s, run, lane, RecognitionPayment.Pool, payments[lane] - allowed);
            }

            if (run.Stage.Recognition.IsLumpSum)
            {
                _due |= 1ul << lane;
                _dueCents[lane] = allowed;
            }
            else
            {
                _grants[(((s * _reviewCount) + _reviewIndex) * Lanes) + lane] = allowed;
            }
        }

        Progress(s, seat, run, Served(s, seat, run));
    }

    private void Progress(int s, Seat seat, RunSpan run, ulong lanes)
    {
        var moved = 0ul;
        Span<ulong> at = stackalloc ulong[_levels];
        _levelMask.AsSpan(s * _levels, _levels).CopyTo(at);
        for (var present = _present[s]; present != 0; present &= present - 1)
        {
            var level = BitOperations.TrailingZeroCount(present);
            var (to, threshold) = _scenario.Progression[level];
            var here = at[level] & lanes;
            if (to < 0 || threshold == 0 || here == 0) continue;
            var entering = Below(s, seat, LuckPurpose.Progression, 0, run.Stage.Year - _scenario.StartYear, threshold, here);
            for (; entering != 0; entering &= entering - 1)
            {
                var lane = BitOperations.TrailingZeroCount(entering);
                moved |= 1ul << lane;
                SetLevel(s, lane, to);
                var minimum = DrawnOf(Subrange(run.Stage, seat, to).MinimumRow, lane);
                ref var structure = ref Value(s, Field.Structure, lane);
                if (structure >= minimum) continue;
                Value(s, Field.Adjusted, lane) += minimum - structure;
                structure = minimum;
            }
        }

        if (moved != 0) Reprice(s, seat, run.Stage, moved);
    }
}
