"""CPU time to read one form with pandas and openpyxl and add up its figures, warm: milliseconds, the median of rounds.

Usage: peer.py FORM ROUNDS
"""

import statistics
import sys
import time

try:
    import openpyxl
    import pandas
except ImportError as missing:
    sys.exit(f"{missing.name} is not installed")


def read_and_sum(form):
    sheet = pandas.read_excel(form, sheet_name=0, header=None, engine="openpyxl")
    return pandas.to_numeric(sheet[4], errors="coerce").sum()


form, rounds = sys.argv[1], int(sys.argv[2])
for _ in range(3):
    total = read_and_sum(form)
taken = []
for _ in range(rounds):
    start = time.process_time()
    if read_and_sum(form) != total:
        sys.exit("the sum is another each time")
    taken.append(1000 * (time.process_time() - start))
print(f"{statistics.median(taken):.3f} {total} pandas {pandas.__version__}, openpyxl {openpyxl.__version__}")
