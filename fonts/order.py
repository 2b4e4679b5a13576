"""Puts the glyphs of common characters in front of all others in a font's file, and says so in it if asked.

Usage: order.py FONT.ttf frequent.txt Unihan_OtherMappings.txt.bz2 [NOTICE]

A document needs a few hundred glyphs. Where they lie side by side a program that maps the font into its memory holds a quarter of the file
that it holds where they are strewn over it. First come letters, digits and marks, then the characters of frequent.txt in their order,
then what else is of the first level of 通用规范汉字表 (3500).
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
VERTICAL = ["mort", "vhea", "vmtx"]  # for text set vertically, which the program does not do
DESCRIPTION = 10  # among the names of a font


def main():
    path, frequent, unihan, *notice = sys.argv[1:]
    font = TTFont(path, recalcBBoxes=False, recalcTimestamp=False)
    for table in set(VERTICAL) & set(font.keys()):
        del font[table]
    for table in font.keys():
        font[table]  # all are read by the old order
    with open(frequent, encoding="utf-8") as lines:
        place = {ord(character): i for i, character in enumerate(lines.read().replace("\n", ""))}
    numbers = standard_table(unihan)

    def rank(code):
        if within(code, MARKS):
            return -1
        if code in place:
            return place[code]
        return len(place) if numbers.get(code, LAST + 1) <= LAST else len(place) + 1

    ranks = {}
    for code, name in font.getBestCmap().items():
        ranks[name] = min(rank(code), ranks.get(name, len(place) + 1))
    missing, *others = font.getGlyphOrder()
    order = [missing] + sorted(others, key=lambda name: ranks.get(name, len(place) + 1))
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    for text in notice:
        font["name"].setName(text, DESCRIPTION, 3, 1, 0x409)
    font.save(path)


main()
