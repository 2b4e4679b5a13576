"""Fills in workbooks with openpyxl as a plan says, which TestFilledByOtherWriters made: see filling in filling_test.go.

Usage: fill_openpyxl.py PLAN.json
"""
import datetime
import json
import sys

import openpyxl


def fill(filling):
    book = openpyxl.load_workbook(filling["blank"])
    for typed in filling["cells"]:
        cell, kind = book[typed["sheet"]][typed["cell"]], typed["kind"]
        if kind == "number":
            cell.value = float(typed["value"]) if "." in typed["value"] else int(typed["value"])
        elif kind == "date":
            cell.value = datetime.date.fromisoformat(typed["value"])
            cell.number_format = "yyyy-mm-dd"
        else:
            cell.value = "".join(typed["parts"]) if kind == "rich" else typed["value"]
            cell.data_type = "s"  # also what begins with an equals sign
    for moved in filling["move"]:
        sheet = book[moved["sheet"]]
        book.move_sheet(sheet, moved["to"] - book.index(sheet))
    for renamed in filling["rename"]:
        book[renamed["sheet"]].title = renamed["to"]
    if filling["bare"]:
        book.defined_names = type(book.defined_names)()
    book.save(filling["out"])


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as plan:
        for each in json.load(plan):
            fill(each)
