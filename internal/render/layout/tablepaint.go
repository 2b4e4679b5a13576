package layout

import (
	"slices"

	"nianbao/internal/render/paper"
)

// paint puts the part on a page, spread over a height that begins at top.
func (p *tablePart) paint(page *Page, top, height float64) {
	heights := p.heights()
	spread := (height - 2*paper.TableGap - total(heights)) / float64(len(heights))
	rows := []float64{top + paper.TableGap}
	for _, h := range heights {
		rows = append(rows, rows[len(rows)-1]+h+spread)
	}
	columns := make([]float64, len(p.edges))
	for i, edge := range p.edges {
		columns[i] = paper.AreaLeft + edge
	}
	g := newGrid(rows, columns)
	cells := p.seen()
	page.Runs = slices.Grow(page.Runs, len(cells)) // few have two lines
	for _, c := range cells {
		g.frame(c)
		g.write(page, c, p.refOf(c))
	}
	page.Rules = append(page.Rules, g.rules(Ref{Annex: p.ref.Annex, Block: p.ref.Block, Cell: -1, Part: TableRule})...)
}

// refOf says what a cell is in this part of the table.
func (p *tablePart) refOf(c seenCell) Ref {
	ref := Ref{Annex: p.ref.Annex, Block: p.ref.Block, Cell: c.index, Part: c.part}
	switch {
	case c.repeated:
		ref.Part = RepeatedHead
	case c.continued:
		ref.Part = ContinuedHead
	}
	return ref
}

// grid is the lines between a part's rows and columns. A border is drawn once, however many cells share it.
type grid struct {
	rows, columns []float64
	across        [][]bool // below row i-1, over column j
	down          [][]bool // left of column j, along row i
}

func newGrid(rows, columns []float64) *grid {
	g := &grid{rows: rows, columns: columns, across: make([][]bool, len(rows)), down: make([][]bool, len(columns))}
	for i := range g.across {
		g.across[i] = make([]bool, len(columns)-1)
	}
	for j := range g.down {
		g.down[j] = make([]bool, len(rows)-1)
	}
	return g
}

// frame marks a cell's borders.
func (g *grid) frame(c seenCell) {
	for col := c.Col; col < c.Col+c.ColSpan; col++ {
		g.across[c.rows.from][col] = true
		g.across[c.rows.to][col] = true
	}
	for row := c.rows.from; row < c.rows.to; row++ {
		g.down[c.Col][row] = true
		g.down[c.Col+c.ColSpan][row] = true
	}
}

// write sets a cell's lines in the middle of its height.
func (g *grid) write(page *Page, c seenCell, ref Ref) {
	left, right := g.columns[c.Col], g.columns[c.Col+c.ColSpan]
	y := (g.rows[c.rows.from] + g.rows[c.rows.to] - c.height()) / 2
	for _, l := range c.text() {
		x := left + paper.SidePadding
		if !c.left {
			x = (left + right - l.Width) / 2
		}
		page.addLine(l, x, y+baseline(c.leading(), c.size), ref)
		y += c.leading()
	}
}

// rules joins the borders into as few rules as there are.
func (g *grid) rules(ref Ref) []Rule {
	var rules []Rule
	for i, marks := range g.across {
		for _, s := range stretches(marks) {
			rules = append(rules, Rule{g.columns[s.from], g.rows[i], g.columns[s.to], g.rows[i], paper.RuleWeight, ref})
		}
	}
	for j, marks := range g.down {
		for _, s := range stretches(marks) {
			rules = append(rules, Rule{g.columns[j], g.rows[s.from], g.columns[j], g.rows[s.to], paper.RuleWeight, ref})
		}
	}
	return rules
}

// stretches finds the runs of true.
func stretches(marks []bool) []rowRange {
	var all []rowRange
	for i, marked := range marks {
		switch {
		case !marked:
		case i > 0 && marks[i-1]:
			all[len(all)-1].to = i + 1
		default:
			all = append(all, rowRange{i, i + 1})
		}
	}
	return all
}
