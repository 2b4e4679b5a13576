package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/pattern"
	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlcut"
)

// How a sheet that another program wrote is seen when the workbook is opened: which sheet, which cell, how tall the rows.

// beforeSheets lists what may follow <bookViews> in a workbook (CT_Workbook, ECMA-376 part 1, 18.2.27).
var beforeSheets = []string{"sheets", "functionGroups", "externalReferences", "definedNames", "calcPr"}

// openOn has the workbook open on a sheet, which is shown if it was hidden.
func openOn(root *xmlcut.Element, sheet string) error {
	at, index := -1, 0
	err := changeAll(root, "sheets", func(sheets *xmlcut.Element) error {
		return changeAll(sheets, "sheet", func(one *xmlcut.Element) error { // charts and macros have their tabs, too
			if one.Get("name") == sheet {
				at = index
				one.Unset("state")
			}
			index++
			return nil
		})
	})
	if err != nil || at < 0 {
		return err
	}
	opened := false
	view := func(views *xmlcut.Element) error {
		return changeAll(views, "workbookView", func(view *xmlcut.Element) error {
			if !opened { // others are further windows
				view.Set("activeTab", strconv.Itoa(at))
				view.Unset("firstSheet")
			}
			opened = true
			return nil
		})
	}
	if err := changeAll(root, "bookViews", view); err != nil || opened {
		return err
	}
	root.Remove(func(c xmlcut.Piece) bool { return c.Name == "bookViews" }) // an empty one
	tag := root.Qualified("bookViews")
	root.Insert("bookViews", "<"+tag+"><"+root.Qualified("workbookView")+"/></"+tag+">", beforeSheets...)
	return changeAll(root, "bookViews", view)
}

// changeAll changes all children of a name, among them those that are there for some programs only (ECMA-376 part 3, 10.2).
func changeAll(e *xmlcut.Element, name string, change func(child *xmlcut.Element) error) error {
	for i := range e.Children {
		one := change
		switch e.Children[i].Name {
		case name:
		case "AlternateContent", "Choice", "Fallback":
			one = func(child *xmlcut.Element) error { return changeAll(child, name, change) }
		default:
			continue
		}
		child, err := cut(e.Children[i].Raw)
		if err == nil {
			err = one(child)
		}
		if err != nil {
			return err
		}
		e.Children[i].Raw = child.Bytes()
	}
	return nil
}

// isSelected tells whether a sheet may be among those that are selected when the workbook is opened. With two of them, what is typed
// into one goes into the other, too.
func isSelected(sheet []byte) bool { return selected.Compiled().Match(sheet) }

var selected = pattern.New(`tabSelected\s*=\s*["']\s*(?:1|true)`)

// changeViews changes how the sheet is seen in the workbook's first window.
func (w *worksheet) changeViews(change func(view *xmlcut.Element) error) error {
	return changeAll(w.root, "sheetViews", func(views *xmlcut.Element) error {
		return changeAll(views, "sheetView", func(view *xmlcut.Element) error {
			if window := view.Get("workbookViewId"); window != "" && window != "0" {
				return nil
			}
			return change(view)
		})
	})
}

// unselect takes a sheet out of those that are selected.
func (w *worksheet) unselect() error {
	return w.changeViews(func(view *xmlcut.Element) error {
		if spreadsheet.IsTrue(strings.TrimSpace(view.Get("tabSelected"))) {
			view.Unset("tabSelected")
		}
		return nil
	})
}

// far is how many rows below the first a cell is seen without scrolling.
const far = 25

// point puts the cursor on a cell, and scrolls to where it is seen. A sheet that is parted at a place that does not stay is left as it is.
func (w *worksheet) point(at cellref.Position) error {
	return w.changeViews(func(view *xmlcut.Element) error {
		above, beside, active, frozen := 0, 0, "", true
		readPane := func(pane *xmlcut.Element) error {
			above, beside, active = wholeNumber(pane.Get("ySplit")), wholeNumber(pane.Get("xSplit")), pane.Get("activePane")
			frozen = strings.HasPrefix(pane.Get("state"), "frozen")
			return nil
		}
		if err := changeAll(view, "pane", readPane); err != nil || !frozen || at.Row <= above || at.Col <= beside {
			return err
		}
		first := cellref.At(beside+1, above+1)
		if at.Row > above+far {
			first.Row = at.Row - 2
		}
		if view.Child("pane") < 0 || above == 0 {
			view.Set("topLeftCell", cellref.At(1, first.Row).String())
		}
		if err := changeAll(view, "pane", func(pane *xmlcut.Element) error { pane.Set("topLeftCell", first.String()); return nil }); err != nil {
			return err
		}
		view.Remove(func(c xmlcut.Piece) bool {
			e, err := cut(c.Raw)
			return c.Name == "selection" && err == nil && (e.Get("pane") == active || active == "")
		})
		pane := ""
		if active != "" {
			pane = ` pane="` + xmlcut.AttributeText(active) + `"`
		}
		view.Insert("selection", fmt.Sprintf(`<%s%s activeCell="%s" sqref="%s"/>`, view.Qualified("selection"), pane, at, at), "pivotSelection", "extLst")
		return nil
	})
}

func wholeNumber(text string) int {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || !(0 <= n && n <= cellref.MaxRow) { // no NaN either
		return 0
	}
	return int(n)
}

// growRows says how tall rows must be to show the texts in some areas whole. Rows whose height is not stored grow by themselves.
func (w *worksheet) growRows(b *spreadsheet.Book, g *spreadsheet.Grid, texts []cellref.Area) {
	widths, merged := map[int]float64{}, w.merged()
	for _, c := range g.Cells {
		text := b.Text(c)
		if text == "" || !cellref.Contains(texts, c.At) {
			continue
		}
		last, width := c.At.Col, 0.0
		if a, ok := merged[c.At]; ok {
			last = min(a.To.Col, a.From.Col+maxAcross)
		}
		for col := c.At.Col; col <= last; col++ {
			if _, known := widths[col]; !known {
				widths[col] = w.width(col)
			}
			width += widths[col]
		}
		w.tall[c.At.Row] = max(w.tall[c.At.Row], textHeight(text, width, 1))
	}
}

// maxAcross is how many columns of a merged area count for its width.
const maxAcross = 50

// merged are the merged areas by their first cells.
func (w *worksheet) merged() map[cellref.Position]cellref.Area {
	areas := map[cellref.Position]cellref.Area{}
	at := w.root.Child("mergeCells")
	if at < 0 {
		return areas
	}
	list, err := cut(w.root.Children[at].Raw)
	if err != nil {
		return areas
	}
	for _, c := range list.Children {
		if e, err := cut(c.Raw); c.Name == "mergeCell" && err == nil {
			if a, ok := cellref.ParseArea(e.Get("ref")); ok {
				areas[a.From] = a
			}
		}
	}
	return areas
}

// width is how wide a column is, in characters.
func (w *worksheet) width(col int) float64 {
	if c, ok := w.column(col); ok && c.width > 0 {
		return c.width
	}
	return usualWidth
}

// stretch makes a stored row as tall as its text needs.
func (w *worksheet) stretch(row *xmlcut.Element, number int) {
	needed, ok := w.tall[number]
	stored, err := strconv.ParseFloat(strings.TrimSpace(row.Get("ht")), 64)
	if !ok || err != nil || stored >= needed {
		return
	}
	row.Set("ht", strconv.FormatFloat(needed, 'g', -1, 64))
	row.Unset("customHeight")
}
