package fill

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/published/slots"
	"nianbao/internal/workbook"
)

// leftCell is a cell for a figure that was not written.
type leftCell struct {
	due
	kind        leftKind
	slot        slots.Slot
	there, here string // what stands in the form, and in the report
}

// because is the cell with the reason.
func (l leftCell) because(kind leftKind, there, here string) leftCell {
	l.kind, l.there, l.here = kind, there, here
	return l
}

// leftKind says why it was not written.
type leftKind int

const (
	nothingLeft leftKind = iota
	leftBlank            // the report has nothing for it
	leftUnread           // the report has something else than a number
	leftLacking          // it is a sum, and the report has no numbers for some of its figures
	leftOther            // something else stands there
	leftMoney            // the unit is not the same
)

// How much of what is left is told: characters of a cell, names and figures of a line.
const (
	mostSaid  = 20
	mostNamed = 8
	mostSums  = 40
	mostAreas = 4
	mostAlone = 3 // cells that are told each by itself, with its figures
)

// tellCells tells the cells that were not written, those of one row for the same reason together.
func (t *transfer) tellCells(left []leftCell) {
	for len(left) > 0 {
		n := 1
		for n < len(left) && left[n].kind == left[0].kind && left[n].slot.Sheet == left[0].slot.Sheet && left[n].cell.Table == left[0].cell.Table &&
			left[n].row == left[0].row {
			n++
		}
		slices.SortFunc(left[:n], func(a, b leftCell) int {
			return cmp.Or(cmp.Compare(a.slot.Row, b.slot.Row), cmp.Compare(a.slot.Column, b.slot.Column))
		})
		t.Left = append(t.Left, t.areasOf(placesOf(left[:n]))+"　"+rowOf(left[:n])+"："+reasonOf(left[:n]))
		left = left[n:]
	}
}

func placesOf(left []leftCell) (places []slots.Place) {
	for _, one := range left {
		places = append(places, one.slot.Place)
	}
	return places
}

// rowOf names the cells of a row.
func rowOf(left []leftCell) string {
	if len(left) == 1 {
		return left[0].name
	}
	return fmt.Sprintf("%s的%d格", left[0].row, len(left))
}

// reasonOf says why cells of one kind were not written.
func reasonOf(left []leftCell) string {
	var there, here []string
	for _, one := range left {
		there = append(there, chinese.Shortened(one.there, mostSaid))
		here = append(here, chinese.Shortened(one.here, 4*mostSaid))
	}
	switch left[0].kind {
	case leftBlank:
		return "填报表里空着，表里是" + chinese.Listed(there, mostNamed)
	case leftUnread:
		return "填报表里不是数：" + chinese.Listed(here, mostNamed)
	case leftLacking:
		return "是几格的和，填报表里" + here[0] + "空着，或者不是数"
	case leftMoney:
		return strings.Join(here, "；")
	}
	return "已经写着" + chinese.Listed(there, mostNamed) + "，没有改，填报表里是" + chinese.Listed(here, mostNamed)
}

// doubtful are cells that were left out for the same reason.
type doubtful struct {
	why    slots.Why
	words  string // of the figures that they may be for
	places []slots.Place
	cells  [][]*form.Cell // the figures that each may be for
	labels []string       // of those that are unknown
	sums   []string       // of what each asks for together; fewer than places where that is not known; of Elsewhere with their names
}

// tellDoubts tells the cells that may be several figures', or another unit's, and the figures that have no cell.
func (t *transfer) tellDoubts(doubts []slots.Doubt, has map[form.Key]bool) {
	var groups []*doubtful
	for _, d := range doubts {
		cells := t.cellsOf(d.Keys)
		for _, c := range cells {
			has[c.Key] = has[c.Key] || d.Why != slots.Heading
		}
		if len(cells) == 0 && d.Why != slots.Unknown || foreignCell(t.sheets[d.Sheet], d.Row, d.Column).Formula {
			continue
		}
		words := ""
		switch d.Why {
		case slots.Several:
			words = chinese.Listed(apart(cells), mostNamed)
		case slots.Repeated:
			words = t.titleOf(cells[0].Table)
		}
		i := slices.IndexFunc(groups, func(g *doubtful) bool { return g.why == d.Why && g.words == words })
		if i < 0 {
			i = len(groups)
			groups = append(groups, &doubtful{why: d.Why, words: words})
		}
		groups[i].add(d, cells)
		if d.Why == slots.Elsewhere {
			groups[i].sums = append(groups[i].sums, t.figureOf(d.Keys))
		} else if sum, ok := t.sumOf(cells); ok {
			groups[i].sums = append(groups[i].sums, sum)
		}
	}
	for _, g := range groups {
		if g.why == slots.Several && len(g.places) <= mostAlone {
			t.tellAlone(g)
			continue
		}
		t.Left = append(t.Left, t.areasOf(g.places)+"："+g.told())
	}
	for _, table := range t.report.Edition.Tables() {
		t.tellLost(table, func(k form.Key) bool { return has[k] })
	}
}

func (g *doubtful) add(d slots.Doubt, cells []*form.Cell) {
	g.places, g.cells = append(g.places, d.Place), append(g.cells, cells)
	if d.Why != slots.Unknown || len(g.labels) > mostNamed {
		return
	}
	if label := "“" + chinese.Shortened(chinese.Unspaced(d.Label), mostSaid) + "”"; !slices.Contains(g.labels, label) {
		g.labels = append(g.labels, label)
	}
}

// tellAlone tells cells one by one, with the figures that each may be for.
func (t *transfer) tellAlone(g *doubtful) {
	for i, p := range g.places {
		one := &doubtful{why: g.why, words: g.words, places: []slots.Place{p}}
		if names := apart(g.cells[i]); len(names) == len(g.cells[i]) {
			for n, c := range g.cells[i] {
				names[n] += cmp.Or(t.report.Figure(c.Key).Printed(), "空着")
			}
			one.words = chinese.Listed(names, mostNamed)
		}
		if sum, ok := t.sumOf(g.cells[i]); ok {
			one.sums = []string{sum}
		}
		t.Left = append(t.Left, t.areasOf(one.places)+"："+one.told())
	}
}

// told says why cells are in doubt, and what goes into them if they are for a sum.
func (g *doubtful) told() string {
	switch g.why {
	case slots.Repeated:
		return "“" + g.words + "”的同样的格不止一处，认不出该填哪一处"
	case slots.Elsewhere:
		return chinese.Listed(g.sums, mostSums) + "，已经填在别的表里，这里没有填，请看着填"
	case slots.Another:
		return "写的是别的单位，或者没有写明是哪个单位"
	case slots.Year:
		return "写的是别的年度"
	case slots.Unknown:
		return chinese.Listed(g.labels, mostNamed) + "，填报表里没有，或者认不出是哪一项"
	case slots.Heading:
		return "是几项合起来的名称，各项另有格子，没有填" + g.sum()
	}
	return "对着填报表的几项（" + g.words + "），请看着填" + g.sum()
}

// sum says what goes into the cells if they are for sums, where that is known.
func (g *doubtful) sum() string {
	switch {
	case len(g.sums) != len(g.places):
		return ""
	case len(g.sums) == 1:
		return "；要的是合计的话，是" + g.sums[0]
	}
	return "；要的是合计的话，依次是" + chinese.Listed(g.sums, mostSums)
}

// sumOf is what figures come to; ok is false if that would be the number of nothing, or is not known.
func (t *transfer) sumOf(cells []*form.Cell) (sum string, ok bool) {
	var keys []form.Key
	for _, c := range cells {
		keys = append(keys, c.Key)
	}
	figures, adds := t.report.Edition.Together(keys)
	if !adds {
		return "", false
	}
	v := t.report.Sum(figures)
	return v.Printed(), v.IsNumber()
}

// figureOf is what a figure, or figures that go by one name, are called, and how many they are.
func (t *transfer) figureOf(keys []form.Key) string {
	var names []string
	for _, c := range t.cellsOf(keys) {
		names = append(names, c.Name())
	}
	name := strings.Join(names, "＋")
	for _, q := range t.report.Edition.Quantities() {
		if slices.Equal(q.Keys, keys) {
			name = q.Name
		}
	}
	return name + cmp.Or(t.report.Sum(keys).Printed(), "空着")
}

// cellsOf are the figures of the report's edition among some.
func (t *transfer) cellsOf(keys []form.Key) (cells []*form.Cell) {
	for _, k := range keys {
		if c, ok := t.report.Edition.Cell(k); ok {
			cells = append(cells, c)
		}
	}
	return cells
}

// titleOf is a table's title.
func (t *transfer) titleOf(key string) string {
	for _, table := range t.report.Edition.Tables() {
		if table.Key == key {
			return table.Title
		}
	}
	return ""
}

// apart names figures by what tells them apart: their columns, if they stand in one row, or their rows.
func apart(cells []*form.Cell) []string {
	rows, columns := distinct(cells, rowName), distinct(cells, columnName)
	names := distinct(cells, (*form.Cell).Name)
	switch {
	case len(rows) == 1:
		names = columns
	case len(columns) == 1:
		names = rows
	}
	return names
}

// rowName is the short name of a figure's row; the table of disputes has none, so that the proceedings take its place.
func rowName(c *form.Cell) string {
	if len(c.Row) > 0 {
		return nameOfHead(c.Row[len(c.Row)-1])
	}
	return nameOfHead(c.Column[max(0, len(c.Column)-2)])
}

func columnName(c *form.Cell) string { return nameOfHead(c.Column[len(c.Column)-1]) }

func nameOfHead(h form.Head) string {
	if h.Name != "" {
		return h.Name
	}
	return chinese.Shortened(h.Label, mostSaid)
}

func distinct(cells []*form.Cell, name func(*form.Cell) string) (names []string) {
	for _, c := range cells {
		if n := name(c); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}

// tellLost tells the figures of a table that have no cell: the table, whole rows and columns, and what is left of it.
func (t *transfer) tellLost(table *form.Table, has func(form.Key) bool) {
	var all, lost []*form.Cell
	for _, c := range t.report.Edition.Cells() {
		if c.Table == table.Key {
			all = append(all, &c)
			if !has(c.Key) {
				lost = append(lost, &c)
			}
		}
	}
	if len(lost) == 0 {
		return
	}
	if len(lost) == len(all) {
		t.Lost = append(t.Lost, "没有找到“"+table.Title+"”")
		return
	}
	n := len(lost)
	take := func(name func(*form.Cell) string, enough func(lost, all int) bool) (names []string) {
		for _, one := range distinct(all, name) {
			is := func(c *form.Cell) bool { return name(c) == one }
			if enough(count(lost, is), count(all, is)) {
				names = append(names, one)
				lost = slices.DeleteFunc(lost, is)
			}
		}
		return names
	}
	whole := func(lost, all int) bool { return all > 1 && lost == all }
	names := take(columnName, whole)
	names = append(names, take(rowName, whole)...)
	if parts := take(rowName, func(lost, _ int) bool { return lost > 3 }); len(parts) > 0 {
		names = append(names, chinese.Listed(parts, mostNamed)+"各行的一部分")
	}
	names = append(names, distinct(lost, (*form.Cell).Name)...)
	t.Lost = append(t.Lost, fmt.Sprintf("“%s”里有%d格在表里没有找到：%s", table.Title, n, chinese.Listed(names, mostNamed)))
}

func count(cells []*form.Cell, is func(*form.Cell) bool) (n int) {
	for _, c := range cells {
		if is(c) {
			n++
		}
	}
	return n
}

// area is a rectangle of cells of a sheet.
type area struct{ sheet, fromRow, toRow, fromColumn, toColumn int }

// areasOf names places, those that make a rectangle together: “表三”D6:J8、B2.
func (t *transfer) areasOf(places []slots.Place) string {
	var lines, areas []area
	for _, p := range places {
		if n := len(lines); n > 0 && lines[n-1].sheet == p.Sheet && lines[n-1].fromRow == p.Row && t.follows(lines[n-1], p) {
			lines[n-1].toColumn = p.Column
			continue
		}
		lines = append(lines, area{p.Sheet, p.Row, p.Row, p.Column, p.Column})
	}
	for _, l := range lines {
		i := slices.IndexFunc(areas, func(a area) bool {
			return a.sheet == l.sheet && a.toRow+1 == l.fromRow && a.fromColumn == l.fromColumn && a.toColumn == l.toColumn
		})
		if i < 0 {
			areas = append(areas, l)
			continue
		}
		areas[i].toRow = l.toRow
	}
	var names []string
	for i, a := range areas {
		name := workbook.ForeignCellName(a.fromRow, a.fromColumn)
		if i == 0 || areas[i-1].sheet != a.sheet {
			name = workbook.ForeignPlace(t.sheets[a.sheet].Name, a.fromRow, a.fromColumn)
		}
		if a.fromRow != a.toRow || a.fromColumn != a.toColumn {
			name += ":" + workbook.ForeignCellName(a.toRow, a.toColumn)
		}
		names = append(names, name)
	}
	return chinese.Listed(names, mostAreas)
}

// follows says whether a place is next behind a line of them, but for merged cells.
func (t *transfer) follows(l area, p slots.Place) bool {
	before := foreignCell(t.sheets[p.Sheet], l.fromRow, l.toColumn)
	return l.toColumn+max(1, before.ColumnSpan) == p.Column
}
