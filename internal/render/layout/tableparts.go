package layout

import (
	"math"
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/render/paper"
)

// tablePart is what of a table stands on one page: some of its rows, under repeated heads if it is not the table's beginning.
type tablePart struct {
	*table
	heads rowRange
	body  rowRange
}

// rowRange is the rows from one up to, but not with, another.
type rowRange struct{ from, to int }

func (r rowRange) len() int { return r.to - r.from }

func (t *table) whole() *tablePart { return &tablePart{table: t, body: rowRange{0, t.rows}} }

// seenCell is a cell as far as it is seen in a part: its rows there, counted from the part's top.
type seenCell struct {
	*tableCell
	rows      rowRange
	index     int  // among the table's cells
	continued bool // it begins in an earlier part
	repeated  bool // it is one of the heads that are repeated
}

// text is what is to be seen.
func (s seenCell) text() []line {
	if s.continued {
		return s.tableCell.continued
	}
	return s.lines
}

func (s seenCell) height() float64 { return float64(len(s.text())) * s.leading() }

// see clips a cell to the part; ok is false if it is not in it.
func (p *tablePart) see(i int) (s seenCell, ok bool) {
	c, above := &p.cells[i], 0
	for _, r := range []rowRange{p.heads, p.body} {
		from, to := max(c.Row, r.from), min(c.Row+c.RowSpan, r.to)
		if from < to {
			rows := rowRange{from - r.from + above, to - r.from + above}
			repeated := r == p.heads
			return seenCell{c, rows, i, c.Row < from || repeated && c.Role == form.CaptionSlot, repeated}, true
		}
		above += r.len()
	}
	return seenCell{}, false
}

// seen lists the part's cells in order.
func (p *tablePart) seen() []seenCell {
	indices := slices.Clone(p.tall) // which may begin above
	for _, r := range []rowRange{p.heads, p.body} {
		for i := p.starts[r.from]; i < p.starts[r.to]; i++ {
			indices = append(indices, i)
		}
	}
	slices.Sort(indices)
	var all []seenCell
	for _, i := range slices.Compact(indices) {
		if s, ok := p.see(i); ok {
			all = append(all, s)
		}
	}
	return all
}

// mostRows is how many rows of a table are looked at to learn that no page holds them.
const mostRows = 100

// beginning is the part without the rows that no page holds with those above them.
func (p *tablePart) beginning() *tablePart {
	if p.body.len() <= mostRows {
		return p
	}
	return &tablePart{p.table, p.heads, rowRange{p.body.from, p.body.from + mostRows}}
}

// heights are the least heights of the part's rows. A label over several rows that is higher than they are makes them higher.
func (p *tablePart) heights() []float64 {
	var heights []float64
	for _, r := range []rowRange{p.heads, p.body} {
		for _, need := range p.needs[r.from:r.to] {
			heights = append(heights, need+2*paper.LeastPadding)
		}
	}
	for _, i := range p.tall {
		s, ok := p.see(i)
		if !ok {
			continue
		}
		rows := heights[s.rows.from:s.rows.to]
		if lack := s.height() + 2*paper.LeastPadding - total(rows); lack > 0 {
			for j := range rows {
				rows[j] += lack / float64(len(rows))
			}
		}
	}
	return heights
}

// pageLines is how many lines of the page a table of some height takes.
func pageLines(height float64) int {
	return int(math.Ceil((height+2*paper.TableGap)/paper.LineHeight - 1e-9))
}

// least is how many lines the part takes at least; more than a page has where it takes more than a page.
func (p *tablePart) least() int { return pageLines(total(p.beginning().heights())) }

// best is how many lines the part should take; more than a page has where it takes more than a page.
func (p *tablePart) best() int {
	heights := p.beginning().heights()
	return pageLines(total(heights) + float64(len(heights))*2*(paper.BestPadding-paper.LeastPadding))
}

// fewest is how much of a page's height a table begins with at the least.
const fewest = 0.25

// split cuts off the part that goes into the room left on a page, given in lines, where that does least harm. ok is false if
// it would be too little to begin a table with; if the page has nothing to offer but this room, only if no row goes into it.
func (p *tablePart) split(room int, alone bool) (first, rest *tablePart, ok bool) {
	type cut struct{ at, lines int }
	var cuts []cut
	for at := p.body.from + 1; at < p.body.to; at++ {
		first := tablePart{p.table, p.heads, rowRange{p.body.from, at}}
		lines := first.best()
		if lines > room {
			break
		}
		cuts = append(cuts, cut{at, lines})
	}
	if len(cuts) == 0 {
		row := tablePart{p.table, p.heads, rowRange{p.body.from, p.body.from + 1}}
		if !alone || p.body.len() < 2 || room < paper.Lines && row.least() > room {
			return nil, nil, false
		}
		cuts = append(cuts, cut{p.body.from + 1, room})
	}
	most := cuts[len(cuts)-1].lines
	if !alone && float64(most) < fewest*paper.Lines {
		return nil, nil, false
	}
	at, least := 0, math.MaxInt
	for _, c := range cuts {
		if harm := p.cutHarm(c.at); harm <= least && 2*c.lines >= most {
			at, least = c.at, harm
		}
	}
	return &tablePart{p.table, p.heads, rowRange{p.body.from, at}}, &tablePart{p.table, p.headsAbove(at), rowRange{at, p.body.to}}, true
}

// splitBlocks cuts off as many of the blocks with heads of their own as go into the room left on a page.
func (p *tablePart) splitBlocks(room int, _ bool) (first, rest *tablePart, ok bool) {
	if p.headRows > 0 {
		return nil, nil, false
	}
	for at := p.body.to - 1; at > p.body.from; at-- {
		if !p.isHead(at) || p.isHead(at-1) {
			continue
		}
		part := &tablePart{p.table, p.heads, rowRange{p.body.from, at}}
		if lines := part.best(); lines <= room {
			return part, &tablePart{table: p.table, body: rowRange{at, p.body.to}}, float64(lines) >= fewest*paper.Lines
		}
	}
	return nil, nil, false
}

// cutHarm rates a cut above a row: the more groups and blocks are torn, the worse; bad are a row alone
// and a label without room on either side; worst is a head parted from its rows.
func (p *tablePart) cutHarm(row int) int {
	const group, alone, cramped, headAlone = 10, 5, 15, 100
	harm := 0
	switch {
	case p.isHead(row - 1):
		harm += headAlone
	case p.headRows == 0 && !p.isHead(row): // inside a block with heads of its own
		harm += group
	}
	if row == p.body.from+1 || row == p.body.to-1 {
		harm += alone
	}
	for _, i := range p.tall {
		c := &p.cells[i]
		if c.Row >= row || row >= c.Row+c.RowSpan {
			continue
		}
		if c.Group {
			harm += group
		}
		for _, side := range []rowRange{{max(c.Row, p.body.from), row}, {row, min(c.Row+c.RowSpan, p.body.to)}} {
			if float64(len(c.continued))*c.leading() > total(p.needs[side.from:side.to])+float64(side.len())*2*paper.BestPadding {
				harm += cramped
			}
		}
	}
	return harm
}

// isHead tells whether a row is one of heads.
func (t *table) isHead(row int) bool {
	if row < 0 || row >= t.rows || len(t.cells) == 0 {
		return false
	}
	first := min(t.starts[row], len(t.cells)-1) // in the row, or one that begins above it
	for _, i := range t.tall {
		if c := &t.cells[i]; i < first && c.Row <= row && row < c.Row+c.RowSpan {
			first = i
		}
	}
	c := &t.cells[first]
	return c.Row <= row && row < c.Row+c.RowSpan && (c.Role == form.CaptionSlot || c.Role == form.CornerSlot || c.Role == form.ColumnHeadSlot)
}

// headsAbove finds the heads to repeat above a row that begins a page: the table's, or those of the row's block.
func (t *table) headsAbove(row int) rowRange {
	const most = 0.5 // of the page's height
	heads := rowRange{0, t.headRows}
	if t.headRows == 0 {
		heads.to = row
		for heads.to > 0 && !t.isHead(heads.to-1) {
			heads.to--
		}
		heads.from = heads.to
		for heads.from > 0 && t.isHead(heads.from-1) {
			heads.from--
		}
	}
	part := tablePart{table: t, body: heads}
	if t.isHead(row) || float64(part.least()) > most*paper.Lines {
		return rowRange{}
	}
	return heads
}

func total(heights []float64) float64 {
	sum := 0.0
	for _, h := range heights {
		sum += h
	}
	return sum
}
