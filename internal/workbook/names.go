package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/xmlcut"
)

// newName is a defined name that a marked copy gets.
type newName struct {
	name, sheet string
	cells       cellref.Area
}

// afterNames lists what may follow <definedNames> in a workbook (CT_Workbook, ECMA-376 part 1, 18.2.27).
var afterNames = []string{"calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst"}

// setNames names the columns by which the answers on the list of findings are found again, and gives cells and columns their names back
// that were found by what is printed around them: the clerk goes on in the copy, and what she cannot mend is no more in her way.
func (m *marking) setNames(root *xmlcut.Element, results *sheet) error {
	last := max(resultTop+1, results.extent().To.Row)
	column := func(name string, col int) newName {
		return newName{name, results.name, cellref.Between(cellref.At(col, resultTop+1), cellref.At(col, last))}
	}
	names := []newName{column(findingsNumber, resultNumber), column(findingsText, resultAnswer)}
	for _, name := range m.in.adopted {
		if name == findingsNumber || name == findingsText {
			continue
		}
		at := m.in.named[name][0]
		if at.area.To.Row == cellref.MaxRow { // a column, whose end nothing tells
			g, err := m.in.book.Grid(at.sheet.Part)
			if err != nil {
				return err
			}
			at.area.To.Row = at.area.From.Row + textRows
			for _, c := range g.Cells {
				if c.At.Col == at.area.From.Col {
					at.area.To.Row = max(at.area.To.Row, c.At.Row+freeRows)
				}
			}
		}
		names = append(names, newName{name, at.sheet.Name, at.area})
	}
	return defineNames(root, names)
}

// defineNames defines names of the whole workbook, in the place of what they stood for before.
func defineNames(root *xmlcut.Element, names []newName) error {
	if root.Child("definedNames") < 0 {
		tag := root.Qualified("definedNames")
		root.Insert("definedNames", "<"+tag+"></"+tag+">", afterNames...)
	}
	return changeAll(root, "definedNames", func(list *xmlcut.Element) error {
		list.Remove(func(c xmlcut.Piece) bool {
			e, err := cut(c.Raw)
			return c.Name != "" && err == nil && e.Get("localSheetId") == "" &&
				slices.ContainsFunc(names, func(n newName) bool { return strings.EqualFold(n.name, e.Get("name")) })
		})
		tag := list.Qualified("definedName")
		for _, n := range names {
			list.Insert("definedName", "<"+tag+` name="`+n.name+`">`+xmlcut.AttributeText(quoted(n.sheet)+n.cells.Absolute())+"</"+tag+">")
		}
		return nil
	})
}
