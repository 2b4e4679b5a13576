package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
)

// labelAt is a label and where it is printed: its first cell, and in the template all that it heads.
type labelAt struct {
	at   cellref.Position
	area cellref.Area
	look look
	text string
}

// table is the labels of a section's table, and where those stand that were found again on a sheet.
type table struct {
	labels []labelAt
	moved  map[cellref.Position]cellref.Position
}

// findTable finds the figures of a section's table.
func (l *locator) findTable(section form.Section) {
	var keys []form.Key
	for _, c := range l.plan.report.Edition.Cells() {
		if c.Table == section.Table.Key {
			keys = append(keys, c.Key)
		}
	}
	drawn := l.plan.places[keys[0]].sheet
	labels := drawn.labels()
	isLabel := map[string]bool{}
	for _, one := range labels {
		isLabel[one.text] = true
	}
	fits := make([]map[cellref.Position]cellref.Position, len(l.sheets))
	hits := make([]int, len(l.sheets))
	for i, s := range l.sheets {
		var there []labelAt
		for _, c := range s.cells {
			if text := strings.TrimSpace(l.book.Text(c)); isLabel[text] {
				there = append(there, labelAt{at: c.At, text: text})
			}
		}
		fits[i] = matchRows(labels, there)
		hits[i] = len(fits[i])
	}
	i, ok := l.choose(drawn.name, hits, len(labels))
	if !ok {
		return
	}
	l.tables[section.Text.Key] = l.sheets[i].Sheet
	t := table{labels, fits[i]}
	for _, k := range keys {
		if at, ok := l.placeOf(l.plan.places[k].area.From, t, l.sheets[i]); ok {
			l.put(k.DefinedName(), l.sheets[i].Sheet, cellref.Between(at, at))
		}
	}
}

// labels lists what is printed around the figures of a table.
func (s *sheet) labels() (labels []labelAt) {
	spread := map[cellref.Position]cellref.Area{}
	for _, a := range s.merged {
		spread[a.From] = a
	}
	for _, c := range s.cells {
		text := strings.TrimSpace(c.content.text)
		if text == "" || c.look != captionLook && c.look != headLook && c.look != rowHeadLook {
			continue
		}
		a, merged := spread[c.at]
		if !merged {
			a = cellref.Between(c.at, c.at)
		}
		labels = append(labels, labelAt{c.at, a, c.look, text})
	}
	return labels
}

// placeOf is where a figure stands: in the row of its row's label and the column of its column's head. All heads above it must have
// been found, and above it still: two columns may be headed alike but for what stands over both.
func (l *locator) placeOf(drawn cellref.Position, t table, s labelledSheet) (at cellref.Position, ok bool) {
	var head, beside *labelAt
	for i := range t.labels {
		switch one := &t.labels[i]; {
		case one.look == headLook && one.at.Col == drawn.Col && one.at.Row < drawn.Row && (head == nil || one.at.Row > head.at.Row):
			head = one
		case one.look == rowHeadLook && one.at.Row == drawn.Row && one.at.Col < drawn.Col && (beside == nil || one.at.Col > beside.at.Col):
			beside = one
		}
	}
	if head == nil {
		return cellref.Position{}, false
	}
	top, ok := t.moved[head.at]
	if !ok || !t.heads(*head, top) {
		return cellref.Position{}, false
	}
	if beside == nil {
		row, ok := l.rowBelow(*head, t, s)
		return cellref.At(top.Col, row), ok
	}
	left, ok := t.moved[beside.at]
	return cellref.At(top.Col, left.Row), ok && left.Row > top.Row && left.Col < top.Col
}

// heads tells whether all heads and captions over a head are still over it where it stands now.
func (t table) heads(head labelAt, top cellref.Position) bool {
	for _, over := range t.above(head) {
		at, ok := t.moved[over.at]
		if !ok || at.Row >= top.Row || at.Col > top.Col {
			return false
		}
		for _, next := range t.labels { // of the same row, to the right
			if there, ok := t.moved[next.at]; ok && next.at.Row == over.at.Row && at.Col < there.Col && there.Col <= top.Col {
				return false
			}
		}
	}
	return true
}

// above lists the heads and captions over a head, up to the caption or to where another row of figures begins.
func (t table) above(head labelAt) (above []labelAt) {
	first := 0 // the row of the last label of figures above
	for _, one := range t.labels {
		if one.look == rowHeadLook && one.at.Row < head.at.Row {
			first = max(first, one.area.To.Row)
		}
	}
	for _, one := range t.labels {
		if one.look != rowHeadLook && first < one.at.Row && one.area.To.Row < head.at.Row && one.area.From.Col <= head.at.Col && head.at.Col <= one.area.To.Col {
			above = append(above, one)
		}
	}
	return above
}

// rowBelow is the row of figures that have no label beside them: the one row of the sheet with numbers in the columns of their heads, or
// where there are no numbers the one below the heads, as the template has it. Where there are two, neither is certain.
func (l *locator) rowBelow(head labelAt, t table, s labelledSheet) (row int, ok bool) {
	columns := map[int]bool{}
	for _, one := range t.labels {
		if at, found := t.moved[one.at]; found && one.look == headLook && one.area.To.Row == head.area.To.Row {
			columns[at.Col] = true
		}
	}
	rows := map[int]bool{}
	for _, c := range s.cells {
		if columns[c.At.Col] && (c.Computed || figureIn(l.book, c, form.Count).IsNumber()) {
			rows[c.At.Row] = true
			row = c.At.Row
		}
	}
	top := t.moved[head.at]
	if len(rows) == 0 {
		return top.Row + 1, true
	}
	return row, len(rows) == 1 && row > top.Row
}

// matchRows finds the rows of labels again among the rows of labels on a sheet, in their order: those that are in every longest common
// sequence of rows that read the same, so that of two that could be meant neither is. A sheet on which a row stands more often than
// in the template has more than one table, or parts of another, and nothing on it is certain. It tells where each label stands.
func matchRows(drawn, there []labelAt) map[cellref.Position]cellref.Position {
	a, b := rowsOf(drawn), rowsOf(there)
	inA, inB := countRows(a), countRows(b)
	for row, n := range inA {
		if inB[row] > n {
			return nil
		}
	}
	b = slices.DeleteFunc(b, func(row []labelAt) bool { return inA[textOf(row)] == 0 })
	before, after := common(a, b), common(reversed(a), reversed(b))
	pairs := map[int][][2]int{} // by how many rows of a sequence come before them
	for i := range a {
		for j := range b {
			if textOf(a[i]) == textOf(b[j]) && before[i][j]+1+after[len(a)-i-1][len(b)-j-1] == before[len(a)][len(b)] {
				pairs[before[i][j]] = append(pairs[before[i][j]], [2]int{i, j})
			}
		}
	}
	moved := map[cellref.Position]cellref.Position{}
	for _, possible := range pairs {
		if len(possible) > 1 {
			continue
		}
		for n, one := range a[possible[0][0]] {
			moved[one.at] = b[possible[0][1]][n].at
		}
	}
	return moved
}

// common is how long the longest common sequence of the first rows is, for so many of each.
func common(a, b [][]labelAt) [][]int {
	longest := make([][]int, len(a)+1)
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := range a {
		for j := range b {
			longest[i+1][j+1] = max(longest[i][j+1], longest[i+1][j])
			if textOf(a[i]) == textOf(b[j]) {
				longest[i+1][j+1] = max(longest[i+1][j+1], longest[i][j]+1)
			}
		}
	}
	return longest
}

func reversed(rows [][]labelAt) [][]labelAt {
	rows = slices.Clone(rows)
	slices.Reverse(rows)
	return rows
}

// textOf is what the labels of a row read.
func textOf(row []labelAt) string {
	texts := make([]string, len(row))
	for i, one := range row {
		texts[i] = one.text
	}
	return strings.Join(texts, "\t")
}

func countRows(rows [][]labelAt) map[string]int {
	count := map[string]int{}
	for _, row := range rows {
		count[textOf(row)]++
	}
	return count
}

// rowsOf gathers labels, given in any order, by their rows.
func rowsOf(labels []labelAt) (rows [][]labelAt) {
	labels = slices.Clone(labels)
	slices.SortStableFunc(labels, func(a, b labelAt) int { return a.at.Compare(b.at) })
	for i, one := range labels {
		if i == 0 || labels[i-1].at.Row != one.at.Row {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], one)
	}
	return rows
}
