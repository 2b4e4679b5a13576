package fonts

// The flags of a point of a simple glyph, and of a component of a composite one.
const (
	pointOnCurve = 0x01
	pointShortX  = 0x02
	pointShortY  = 0x04
	pointRepeat  = 0x08
	pointSameX   = 0x10 // with pointShortX: positive
	pointSameY   = 0x20

	componentWords       = 0x0001
	componentOffsets     = 0x0002 // the arguments are offsets, else numbers of points
	componentScale       = 0x0008
	componentMore        = 0x0020
	componentTwoScales   = 0x0040
	componentMatrix      = 0x0080
	componentInstructed  = 0x0100
	componentScaleOffset = 0x0800
)

// glyphHeader is the size of what every glyph begins with: the number of contours and the bounding box.
const glyphHeader = 10

// A font may nest composite glyphs in each other; real ones do so once or twice. The limits stop loops and bombs.
const (
	maxDepth      = 8
	maxComponents = 1024
	maxPoints     = 0xFFFF // as many as the table maxp can state
)

// glyphData returns a glyph's part of glyf, nil for an empty glyph.
func (f *Font) glyphData(gid int) ([]byte, error) {
	start, end := f.glyphRange(gid)
	if start == end {
		return nil, nil
	}
	if start > end || uint64(end) > uint64(len(f.glyf)) || end-start < glyphHeader {
		return nil, errDamaged
	}
	data := f.glyf[start:end:end]
	if i16(data, 0) == 0 {
		return nil, nil
	}
	return data, nil
}

// composite tells whether the data of a glyph that is not empty is put together from other glyphs.
func composite(data []byte) bool { return i16(data, 0) < 0 }

// simpleGlyph is a glyph of contours, its parts still packed.
type simpleGlyph struct {
	ends   []byte // two bytes for each contour: its last point
	flags  []byte
	xs, ys []byte
	points int
	size   int // of the glyph without padding
}

// readSimple finds the parts of a simple glyph, and that they are whole.
func readSimple(data []byte) (simpleGlyph, error) {
	var g simpleGlyph
	at := glyphHeader + 2*int(i16(data, 0))
	if at+2 > len(data) {
		return g, errDamaged
	}
	g.ends = data[glyphHeader:at]
	last := -1
	for i := 0; i < len(g.ends); i += 2 {
		end := int(u16(g.ends, i))
		if end <= last {
			return g, errDamaged
		}
		last = end
	}
	g.points = last + 1
	at += 2 + int(u16(data, at)) // the instructions
	if at > len(data) {
		return g, errDamaged
	}
	rest := data[at:]

	flags, xs, ys := 0, 0, 0
	for seen := 0; seen < g.points; {
		if flags == len(rest) {
			return g, errDamaged
		}
		flag, count := rest[flags], 1
		flags++
		if flag&pointRepeat != 0 {
			if flags == len(rest) {
				return g, errDamaged
			}
			count += int(rest[flags])
			flags++
		}
		xs += count * coordinateSize(flag, pointShortX, pointSameX)
		ys += count * coordinateSize(flag, pointShortY, pointSameY)
		seen += count
		if seen > g.points {
			return g, errDamaged
		}
	}
	if flags+xs+ys > len(rest) {
		return g, errDamaged
	}
	g.flags, g.xs, g.ys = rest[:flags], rest[flags:flags+xs], rest[flags+xs:flags+xs+ys]
	g.size = at + flags + xs + ys
	return g, nil
}

// coordinateSize returns how many bytes a coordinate takes.
func coordinateSize(flag, short, same byte) int {
	switch {
	case flag&short != 0:
		return 1
	case flag&same != 0:
		return 0
	}
	return 2
}

// component is one part of a composite glyph: another glyph, moved by offsets or by laying point on point, and transformed.
type component struct {
	gid            uint16
	place          int // of gid in the glyph's data
	byPoints       bool
	arg1, arg2     int
	scaleOffset    bool
	xx, xy, yx, yy float64 // x' = xx·x + yx·y, y' = xy·x + yy·y
}

// readComponents unpacks a composite glyph; size is that of the glyph without padding.
func readComponents(data []byte) (parts []component, size int, err error) {
	at := glyphHeader
	for {
		if at+4 > len(data) {
			return nil, 0, errDamaged
		}
		flags := u16(data, at)
		part := component{
			gid: u16(data, at+2), place: at + 2,
			byPoints: flags&componentOffsets == 0, scaleOffset: flags&componentScaleOffset != 0,
		}
		at += 4
		rest := data[at:]
		arguments, numbers := argumentsSize(flags), transformSize(flags)/2
		if arguments+2*numbers > len(rest) {
			return nil, 0, errDamaged
		}
		part.arg1, part.arg2 = readArguments(rest, flags)
		part.transform(rest[arguments:], numbers)
		at += arguments + 2*numbers
		parts = append(parts, part)
		if flags&componentMore != 0 {
			continue
		}
		if flags&componentInstructed != 0 {
			if at+2 > len(data) {
				return nil, 0, errDamaged
			}
			at += 2 + int(u16(data, at))
		}
		if at > len(data) {
			return nil, 0, errDamaged
		}
		return parts, at, nil
	}
}

func argumentsSize(flags uint16) int {
	if flags&componentWords != 0 {
		return 4
	}
	return 2
}

func transformSize(flags uint16) int {
	switch {
	case flags&componentScale != 0:
		return 2
	case flags&componentTwoScales != 0:
		return 4
	case flags&componentMatrix != 0:
		return 8
	}
	return 0
}

// readArguments reads a component's two arguments: offsets are signed, numbers of points are not.
func readArguments(data []byte, flags uint16) (arg1, arg2 int) {
	switch flags & (componentWords | componentOffsets) {
	case componentWords | componentOffsets:
		return int(i16(data, 0)), int(i16(data, 2))
	case componentWords:
		return int(u16(data, 0)), int(u16(data, 2))
	case componentOffsets:
		return int(int8(data[0])), int(int8(data[1]))
	}
	return int(data[0]), int(data[1])
}

// transform reads a component's matrix, of 0, 1, 2 or 4 numbers.
func (c *component) transform(data []byte, numbers int) {
	number := func(i int) float64 { return float64(i16(data, 2*i)) / (1 << 14) }
	switch numbers {
	case 0:
		c.xx, c.yy = 1, 1
	case 1:
		c.xx, c.yy = number(0), number(0)
	case 2:
		c.xx, c.yy = number(0), number(1)
	case 4:
		c.xx, c.xy, c.yx, c.yy = number(0), number(1), number(2), number(3)
	}
}
