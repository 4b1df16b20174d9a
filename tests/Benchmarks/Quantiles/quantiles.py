"""The peer of the benchmark "quantiles": the same quantiles and bootstrap in NumPy.

Reads one salary a line from the file that is named, prints the five point estimates, then the seconds of each repetition
of 1,000 replicates: draw as many observations as there are with replacement, sort, take the quantiles.
"""
import sys
import time

import numpy as np

PROBABILITIES = [0.10, 0.25, 0.50, 0.75, 0.90]

path, replicates, repetitions = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
values = np.sort(np.loadtxt(path))
print(*(repr(float(q)) for q in np.quantile(values, PROBABILITIES, method="averaged_inverted_cdf")))
random = np.random.Generator(np.random.Philox(1))
for _ in range(repetitions):
    clock = time.perf_counter()
    drawn = np.empty((replicates, len(PROBABILITIES)))
    n = len(values)
    targets = np.array(PROBABILITIES) * n
    for r in range(replicates):
        # Counts of the sorted observations instead of a sort of each replicate: the fastest way that NumPy has.
        cumulated = np.cumsum(np.bincount(random.integers(0, n, n), minlength=n))
        drawn[r] = values[np.searchsorted(cumulated, targets)]
    drawn.std(axis=0, ddof=1)
    np.quantile(drawn, [0.025, 0.975], axis=0)
    print(time.perf_counter() - clock)
