package fonts

import (
	"iter"
	"math"
	"slices"
	"sync"
)

// Operation tells what a segment of an outline does.
type Operation uint8

// The operations.
const (
	MoveTo Operation = iota // begins a contour at X, Y
	LineTo                  // a straight line to X, Y
	QuadTo                  // a quadratic curve to X, Y, pulled towards CX, CY
	Close                   // ends the contour at its beginning
)

// Segment is one step along an outline. CX and CY are used by QuadTo only, nothing but Op by Close.
type Segment struct {
	Op     Operation
	X, Y   float64
	CX, CY float64
}

// point is a point of a contour, in font units.
type point struct {
	x, y float64
	on   bool // the curve
	end  bool // of its contour
}

// Outline returns the contours of a character in 1/1000 em, y upwards, to be filled by the nonzero rule.
// It is empty for a character without ink, for one that the font lacks, and for a damaged glyph.
func (f *Font) Outline(r rune) []Segment { return slices.Collect(f.Segments(r)) }

// Segments are those of Outline, one after the other, for who does not keep them.
func (f *Font) Segments(r rune) iter.Seq[Segment] {
	return func(yield func(Segment) bool) {
		gid, ok := f.Glyph(r)
		if !ok {
			return
		}
		room := pointRooms.Get().(*[]point)
		defer pointRooms.Put(room)
		parts := maxComponents
		points, err := f.points((*room)[:0], int(gid), 0, &parts)
		if err != nil {
			return
		}
		*room = points
		scale := 1000 / float64(f.perEm)
		for start, i := 0, 0; i < len(points); i++ {
			points[i].x *= scale
			points[i].y *= scale
			if points[i].end {
				if !contour(points[start:i+1], yield) {
					return
				}
				start = i + 1
			}
		}
	}
}

// pointRooms are used again: most outlines are looked at once, to be measured.
var pointRooms = sync.Pool{New: func() any { return new([]point) }}

// points appends to none the points of a glyph, its components put in place. parts is how many more components may be looked at.
func (f *Font) points(none []point, gid, depth int, parts *int) ([]point, error) {
	if *parts--; *parts < 0 || depth > maxDepth || gid >= f.glyphs {
		return nil, errDamaged
	}
	data, err := f.glyphData(gid)
	if err != nil || data == nil {
		return none, err
	}
	if !composite(data) {
		glyph, err := readSimple(data)
		if err != nil {
			return nil, err
		}
		return glyph.unpack(none), nil
	}
	components, _, err := readComponents(data)
	if err != nil {
		return nil, err
	}
	all := none
	for _, c := range components {
		part, err := f.points(nil, int(c.gid), depth+1, parts)
		if err != nil {
			return nil, err
		}
		if all, err = c.attach(all, part); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// unpack appends to none the points of a simple glyph.
func (g *simpleGlyph) unpack(none []point) []point {
	points := slices.Grow(none, g.points)
	var x, y int16
	flag, repeat := byte(0), 0
	flags, xs, ys := g.flags, g.xs, g.ys
	for range g.points {
		if repeat > 0 {
			repeat--
		} else {
			flag, flags = flags[0], flags[1:]
			if flag&pointRepeat != 0 {
				repeat, flags = int(flags[0]), flags[1:]
			}
		}
		x, xs = coordinate(x, xs, flag, pointShortX, pointSameX)
		y, ys = coordinate(y, ys, flag, pointShortY, pointSameY)
		points = append(points, point{x: float64(x), y: float64(y), on: flag&pointOnCurve != 0})
	}
	for i := 0; i < len(g.ends); i += 2 {
		points[u16(g.ends, i)].end = true
	}
	return points
}

// coordinate takes the step to the next coordinate from the data.
func coordinate(value int16, data []byte, flag, short, same byte) (int16, []byte) {
	switch {
	case flag&short != 0 && flag&same != 0:
		return value + int16(data[0]), data[1:]
	case flag&short != 0:
		return value - int16(data[0]), data[1:]
	case flag&same != 0:
		return value, data
	}
	return value + i16(data, 0), data[2:]
}

// attach transforms the component's points and puts them behind those of the components before it.
func (c *component) attach(all, part []point) ([]point, error) {
	if len(all)+len(part) > maxPoints {
		return nil, errDamaged
	}
	// A product turned into float64 is not fused with the sum, so that every processor gives the same outline.
	for i, p := range part {
		part[i].x = float64(c.xx*p.x) + float64(c.yx*p.y)
		part[i].y = float64(c.xy*p.x) + float64(c.yy*p.y)
	}
	dx, dy := float64(c.arg1), float64(c.arg2)
	switch {
	case c.byPoints:
		if c.arg1 >= len(all) || c.arg2 >= len(part) {
			return nil, errDamaged
		}
		dx, dy = all[c.arg1].x-part[c.arg2].x, all[c.arg1].y-part[c.arg2].y
	case c.scaleOffset:
		dx *= math.Hypot(c.xx, c.yx)
		dy *= math.Hypot(c.xy, c.yy)
	}
	for i := range part {
		part[i].x += dx
		part[i].y += dy
	}
	return append(all, part...), nil
}

// contour yields the segments of a contour's points, as long as they are wanted: between two points off the curve lies one on it, in the middle.
func contour(points []point, yield func(Segment) bool) (wanted bool) {
	start := points[0]
	switch last := points[len(points)-1]; {
	case start.on:
		points = points[1:]
	case last.on:
		start, points = last, points[:len(points)-1]
	default:
		start = middle(start, last)
	}
	wanted = yield(Segment{Op: MoveTo, X: start.x, Y: start.y})
	var control *point
	curve := func(to point) {
		wanted = wanted && yield(Segment{Op: QuadTo, X: to.x, Y: to.y, CX: control.x, CY: control.y})
		control = nil
	}
	for i := range points {
		p := &points[i]
		switch {
		case p.on && control != nil:
			curve(*p)
		case p.on:
			wanted = wanted && yield(Segment{Op: LineTo, X: p.x, Y: p.y})
		default:
			if control != nil {
				curve(middle(*control, *p))
			}
			control = p
		}
	}
	if control != nil {
		curve(start)
	}
	return wanted && yield(Segment{Op: Close})
}

func middle(a, b point) point { return point{x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true} }
