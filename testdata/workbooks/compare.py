"""Compares a workbook with its marked copy, as openpyxl reads them: all but fills must be the same; comments may be added, and rows be taller.

Usage: compare.py ORIGINAL.xlsx COPY.xlsx
Prints the cells that were filled otherwise, one a line: sheet, cell, colour.
"""
import sys

import openpyxl


def names(book):
    defined = book.defined_names
    listed = defined.values() if hasattr(defined, "values") else defined.definedName
    return {name.name: name.attr_text for name in listed}


def described(sheet):
    yield "protection", vars(sheet.protection)
    yield "merged", sorted(str(area) for area in sheet.merged_cells.ranges)
    yield "validations", [(str(v.sqref), v.type, v.formula1, v.prompt, v.error) for v in sheet.data_validations.dataValidation]
    yield "conditional formats", sorted((str(f.sqref), str([(r.formula, repr(r.dxf)) for r in f.rules])) for f in sheet.conditional_formatting)
    yield "columns", {key: (c.width, c.hidden) for key, c in sheet.column_dimensions.items()}
    yield "hidden rows", [key for key, r in sheet.row_dimensions.items() if r.hidden]
    yield "state", sheet.sheet_state
    yield "charts, pictures", (len(sheet._charts), len(sheet._images))
    yield "panes", sheet.freeze_panes
    yield "printing", (sheet.print_title_rows, sheet.print_area, sheet.page_setup.orientation)


def main(original, copy):
    before, after = openpyxl.load_workbook(original), openpyxl.load_workbook(copy)
    old, new = names(before), names(after)
    assert {name: new.get(name) for name in old} == old, "names"
    for sheet in before:
        other = after[sheet.title]
        for (what, was), (_, now) in zip(described(sheet), described(other)):
            assert was == now, f"{sheet.title}: {what}\n{was}\n{now}"
        for key, row in sheet.row_dimensions.items():
            assert (other.row_dimensions[key].height or 0) >= (row.height or 0), f"{sheet.title}: row {key} is less tall"
        for row in sheet.iter_rows():
            for cell in row:
                twin = other[cell.coordinate]
                assert cell.value == twin.value and cell.data_type == twin.data_type, cell
                assert not cell.comment or twin.comment.text.startswith(cell.comment.text), cell
                assert (cell.hyperlink and cell.hyperlink.ref) == (twin.hyperlink and twin.hyperlink.ref), cell
                for aspect in ("number_format", "font", "border", "alignment", "protection"):
                    assert repr(getattr(cell, aspect)) == repr(getattr(twin, aspect)), f"{cell}: {aspect}"
                if repr(cell.fill) != repr(twin.fill):
                    assert twin.comment, cell
                    print(sheet.title, cell.coordinate, twin.fill.fgColor.rgb)


if __name__ == "__main__":
    main(*sys.argv[1:])
