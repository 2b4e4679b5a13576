package layout

// How far a line is filled, in thousandths of the type size.
const (
	evenGap  = 25  // up to here nobody sees that a gap grew
	maxGap   = 95  // the most that is added to a gap; beyond it programs that read text off the page may see a space, and the line stays short
	wordGap  = 45  // the most beside a long word or address: there a line that stays short looks better than one that is spread
	closeGap = 12  // the most that is taken from a gap
	spaceGap = 250 // a space between words grows by so much before Han characters move apart
	maxSpace = 600 // and by no more than this
)

// gaps counts the places between cells where a line is filled.
type gaps struct {
	open   int // between Han characters, marks and words
	close  int // those of them where something may be taken
	spaces int // the spaces between words
}

func (g gaps) plus(o gaps) gaps {
	return gaps{g.open + o.open, g.close + o.close, g.spaces + o.spaces}
}

func (g gaps) minus(o gaps) gaps {
	return gaps{g.open - o.open, g.close - o.close, g.spaces - o.spaces}
}

// filling is what is done to a line so that it fills the measure.
type filling struct {
	each, space  length // is added to each gap, and to each space
	close        length // is taken from each gap that may close
	excess, give length // so much is taken of what marks can give
}

// loosen returns what is added to the gaps of a line that lacks so much: first to the spaces between words, then to all. ok is false where it
// cannot be filled without gaps that are too large.
func (f *frame) loosen(slack length, g gaps, beside bool) (fill filling, ok bool) {
	most := f.em(maxGap)
	if beside {
		most = f.em(wordGap)
	}
	if g.spaces > 0 {
		fill.space = min(slack/length(g.spaces), f.em(spaceGap))
		slack -= fill.space * length(g.spaces)
	}
	if slack > 0 && g.open+g.spaces > 0 {
		fill.each = min(slack/length(g.open+g.spaces), most)
		fill.space += fill.each
		slack -= fill.each * length(g.open+g.spaces)
	}
	if slack > 0 && g.spaces > 0 {
		more := min(slack/length(g.spaces), f.em(maxSpace)-fill.space)
		fill.space += more
		slack -= more * length(g.spaces)
	}
	return fill, slack < length(g.open+g.spaces)
}

// tighten returns what is taken from a line that is too long by so much: from the gaps and from what its marks can give, from
// both alike. ok is false where that is too little.
func (f *frame) tighten(excess length, g gaps, give length) (fill filling, ok bool) {
	count := length(g.close)
	closes := f.em(closeGap) * count
	if excess > give+closes {
		return filling{}, false
	}
	fill.give = give
	if count > 0 {
		fill.close = (closes*excess/(give+closes) + count - 1) / count
	}
	fill.excess = max(0, excess-fill.close*count)
	return fill, true
}

// fill returns what is done to a line that lacks so much room, or leaves it.
func (f *frame) fill(slack length, g gaps, give length, last, beside bool) filling {
	var fill filling
	ok := false
	switch {
	case !f.justify:
	case slack < 0:
		fill, ok = f.tighten(-slack, g, give)
	case !last:
		fill, ok = f.loosen(slack, g, beside)
	}
	if !ok {
		return filling{}
	}
	return fill
}

// added returns what is added to gaps; it is negative where they close.
func (f *filling) added(g gaps) length {
	return f.each*length(g.open) + f.space*length(g.spaces) - f.close*length(g.close)
}

// taken returns what is taken of what marks can give.
func (f *filling) taken(give length) length {
	if f.give == 0 {
		return 0
	}
	return give * f.excess / f.give
}
