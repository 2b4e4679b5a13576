"""Puts the glyphs of common characters in front of all others in a font's file.

Usage: order.py FONT.ttf Unihan_OtherMappings.txt.bz2

A document needs a few hundred glyphs. Where they lie side by side a program that maps the font into its memory holds a third of the file that
it holds where they are strewn over it. Common are letters, digits and marks, and the first level of 通用规范汉字表 (3500).
"""

import sys

from charset import standard_table, within
from fontTools.ttLib import TTFont

LAST = 3500  # of the first level of 通用规范汉字表
MARKS = [
    (0x0020, 0x007E),
    (0x00A0, 0x00FF),
    (0x2010, 0x203B),
    (0x3000, 0x301F),
    (0xFF01, 0xFF5E),
]


def main():
    path, unihan = sys.argv[1:]
    font = TTFont(path, recalcBBoxes=False, recalcTimestamp=False)
    for table in font.keys():
        font[table]  # all are read by the old order
    numbers = standard_table(unihan)
    names = {
        name
        for code, name in font.getBestCmap().items()
        if numbers.get(code, LAST + 1) <= LAST or within(code, MARKS)
    }
    missing, *others = font.getGlyphOrder()
    order = [missing] + sorted(others, key=lambda name: name not in names)
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    font.save(path)


main()
