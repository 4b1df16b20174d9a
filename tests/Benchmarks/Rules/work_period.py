"""A full work period of one person in Python's integers and fractions of a million: a peer of the benchmark 'rules'.

Prints the sum over all people in cents and the nanoseconds that one work period takes, best of seven.
"""
import time

COUNT = 1024
SALARIES = [89033 + i * 163 for i in range(COUNT)]
SUPPLEMENTS = [i % 5 * 50_000 for i in range(COUNT)]
RECOGNITION = [1_000_000 if i % 7 == 3 else 0 for i in range(COUNT)]


def part(amount, millionths):
    return (amount * millionths * 2 + 1_000_000) // 2_000_000


def work_period(i):
    asked = SALARIES[i] + part(SALARIES[i], SUPPLEMENTS[i])
    salary = min(asked, 228_000, 292_300)
    pay = (salary * 200 + 2087) // 4174 * 80
    special = 0 if salary >= 197_200 else part(pay, 100_000)
    headroom = max(0, 29_230_000 - 13 * pay - 13 * pay)
    recognition = min(headroom, RECOGNITION[i])
    additional = recognition + min(headroom - recognition, special)
    taxed = min(max(18_450_000 - 13 * pay, 0), pay + additional)
    insurance = -(-salary // 1000) + 2
    employer = part(pay, 165_000) + part(pay, 50_000) + part(taxed, 62_000) + part(pay + additional, 14_500) + insurance * 8
    return pay + additional + employer


best = float("inf")
for _ in range(7):
    start = time.perf_counter_ns()
    for _ in range(20):
        total = 0
        for person in range(COUNT):
            total += work_period(person)
    best = min(best, (time.perf_counter_ns() - start) / (20 * COUNT))
print(total, round(best, 1))
