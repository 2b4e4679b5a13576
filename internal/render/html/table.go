package html

import (
	"fmt"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
	"nianbao/internal/render/paper"
)

// table is a table of the page, its rows parted into groups.
type table struct {
	ID     string // of its title
	Title  string
	Sum    string // a sentence that sums it up, for those who do not see the table
	Pasted bool   // it goes to a site that may take the styles out, so that nothing is hidden by them
	Cols   int
	Head   []row   // to be repeated on every sheet of paper; none where each block has heads of its own
	Bodies [][]row // a body for each block
}

type row []cell

// cell is a cell with all that ties it to others.
type cell struct {
	document.Cell
	ID      string   // of a head
	Headers string   // of a figure: the ids of its heads, parted by spaces
	Words   []string // of a head that may have to be broken: between these
	stub    int      // how many columns of row heads the table has
}

// IsFigure says whether the cell holds a figure.
func (c cell) IsFigure() bool { return c.Role == form.FigureSlot }

// IsRowHead says whether the cell heads rows.
func (c cell) IsRowHead() bool { return c.Role == form.RowHeadSlot }

// IsCaption says whether the cell heads a whole block.
func (c cell) IsCaption() bool { return c.Role == form.CaptionSlot }

// IsStub says whether the cell begins among the row heads.
func (c cell) IsStub() bool { return c.Col == 0 || c.Col < c.stub }

// IsInner says whether the cell reaches the figures, or beyond.
func (c cell) IsInner() bool { return c.Col+c.ColSpan >= c.stub }

// BesideStub says whether the table has row heads of several levels, which stay in sight.
func (c cell) BesideStub() bool { return c.stub > 1 }

// IsSlim says whether the cell's column takes no more room than its figures need: the row heads take what is left over.
// A table with a single column of row heads has few others, which share it.
func (c cell) IsSlim() bool { return c.stub != 1 }

// Hidden is the sentence as an element that nobody sees.
func (t *table) Hidden() string {
	if t.Pasted {
		return ""
	}
	return t.Sum
}

// Description is the sentence as an attribute.
func (t *table) Description() string {
	if t.Pasted {
		return t.Sum
	}
	return ""
}

// newTable prepares a table; number counts the tables of the page from 1.
func newTable(t document.Table, number int) *table {
	out := &table{ID: fmt.Sprintf("nianbao-t%d", number), Title: oneLine(t.Title), Sum: t.Summary(), Cols: t.Cols}
	rows := make([]row, t.Rows)
	for _, c := range t.Cells {
		shown := cell{Cell: c, stub: t.HeadCols}
		shown.Text = oneLine(c.Text)
		switch {
		case shown.IsFigure():
			var ids []string
			for _, head := range c.Heads {
				ids = append(ids, out.headID(t.Cells[head]))
			}
			shown.Headers = strings.Join(ids, " ")
		case !shown.IsRemark():
			shown.ID, shown.Words = out.headID(c), paper.Words(shown.Text)
		}
		rows[c.Row] = append(rows[c.Row], shown)
	}
	out.Head = rows[:t.HeadRows]
	for _, r := range rows[t.HeadRows:] {
		if len(out.Bodies) == 0 || len(r) > 0 && r[0].IsCaption() {
			out.Bodies = append(out.Bodies, nil)
		}
		body := &out.Bodies[len(out.Bodies)-1]
		*body = append(*body, r)
	}
	return out
}

func (t *table) headID(c document.Cell) string {
	return fmt.Sprintf("%s-r%dc%d", t.ID, c.Row+1, c.Col+1)
}
