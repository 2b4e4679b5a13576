package fonts

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
)

// The private-use area, from which Subset takes codes.
const (
	firstPrivate = 0xE000
	lastPrivate  = 0xF8FF
)

// maxSegments is how many runs of codes fit into a cmap subtable of format 4, whose length has 16 bits.
const maxSegments = (0xFFFF - 16) / 8

// Subset makes a TrueType font of the characters alone, each found under a code of 16 bits, which is all that
// the PDF writer can take. code gives them; with a nil code each character up to U+FFFF is its own code,
// and those beyond get the first free codes from U+E000 on. codes tells which character got which.
//
// The glyphs are numbered in the order of the codes, from 1, and behind them those that composite glyphs are made of.
// The same characters give the same bytes. Characters that the font lacks, codes given twice, 0 or U+FFFF,
// and damaged glyphs are errors.
func (f *Font) Subset(runes []rune, code func(rune) uint16) (data []byte, codes map[rune]uint16, err error) {
	pieces, codes, err := f.Cut(runes, code)
	return bytes.Join(pieces, nil), codes, err
}

// Cut is Subset whose file comes in pieces, one behind the other. Most of them lie in the font itself and are not to be changed.
func (f *Font) Cut(runes []rune, code func(rune) uint16) (pieces [][]byte, codes map[rune]uint16, err error) {
	runes = slices.Clone(runes)
	slices.Sort(runes)
	runes = slices.Compact(runes)
	if code == nil {
		if code, err = f.assign(runes); err != nil {
			return nil, nil, err
		}
	}

	cut := newCutting(f, len(runes))
	codes = make(map[rune]uint16, len(runes))
	for _, r := range runes {
		gid, ok := f.Glyph(r)
		if !ok {
			return nil, nil, fmt.Errorf("字体 %s 没有字符“%c”（%U）", f.name, r, r)
		}
		codes[r] = code(r)
		cut.codes = append(cut.codes, coded{code: codes[r], rune: r, gid: gid})
	}
	if err := cut.collect(); err != nil {
		return nil, nil, err
	}
	pieces, err = cut.file()
	return pieces, codes, err
}

// assign gives each character up to U+FFFF its own code and the others private-use ones. The characters are sorted.
func (f *Font) assign(runes []rune) (func(rune) uint16, error) {
	beyond, _ := slices.BinarySearch(runes, 0x10000)
	private := make(map[rune]uint16, len(runes)-beyond)
	next := rune(firstPrivate)
	for _, r := range runes[beyond:] {
		for _, taken := slices.BinarySearch(runes, next); taken; _, taken = slices.BinarySearch(runes, next) {
			next++
		}
		if next > lastPrivate {
			return nil, fmt.Errorf("字体 %s：生僻字太多，一份文件里最多 %d 个", f.name, lastPrivate-firstPrivate+1)
		}
		private[r] = uint16(next)
		next++
	}
	return func(r rune) uint16 {
		if r > 0xFFFF {
			return private[r]
		}
		return uint16(r)
	}, nil
}

// coded is a character of a subset, and its glyph in the source.
type coded struct {
	code uint16
	rune rune
	gid  uint16
}

// cutting is a subset in the making.
type cutting struct {
	font   *Font
	codes  []coded
	glyphs []uint16          // of the source, by their new numbers
	number map[uint16]uint16 // and the other way round
	glyf   [][]byte          // in pieces
	size   int               // of glyf
	loca   []byte
	hmtx   []byte
	box    [4]int16 // xMin, yMin, xMax, yMax of all glyphs
	inked  bool     // the box is that of a glyph
}

func newCutting(f *Font, size int) *cutting {
	return &cutting{
		font:   f,
		codes:  make([]coded, 0, size),
		glyphs: make([]uint16, 0, size+1),
		number: make(map[uint16]uint16, size+1),
		loca:   make([]byte, 0, 4*(size+2)),
		hmtx:   make([]byte, 0, 4*(size+1)),
	}
}

// take gives a glyph of the source its new number.
func (c *cutting) take(gid uint16) uint16 {
	number, ok := c.number[gid]
	if !ok {
		number = uint16(len(c.glyphs))
		c.number[gid] = number
		c.glyphs = append(c.glyphs, gid)
	}
	return number
}

// collect adds the glyphs that are needed, .notdef first.
func (c *cutting) collect() error {
	slices.SortFunc(c.codes, func(a, b coded) int { return int(a.code) - int(b.code) })
	c.take(0)
	for i, r := range c.codes {
		if r.code == 0 || r.code == 0xFFFF || i > 0 && r.code == c.codes[i-1].code {
			return fmt.Errorf("字体 %s：字符“%c”（%U）的编码 %04X 不能用或用了两次", c.font.name, r.rune, r.rune, r.code)
		}
		if err := c.font.verify(r.gid); err != nil {
			return fmt.Errorf("字体 %s 里“%c”（%U）的字形%w", c.font.name, r.rune, r.rune, err)
		}
		c.take(r.gid)
	}
	if err := c.font.verify(0); err != nil {
		return fmt.Errorf("字体 %s %w", c.font.name, err)
	}
	c.glyf = make([][]byte, 0, 2*len(c.glyphs))
	for number := 0; number < len(c.glyphs); number++ { // the list grows on the way
		c.addGlyph(int(c.glyphs[number]))
	}
	c.loca = binary.BigEndian.AppendUint32(c.loca, uint32(c.size))
	return nil
}

// verify looks whether a glyph is whole, and what it is made of.
func (f *Font) verify(gid uint16) error {
	if f.proven {
		return nil
	}
	parts := maxComponents
	return f.walk(int(gid), 0, &parts)
}

// walk walks through a glyph and what it is made of. parts is how many more components may be looked at.
func (f *Font) walk(gid, depth int, parts *int) error {
	if *parts--; *parts < 0 || depth > maxDepth || gid >= f.glyphs {
		return errDamaged
	}
	data, err := f.glyphData(gid)
	if err != nil || data == nil {
		return err
	}
	if !composite(data) {
		_, err := readSimple(data)
		return err
	}
	components, _, err := readComponents(data)
	if err != nil {
		return err
	}
	for _, part := range components {
		if err := f.walk(int(part.gid), depth+1, parts); err != nil {
			return err
		}
	}
	return nil
}

// addGlyph adds a glyph that was verified, with its metric, and takes the glyphs that it is made of.
func (c *cutting) addGlyph(gid int) {
	advance, bearing := c.font.metric(gid)
	c.hmtx = binary.BigEndian.AppendUint16(c.hmtx, advance)
	c.hmtx = binary.BigEndian.AppendUint16(c.hmtx, uint16(bearing))
	c.loca = binary.BigEndian.AppendUint32(c.loca, uint32(c.size))

	data, _ := c.font.glyphData(gid)
	if data == nil {
		return
	}
	c.widen(data)
	switch {
	case c.font.proven:
	case composite(data):
		components, size, _ := readComponents(data)
		data = bytes.Clone(data[:size])
		for _, part := range components {
			binary.BigEndian.PutUint16(data[part.place:], c.take(part.gid))
		}
	default:
		glyph, _ := readSimple(data)
		data = data[:glyph.size]
	}
	c.glyf = fill(append(c.glyf, data), len(data))
	c.size += padded(len(data))
}

// widen lays a glyph's bounding box over those of the others.
func (c *cutting) widen(data []byte) {
	for side := range c.box {
		value := i16(data, 2+2*side)
		switch {
		case !c.inked:
			c.box[side] = value
		case side < 2:
			c.box[side] = min(c.box[side], value)
		default:
			c.box[side] = max(c.box[side], value)
		}
	}
	c.inked = true
}
