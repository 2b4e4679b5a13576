package slots_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/published/page"
	"nianbao/internal/published/slots"
)

// laid is a sheet that is being laid out, and where each figure is due in it.
type laid struct {
	page.Table
	due map[form.Key][2]int
}

// printed is a table as it is printed.
func printed(table *form.Table) *laid {
	g := table.Grid()
	l := &laid{page.Table{Rows: g.Rows, Columns: g.Cols}, map[form.Key][2]int{}}
	for _, s := range g.Slots {
		l.Cells = append(l.Cells, page.Cell{Row: s.Row, Column: s.Col, RowSpan: s.RowSpan, ColumnSpan: s.ColSpan, Text: s.Label})
		if s.Cell != nil {
			l.due[s.Cell.Key] = [2]int{s.Row, s.Col}
		}
	}
	return l
}

// turned makes rows columns.
func (l *laid) turned() {
	l.Rows, l.Columns = l.Columns, l.Rows
	for i, c := range l.Cells {
		l.Cells[i].Row, l.Cells[i].Column, l.Cells[i].RowSpan, l.Cells[i].ColumnSpan = c.Column, c.Row, c.ColumnSpan, c.RowSpan
	}
	for k, at := range l.due {
		l.due[k] = [2]int{at[1], at[0]}
	}
}

// moved puts rows above and columns to the left, which hold nothing yet.
func (l *laid) moved(rows, columns int) {
	l.Rows, l.Columns = l.Rows+rows, l.Columns+columns
	for i := range l.Cells {
		l.Cells[i].Row += rows
		l.Cells[i].Column += columns
	}
	for k, at := range l.due {
		l.due[k] = [2]int{at[0] + rows, at[1] + columns}
	}
}

func (l *laid) put(row, column, rows, columns int, text string) {
	l.Rows, l.Columns = max(l.Rows, row+rows), max(l.Columns, column+columns)
	l.Cells = append(l.Cells, page.Cell{Row: row, Column: column, RowSpan: rows, ColumnSpan: columns, Text: text})
}

// unmerged leaves the text of merged heads in their first cell.
func (l *laid) unmerged() {
	for i, c := range l.Cells {
		l.Cells[i].RowSpan, l.Cells[i].ColumnSpan = 1, 1
		for row := range c.RowSpan {
			for column := range c.ColumnSpan {
				if row+column > 0 {
					l.Cells = append(l.Cells, page.Cell{Row: c.Row + row, Column: c.Column + column, RowSpan: 1, ColumnSpan: 1})
				}
			}
		}
	}
}

// headRows is how many rows stand above the first figure.
func (l *laid) headRows() int {
	first := l.Rows
	for _, at := range l.due {
		first = min(first, at[0])
	}
	return first
}

// below puts another sheet under this one.
func (l *laid) below(o *laid, gap int) {
	o.moved(l.Rows+gap, 0)
	l.Rows, l.Columns = o.Rows, max(l.Columns, o.Columns)
	l.Cells = append(l.Cells, o.Cells...)
	for k, at := range o.due {
		l.due[k] = at
	}
}

// assertFound holds what is found in a sheet against what is due; of what is merged any cell would do, so that the first is meant.
func (l *laid) assertFound(t *testing.T, asked slots.Asked, whole bool, name string) {
	t.Helper()
	read := slots.Read([]slots.Sheet{{Name: "表", Table: &l.Table}}, asked)
	found := map[form.Key]bool{}
	for _, s := range read.Slots {
		found[s.Key] = true
		assert.Equal(t, l.due[s.Key], [2]int{s.Row, s.Column}, "%s: %s", name, s.Key)
	}
	for k, at := range l.due {
		if whole && !found[k] {
			assert.Fail(t, "missed", "%s: %s", name, k)
		}
		for _, s := range read.Sums {
			if at == [2]int{s.Row, s.Column} && !isCalled(k, s.Name) {
				assert.Fail(t, "wrong", "%s: %s where %s is due", name, s.Name, k)
			}
		}
	}
	if whole {
		assert.Empty(t, read.Doubts, "%s: nothing is left to ask about", name)
	}
}

// isCalled says whether an edition has a cell of a name that another one has for a sum: 其他处理.
func isCalled(k form.Key, name string) bool {
	return slices.ContainsFunc(form.Editions(), func(e *form.Edition) bool {
		c, ok := e.Cell(k)
		return ok && c.Name() == name
	})
}

// Tables as the form prints them, and as offices lay them out anew: every figure is found in its cell, and none elsewhere.
func TestFormsLaidOutAnew(t *testing.T) {
	for _, e := range form.Editions() {
		asked := slots.Asked{Edition: e, Unit: "清溪镇人民政府", Year: e.FirstYear}
		for _, table := range e.Tables() {
			for seed := range uint64(60) {
				rng := rand.New(rand.NewPCG(seed, 1))
				l := printed(table)
				name := fmt.Sprintf("%s %s %d", e.ID, table.Key, seed)
				one := func(what string) bool {
					yes := rng.IntN(3) == 0
					if yes {
						name += " " + what
					}
					return yes
				}
				turned := len(table.Blocks) == 1 && one("turned")
				if turned {
					l.turned()
				}
				if one("unmerged") && len(table.Blocks) == 1 {
					l.unmerged()
				}
				if !turned && len(table.Blocks) == 1 && one("counted") {
					l.countColumns()
				}
				if one("numbers of rows") {
					l.numberRows()
				}
				if one("remarks") {
					l.put(0, l.Columns, l.headRows(), 1, "备注")
				}
				if one("title") {
					l.moved(1+rng.IntN(2), 0)
					l.put(0, 0, 1, l.Columns, fmt.Sprintf("%d年%s", e.FirstYear, table.Title))
				}
				if one("blank margins") {
					l.moved(rng.IntN(3), rng.IntN(3))
					l.put(0, l.Columns, l.Rows, 1, "")
				}
				l.shuffled(rng)
				l.assertFound(t, asked, true, name)
			}
		}
	}
}

// All tables of an edition below one another, whatever lies between them.
func TestTablesBelowEachOther(t *testing.T) {
	for _, e := range form.Editions() {
		for gap := range 3 {
			all := &laid{due: map[form.Key][2]int{}}
			for _, s := range e.Sections {
				if s.Table == nil {
					continue
				}
				one := printed(s.Table)
				if gap < 2 {
					one.moved(1, 0)
					one.put(0, 0, 1, one.Columns, s.Heading())
				}
				all.below(one, min(gap, 1))
			}
			all.assertFound(t, slots.Asked{Edition: e}, true, fmt.Sprintf("%s %d", e.ID, gap))
		}
	}
}

// countColumns puts a row below the heads in which the columns are counted.
func (l *laid) countColumns() {
	at := l.headRows()
	columns := map[int]bool{}
	for _, place := range l.due {
		columns[place[1]] = true
	}
	for i := range l.Cells {
		switch c := &l.Cells[i]; {
		case c.Row >= at:
			c.Row++
		case c.Row+c.RowSpan > at:
			c.RowSpan++
		}
	}
	for k, place := range l.due {
		l.due[k] = [2]int{place[0] + 1, place[1]}
	}
	l.Rows++
	n := 0
	for column := range l.Columns {
		if columns[column] {
			n++
			l.put(at, column, 1, 1, fmt.Sprint(n))
		}
	}
}

// numberRows puts a column in front in which the rows are numbered.
func (l *laid) numberRows() {
	at := l.headRows()
	l.moved(0, 1)
	l.put(0, 0, at, 1, "序号")
	for row := at; row < l.Rows; row++ {
		if slices.ContainsFunc(l.Cells, func(c page.Cell) bool { return c.Row == row }) {
			l.put(row, 0, 1, 1, fmt.Sprint(row-at+1))
		}
	}
}

// shuffled puts the cells into another order, which says nothing, and then row by row as tables have them.
func (l *laid) shuffled(rng *rand.Rand) {
	rng.Shuffle(len(l.Cells), func(i, j int) { l.Cells[i], l.Cells[j] = l.Cells[j], l.Cells[i] })
	slices.SortFunc(l.Cells, func(a, b page.Cell) int {
		if a.Row != b.Row {
			return a.Row - b.Row
		}
		return a.Column - b.Column
	})
}

// A form of the other edition than the report's: it is told by its labels, and no figure is found where another one is due.
func TestFormsOfTheOtherEdition(t *testing.T) {
	editions := form.Editions()
	for i, e := range editions {
		asked := slots.Asked{Edition: editions[1-i], Year: editions[1-i].FirstYear}
		for _, table := range e.Tables() {
			only := e.ID == "2019" && table.Key == "requests" // its 其他处理 is a row; the later edition has three, which nothing rules out
			printed(table).assertFound(t, asked, !only, e.ID+" "+table.Key)
			flat := printed(table)
			flat.Cells = slices.DeleteFunc(flat.Cells, func(c page.Cell) bool { return c.RowSpan > 1 && c.Column < 2 && c.Row > 2 })
			flat.assertFound(t, asked, false, e.ID+" without groups "+table.Key)
		}
	}
}

// Labels that are lost, or are others, leave figures without a cell; none comes into another one's.
func TestLabelsThatAreLostMisplaceNothing(t *testing.T) {
	words := []string{"", "", "项目", "其中：涉企", "上年数", "石桥镇", "小计", "备注", "3"}
	for _, e := range form.Editions() {
		for _, table := range e.Tables() {
			for seed := range uint64(200) {
				rng := rand.New(rand.NewPCG(seed, 2))
				l := printed(table)
				if len(table.Blocks) == 1 && seed%2 == 0 {
					l.turned()
				}
				if len(table.Blocks) == 1 && seed%3 == 0 {
					l.unmerged()
				}
				name := fmt.Sprintf("%s %s %d:", e.ID, table.Key, seed)
				for range 1 + rng.IntN(3) {
					c := &l.Cells[rng.IntN(len(l.Cells))]
					if c.Text != "" {
						word := words[rng.IntN(len(words))]
						name += fmt.Sprintf(" %s is %q", c.Text, word)
						c.Text = word
					}
				}
				l.assertFound(t, slots.Asked{Edition: e, Unit: "清溪镇", Year: e.FirstYear}, false, name)
			}
		}
	}
}
