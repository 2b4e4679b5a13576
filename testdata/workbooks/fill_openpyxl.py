"""Fills a blank workbook from exchange JSON by its defined names and saves it with openpyxl.

Usage: fill_openpyxl.py BLANK.xlsx REPORT.json OUT.xlsx
"""
import sys

import openpyxl
from openpyxl.utils import range_boundaries

from report import entries


def main(blank, report, out):
    book = openpyxl.load_workbook(blank)
    for name, values in entries(report):
        sheet, ref = next(iter(book.defined_names[name].destinations))
        column, row, _, last = range_boundaries(ref.replace("$", ""))
        assert row + len(values) - 1 <= last, f"{name} has room for {last - row + 1} values only"
        for i, value in enumerate(values):
            cell = book[sheet].cell(row + i, column)
            if cell.data_type == "f":
                continue  # a total adds itself up
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # also what begins with an equals sign
    book.save(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
