#!/usr/bin/python3
"""Workload W1: a reduced pay projection, as plain as it can be written, in fused numba and in vectorised NumPy.

Prints the exact answer (cents) and the time of each. Needs Debian's python3-numpy and python3-numba.
    python3 w1.py [persons] [draws] [--threads N] [--seed S] [--repeat N] [--numpy]
`answer` is what any other implementation of the same workload must print; the rules are listed in the README.md of the benchmarks.
"""
import sys, time, datetime as dt
import numpy as np, numba as nb

SEED = int(sys.argv[sys.argv.index('--seed') + 1]) if '--seed' in sys.argv else 20261121
LEVELS = 8
EX_IV, LIMIT = 197_200, 284_600_00            # dollars; cents per calendar year
MIN = np.array([55, 68, 82, 99, 118, 140, 163, 185]) * 1000
MAX = np.array([82, 101, 122, 147, 175, 197, 228, 253]) * 1000
HAZARD = np.array([.16, .14, .12, .10, .09, .08, .07, .06])
SWC_P = np.array([.02, .03, .04, .05, .06, .05, .03, .01])
SUPPLEMENT = np.array([0., .06, .12, .18, .22])
SHARES = np.cumsum(np.array([.10, .55, .27, .08]))          # mission impact rating 0..3
GUIDE = np.array([[0., 0., 0.], [.030, .025, .015], [.055, .045, .030], [.085, .070, .050]])  # rating x third of the range
REC_P = np.array([0., .10, .35, .80])
START, YEARS = dt.date(2026, 10, 4), 5                      # first work period of fiscal year 2027

def calendar():
    """Per work period: fiscal year index, weekdays of ten in it, calendar-year index, paydays left in it, review flag."""
    rows, p = [], START
    while p < dt.date(2026 + YEARS, 10, 1):
        days = [p + dt.timedelta(d) for d in range(14)]
        week = [d for d in days if d.weekday() < 5]
        fy = [d.year + (d.month >= 10) - 2027 for d in week]
        pay = days[-1] + dt.timedelta(12)
        left = 0
        q = p
        while (q + dt.timedelta(25)).year == pay.year: left += 1; q += dt.timedelta(14)
        review = p.month == 1 and (p - dt.timedelta(14)).year < p.year
        rows.append((fy[0], fy.count(fy[0]), pay.year - 2026, left, review)); p += dt.timedelta(14)
    return np.array(rows, dtype=np.int64)

def roster(n):
    """Deterministic roster: level, market, salary (whole dollars)."""
    i = np.arange(n, dtype=np.uint64)
    h = (i * np.uint64(2654435761) + np.uint64(12345)) % np.uint64(2**32)
    level = (h % np.uint64(LEVELS)).astype(np.int64)
    market = ((h // np.uint64(8)) % np.uint64(5)).astype(np.int64)
    frac = ((h // np.uint64(64)) % np.uint64(1000)).astype(np.float64) / 1000.0
    return level, market, (MIN[level] + np.floor(frac * (MAX[level] - MIN[level]))).astype(np.int64)

M0, M1, W0, W1 = np.uint64(0xD2511F53), np.uint64(0xCD9E8D57), np.uint32(0x9E3779B9), np.uint32(0xBB67AE85)
LOW, S32 = np.uint64(0xFFFFFFFF), np.uint64(32)

@nb.njit(inline='always')
def philox(person, draw, when, purpose):
    """Philox 4x32-10 of counter (person, draw, when, purpose), key (SEED, 0); first two words as uniforms in (0, 1)."""
    c0, c1, c2, c3 = np.uint32(person), np.uint32(draw), np.uint32(when), np.uint32(purpose)
    k0, k1 = np.uint32(SEED), np.uint32(0)
    for _ in range(10):
        a = M0 * np.uint64(c0); b = M1 * np.uint64(c2)
        n0 = np.uint32(b >> S32) ^ c1 ^ k0; n2 = np.uint32(a >> S32) ^ c3 ^ k1
        c1 = np.uint32(b & LOW); c3 = np.uint32(a & LOW); c0 = n0; c2 = n2
        k0 = np.uint32(k0 + W0); k1 = np.uint32(k1 + W1)
    return (np.float64(c0) + 0.5) * 2.0**-32, (np.float64(c1) + 0.5) * 2.0**-32

@nb.njit(inline='always')
def biweekly(annual):
    return 80 * ((annual * 200 + 2087) // 4174)             # hourly in cents, half up, times 80

@nb.njit(parallel=True, fastmath=False)
def fused(level, market, salary, cal, draws, years):
    out = np.zeros((draws, years, 4), dtype=np.int64)       # salary, supplement, recognition payment, SWC (cents)
    for d in nb.prange(draws):
        for i in range(level.shape[0]):
            L = level[i]; pct = SUPPLEMENT[market[i]]; base = salary[i]
            u, _ = philox(i, d, 0, 1)
            life = -np.log(u); hazard = 0.0; cy = -1; extra = 0; paid = 0
            for t in range(cal.shape[0]):
                if cal[t, 2] != cy: cy = cal[t, 2]; extra = 0; paid = 0
                rec_pct = 0.0
                if cal[t, 4] == 1:
                    u, v = philox(i, d, cal[t, 2], 2)
                    r = 0
                    while r < 3 and u >= SHARES[r]: r += 1
                    third = min(2, 3 * (base - MIN[L]) // max(1, MAX[L] - MIN[L]))
                    base = min(MAX[L], np.int64(np.floor(base * (1.0 + GUIDE[r, third]) + 0.5)))
                    u, v = philox(i, d, cal[t, 2], 4)
                    if u < REC_P[r]: rec_pct = 0.02 + 0.08 * v
                total = base + np.int64(np.floor(base * pct + 0.5))
                pay = biweekly(total); own = biweekly(base)
                head = LIMIT - paid - pay * cal[t, 3] - extra    # paid so far + expected to the end of the calendar year
                rec = min(max(head, 0), np.int64(np.floor(rec_pct * total * 100.0 + 0.5)))
                swc = 0
                if total < EX_IV:
                    u, v = philox(i, d, t, 3)
                    if u < SWC_P[L]: swc = min(max(head - rec, 0), np.int64(np.floor((0.10 + 0.15 * v) * pay + 0.5)))
                extra += rec + swc; paid += pay
                f = cal[t, 0]; k = cal[t, 1]
                for c in range(4):
                    x = own if c == 0 else pay - own if c == 1 else rec if c == 2 else swc
                    later = x * (10 - k) // 10
                    out[d, f, c] += x - later
                    if k < 10 and f + 1 < years: out[d, f + 1, c] += later
                hazard += HAZARD[L] / 26.0
                if hazard >= life: break
    return out

def philox_np(person, draw, when, purpose):
    c0, c1, c2, c3 = np.broadcast_arrays(*(np.asarray(x, dtype=np.uint64) for x in (person, draw, when, purpose)))
    k0, k1 = SEED, 0
    for _ in range(10):
        a = M0 * c0; b = M1 * c2
        c0, c1, c2, c3 = (b >> S32) ^ c1 ^ np.uint64(k0), b & LOW, (a >> S32) ^ c3 ^ np.uint64(k1), a & LOW
        k0 = (k0 + int(W0)) & 0xFFFFFFFF; k1 = (k1 + int(W1)) & 0xFFFFFFFF
    return (c0 + 0.5) * 2.0**-32, (c1 + 0.5) * 2.0**-32

def vectorised(level, market, salary, cal, draws, years):
    out = np.zeros((draws, years, 4), dtype=np.int64); n = len(level); who = np.arange(n)
    bw = lambda a: 80 * ((a * 200 + 2087) // 4174)
    for d in range(draws):
        base = salary.copy(); life = -np.log(philox_np(who, d, 0, 1)[0]); hz = np.zeros(n); alive = np.ones(n, bool)
        cy = -1
        for t, (f, k, y, left, review) in enumerate(cal):
            if y != cy: cy = y; extra = np.zeros(n, np.int64); paid = np.zeros(n, np.int64)
            rec_pct = np.zeros(n)
            if review:
                r = np.searchsorted(SHARES[:3], philox_np(who, d, y, 2)[0], side='right')
                third = np.minimum(2, 3 * (base - MIN[level]) // np.maximum(1, MAX[level] - MIN[level]))
                base = np.minimum(MAX[level], np.floor(base * (1 + GUIDE[r, third]) + .5).astype(np.int64))
                u, v = philox_np(who, d, y, 4); rec_pct = np.where(u < REC_P[r], .02 + .08 * v, 0)
            total = base + np.floor(base * SUPPLEMENT[market] + .5).astype(np.int64)
            pay, own = bw(total), bw(base)
            head = LIMIT - paid - pay * left - extra
            rec = np.minimum(np.maximum(head, 0), np.floor(rec_pct * total * 100 + .5).astype(np.int64))
            u, v = philox_np(who, d, t, 3)
            swc = np.where((total < EX_IV) & (u < SWC_P[level]), np.minimum(np.maximum(head - rec, 0), np.floor((.10 + .15 * v) * pay + .5).astype(np.int64)), 0)
            extra += rec + swc; paid += pay
            for c, x in enumerate((own, pay - own, rec, swc)):
                later = x * (10 - k) // 10
                out[d, f, c] += (x - later)[alive].sum()
                if k < 10 and f + 1 < years: out[d, f + 1, c] += later[alive].sum()
            hz += HAZARD[level] / 26; alive &= ~(hz >= life)
    return out

if __name__ == '__main__':
    args = [a for a, before in zip(sys.argv[1:], sys.argv) if a.isdigit() and not before.startswith('--')]
    n, draws = (int(args[0]) if args else 2000), (int(args[1]) if len(args) > 1 else 100)
    if '--threads' in sys.argv: nb.set_num_threads(int(sys.argv[sys.argv.index('--threads') + 1]))
    cal = calendar(); ros = roster(n); fused(*roster(8), cal, 1, YEARS)
    def report(name, f, d):
        t = time.perf_counter(); o = f(*ros, cal, d, YEARS); t = time.perf_counter() - t
        print(f'{name}: answer {o.sum(axis=(0, 1)).tolist()} cents; {t:.3f} s; {n * len(cal) * d / t / 1e6:.1f} M nominal person-period-draws/s, {n * YEARS * d / t / 1e6:.2f} M person-year-draws/s')
    for _ in range(int(sys.argv[sys.argv.index('--repeat') + 1]) if '--repeat' in sys.argv else 1): report('fused numba', fused, draws)
    if '--numpy' in sys.argv: report('vectorised numpy', vectorised, min(draws, 10)); report('fused numba, same draws', fused, min(draws, 10))
