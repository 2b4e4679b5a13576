package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/pattern"
)

// How a sheet that another program wrote is seen when the workbook is opened: which sheet, which cell, how tall the rows.

// beforeSheets lists what may follow <bookViews> in a workbook (CT_Workbook, ECMA-376 part 1, 18.2.27).
var beforeSheets = []string{"sheets", "functionGroups", "externalReferences", "definedNames", "calcPr"}

// openOn has the workbook open on a sheet, which is shown if it was hidden.
func openOn(root *element, sheet string) error {
	at, index := -1, 0
	err := root.changeAll("sheets", func(sheets *element) error {
		return sheets.changeAll("sheet", func(one *element) error { // charts and macros have their tabs, too
			if one.get("name") == sheet {
				at = index
				one.unset("state")
			}
			index++
			return nil
		})
	})
	if err != nil || at < 0 {
		return err
	}
	opened := false
	view := func(views *element) error {
		return views.changeAll("workbookView", func(view *element) error {
			if !opened { // others are further windows
				view.set("activeTab", strconv.Itoa(at))
				view.unset("firstSheet")
			}
			opened = true
			return nil
		})
	}
	if err := root.changeAll("bookViews", view); err != nil || opened {
		return err
	}
	root.remove(func(c piece) bool { return c.name == "bookViews" }) // an empty one
	tag := root.qualified("bookViews")
	root.insert("bookViews", "<"+tag+"><"+root.qualified("workbookView")+"/></"+tag+">", beforeSheets...)
	return root.changeAll("bookViews", view)
}

// changeAll changes all children of a name, among them those that are there for some programs only (ECMA-376 part 3, 10.2).
func (e *element) changeAll(name string, change func(child *element) error) error {
	for i := range e.children {
		one := change
		switch e.children[i].name {
		case name:
		case "AlternateContent", "Choice", "Fallback":
			one = func(child *element) error { return child.changeAll(name, change) }
		default:
			continue
		}
		child, err := cut(e.children[i].raw)
		if err == nil {
			err = one(child)
		}
		if err != nil {
			return err
		}
		e.children[i].raw = child.bytes()
	}
	return nil
}

// isSelected tells whether a sheet may be among those that are selected when the workbook is opened. With two of them, what is typed
// into one goes into the other, too.
func isSelected(sheet []byte) bool { return selected.Compiled().Match(sheet) }

var selected = pattern.New(`tabSelected\s*=\s*["']\s*(?:1|true)`)

// changeViews changes how the sheet is seen in the workbook's first window.
func (w *worksheet) changeViews(change func(view *element) error) error {
	return w.root.changeAll("sheetViews", func(views *element) error {
		return views.changeAll("sheetView", func(view *element) error {
			if window := view.get("workbookViewId"); window != "" && window != "0" {
				return nil
			}
			return change(view)
		})
	})
}

// unselect takes a sheet out of those that are selected.
func (w *worksheet) unselect() error {
	return w.changeViews(func(view *element) error {
		if isTrue(strings.TrimSpace(view.get("tabSelected"))) {
			view.unset("tabSelected")
		}
		return nil
	})
}

// far is how many rows below the first a cell is seen without scrolling.
const far = 25

// point puts the cursor on a cell, and scrolls to where it is seen. A sheet that is parted at a place that does not stay is left as it is.
func (w *worksheet) point(at cellref.Position) error {
	return w.changeViews(func(view *element) error {
		above, beside, active, frozen := 0, 0, "", true
		readPane := func(pane *element) error {
			above, beside, active = wholeNumber(pane.get("ySplit")), wholeNumber(pane.get("xSplit")), pane.get("activePane")
			frozen = strings.HasPrefix(pane.get("state"), "frozen")
			return nil
		}
		if err := view.changeAll("pane", readPane); err != nil || !frozen || at.Row <= above || at.Col <= beside {
			return err
		}
		first := cellref.At(beside+1, above+1)
		if at.Row > above+far {
			first.Row = at.Row - 2
		}
		if view.child("pane") < 0 || above == 0 {
			view.set("topLeftCell", cellref.At(1, first.Row).String())
		}
		if err := view.changeAll("pane", func(pane *element) error { pane.set("topLeftCell", first.String()); return nil }); err != nil {
			return err
		}
		view.remove(func(c piece) bool {
			e, err := cut(c.raw)
			return c.name == "selection" && err == nil && (e.get("pane") == active || active == "")
		})
		pane := ""
		if active != "" {
			pane = ` pane="` + attributeText(active) + `"`
		}
		view.insert("selection", fmt.Sprintf(`<%s%s activeCell="%s" sqref="%s"/>`, view.qualified("selection"), pane, at, at), "pivotSelection", "extLst")
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
func (w *worksheet) growRows(b *book, g *grid, texts []cellref.Area) {
	widths, merged := map[int]float64{}, w.merged()
	for _, c := range g.cells {
		text := b.text(c)
		if text == "" || !cellref.Contains(texts, c.at) {
			continue
		}
		last, width := c.at.Col, 0.0
		if a, ok := merged[c.at]; ok {
			last = min(a.To.Col, a.From.Col+maxAcross)
		}
		for col := c.at.Col; col <= last; col++ {
			if _, known := widths[col]; !known {
				widths[col] = w.width(col)
			}
			width += widths[col]
		}
		w.tall[c.at.Row] = max(w.tall[c.at.Row], textHeight(text, width, 1))
	}
}

// maxAcross is how many columns of a merged area count for its width.
const maxAcross = 50

// merged are the merged areas by their first cells.
func (w *worksheet) merged() map[cellref.Position]cellref.Area {
	areas := map[cellref.Position]cellref.Area{}
	at := w.root.child("mergeCells")
	if at < 0 {
		return areas
	}
	list, err := cut(w.root.children[at].raw)
	if err != nil {
		return areas
	}
	for _, c := range list.children {
		if e, err := cut(c.raw); c.name == "mergeCell" && err == nil {
			if a, ok := cellref.ParseArea(e.get("ref")); ok {
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
func (w *worksheet) stretch(row *element, number int) {
	needed, ok := w.tall[number]
	stored, err := strconv.ParseFloat(strings.TrimSpace(row.get("ht")), 64)
	if !ok || err != nil || stored >= needed {
		return
	}
	row.set("ht", strconv.FormatFloat(needed, 'g', -1, 64))
	row.unset("customHeight")
}
