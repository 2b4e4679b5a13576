package fonts

import (
	"bytes"
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/require"
)

// drawn is a font put together by a test: 1000 units per em, each glyph 500 wide and more by its number.
type drawn struct {
	glyphs [][]byte // behind .notdef, which is empty
	chars  []rune   // of the glyphs, in rising order, up to U+FFFF; the rest have none
	fsType uint16
	short  bool              // loca in its short form
	tables map[string][]byte // instead of the usual ones; nil leaves a table out
}

func words(values ...int) []byte {
	var data []byte
	for _, value := range values {
		data = binary.BigEndian.AppendUint16(data, uint16(value))
	}
	return data
}

func (d drawn) file() []byte {
	hmtx, glyf, loca := words(500, 0), []byte{}, []byte{}
	entry := func() {
		if d.short {
			loca = append(loca, words(len(glyf)/2)...)
		} else {
			loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		}
	}
	entry()
	for i, glyph := range d.glyphs {
		entry()
		hmtx = append(hmtx, words(501+i, 0)...)
		glyf = append(glyf, glyph...)
		glyf = append(glyf, make([]byte, padded(len(glyf))-len(glyf))...)
	}
	entry()
	head := make([]byte, 54)
	copy(head[16:], words(0, 1000))
	if !d.short {
		copy(head[50:], words(1))
	}
	maxp := make([]byte, 32)
	copy(maxp, words(1, 0, 1+len(d.glyphs)))
	hhea := make([]byte, 36)
	copy(hhea[4:], words(880, -120))
	copy(hhea[34:], words(1+len(d.glyphs)))
	os2 := make([]byte, 78)
	copy(os2[8:], words(int(d.fsType)))

	tables := []table{
		{"OS/2", whole(os2)},
		{"cmap", whole(append(words(0, 1, 3, 1, 0, 12), format4(d.chars)...))},
		{"glyf", whole(glyf)},
		{"head", whole(head)},
		{"hhea", whole(hhea)},
		{"hmtx", whole(hmtx)},
		{"loca", whole(loca)},
		{"maxp", whole(maxp)},
		{"name", nil},
	}
	for i := range tables {
		if data, ok := d.tables[tables[i].tag]; ok {
			tables[i].data = whole(data)
		}
	}
	return bytes.Join(assemble(tables), nil)
}

// format4 maps the characters to the glyphs from 1 on, one segment with glyph numbers of its own for each.
func format4(chars []rune) []byte {
	count := len(chars) + 1
	ends, starts, deltas, offsets, glyphs := []int{}, []int{}, []int{}, []int{}, []int{}
	for i, r := range chars {
		ends, starts, deltas = append(ends, int(r)), append(starts, int(r)), append(deltas, 1)
		offsets = append(offsets, 2*count) // from here to the glyph's place, the same for each
		glyphs = append(glyphs, i)
	}
	if len(glyphs) > 0 { // the first would be 0, which means none: it goes by its difference alone
		deltas[0], offsets[0] = 1-int(chars[0]), 0
	}
	ends, starts, deltas, offsets = append(ends, 0xFFFF), append(starts, 0xFFFF), append(deltas, 1), append(offsets, 0)
	data := words(4, 16+8*count+2*len(glyphs), 0, 2*count, 0, 0, 0)
	for _, part := range [][]int{ends, {0}, starts, deltas, offsets, glyphs} {
		data = append(data, words(part...)...)
	}
	return data
}

// simple draws contours of points, with two bytes for each coordinate.
func simple(contours ...[]point) []byte {
	var ends, flags, xs, ys []byte
	count, lastX, lastY := 0, 0, 0
	for _, contour := range contours {
		for _, p := range contour {
			flags = append(flags, map[bool]byte{true: pointOnCurve}[p.on])
			xs, ys = append(xs, words(int(p.x)-lastX)...), append(ys, words(int(p.y)-lastY)...)
			lastX, lastY = int(p.x), int(p.y)
			count++
		}
		ends = append(ends, words(count-1)...)
	}
	data := words(len(contours), 0, 0, 1000, 1000)
	for _, part := range [][]byte{ends, words(0), flags, xs, ys} {
		data = append(data, part...)
	}
	return data
}

// triangle stands on x, y, its legs 100 long.
func triangle(x, y float64) []point {
	return []point{{x: x, y: y, on: true}, {x: x + 100, y: y, on: true}, {x: x, y: y + 100, on: true}}
}

// composed puts components together, each in its words as in the file but for the flag that more follow.
func composed(components ...[]byte) []byte {
	data := words(-1, 0, 0, 1000, 1000)
	for i, part := range components {
		part = append([]byte(nil), part...)
		if i < len(components)-1 {
			part[1] |= componentMore
		}
		data = append(data, part...)
	}
	return data
}

func (d drawn) parse(t testing.TB) *Font {
	t.Helper()
	font, err := Parse("drawn", d.file())
	require.NoError(t, err)
	return font
}

// patched returns a copy of a font file with bytes of one table overwritten.
func patched(t testing.TB, file []byte, tag string, offset int, bytes ...byte) []byte {
	t.Helper()
	file = append([]byte(nil), file...)
	for i := range int(u16(file, 4)) {
		if record := file[12+16*i:]; string(record[:4]) == tag {
			require.LessOrEqual(t, offset+len(bytes), int(u32(record, 12)), tag)
			copy(file[int(u32(record, 8))+offset:], bytes)
			return file
		}
	}
	require.Fail(t, "no such table", tag)
	return nil
}
