"""Fills in an explanation of every 核实 finding on the sheet 校验结果 of a marked copy, or of given numbers on the sheet 校验.

Usage: answer.py IN.xlsx OUT.xlsx EXPLANATION [NUMBER ...]
"""
import sys

import openpyxl


def column(book, name):
    defined = book.defined_names[name]
    sheet, cells = next(iter(defined.destinations))
    return [row[0] for row in book[sheet][cells.replace("$", "")]]


def main(file, out, explanation, *numbers):
    book = openpyxl.load_workbook(file)
    if numbers:
        for number, left, right in zip(numbers, column(book, "answers_number"), column(book, "answers_text")):
            left.value, right.value = number, explanation
    else:
        for cell in column(book, "findings_text"):
            if not cell.protection.locked:
                cell.value = explanation
    book.save(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
