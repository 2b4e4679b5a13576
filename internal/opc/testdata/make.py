"""Makes the files of this folder anew, each empty, with LibreOffice.

Usage: make.py FOLDER
Needs soffice on the path and the Python that knows the module uno (Debian: python3-uno).
"""
import os
import sys

import uno
from com.sun.star.awt import Size
from com.sun.star.beans import NamedValue, PropertyValue

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../testdata"))
from libreoffice import load, running, store


def embed(book):
    """Puts a text document into a workbook."""
    thing = book.createInstance("com.sun.star.drawing.OLE2Shape")
    thing.setSize(Size(3000, 3000))
    book.DrawPages.getByIndex(0).add(thing)
    thing.CLSID = "8BC6B165-B1B2-4EDD-AA47-DAE2EE689DD6"


KINDS = [  # factory, file, filter, password, with something embedded
    ("scalc", "book.xls", "MS Excel 97", "", False),
    ("scalc", "embedding.xls", "MS Excel 97", "", True),
    ("scalc", "book.xlsx", "Calc MS Excel 2007 XML", "", False),
    ("scalc", "locked.xlsx", "Calc MS Excel 2007 XML", "1", False),
    ("scalc", "book.ods", "calc8", "", False),
    ("swriter", "text.doc", "MS Word 97", "", False),
    ("swriter", "text.docx", "MS Word 2007 XML", "", False),
    ("swriter", "text.odt", "writer8", "", False),
]


def encryption(password):
    data = (NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", password))
    return PropertyValue("EncryptionData", 0, uno.Any("[]com.sun.star.beans.NamedValue", data), 0)


def main(folder):
    with running() as desktop:
        for factory, file, filter_name, password, embedding in KINDS:
            document = load(desktop, "private:factory/" + factory)
            if embedding:
                embed(document)
            store(document, os.path.join(folder, file), filter_name, *([encryption(password)] if password else []))


if __name__ == "__main__":
    main(*sys.argv[1:])
