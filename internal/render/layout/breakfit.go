package layout

import "slices"

// A line costs the square of what is added to each of its gaps, in thousandths of the type size.
// All other costs are weighed against that.
const (
	lineCost     = 50_000        // of each line, so that none is added only to avoid a poor break
	spacedCost   = 100 * 100     // of gaps beyond wordGap or between letters
	loneCost     = 135 * 135     // of a last line with a single character
	squeezed     = 62            // marks that give all they can are as bad as so much added to each gap
	overfullCost = 1_000_000_000 // of a line too narrow for a character
)

// breakCost is what it costs to end a line at an opportunity.
var breakCost = [...]int64{softly: 60 * 60, poorly: 150 * 150, torn: 200 * 200, wrongly: 1000 * 1000, must: 0}

// node is an opportunity as a step on the way through the paragraph.
type node struct {
	cell    int // the line ends before it
	end     int // the same without the blanks there
	reached bool
	cost    int64 // of the best way that leads here
	from    int   // the step before on that way
}

// fit finds the lines.
func (p *paragraph) fit() {
	first := 0
	for i := 1; i < len(p.cells); i++ {
		if p.cells[i].opportunity == must {
			p.fitPart(first, i)
			first = i
		}
	}
	p.fitPart(first, len(p.cells))
}

// fitPart finds the lines between two line breaks in the text: the way of least cost over the opportunities,
// after Knuth and Plass, Breaking Paragraphs into Lines (1981).
func (p *paragraph) fitPart(first, end int) {
	p.nodes = append(p.nodes[:0], node{cell: first, end: first, reached: true})
	for i := first + 1; i < end; i++ {
		if p.cells[i].opportunity != never {
			p.nodes = append(p.nodes, node{cell: i, end: p.visibleEnd(i)})
		}
	}
	if end > first {
		p.nodes = append(p.nodes, node{cell: end, end: p.visibleEnd(end)})
	}
	if !p.justify || !p.connect(evenGap) || p.blemished() {
		p.forget()
		p.connect(maxGap)
	}
	p.collect()
}

// connect finds the best way to each node over lines whose gaps grow at most to a limit. It tells whether there is
// a way to the end; at the largest limit there always is, since the fullest line is then taken however loose it is.
func (p *paragraph) connect(limit int) bool {
	last := len(p.nodes) - 1
	reach := 1 // the first node to which a line is too long
	for i := range last {
		if !p.nodes[i].reached {
			continue
		}
		for reach = max(reach, i+1); reach <= last && p.price(i, reach).fits; reach++ {
		}
		if reach == i+1 {
			p.step(i, reach, overfullCost)
			continue
		}
		for j := reach - 1; j > i; j-- {
			offer := p.price(i, j)
			if offer.gap > limit && (limit < maxGap || j < reach-1) {
				break
			}
			p.step(i, j, offer.cost)
		}
	}
	return p.nodes[last].reached
}

// step takes a line into account.
func (p *paragraph) step(from, to int, cost int64) {
	a, b := &p.nodes[from], &p.nodes[to]
	cost += a.cost + lineCost
	if to < len(p.nodes)-1 {
		cost += breakCost[p.cells[b.cell].opportunity]
	}
	if !b.reached || cost < b.cost {
		b.reached, b.cost, b.from = true, cost, from
	}
}

// offer is what a line would be like.
type offer struct {
	fits bool
	gap  int // what is added to each gap, in thousandths of the type size
	cost int64
}

// price weighs a line from one node to another.
func (p *paragraph) price(from, to int) offer {
	first, end := p.nodes[from].cell, p.nodes[to].end
	room := p.room(first)
	if last := to == len(p.nodes)-1; last && p.inked(first, end) <= room {
		o := offer{fits: true}
		if from > 0 && p.lone(first, end) {
			o.cost = loneCost
		}
		return o
	}
	slack := room - p.trimmed(first, end)
	switch {
	case slack < 0:
		return p.priceTight(-slack, first, end)
	case p.justify:
		return p.priceLoose(slack, p.gaps(first, end))
	}
	return p.priceRagged(slack, room)
}

// priceTight weighs a line that is too long unless its marks give something up.
func (p *paragraph) priceTight(excess length, first, end int) offer {
	give := p.give(first, end)
	if !p.justify || excess > give {
		return offer{}
	}
	cost := int64(squeezed * excess / give)
	return offer{fits: true, cost: cost * cost}
}

// priceLoose weighs a line whose gaps grow, or which stays short where they would grow too much.
func (p *paragraph) priceLoose(slack length, g gaps) offer {
	gap, letters := p.loosen(slack, g)
	cost := int64(gap) * int64(gap)
	switch {
	case gap > maxGap:
		cost = shortCost(int64(slack / p.em(1)))
	case gap > wordGap || letters:
		cost += spacedCost
	}
	return offer{fits: true, gap: gap, cost: cost}
}

// shortCost returns what it costs that a line stays short of the measure. Beyond one character it hardly gets worse.
func shortCost(thousandths int64) int64 {
	first := min(thousandths, 1000) / 4
	return first*first + 10*max(0, thousandths-1000)
}

// priceRagged weighs a line that is not filled.
func (p *paragraph) priceRagged(slack, room length) offer {
	short := int64(slack / (10 * p.em(1)))
	o := offer{fits: true, cost: short * short}
	if slack > room/2 {
		o.gap = maxGap + 1
	}
	return o
}

// lone tells whether a line holds no more than one character besides marks.
func (p *paragraph) lone(first, end int) bool {
	count := 0
	for i := end - 1; i >= first && count < 2; i-- {
		if c := p.cells[i].class; c == ideograph || c == narrow {
			count++
		}
	}
	return count < 2
}

// blemished tells whether the best way has a break or a last line that may be bettered by looser lines.
func (p *paragraph) blemished() bool {
	last := len(p.nodes) - 1
	if from := p.nodes[last].from; from > 0 && p.lone(p.nodes[from].cell, p.nodes[last].end) {
		return true
	}
	for i := p.nodes[last].from; i > 0; i = p.nodes[i].from {
		if p.cells[p.nodes[i].cell].opportunity != freely {
			return true
		}
	}
	return false
}

// forget clears the nodes for another run.
func (p *paragraph) forget() {
	for i := range p.nodes[1:] {
		p.nodes[i+1].reached = false
	}
}

// collect takes the lines of the best way.
func (p *paragraph) collect() {
	count := len(p.lines)
	for i := len(p.nodes) - 1; i > 0; i = p.nodes[i].from {
		p.lines = append(p.lines, cellRange{p.nodes[p.nodes[i].from].cell, p.nodes[i].cell})
	}
	if len(p.nodes) == 1 {
		p.lines = append(p.lines, cellRange{})
	}
	slices.Reverse(p.lines[count:])
}
