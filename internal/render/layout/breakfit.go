package layout

import "slices"

// A line costs the square of what is added to each of its gaps, in thousandths of the type size, and beyond evenGap far more.
// All other costs are weighed against that.
const (
	lineCost     = 3000          // of each line, so that none is added for nothing
	looseCost    = 400           // times the square of what is added beyond evenGap
	squeezed     = 30            // marks that give half of what they can, and gaps likewise, are as bad as so much added to each gap
	crammed      = 130           // likewise of the other half, which is worse
	besideCost   = 100_000       // of a line that stays short because of a long word
	loneCost     = 1_600_000     // of a last line with a single character
	shortCost    = 3_000_000     // of a line that stays short for no such reason
	overfullCost = 1_000_000_000 // of a line too narrow for a character
)

// breakCost is what it costs to end a line at an opportunity.
var breakCost = [...]int64{softly: 60 * 60, poorly: 80 * 80, torn: 200 * 200, wrongly: 3000 * 3000, must: 0}

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
	p.connect()
	p.collect()
}

// connect finds the best way to each node over all lines that fit and can be filled; where none can, the fullest stays short.
func (p *paragraph) connect() {
	last := len(p.nodes) - 1
	reach := 1 // the first node to which a line is too long
	for i := range last {
		if !p.nodes[i].reached {
			continue
		}
		for reach = max(reach, i+1); reach <= last && p.price(i, reach).fits; reach++ {
		}
		found := false
		for j := reach - 1; j > i; j-- {
			offer := p.price(i, j)
			if !offer.fits { // a line that begins earlier may hold more, if its marks can give more
				continue
			}
			if offer.short && found {
				break
			}
			p.step(i, j, offer.cost)
			found = true
		}
		if !found {
			p.step(i, i+1, overfullCost)
		}
	}
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
	fits  bool
	short bool // it cannot be filled
	cost  int64
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
		return p.priceTight(-slack, p.gaps(first, end), p.give(first, end))
	case p.justify:
		return p.priceLoose(slack, p.gaps(first, end), p.besideWord(first, p.nodes[to].cell))
	}
	return p.priceRagged(slack, room)
}

// priceTight weighs a line that is too long unless its marks and gaps give something up.
func (p *paragraph) priceTight(excess length, g gaps, give length) offer {
	if _, ok := p.tighten(excess, g, give); !p.justify || !ok {
		return offer{}
	}
	given := int64(2000 * excess / (give + p.em(closeGap)*length(g.close))) // thousandths of what half of the room is
	cost := square(squeezed * min(given, 1000) / 1000)
	if given > 1000 {
		cost += square(crammed * (given - 1000) / 1000)
	}
	return offer{fits: true, cost: cost}
}

// priceLoose weighs a line whose gaps grow, or which stays short where they would grow too much.
func (p *paragraph) priceLoose(slack length, g gaps, beside bool) offer {
	fill, ok := p.loosen(slack, g, beside)
	if !ok {
		lack := int64(slack / p.em(1))
		o := offer{fits: true, short: true, cost: shortCost + 10*lack}
		if beside {
			o.cost = besideCost + 10*lack
		}
		return o
	}
	gap := int64(fill.each / p.em(1))
	words := int64(max(0, fill.space-fill.each)/p.em(1)) / 8 // the eye does not mind wide spaces as much
	return offer{fits: true, cost: square(gap) + square(words) + looseCost*square(max(0, gap-evenGap))}
}

func square(n int64) int64 { return n * n }

// priceRagged weighs a line that is not filled.
func (p *paragraph) priceRagged(slack, room length) offer {
	short := int64(slack / (10 * p.em(1)))
	o := offer{fits: true, cost: short * short}
	o.short = slack > room/2
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
