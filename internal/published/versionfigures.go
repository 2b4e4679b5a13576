package published

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// compareFigures compares the figures that both forms have, row by row.
func (c *Comparison) compareFigures(a, b version) {
	newer, older := a.Edition, b.Edition
	if older.FirstYear > newer.FirstYear {
		newer, older = older, newer
	}
	for i, s := range newer.Sections {
		if s.Table == nil {
			continue
		}
		table := comparedTable{part: firstSection + Part(i), a: a, b: b}
		for _, cell := range newer.Cells() {
			if _, ok := older.Cell(cell.Key); ok && cell.Table == s.Table.Key {
				table.cells = append(table.cells, cell)
			}
		}
		table.compare(c, s.Table)
	}
}

// comparedTable is a table of two versions.
type comparedTable struct {
	part  Part
	a, b  version
	cells []form.Cell
}

func (t comparedTable) compare(c *Comparison, table *form.Table) {
	inA, inB := t.isLost(t.a), t.isLost(t.b)
	if inA || inB {
		c.unread(Unread{Kind: TableUnread, Part: t.part, Label: table.Title, InA: inA, InB: inB})
		return
	}
	rows := map[string]int{} // of a row and who could not read it, where it is among the unread ones
	for _, cell := range t.cells {
		x, y := t.a.Figure(cell.Key), t.b.Figure(cell.Key)
		inA, inB := t.a.published && x.State == model.Missing, t.b.published && y.State == model.Missing
		s, u := t.a.side(x), t.b.side(y)
		switch {
		case inA || inB:
			row := cell.RowLabel()
			at, known := rows[row+sides(inA, inB)]
			if !known {
				at = len(c.Unread)
				rows[row+sides(inA, inB)] = at
				c.unread(Unread{Kind: RowUnread, Part: t.part, Label: row, InA: inA, InB: inB})
			}
			f := UnreadFigure{Key: cell.Key, Label: cell.ColumnLabel()}
			if !inA || !inB {
				f.Other = s.Text + u.Text
			}
			c.Unread[at].Figures = append(c.Unread[at].Figures, f)
		case sameAmount(cell.Measure, x, y):
		case x.Doubt != "" || y.Doubt != "":
			why := x.Doubt
			if y.Doubt != "" && y.Doubt != why {
				why = strings.TrimPrefix(why+"；"+y.Doubt, "；")
			}
			c.unread(Unread{Kind: FigureDoubted, Part: t.part, Label: cell.Label(), InA: x.Doubt != "", InB: y.Doubt != "", Why: why, A: s, B: u})
		default:
			c.differ(Difference{Kind: FigureDiffers, Part: t.part, Key: cell.Key, Label: cell.Label(), A: s, B: u})
		}
	}
}

func (v version) side(value model.Value) Side {
	return Side{value.Printed(), v.place(value.Place), !v.published && value.State == model.Missing}
}

// isLost says whether no figure of the table was read.
func (t comparedTable) isLost(v version) bool {
	return v.published && len(t.cells) > 0 && !slices.ContainsFunc(t.cells, func(c form.Cell) bool { return v.Figure(c.Key).State != model.Missing })
}

func sides(inA, inB bool) string {
	switch {
	case inA && inB:
		return "ab"
	case inA:
		return "a"
	}
	return "b"
}

// sameAmount says whether two figures are worth the same: 3 and 3.0, 1.5万元 and 15000元. What is no number is compared as text, and so is
// an amount without its unit; a blank is not 0.
func sameAmount(m form.Measure, a, b model.Value) bool {
	if !a.IsNumber() || !b.IsNumber() {
		return meaning(a.Printed()) == meaning(b.Printed())
	}
	x, inYuan := m.Shift(a.Unit)
	y, alsoYuan := m.Shift(b.Unit)
	if inYuan && alsoYuan {
		return a.Number.Shift(x).Equal(b.Number.Shift(y))
	}
	return a.Unit == b.Unit && a.Number.Equal(b.Number)
}
