"""Types into a workbook inside LibreOffice, through its UNO interface, as a clerk does, and saves it where it lies.

Usage: type_libreoffice.py BOOK.xlsx TYPED.json [COMMAND ...]
TYPED.json lists what is typed: [defined name, which of its cells (from 0), a number, or a text, "" for none]. The command is run while
the workbook is open and typed into, and not saved yet.
Needs soffice on the path and the Python that knows the module uno (Debian: python3-uno).
"""
import json
import os
import subprocess
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import libreoffice


def main(file, typed, *command):
    with open(typed, encoding="utf-8") as f:
        typed = json.load(f)
    with libreoffice.running() as desktop:
        book = libreoffice.load(desktop, libreoffice.url(file))
        for name, index, value in typed:
            cell = book.NamedRanges.getByName(name).getReferredCells().getCellByPosition(0, index)
            if isinstance(value, str):
                cell.String = value
            else:
                cell.Value = value
        if command:
            print(subprocess.run(command, capture_output=True, text=True).stderr)
        book.store()
        book.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
