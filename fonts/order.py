"""Puts the glyphs of common characters in front of all others in a font's file.

Usage: order.py FONT.ttf Unihan_OtherMappings.txt.bz2

A document needs a few hundred glyphs. Where they lie side by side a program that maps the font into its memory touches a tenth of the pages
that it touches where they are strewn over the file. Common are letters, digits and marks, and the first level of 通用规范汉字表 (3500).
"""

import bz2
import sys

from fontTools.ttLib import TTFont

MARKS = [
    (0x0020, 0x007E),
    (0x00A0, 0x00FF),
    (0x2010, 0x203B),
    (0x3000, 0x301F),
    (0xFF01, 0xFF5E),
]


def first_level(unihan):
    """The first level of 通用规范汉字表, numbers 1 to 3500 of the field kTGH."""
    found = set()
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        for line in lines:
            if "\tkTGH\t" in line:
                code, _, number = line.split("\t")
                if int(number.split(":")[1]) <= 3500:
                    found.add(int(code[2:], 16))
    if len(found) != 3500:
        sys.exit(f"{unihan}: {len(found)} characters of the first level of 通用规范汉字表, not 3500")
    return found


def main():
    path, unihan = sys.argv[1:]
    font = TTFont(path, recalcBBoxes=False, recalcTimestamp=False)
    for table in font.keys():
        font[table]  # all are read by the old order
    common = first_level(unihan)
    names = {
        name
        for code, name in font.getBestCmap().items()
        if code in common or any(first <= code <= last for first, last in MARKS)
    }
    missing, *others = font.getGlyphOrder()
    order = [missing] + sorted(others, key=lambda name: name not in names)
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    font.save(path)


main()
