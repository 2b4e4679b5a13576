package layout

// How far a line is filled, in thousandths of the type size.
const (
	evenGap   = 80  // up to here lines are looked for first: the eye does not see it
	wordGap   = 95  // beyond it programs that read text off the page may see a space
	maxGap    = 250 // the most that is added to a gap; where it is not enough the line stays short
	letterGap = 80  // the most that is added between letters and digits, and only in lines that are mostly made of them
)

// spaceGap is how many times more than other gaps the space between words grows.
const spaceGap = 4

// gaps counts the places between cells where a line is filled.
type gaps struct {
	open int // those between Han characters, marks and words
	all  int // those between letters and digits too
}

func (g gaps) plus(o gaps) gaps  { return gaps{g.open + o.open, g.all + o.all} }
func (g gaps) minus(o gaps) gaps { return gaps{g.open - o.open, g.all - o.all} }

// of returns how many of the gaps are filled.
func (g gaps) of(letters bool) int {
	if letters {
		return g.all
	}
	return g.open
}

// loosen returns how much is added to each gap to fill a line, in thousandths of the type size, and whether letters and
// digits are spaced too. It is more than maxGap where the line cannot be filled.
func (f *frame) loosen(slack length, g gaps) (gap int, letters bool) {
	if gap = f.gap(slack, g.open); gap > wordGap {
		if all := f.gap(slack, g.all); all <= letterGap && 2*all <= gap {
			return all, true
		}
	}
	return gap, false
}

func (f *frame) gap(slack length, count int) int {
	if count == 0 {
		return maxGap + 1
	}
	return int(min(slack/(length(count)*f.em(1)), maxGap+1))
}

// filling is what is done to a line so that it fills the measure.
type filling struct {
	each         length // is added to each gap
	letters      bool   // also between letters and digits
	excess, give length // so much is taken of what marks can give
}

// fill returns what is done to a line that lacks so much room, or leaves it.
func (f *frame) fill(slack length, g gaps, give length, last bool) filling {
	switch {
	case !f.justify:
	case slack < 0 && give > 0:
		return filling{excess: min(-slack, give), give: give}
	case slack > 0 && !last:
		if gap, letters := f.loosen(slack, g); gap <= maxGap {
			return filling{each: slack / length(g.of(letters)), letters: letters}
		}
	}
	return filling{}
}

// added returns what is added to gaps.
func (f *filling) added(g gaps) length { return f.each * length(g.of(f.letters)) }

// taken returns what is taken of what marks can give.
func (f *filling) taken(give length) length {
	if f.give == 0 {
		return 0
	}
	return give * f.excess / f.give
}
