"""The peer of the benchmark "valuation": the same points and levels in NumPy.

Reads a binary file of people x items (float64, item by item) and prints, after the sum of the points and of the level numbers,
the seconds of each repetition. The scheme is written on the command line as JSON.
"""
import json
import sys
import time

import numpy as np

path, people, repetitions, scheme = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), json.loads(sys.argv[4])
columns = np.fromfile(path, dtype=np.float64).reshape(-1, people)
ladder = np.arange(people) % len(scheme["cuts"])


def value():
    points = np.zeros(people)
    for factor in scheme["factors"]:
        weighted = columns[factor["items"]] * np.array(factor["weights"])[:, None]
        best = factor["best"]
        total = np.zeros(people)
        if best:
            for row in np.sort(np.partition(weighted, len(weighted) - best, axis=0)[-best:], axis=0)[::-1]:
                total += row
        else:
            for row in weighted:
                total += row
        points += factor["points"] * total
    points = np.floor(points * 100 + 0.5) / 100
    levels = np.zeros(people, dtype=np.int64)
    for i, cuts in enumerate(scheme["cuts"]):
        mine = ladder == i
        levels[mine] = np.searchsorted(np.array(cuts[1:]), points[mine], side="right")
    return points, levels


points, levels = value()
print(repr(float(np.cumsum(points)[-1])), int(levels.sum()))
for _ in range(repetitions):
    clock = time.perf_counter()
    value()
    print(time.perf_counter() - clock)
