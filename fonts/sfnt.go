package fonts

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// table is a table of a font file in the making. Its pieces begin at multiples of four bytes, but for those that only fill up to one.
type table struct {
	tag  string
	data [][]byte
}

// file puts the subset's tables together. Fields that would make fpdf print on standard output are set right:
// the formats of glyphs and metrics, the format of names and their length in whole characters.
func (c *cutting) file() ([][]byte, error) {
	cmap, err := c.cmap()
	if err != nil {
		return nil, err
	}
	source := c.font
	tables := []table{ // in the order of their tags
		{"OS/2", whole(c.os2())},
		{"cmap", whole(cmap)},
		{"cvt ", whole(source.control)},
		{"fpgm", whole(source.program)},
		{"glyf", c.glyf},
		{"head", whole(c.head())},
		{"hhea", whole(c.hhea())},
		{"hmtx", whole(c.hmtx)},
		{"loca", whole(c.loca)},
		{"maxp", whole(c.maxp())},
		{"name", whole(c.names())},
		{"post", whole(c.post())},
		{"prep", whole(source.preprogram)},
	}
	return assemble(tables), nil
}

func (c *cutting) head() []byte {
	head := append([]byte(nil), c.font.head[:54]...)
	binary.BigEndian.PutUint32(head[8:], 0) // the checksum of the whole, see assemble
	for side, value := range c.box {
		binary.BigEndian.PutUint16(head[36+2*side:], uint16(value))
	}
	binary.BigEndian.PutUint16(head[50:], 1) // loca has four bytes an entry
	binary.BigEndian.PutUint16(head[52:], 0) // format of the glyphs
	return head
}

func (c *cutting) hhea() []byte {
	hhea := append([]byte(nil), c.font.hhea[:36]...)
	binary.BigEndian.PutUint16(hhea[32:], 0) // format of the metrics
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(c.glyphs)))
	return hhea
}

func (c *cutting) maxp() []byte {
	maxp := append([]byte(nil), c.font.maxp[:32]...)
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(c.glyphs)))
	return maxp
}

func (c *cutting) os2() []byte {
	os2 := append([]byte(nil), c.font.os2...)
	if len(c.codes) > 0 {
		binary.BigEndian.PutUint16(os2[64:], c.codes[0].code)
		binary.BigEndian.PutUint16(os2[66:], c.codes[len(c.codes)-1].code)
	}
	return os2
}

// post has version 3, without the glyphs' names.
func (c *cutting) post() []byte {
	post := make([]byte, 32)
	if len(c.font.post) >= 16 {
		copy(post[4:], c.font.post[4:16]) // slant, underline, fixed pitch
	}
	binary.BigEndian.PutUint32(post, 0x00030000)
	return post
}

// cmap has one subtable, of format 4. Codes and glyph numbers rise together, so a difference for each run is enough.
func (c *cutting) cmap() ([]byte, error) {
	type segment struct{ first, last, delta uint16 }
	var segments []segment
	for _, r := range c.codes {
		delta := c.number[r.gid] - r.code
		if last := len(segments) - 1; last >= 0 && segments[last].last+1 == r.code && segments[last].delta == delta {
			segments[last].last = r.code
			continue
		}
		segments = append(segments, segment{r.code, r.code, delta})
	}
	segments = append(segments, segment{0xFFFF, 0xFFFF, 1})
	if len(segments) > maxSegments {
		return nil, fmt.Errorf("字体 %s：一份文件里用的字太多（%d 个），无法嵌入字体", c.font.name, len(c.codes))
	}

	count := len(segments)
	power, exponent := halving(count)
	data := make([]byte, 0, 12+16+8*count)
	write := func(values ...int) {
		for _, value := range values {
			data = binary.BigEndian.AppendUint16(data, uint16(value))
		}
	}
	write(0, 1, 3, 1, 0, 12) // one subtable: Windows, Unicode up to U+FFFF
	write(4, 16+8*count, 0, 2*count, 2*power, exponent, 2*(count-power))
	for _, s := range segments {
		write(int(s.last))
	}
	write(0)
	for _, s := range segments {
		write(int(s.first))
	}
	for _, s := range segments {
		write(int(s.delta))
	}
	for range segments {
		write(0)
	}
	return data, nil
}

// names keeps the font's English names, and gives it those that a font must have.
func (c *cutting) names() []byte {
	names := c.font.englishNames()
	for _, id := range []int{nameFamily, nameFull, namePostScript} {
		if names[id] == nil {
			names[id] = encode(c.font.name)
		}
	}
	if names[nameStyle] == nil {
		names[nameStyle] = encode("Regular")
	}

	var records, text []byte
	count := 0
	for id, name := range names {
		if name == nil {
			continue
		}
		for _, value := range []int{3, 1, englishUS, id, len(name), len(text)} {
			records = binary.BigEndian.AppendUint16(records, uint16(value))
		}
		text = append(text, name...)
		count++
	}
	var data []byte
	for _, value := range []int{0, count, 6 + len(records)} {
		data = binary.BigEndian.AppendUint16(data, uint16(value))
	}
	return append(append(data, records...), text...)
}

func whole(data []byte) [][]byte { return [][]byte{data} }

// assemble returns the pieces of the file of the tables that are not empty, with all checksums.
func assemble(tables []table) [][]byte {
	tables = slices.DeleteFunc(slices.Clone(tables), func(t table) bool { return t.size() == 0 })
	power, exponent := halving(len(tables))
	directory := make([]byte, 0, 12+16*len(tables))
	directory = binary.BigEndian.AppendUint32(directory, 0x00010000)
	for _, value := range []int{len(tables), 16 * power, exponent, 16 * (len(tables) - power)} {
		directory = binary.BigEndian.AppendUint16(directory, uint16(value))
	}

	offset, sum, head := cap(directory), uint32(0), []byte(nil)
	for _, t := range tables {
		if t.tag == "head" {
			head = t.data[0]
		}
		own := t.checksum()
		sum += own
		directory = append(directory, t.tag...)
		for _, value := range []uint32{own, uint32(offset), uint32(t.size())} {
			directory = binary.BigEndian.AppendUint32(directory, value)
		}
		offset += padded(t.size())
	}
	if len(head) >= 12 { // as that of every font but the broken ones of tests
		binary.BigEndian.PutUint32(head[8:], 0xB1B0AFBA-sum-checksum(directory))
	}
	pieces := [][]byte{directory}
	for _, t := range tables {
		pieces = fill(append(pieces, t.data...), t.size())
	}
	return pieces
}

func (t table) size() int {
	size := 0
	for _, piece := range t.data {
		size += len(piece)
	}
	return size
}

func (t table) checksum() uint32 {
	var sum uint32
	for _, piece := range t.data {
		sum += checksum(piece)
	}
	return sum
}

// padded is the next multiple of four.
func padded(size int) int { return (size + 3) &^ 3 }

// fill appends what fills so many bytes up to a multiple of four.
func fill(pieces [][]byte, size int) [][]byte {
	if size != padded(size) {
		pieces = append(pieces, zeros[:padded(size)-size])
	}
	return pieces
}

var zeros [3]byte

// halving returns what binary searches of old began with: the largest power of two within count, and its exponent.
func halving(count int) (power, exponent int) {
	exponent = bits.Len(uint(count)) - 1
	return 1 << exponent, exponent
}

// checksum adds up words of four bytes, zeros behind their end.
func checksum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	var rest [4]byte
	copy(rest[:], data)
	return sum + binary.BigEndian.Uint32(rest[:])
}
