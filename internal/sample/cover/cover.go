// Package cover, for tests, lays out the cells of a table that a page shows.
package cover

import "nianbao/internal/published/page"

// Of is, for every row and column of a table, the index of the cell that covers it, or -1. It panics where a cell stands outside.
func Of(t *page.Table) [][]int {
	cover := make([][]int, t.Rows)
	for r := range cover {
		cover[r] = make([]int, t.Columns)
		for c := range cover[r] {
			cover[r][c] = -1
		}
	}
	for i, c := range t.Cells {
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Column; k < c.Column+c.ColumnSpan; k++ {
				cover[r][k] = i
			}
		}
	}
	return cover
}
