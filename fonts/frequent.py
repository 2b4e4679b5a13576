"""Prints the characters of texts, first those that stand in the most lines; frequent.txt was made so.

Usage: python3 frequent.py ../testdata/text/*.txt ../testdata/reports/*.json >frequent.txt
"""

import sys
from collections import Counter

WIDTH = 80  # characters in a line of the list


def main():
    lines = Counter()
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as text:
            for line in text:
                lines.update({character for character in line if character > "\x7e"})
    order = sorted(lines, key=lambda character: (-lines[character], character))
    common = "".join(character for character in order if lines[character] > 1 and character.isprintable())
    for start in range(0, len(common), WIDTH):
        print(common[start : start + WIDTH])


main()
