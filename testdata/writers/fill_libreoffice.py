"""Fills in workbooks inside LibreOffice, through its UNO interface, as a plan says, which TestFilledByOtherWriters made: see
filling in filling_test.go. What is to go by way of ods is saved as that, opened again and saved as xlsx.

Usage: fill_libreoffice.py SOFFICE PLAN.json
Needs the Python that knows the module uno (Debian: python3-uno).
"""
import datetime
import json
import os
import sys

import uno  # makes the modules of com.sun.star known
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.lang import Locale

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from libreoffice import load, running, store, url


def put(book, cell, typed):
    kind = typed["kind"]
    if kind == "number":
        cell.Value = float(typed["value"])
    elif kind == "formula":
        cell.Formula = "=" + typed["value"]
    elif kind == "date":
        formats, locale = book.NumberFormats, Locale()
        key = formats.queryKey("YYYY-MM-DD", locale, False)
        cell.NumberFormat = key if key >= 0 else formats.addNew("YYYY-MM-DD", locale)
        cell.Value = (datetime.date.fromisoformat(typed["value"]) - datetime.date(1899, 12, 30)).days
    elif kind == "rich":
        head, rest = typed["parts"]
        cell.String = ""
        cursor = cell.createTextCursor()
        cursor.CharWeight = BOLD
        cell.insertString(cursor, head, False)
        cursor.gotoEnd(False)
        cursor.CharWeight = 100.0
        cell.insertString(cursor, rest, False)
    else:
        cell.String = typed["value"]


def fill(desktop, filling):
    book = load(desktop, url(filling["blank"]))
    book.lockControllers()
    book.enableAutomaticCalculation(False)  # not after each cell, which takes ten times as long
    for inserted in filling["insert"]:
        sheet = book.Sheets.getByName(inserted["sheet"])
        sheet.unprotect("")
        sheet.Rows.insertByIndex(inserted["row"] - 1, inserted["count"])
    for typed in filling["cells"]:
        put(book, book.Sheets.getByName(typed["sheet"]).getCellRangeByName(typed["cell"]), typed)
    book.calculateAll()
    for moved in filling["move"]:
        names = [name for name in book.Sheets.ElementNames if name != moved["sheet"]]
        before = names[moved["to"]] if moved["to"] < len(names) else None  # UNO counts the sheet itself
        at = list(book.Sheets.ElementNames).index(before) if before else len(names) + 1
        book.Sheets.moveByName(moved["sheet"], at)
    if filling["ods"]:
        between = filling["out"] + ".ods"
        store(book, between, "calc8")
        book = load(desktop, url(between))
        os.remove(between)
    store(book, filling["out"], "Calc MS Excel 2007 XML")


def main(soffice, plan):
    with open(plan, encoding="utf-8") as file:
        fillings = json.load(file)
    with running(soffice) as desktop:
        for filling in fillings:
            fill(desktop, filling)


if __name__ == "__main__":
    main(*sys.argv[1:])
