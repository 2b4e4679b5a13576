"""Fills a blank workbook from exchange JSON inside LibreOffice, through its UNO interface, and saves it from there.

Usage: fill_libreoffice.py BLANK.xlsx REPORT.json OUT.xlsx
Needs soffice on the path and the Python that knows the module uno (Debian: python3-uno).
"""
import os
import sys

import uno  # makes the modules of com.sun.star known
from com.sun.star.table.CellContentType import FORMULA

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import libreoffice
from report import entries


def fill(book, report):
    for name, values in entries(report):
        cells = book.NamedRanges.getByName(name).getReferredCells()
        assert len(values) <= cells.Rows.Count, f"{name} has room for {cells.Rows.Count} values only"
        for i, value in enumerate(values):
            cell = cells.getCellByPosition(0, i)
            if cell.Type == FORMULA:
                continue  # a total adds itself up
            if isinstance(value, str):
                cell.String = value
            else:
                cell.Value = value


def main(blank, report, out):
    with libreoffice.running() as desktop:
        book = libreoffice.load(desktop, libreoffice.url(blank))
        fill(book, report)
        libreoffice.store(book, out, "Calc MS Excel 2007 XML")


if __name__ == "__main__":
    main(*sys.argv[1:])
