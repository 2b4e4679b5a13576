package fonts

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode"
)

// Font is one TrueType font, read in place. It never writes to its data and is safe for concurrent use.
//
// Lengths are in 1/1000 em, rounded to the nearest, unless said otherwise. The tables are those of the OpenType specification 1.9.
type Font struct {
	name string

	cmap       characterMap
	head       []byte
	hhea       []byte
	hmtx       []byte
	maxp       []byte
	os2        []byte
	loca       []byte
	glyf       []byte
	post       []byte // this and those below may be absent
	names      []byte
	control    []byte // cvt, fpgm and prep: what the glyphs' instructions build on
	program    []byte
	preprogram []byte

	glyphs   int // number of glyphs
	metrics  int // number of glyphs that have an advance of their own in hmtx
	longLoca bool
	perEm    int

	// Of the program's own fonts a test has looked into every glyph: all are whole and simple, those with data have ink, and behind
	// each stands nothing but what fills up to four bytes. So none need be looked into again, which would cost a page of memory for each.
	proven bool
}

// Errors of Parse, each a reason and a remedy to be put behind the font's name.
var (
	errCollection = errors.New("是字体集（TTC），里面有几种字体，本程序不能用；请换成单独的 .ttf 文件")
	errPostScript = errors.New("是 PostScript 轮廓（CFF）的字体，本程序不能用；请换成 TrueType 轮廓的 .ttf 文件")
	errNoTrueType = errors.New("不是 TrueType 字体文件")
	errDamaged    = errors.New("已损坏或不完整，请换一个完好的字体文件")
	errNoUnicode  = errors.New("没有 Unicode 字符表，本程序不能用；请换一个字体文件")
)

// Parse reads a TrueType font with glyf outlines. The name is a short stable id, which names the font in errors too.
// The data must not change as long as the font is in use. Font collections, PostScript outlines, fonts without a Unicode
// character map and damaged files are refused. Single glyphs are looked at only when they are used.
func Parse(name string, data []byte) (*Font, error) {
	font, err := parse(name, data)
	if err != nil {
		return nil, fmt.Errorf("字体 %s %w", name, err)
	}
	return font, nil
}

func parse(name string, data []byte) (*Font, error) {
	tables, err := directory(data)
	if err != nil {
		return nil, err
	}
	f := &Font{
		name: name,
		head: tables["head"], hhea: tables["hhea"], hmtx: tables["hmtx"], maxp: tables["maxp"], os2: tables["OS/2"],
		loca: tables["loca"], glyf: tables["glyf"], post: tables["post"], names: tables["name"],
		control: tables["cvt "], program: tables["fpgm"], preprogram: tables["prep"],
	}
	if len(f.head) < 54 || len(f.hhea) < 36 || len(f.maxp) < 32 || len(f.os2) < 78 {
		return nil, errDamaged
	}
	if u16(f.os2, 0) > 1 && len(f.os2) < 96 {
		return nil, errDamaged
	}
	f.perEm = int(u16(f.head, 18))
	f.longLoca = u16(f.head, 50) != 0
	f.glyphs = int(u16(f.maxp, 4))
	f.metrics = int(u16(f.hhea, 34))
	if f.perEm < 16 || f.perEm > 16384 || f.glyphs == 0 || f.metrics == 0 || f.metrics > f.glyphs {
		return nil, errDamaged
	}
	if len(f.hmtx) < 2*(f.glyphs+f.metrics) || len(f.loca) < f.locaSize()*(f.glyphs+1) {
		return nil, errDamaged
	}
	if f.cmap, err = readCharacterMap(tables["cmap"]); err != nil {
		return nil, err
	}
	return f, nil
}

// directory finds the tables of a font file.
func directory(data []byte) (map[string][]byte, error) {
	if len(data) < 12 {
		return nil, errNoTrueType
	}
	switch u32(data, 0) {
	case 0x00010000, 0x74727565: // the second is 'true', Apple's
	case 0x74746366: // 'ttcf'
		return nil, errCollection
	case 0x4F54544F: // 'OTTO'
		return nil, errPostScript
	default:
		return nil, errNoTrueType
	}
	count := int(u16(data, 4))
	if len(data) < 12+16*count {
		return nil, errDamaged
	}
	tables := make(map[string][]byte, count)
	for i := range count {
		record := data[12+16*i:]
		offset, length := uint64(u32(record, 8)), uint64(u32(record, 12))
		if offset+length > uint64(len(data)) {
			return nil, errDamaged
		}
		tables[string(record[:4])] = data[offset : offset+length : offset+length]
	}
	if tables["glyf"] == nil && (tables["CFF "] != nil || tables["CFF2"] != nil) {
		return nil, errPostScript
	}
	return tables, nil
}

// Name returns the id given to Parse. No two fonts of a Set have the same.
func (f *Font) Name() string { return f.name }

// Embeddable tells whether the font's maker allows that a part of it is embedded in a document (OS/2 fsType).
func (f *Font) Embeddable() bool {
	const (
		restricted   = 0x0002
		usage        = 0x000E // where several bits are set, the mildest counts
		noSubsetting = 0x0100
		bitmapsOnly  = 0x0200
	)
	permissions := u16(f.os2, 8)
	return permissions&usage != restricted && permissions&(noSubsetting|bitmapsOnly) == 0
}

// Ascent returns the height above the base line that the font asks for.
func (f *Font) Ascent() int { return f.thousandths(int(i16(f.hhea, 4))) }

// Descent returns the depth below the base line that the font asks for, a negative number.
func (f *Font) Descent() int { return f.thousandths(int(i16(f.hhea, 6))) }

// BBox returns the box around all glyphs laid over each other.
func (f *Font) BBox() (xMin, yMin, xMax, yMax int) {
	side := func(offset int) int { return f.thousandths(int(i16(f.head, offset))) }
	return side(36), side(38), side(40), side(42)
}

// Glyph returns the number of the character's glyph. ok is false when the font lacks the character, which it also does
// when it maps it to the box for missing characters, or maps a visible character to an empty glyph.
func (f *Font) Glyph(r rune) (gid uint16, ok bool) {
	gid = f.cmap.glyph(r)
	if gid == 0 || int(gid) >= f.glyphs {
		return 0, false
	}
	if f.isEmpty(int(gid)) && !invisible(r) {
		return 0, false
	}
	return gid, true
}

// isEmpty tells whether a glyph has no ink.
func (f *Font) isEmpty(gid int) bool {
	if f.proven {
		start, end := f.glyphRange(gid)
		return start == end
	}
	data, err := f.glyphData(gid)
	return data == nil && err == nil
}

// invisible tells whether a character has no ink by its nature: spaces, controls, variation selectors.
func invisible(r rune) bool {
	return unicode.In(r, unicode.Z, unicode.Cc, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// Advance returns the width of the character, 0 if the font lacks it.
func (f *Font) Advance(r rune) int {
	gid, ok := f.Glyph(r)
	if !ok {
		return 0
	}
	advance, _ := f.metric(int(gid))
	return f.thousandths(int(advance))
}

// metric returns a glyph's advance and left side bearing, in font units.
func (f *Font) metric(gid int) (advance uint16, bearing int16) {
	if gid < f.metrics {
		return u16(f.hmtx, 4*gid), i16(f.hmtx, 4*gid+2)
	}
	return u16(f.hmtx, 4*(f.metrics-1)), i16(f.hmtx, 2*(f.metrics+gid))
}

// thousandths turns font units into 1/1000 em, halves away from zero.
func (f *Font) thousandths(units int) int {
	if units < 0 {
		return -f.thousandths(-units)
	}
	return (2000*units + f.perEm) / (2 * f.perEm)
}

func (f *Font) locaSize() int {
	if f.longLoca {
		return 4
	}
	return 2
}

// glyphRange returns where a glyph's data stands in glyf. A damaged font may give any numbers.
func (f *Font) glyphRange(gid int) (start, end uint32) {
	if f.longLoca {
		return u32(f.loca, 4*gid), u32(f.loca, 4*gid+4)
	}
	return 2 * uint32(u16(f.loca, 2*gid)), 2 * uint32(u16(f.loca, 2*gid+2))
}

func u16(data []byte, offset int) uint16 { return binary.BigEndian.Uint16(data[offset:]) }
func i16(data []byte, offset int) int16  { return int16(binary.BigEndian.Uint16(data[offset:])) }
func u32(data []byte, offset int) uint32 { return binary.BigEndian.Uint32(data[offset:]) }
