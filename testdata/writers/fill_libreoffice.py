"""Fills in workbooks inside LibreOffice, through its UNO interface, as a plan says, which TestFilledByOtherWriters made: see
filling in filling_test.go. What is to go by way of ods is saved as that, opened again and saved as xlsx.

Usage: fill_libreoffice.py SOFFICE PLAN.json
Needs the Python that knows the module uno (Debian: python3-uno).
"""
import datetime
import json
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.beans import PropertyValue
from com.sun.star.lang import DisposedException, Locale


def url(file):
    return uno.systemPathToFileUrl(os.path.abspath(file))


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def load(desktop, file):
    return desktop.loadComponentFromURL(url(file), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))


def store(book, file, filter_name):
    book.storeToURL(url(file), (PropertyValue("FilterName", 0, filter_name, 0),))
    book.close(True)


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
    book = load(desktop, filling["blank"])
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
        book = load(desktop, between)
        os.remove(between)
    store(book, filling["out"], "Calc MS Excel 2007 XML")


def main(soffice, plan):
    with open(plan, encoding="utf-8") as file:
        fillings = json.load(file)
    with tempfile.TemporaryDirectory() as profile:
        pipe = "nianbao" + str(os.getpid())
        office = subprocess.Popen([soffice, "--headless", "--norestore", "--nologo",
                                   f"-env:UserInstallation={url(profile)}", f"--accept=pipe,name={pipe};urp"])
        try:
            desktop = connect(pipe)
            for filling in fillings:
                fill(desktop, filling)
        finally:
            try:
                desktop.terminate()
            except DisposedException:
                pass  # it was gone before it could answer
            office.wait(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
