package published

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
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
	t.compareLabels(c, table)
	rows := map[string]int{} // of a row and who could not read it, where it is among the unread ones
	for _, cell := range t.cells {
		x, y := t.a.Figure(cell.Key), t.b.Figure(cell.Key)
		inA, inB := t.a.published && x.State == model.Missing, t.b.published && y.State == model.Missing
		s, u := t.a.side(x), t.b.side(y)
		switch {
		case inA || inB:
			row := sides(inA, inB) + rowOf(cell)
			at, known := rows[row]
			if !known {
				at = len(c.Unread)
				rows[row] = at
				c.unread(Unread{Kind: RowUnread, Part: t.part, Label: cell.RowLabel(), InA: inA, InB: inB})
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

// compareLabels compares the labels of a table with each other, where they are not as they are prescribed.
func (t comparedTable) compareLabels(c *Comparison, table *form.Table) {
	if t.a.Edition != t.b.Edition {
		return
	}
	inA, inB := t.a.labels(table), t.b.labels(table)
	for _, w := range slices.Concat(inA, inB) {
		s, u := Side{Text: printedAs(w, inA)}, Side{Text: printedAs(w, inB)}
		x, y := meaning(s.Text), meaning(u.Text)
		maimedA, maimedB := t.a.mayLose(table) && chinese.LacksLetters(x, y), t.b.mayLose(table) && chinese.LacksLetters(y, x)
		told := slices.ContainsFunc(inA, func(o model.Wording) bool { return o.Prescribed == w.Prescribed }) && !slices.Contains(inA, w)
		switch {
		case x == y || told:
		case maimedA || maimedB:
			c.unread(Unread{Kind: LabelDoubted, Part: t.part, Label: w.Prescribed, InA: maimedA, InB: maimedB, A: s, B: u})
		default:
			c.differ(Difference{Kind: LabelDiffers, Part: t.part, Key: w.Key, Label: w.Prescribed, A: s, B: u})
		}
	}
}

// mayLose says whether letters of a table's labels may have been lost in reading: in lines, and where letters were put together by their places.
// A table with cells has them whole.
func (v version) mayLose(table *form.Table) bool {
	return v.published && (v.Printed.Pieced || slices.Contains(v.Printed.Flat, table.Key))
}

// labels are those of a table that are not printed as prescribed, of each the first.
func (v version) labels(table *form.Table) (list []model.Wording) {
	if !v.published {
		return nil
	}
	for _, w := range v.Printed.Labels {
		ofTable := strings.HasPrefix(string(w.Key), table.Key+".")
		if ofTable && !slices.ContainsFunc(list, func(o model.Wording) bool { return o.Prescribed == w.Prescribed }) {
			list = append(list, w)
		}
	}
	return list
}

func printedAs(w model.Wording, in []model.Wording) string {
	for _, o := range in {
		if o.Prescribed == w.Prescribed {
			return o.Printed
		}
	}
	return w.Prescribed
}

// isLost says whether no figure of the table was read.
func (t comparedTable) isLost(v version) bool {
	return v.published && len(t.cells) > 0 && !slices.ContainsFunc(t.cells, func(c form.Cell) bool { return v.Figure(c.Key).State != model.Missing })
}

// sides tells apart which versions lack something.
func sides(inA, inB bool) string { return fmt.Sprint(inA, inB) }

// rowOf tells the rows of a table apart.
func rowOf(c form.Cell) (row string) {
	for _, h := range c.Row {
		row += "/" + h.Label
	}
	return row
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
