package form

import "slices"

// crossing is a block of a table with the paths to its rows and columns, and its cells.
type crossing struct {
	Block
	table         string // its key
	rows, columns [][]Head
	cells         []Cell // row by row
}

func (c *crossing) cell(row, column int) *Cell { return &c.cells[row*len(c.columns)+column] }

func (c *crossing) key(row, column int) Key { return c.cell(row, column).Key }

// crossings are the blocks of the table.
func (t *Table) crossings() []crossing {
	all := make([]crossing, len(t.Blocks))
	for i, b := range t.Blocks {
		all[i] = crossing{Block: b, table: t.Key, rows: b.rowPaths(), columns: leafPaths(b.Columns)}
		all[i].fill()
	}
	return all
}

func (c *crossing) fill() {
	isTotal := func(h Head) bool { return h.Total }
	c.cells = make([]Cell, 0, len(c.rows)*len(c.columns))
	for _, row := range c.rows {
		beside := c.table
		if key := keyOf(row); key != "" {
			beside += "." + key
		}
		for _, column := range c.columns {
			key := beside
			if k := keyOf(column); k != "" {
				key += "." + k
			}
			c.cells = append(c.cells, Cell{
				Key: Key(key), Table: c.table, Row: row, Column: column, Measure: last(column).Measure,
				Total: slices.ContainsFunc(row, isTotal) || slices.ContainsFunc(column, isTotal),
			})
		}
	}
}

func (e *Edition) deriveCrossings() []crossing {
	var all []crossing
	for _, t := range e.Tables() {
		all = append(all, t.crossings()...)
	}
	return all
}

func (e *Edition) deriveCells() []Cell {
	var blocks [][]Cell
	for _, c := range e.crossings() {
		blocks = append(blocks, c.cells)
	}
	return slices.Concat(blocks...)
}

// rowPaths lists the paths of the block's rows; a block without row heads has one row.
func (b Block) rowPaths() [][]Head {
	if len(b.Rows) == 0 {
		return [][]Head{nil}
	}
	return leafPaths(b.Rows)
}

// last is the innermost head of a path, the zero head of an empty one.
func last(path []Head) Head {
	if len(path) == 0 {
		return Head{}
	}
	return path[len(path)-1]
}

// leafPaths lists, for each leaf in order, the heads from the outermost to the leaf.
func leafPaths(heads []Head) (paths [][]Head) {
	for _, path := range pathsIn(heads) {
		if len(last(path).Children) == 0 {
			paths = append(paths, path)
		}
	}
	return paths
}

// pathsIn lists every head of a forest, leaves too, each as the path to it.
func pathsIn(heads []Head) (paths [][]Head) {
	var walk func(heads, above []Head)
	walk = func(heads, above []Head) {
		for _, h := range heads {
			path := append(slices.Clip(above), h)
			paths = append(paths, path)
			walk(h.Children, path)
		}
	}
	walk(heads, nil)
	return paths
}
