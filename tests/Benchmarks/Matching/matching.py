"""SciPy's linear_sum_assignment on the matrices of the benchmark: matching.py FILE ROWS COLUMNS REPETITIONS prints the total and the seconds of each repetition."""
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment

file, rows, columns, repetitions = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
costs = np.fromfile(file, dtype=np.int32).reshape(rows, columns).astype(np.float64)
seconds = []
for _ in range(repetitions):
    began = time.perf_counter()
    i, j = linear_sum_assignment(costs)
    seconds.append(time.perf_counter() - began)
print(int(costs[i, j].sum()))
for s in seconds:
    print(s)
