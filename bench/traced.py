"""Holds the first rows of 汇总明细, which are formulas, against what LibreOffice computed when it saved the workbook: the results that stand in ours,
and that nothing is apart. python3 bench/traced.py ours.xlsx saved.xlsx"""

import sys
from decimal import Decimal

from openpyxl import load_workbook

ROWS = ["本表", "各单位相加", "汇总调整", "差（应为0）"]


def rows_of(file):
    """The four rows by name, and the members' rows."""
    named, members = {}, []
    for row in load_workbook(file, data_only=True, read_only=True)["汇总明细"].iter_rows(values_only=True):
        if row[1] in ROWS:
            named[row[1]] = row
        elif isinstance(row[0], (int, float)):
            members.append(row)
    return named, members


def same(a, b):
    return abs(Decimal(str(a)) - Decimal(str(b))) < Decimal("0.000001")


def main():
    ours, members = rows_of(sys.argv[1])
    theirs, saved = rows_of(sys.argv[2])
    wrong, cells = [], 0
    assert list(ours) == list(theirs) == ROWS and len(members) == len(saved) > 0
    for column in range(4, len(ours["本表"])):
        own, added, adjusted, apart = (theirs[name][column] for name in ROWS)
        if own is None:
            continue
        cells += len(ROWS)
        summed = sum((Decimal(str(m[column])) for m in members if isinstance(m[column], (int, float))), Decimal(0))
        if not (all(same(ours[name][column], theirs[name][column]) for name in ROWS) and same(apart, 0) and same(own, Decimal(str(added)) + Decimal(str(adjusted)))):
            wrong.append((column, "LibreOffice", [ours[name][column] for name in ROWS], [theirs[name][column] for name in ROWS]))
        if not same(added, summed):
            wrong.append((column, "the members", added, summed))
    print(f"汇总明细 of {len(members)}: {cells} formulas and figures, {len(wrong)} that LibreOffice computes to something else")
    for what in wrong[:20]:
        print(*what)
    sys.exit(bool(wrong) or not cells)


if __name__ == "__main__":
    main()
