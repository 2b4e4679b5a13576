"""Edits a Word document as somebody does who signs it off: a clause is added to the first sentence that ends a paragraph.

Usage: edit_docx.py DOCUMENT.docx OUT.docx
"""
import sys
import zipfile


def main(document, out):
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "word/document.xml":
                text = data.decode("utf-8")
                assert "。</w:t>" in text
                data = text.replace("。</w:t>", "，审签时加了半句。</w:t>", 1).encode("utf-8")
            new.writestr(part, data)


if __name__ == "__main__":
    main(*sys.argv[1:])
