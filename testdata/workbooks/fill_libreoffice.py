"""Fills a blank workbook from exchange JSON inside LibreOffice, through its UNO interface, and saves it from there.

Usage: fill_libreoffice.py BLANK.xlsx REPORT.json OUT.xlsx
Needs soffice on the path and the Python that knows the module uno (Debian: python3-uno).
"""
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.table.CellContentType import FORMULA

from report import entries


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


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
    url = lambda file: uno.systemPathToFileUrl(os.path.abspath(file))
    with tempfile.TemporaryDirectory() as profile:
        pipe = "nianbao" + str(os.getpid())
        office = subprocess.Popen(["soffice", "--headless", "--norestore", "--nologo",
                                   f"-env:UserInstallation={url(profile)}", f"--accept=pipe,name={pipe};urp"])
        try:
            desktop = connect(pipe)
            book = desktop.loadComponentFromURL(url(blank), "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
            fill(book, report)
            book.storeToURL(url(out), (PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0),))
            book.close(True)
            desktop.terminate()
        finally:
            office.wait(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
