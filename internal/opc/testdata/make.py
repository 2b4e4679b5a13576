"""Makes the files of this folder anew, each empty, with LibreOffice.

Usage: make.py FOLDER
Needs soffice on the path and the Python that knows the module uno (Debian: python3-uno).
"""
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.awt import Size
from com.sun.star.beans import NamedValue, PropertyValue


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


def main(folder):
    url = lambda file: uno.systemPathToFileUrl(os.path.abspath(file))
    with tempfile.TemporaryDirectory() as profile:
        pipe = "nianbao" + str(os.getpid())
        office = subprocess.Popen(["soffice", "--headless", "--norestore", "--nologo",
                                   f"-env:UserInstallation={url(profile)}", f"--accept=pipe,name={pipe};urp"])
        try:
            desktop = connect(pipe)
            for factory, file, filter_, password, embedding in KINDS:
                document = desktop.loadComponentFromURL("private:factory/" + factory, "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
                if embedding:
                    embed(document)
                options = [PropertyValue("FilterName", 0, filter_, 0)]
                if password:
                    options.append(PropertyValue("EncryptionData", 0, uno.Any("[]com.sun.star.beans.NamedValue", (NamedValue("CryptoType", "Standard"), NamedValue("OOXPassword", password))), 0))
                try:
                    document.storeToURL(url(os.path.join(folder, file)), tuple(options))
                except Exception as e:
                    print(file, e)
                document.close(True)
            desktop.terminate()
        finally:
            office.wait(60)


main(sys.argv[1])
