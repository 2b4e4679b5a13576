package svg

import (
	"math"
	"strconv"

	"nianbao/fonts"
)

// pen writes the data of a path by steps. Its lengths are halves of the unit it writes in: points are set on whole units, and
// between two of them an outline may have one in the middle.
type pen struct {
	out     []byte
	command byte // of the last step, which need not be said again; 0 where it must
	at      dot
	start   dot // of the contour
	pull    dot // of a curve that goes on smoothly, which need not be said
	smooth  bool
}

// dot is a place in halves of a unit.
type dot struct{ x, y int }

// whole is the place on whole units nearest to x and y.
func whole(x, y float64) dot { return dot{2 * int(math.Round(x)), 2 * int(math.Round(y))} }

// outline adds segments, multiplied by scaleX and scaleY to have them in units. No point is more than half a unit off, along either axis.
func (p *pen) outline(segments []fonts.Segment, scaleX, scaleY float64) {
	for i, s := range segments {
		to, pull := whole(scaleX*s.X, scaleY*s.Y), whole(scaleX*s.CX, scaleY*s.CY)
		switch s.Op {
		case fonts.MoveTo:
			p.move(to)
		case fonts.LineTo:
			if to != p.start || segments[i+1].Op != fonts.Close {
				p.line(to)
			}
		case fonts.QuadTo:
			if next := segments[i+1]; next.Op == fonts.QuadTo && halfway(s, next) {
				following := whole(scaleX*next.CX, scaleY*next.CY)
				to = dot{(pull.x + following.x) / 2, (pull.y + following.y) / 2}
			}
			p.curve(pull, to)
		case fonts.Close:
			p.close()
		}
	}
}

// halfway tells whether one curve goes over into the next in the middle between the points that they are pulled to.
func halfway(s, next fonts.Segment) bool {
	return near(2*s.X, s.CX+next.CX) && near(2*s.Y, s.CY+next.CY)
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.001 }

func (p *pen) move(to dot) {
	p.say('m')
	p.step(to)
	p.command = 'l' // as further steps behind a move are read
	p.at, p.start, p.smooth = to, to, false
}

func (p *pen) line(to dot) {
	switch {
	case to.y == p.at.y:
		p.say('h')
		p.number(to.x - p.at.x)
	case to.x == p.at.x:
		p.say('v')
		p.number(to.y - p.at.y)
	default:
		p.say('l')
		p.step(to)
	}
	p.at, p.smooth = to, false
}

func (p *pen) curve(pull, to dot) {
	if p.smooth && pull == p.pull {
		p.say('t')
	} else {
		p.say('q')
		p.step(pull)
	}
	p.step(to)
	p.at, p.pull, p.smooth = to, dot{2*to.x - pull.x, 2*to.y - pull.y}, true
}

func (p *pen) close() {
	p.out = append(p.out, 'z')
	p.at, p.command, p.smooth = p.start, 0, false
}

// say writes a command, unless it goes on.
func (p *pen) say(command byte) {
	if p.command != command {
		p.out = append(p.out, command)
		p.command = command
	}
}

// step writes where a point is, seen from where the pen is.
func (p *pen) step(to dot) {
	p.number(to.x - p.at.x)
	p.number(to.y - p.at.y)
}

// number writes halves as a number, parted from one before it: .5 cannot go on a number that has a fraction, nor a sign on any.
func (p *pen) number(halves int) {
	digit := false
	if last := p.out[len(p.out)-1]; last >= '0' && last <= '9' {
		digit = true
	}
	if digit && halves >= 0 {
		p.out = append(p.out, ' ')
	}
	if halves < 0 {
		p.out = append(p.out, '-')
		halves = -halves
	}
	if halves != 1 {
		p.out = strconv.AppendInt(p.out, int64(halves/2), 10)
	}
	if halves%2 == 1 {
		p.out = append(p.out, ".5"...)
	}
}
