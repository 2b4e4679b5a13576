package form

import "strings"

// Cell is one figure of a statutory table: the crossing of a row and a column.
type Cell struct {
	Key     Key
	Table   string // the table's key
	Row     []Head // heads from the outermost to the row itself; empty in a table without row heads
	Column  []Head
	Measure Measure
	Total   bool // in a total row or a total column, so never typed by hand
}

// RowLabel is the printed label of the cell's row, "" where the row has none.
func (c *Cell) RowLabel() string { return last(c.Row).Label }

// ColumnLabel is the printed label of the cell's column, preceded by that of the heads which tell it from its namesakes.
func (c *Cell) ColumnLabel() string {
	var labels []string
	for _, h := range c.Column {
		if h.Key != "" && h.Label != "" {
			labels = append(labels, h.Label)
		}
	}
	return strings.Join(labels, "·")
}

// Label names the cell in a message, such as “（一）予以公开”的“自然人”.
func (c *Cell) Label() string {
	if c.RowLabel() == "" {
		return Quote(c.ColumnLabel())
	}
	return Quote(c.RowLabel()) + "的" + Quote(c.ColumnLabel())
}

// Quote puts words between quotation marks; marks inside become single ones (GB/T 15834—2011, 4.8).
func Quote(words string) string {
	return "“" + strings.NewReplacer("“", "‘", "”", "’").Replace(words) + "”"
}

// Name is the cell's short Chinese name, such as 本年新收·自然人; a total goes by its row's or group's name alone.
func (c *Cell) Name() string { return joinNames(c.Row, c.Column) }

// Note tells how to fill the cell in.
func (c *Cell) Note() string {
	var notes []string
	for _, h := range append(append([]Head{}, c.Row...), c.Column...) {
		if h.Note != "" {
			notes = append(notes, h.Note)
		}
	}
	return strings.Join(notes, "")
}

// MakesRules says whether the cell counts 规章, which only some levels of the administration may make.
func (c *Cell) MakesRules() bool { return strings.HasPrefix(string(c.Key), "proactive.rules.") }

// Law lists the articles that the cell rests on.
func (c *Cell) Law() []string {
	var laws []string
	for _, h := range append(append([]Head{}, c.Row...), c.Column...) {
		if h.Law != "" {
			laws = append(laws, h.Law)
		}
	}
	return laws
}

// joinNames joins the names of the heads that tell a cell from all others: the leaves, and the groups that have a total
// and so give it their name (结果维持 stands under 行政复议 as well as under 复议后起诉).
func joinNames(paths ...[]Head) string {
	var names []string
	for _, path := range paths {
		for _, h := range path {
			if h.Name != "" && (len(h.Children) == 0 || h.hasTotal()) {
				names = append(names, h.Name)
			}
		}
	}
	return strings.Join(names, "·")
}

func (h Head) hasTotal() bool {
	for _, c := range h.Children {
		if c.Total {
			return true
		}
	}
	return false
}
