"""Adds a list of figures up and holds it against the sums in another: python3 bench/sums.py long.csv sums.csv. Totals are added up from their
parts, which are told from the keys alone, so that nothing of the program has a say in it."""

import csv
import sys
from collections import defaultdict
from decimal import Decimal, InvalidOperation


def adds_to(key):
    """The figures that one figure is added to; none for a stated total."""
    table, *row, column = key.split(".")
    if table == "proactive":
        return [key]
    if column == "total" or row == ["total"]:
        return []
    keys = [key, ".".join([table, *row, "total"])]
    if table == "requests" and row not in (["received"], ["carried_in"], ["carried_out"]):
        keys += [f"requests.total.{column}", "requests.total.total"]
    return keys


def main():
    long, stated = sys.argv[1:]
    known, sums, files, texts = {}, defaultdict(Decimal), 0, 0
    with open(long, encoding="utf-8", newline="") as f:
        last = None
        for row in csv.DictReader(f):
            files, last = files + (row["file"] != last), row["file"]
            try:
                value = Decimal(row["value"])
            except InvalidOperation:
                texts += 1
                continue
            key = row["key"]
            if key not in known:
                known[key] = adds_to(key)
            for to in known[key]:
                sums[to] += value
    with open(stated, encoding="utf-8", newline="") as f:
        told = {row["key"]: Decimal(row["value"]) for row in csv.DictReader(f)}
    wrong = sorted(key for key in told.keys() | sums.keys() if told.get(key) != sums.get(key))
    print(f"sums of {files}: {len(told)} cells, {len(told) - len(wrong)} equal to an independent summation; {texts} figures are none")
    for key in wrong:
        print(f"{key}: {told.get(key)}, should be {sums.get(key)}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
