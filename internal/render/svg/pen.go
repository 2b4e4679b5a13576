package svg

import (
	"math"
	"strconv"

	"nianbao/fonts"
)

// pen writes the data of a path by steps, in whole units. Points are set on even ones, so that one in the middle between two, of
// which outlines have many, is exact.
type pen struct {
	out     []byte
	command byte // of the last step, which need not be said again; 0 where it must
	at      dot
	start   dot // of the contour
	pull    dot // of a curve that goes on smoothly, which need not be said
	smooth  bool
}

// dot is a place, in units.
type dot struct{ x, y int }

// even is the nearest place with even numbers.
func even(x, y float64) dot { return dot{2 * int(math.Round(x/2)), 2 * int(math.Round(y/2))} }

// outline adds segments, multiplied by scaleX and scaleY to have them in units. No point is more than a unit off, along either axis.
func (p *pen) outline(segments []fonts.Segment, scaleX, scaleY float64) {
	for i, s := range segments {
		var next fonts.Segment
		if i+1 < len(segments) {
			next = segments[i+1]
		}
		to, pull := even(scaleX*s.X, scaleY*s.Y), even(scaleX*s.CX, scaleY*s.CY)
		switch s.Op {
		case fonts.MoveTo:
			p.move(to)
		case fonts.LineTo:
			if to != p.start || next.Op != fonts.Close { // closing draws that line
				p.line(to)
			}
		case fonts.QuadTo:
			if next.Op == fonts.QuadTo && halfway(s, next) {
				following := even(scaleX*next.CX, scaleY*next.CY)
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

// number writes a number, parted from one before it: a sign does that too.
func (p *pen) number(n int) {
	if last := p.out[len(p.out)-1]; n >= 0 && '0' <= last && last <= '9' {
		p.out = append(p.out, ' ')
	}
	p.out = strconv.AppendInt(p.out, int64(n), 10)
}
