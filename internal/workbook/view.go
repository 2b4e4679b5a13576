package workbook

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// How a sheet that another program wrote is seen when the workbook is opened: which sheet, which cell, how tall the rows.

// beforeSheets lists what may follow <bookViews> in a workbook (CT_Workbook, ECMA-376 part 1, 18.2.27).
var beforeSheets = []string{"sheets", "functionGroups", "externalReferences", "definedNames", "calcPr"}

// openOn has the workbook open on a sheet.
func openOn(root *element, sheet string) error {
	sheets, err := cut(root.children[root.child("sheets")].raw)
	if err != nil {
		return err
	}
	at, index := -1, 0
	for _, c := range sheets.children {
		if c.name != "sheet" {
			continue
		}
		e, err := cut(c.raw)
		if err != nil {
			return err
		}
		if e.get("name") == sheet {
			at = index
		}
		index++
	}
	if root.child("bookViews") < 0 {
		tag := root.qualified("bookViews")
		root.insert("bookViews", "<"+tag+"><"+root.qualified("workbookView")+"/></"+tag+">", beforeSheets...)
	}
	return root.changeChild("bookViews", func(views *element) error {
		return views.changeChild("workbookView", func(view *element) error {
			view.set("activeTab", strconv.Itoa(at))
			view.unset("firstSheet")
			return nil
		})
	})
}

// changeChild changes the first child of a name, if there is one.
func (e *element) changeChild(name string, change func(child *element) error) error {
	at := e.child(name)
	if at < 0 {
		return nil
	}
	child, err := cut(e.children[at].raw)
	if err == nil {
		err = change(child)
	}
	if err == nil {
		e.children[at].raw = child.bytes()
	}
	return err
}

// isSelected tells whether a sheet is among those that are selected when the workbook is opened. With two of them, what is typed
// into one goes into the other, too.
func isSelected(sheet []byte) bool { return selected.Match(sheet) }

var selected = regexp.MustCompile(`tabSelected=["'](?:1|true)["']`)

// unselect takes a sheet out of those that are selected.
func (w *worksheet) unselect() error {
	return w.root.changeChild("sheetViews", func(views *element) error {
		return views.changeChild("sheetView", func(view *element) error {
			if isTrue(view.get("tabSelected")) {
				view.unset("tabSelected")
			}
			return nil
		})
	})
}

// far is how many rows below the first a cell is seen without scrolling.
const far = 25

// point puts the cursor on a cell, where it is seen.
func (w *worksheet) point(at position) error {
	return w.root.changeChild("sheetViews", func(views *element) error {
		return views.changeChild("sheetView", func(view *element) error {
			above, beside, active := 0, 0, ""
			err := view.changeChild("pane", func(pane *element) error {
				above, beside, active = wholeNumber(pane.get("ySplit")), wholeNumber(pane.get("xSplit")), pane.get("activePane")
				if at.row > above+far {
					pane.set("topLeftCell", position{beside + 1, at.row - 2}.String())
				}
				return nil
			})
			if err != nil || at.row <= above || at.col <= beside {
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
	})
}

func wholeNumber(text string) int {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || n < 0 || n > maxRow {
		return 0
	}
	return int(n)
}

// growRows says how tall rows must be to show the texts in some areas whole. Rows whose height is not stored grow by themselves.
func (w *worksheet) growRows(b *book, g *grid, texts []area) {
	widths, merged := map[int]float64{}, w.merged()
	for _, c := range g.cells {
		text := b.text(c)
		if text == "" || !contains(texts, c.at) {
			continue
		}
		last, width := c.at.col, 0.0
		if a, ok := merged[c.at]; ok {
			last = min(a.to.col, a.from.col+maxAcross)
		}
		for col := c.at.col; col <= last; col++ {
			if _, known := widths[col]; !known {
				widths[col] = w.width(col)
			}
			width += widths[col]
		}
		w.tall[c.at.row] = max(w.tall[c.at.row], textHeight(text, width, 1))
	}
}

// maxAcross is how many columns of a merged area count for its width.
const maxAcross = 50

// merged are the merged areas by their first cells.
func (w *worksheet) merged() map[position]area {
	areas := map[position]area{}
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
			if a, ok := parseArea(e.get("ref")); ok {
				areas[a.from] = a
			}
		}
	}
	return areas
}

// width is how wide a column is, in characters.
func (w *worksheet) width(col int) float64 {
	const usual, most = 8.43, 255
	if c, ok := w.column(col); ok {
		if n, err := strconv.ParseFloat(c.get("width"), 64); err == nil && 0 < n && n <= most {
			return n
		}
	}
	return usual
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
