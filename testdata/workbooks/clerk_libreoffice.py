"""Works on workbooks in LibreOffice as a clerk does: with what the keyboard and the menus send, through its UNO interface.

Usage: clerk_libreoffice.py SOFFICE PLAN.json
PLAN.json lists the workbooks: {"book": file, "out": file, "acts": [act, ...]}; an act is a list: its name and what it takes, see the methods
of Clerk. Without "out" a workbook is saved where it lies. What the acts "look", "selected" and "run" saw is printed as one JSON list a workbook.
Needs the Python that knows the module uno (Debian: python3-uno).
"""
import json
import os
import subprocess
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import libreoffice  # and with it uno, which knows where the others are
from com.sun.star.awt import Point, Size
from com.sun.star.beans import PropertyValue


class Clerk:
    def __init__(self, desktop, file):
        # Without a window LibreOffice ends where it would ask: no act here is one that it asks about.
        self.desktop = desktop
        self.book = libreoffice.load(desktop, libreoffice.url(file))
        self.seen = []

    def send(self, command, document=None, **arguments):
        frame = (document or self.book).CurrentController.Frame
        services.createInstance("com.sun.star.frame.DispatchHelper").executeDispatch(
            frame, ".uno:" + command, "", 0, tuple(PropertyValue(name, 0, value, 0) for name, value in arguments.items()))

    def go(self, sheet, cells):
        """Puts the cursor on a cell, or selects several."""
        self.book.CurrentController.setActiveSheet(self.book.Sheets.getByName(sheet))
        self.send("GoToCell", ToPoint=cells)

    def type(self, sheet, cell, text):
        self.go(sheet, cell)
        self.send("EnterString", StringName=text)

    def fill(self, name, index, value):
        """Types a number or a text, "" for none, into one of the cells that a name stands for, counted from 0."""
        cell = self.book.NamedRanges.getByName(name).getReferredCells().getCellByPosition(0, index)
        if isinstance(value, str):
            cell.String = value
        else:
            cell.Value = value

    def run(self, *command):
        """Runs a program while the workbook is open and not saved."""
        self.seen.append({"text": subprocess.run(command, capture_output=True, text=True).stderr})

    def paste(self, sheet, cell, *paragraphs):
        """Pastes paragraphs with the formats that a word processor gave them."""
        letter = self.desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))
        cursor = letter.Text.createTextCursor()
        cursor.CharHeight, cursor.CharWeight = 16, 150
        for i, paragraph in enumerate(paragraphs):
            if i:
                letter.Text.insertControlCharacter(cursor, 0, False)
            letter.Text.insertString(cursor, paragraph, False)
        self.send("SelectAll", letter)
        self.send("Copy", letter)
        self.go(sheet, cell)
        self.send("Paste")
        letter.close(True)

    def menu(self, sheet, cells, command, *arguments):
        """Chooses from the menu on selected cells: DeleteRows, InsertRowsBefore, HideRow, HideColumn, Strikeout, Copy, Cut, Paste."""
        self.go(sheet, cells)
        self.send(command, **dict(zip(arguments[::2], arguments[1::2])))

    def comment(self, sheet, cell, text):
        self.menu(sheet, cell, "InsertAnnotation", "Text", text)

    def copy(self, sheet, name):
        self.book.Sheets.copyByName(sheet, name, len(self.book.Sheets.ElementNames))

    def rename(self, sheet, name):
        self.book.Sheets.getByName(sheet).Name = name

    def add(self, name):
        self.book.Sheets.insertNewByName(name, len(self.book.Sheets.ElementNames))

    def draw(self, sheet, cell, kind, content=""):
        """Draws a text box, a picture from a file, or a rectangle; with the mouse, for which there is no command."""
        page = self.book.Sheets.getByName(sheet)
        shape = self.book.createInstance("com.sun.star.drawing." + {"text": "TextShape", "picture": "GraphicObjectShape", "shape": "RectangleShape"}[kind])
        page.DrawPage.add(shape)
        at = page.getCellRangeByName(cell).Position
        shape.Position, shape.Size = Point(at.X + 100, at.Y + 100), Size(5000, 2000)
        if kind == "text":
            shape.String = content
        if kind == "picture":
            provider = services.createInstance("com.sun.star.graphic.GraphicProvider")
            shape.Graphic = provider.queryGraphic((PropertyValue("URL", 0, libreoffice.url(content), 0),))

    def look(self, sheet, cell):
        """What is seen of a cell: its text, whether it may be typed into, how tall its row is in points, and whether that is as tall as the text."""
        page = self.book.Sheets.getByName(sheet)
        c = page.getCellRangeByName(cell)
        self.seen.append({"text": c.String, "open": not (page.isProtected() and c.CellProtection.IsLocked),
                          "points": c.Rows.getByIndex(0).Height * 72 / 2540, "whole": c.Rows.getByIndex(0).OptimalHeight})

    def turn(self, sheet):
        """Turns to a sheet, where the cursor is as it was left."""
        self.book.CurrentController.setActiveSheet(self.book.Sheets.getByName(sheet))

    def selected(self):
        """Which sheet is seen first, and which cell of it is selected."""
        self.seen.append({"text": self.book.CurrentSelection.AbsoluteName})


def main(soffice, plan):
    global services
    with open(plan, encoding="utf-8") as f:
        plan = json.load(f)
    with libreoffice.running(soffice) as desktop:
        services = libreoffice.services()
        for work in plan:
            clerk = Clerk(desktop, work["book"])
            for name, *takes in work["acts"]:
                getattr(clerk, name)(*takes)
            print(json.dumps(clerk.seen, ensure_ascii=False))
            if "out" in work:
                libreoffice.store(clerk.book, work["out"], "Calc MS Excel 2007 XML")
            else:
                clerk.book.store()
                clerk.book.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
