"""Prints the characters that a font of this folder keeps, one U+XXXX a line.

Usage: charset.py small|large SOURCE.ttf Unihan_OtherMappings.txt.bz2

small  通用规范汉字表 (8105), GB2312 and the source's symbols (小标宋, 黑体)
large  all Chinese characters of the source and its symbols (宋体, which stands in for the others)
"""

import bz2
import sys

from fontTools.ttLib import TTFont

# Blocks of Chinese characters.
HAN = [
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
]
# Korean, Japanese and emoji blocks: no Chinese report is written with them.
FOREIGN = [
    (0x1100, 0x11FF),
    (0x3130, 0x319F),
    (0x31F0, 0x321F),
    (0x3260, 0x327F),
    (0x32C0, 0x3370),
    (0x337B, 0x337F),
    (0xA960, 0xA97F),
    (0xAC00, 0xD7FF),
    (0xFFA0, 0xFFDC),
    (0x1F000, 0x1FAFF),
]


def within(code, blocks):
    return any(first <= code <= last for first, last in blocks)


def gb2312():
    """The characters of GB/T 2312, all of two bytes from A1 up."""
    found = set()
    for lead in range(0xA1, 0xFF):
        for trail in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([lead, trail]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return found


def standard_table(unihan):
    """通用规范汉字表, the field kTGH of the Unihan database: the number of each character in it."""
    found = {}
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        for line in lines:
            if "\tkTGH\t" in line:
                code, _, number = line.split("\t")
                found[int(code[2:], 16)] = int(number.split(":")[1])
    if len(found) != 8105:
        sys.exit(f"{unihan}: {len(found)} characters of 通用规范汉字表, not 8105")
    return found


def main():
    size, source, unihan = sys.argv[1:]
    held = set(TTFont(source, lazy=True).getBestCmap())

    han = {code for code in held if within(code, HAN)}
    if size == "small":
        han &= standard_table(unihan).keys() | gb2312()
    symbols = {code for code in held if not within(code, HAN) and not within(code, FOREIGN)}

    for code in sorted(han | symbols):
        print(f"U+{code:04X}")


if __name__ == "__main__":
    main()
