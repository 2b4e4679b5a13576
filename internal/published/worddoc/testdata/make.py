"""Makes the documents of this folder anew with LibreOffice: one of each .fodt, and a statutory report of each edition.

Usage: make.py REPORT.docx…
The reports are what `nianbao render --format docx` makes of the sample reports; they keep their names.
Needs soffice on the path and the Python that knows the module uno (Debian: python3-uno).
"""
import glob
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(HERE, "../../../../testdata"))
from libreoffice import load, running, store, url


def main(*reports):
    with running() as desktop:
        for file in sorted(glob.glob(os.path.join(HERE, "*.fodt"))) + list(reports):
            name = os.path.splitext(os.path.basename(file))[0]
            store(load(desktop, url(file)), os.path.join(HERE, name + ".doc"), "MS Word 97")


if __name__ == "__main__":
    main(*sys.argv[1:])
