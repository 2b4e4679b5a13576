package page

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestGrid(t *testing.T) {
	for _, c := range []struct {
		why  string
		rows func(g *Grid)
		want []Cell
		size [2]int
	}{
		{"a cell goes where no cell from above reaches", func(g *Grid) {
			g.Row()
			g.Add("甲", 2, 1)
			g.Add("乙", 1, 2)
			g.Row()
			g.Add("丙", 1, 1)
			g.Add("丁", 1, 1)
		}, []Cell{{0, 0, 2, 1, "甲", ""}, {0, 1, 1, 2, "乙", ""}, {1, 1, 1, 1, "丙", ""}, {1, 2, 1, 1, "丁", ""}}, [2]int{2, 3}},
		{"a span that runs over a cell from above is cut", func(g *Grid) {
			g.Row()
			g.Add("甲", 1, 1)
			g.Add("乙", 2, 1)
			g.Row()
			g.Add("丙", 1, 3)
		}, []Cell{{0, 0, 1, 1, "甲", ""}, {0, 1, 2, 1, "乙", ""}, {1, 0, 1, 1, "丙", ""}}, [2]int{2, 2}},
		{"rows that are not there are not spanned", func(g *Grid) {
			g.Row()
			g.Add("甲", 1_000_000, 1)
			g.Add("乙", 0, -1)
		}, []Cell{{0, 0, 1, 1, "甲", ""}, {0, 1, 1, 1, "乙", ""}}, [2]int{1, 2}},
		{"merged downwards row by row", func(g *Grid) {
			g.Row()
			g.Add("甲", 1, 2)
			g.Add("1", 1, 1)
			g.Row()
			assert.True(t, g.Extend())
			g.Add("2", 1, 1)
		}, []Cell{{0, 0, 2, 2, "甲", ""}, {0, 2, 1, 1, "1", ""}, {1, 2, 1, 1, "2", ""}}, [2]int{2, 3}},
		{"nothing above to extend", func(g *Grid) {
			g.Row()
			assert.False(t, g.Extend())
			g.Add("1", 1, 1)
		}, []Cell{{0, 0, 1, 1, "1", ""}}, [2]int{1, 1}},
		{"a row may begin further right", func(g *Grid) {
			g.Row()
			g.Skip(1)
			g.Add("1", 1, 1)
		}, []Cell{{0, 1, 1, 1, "1", ""}}, [2]int{1, 2}},
		{"more columns than a grid has", func(g *Grid) {
			g.Row()
			g.Add("甲", 1, 1_000_000)
			assert.False(t, g.Add("乙", 1, 1))
		}, []Cell{{0, 0, 1, 100, "甲", ""}}, [2]int{1, 100}},
	} {
		g := NewGrid()
		c.rows(g)
		table := g.Table()
		assert.Equal(t, c.want, table.Cells, c.why)
		assert.Equal(t, c.size, [2]int{table.Rows, table.Columns}, c.why)
	}
}

// A few letters may ask for a cell of two hundred thousand places; what is noted of them takes no room for each.
func TestSpansTakeNoRoom(t *testing.T) {
	room := func(rowSpan, columnSpan int) float64 {
		return testing.AllocsPerRun(10, func() {
			g := NewGrid()
			g.Row()
			g.Add("甲", rowSpan, columnSpan)
			g.Row()
			g.Extend()
		})
	}
	for _, c := range []struct {
		why                 string
		rowSpan, columnSpan int
	}{
		{"rows", mostRows, 1},
		{"columns", 1, mostColumns},
		{"as much as there may be", mostRows, mostColumns},
	} {
		assert.InDelta(t, room(1, 1), room(c.rowSpan, c.columnSpan), 0, c.why)
	}
}
