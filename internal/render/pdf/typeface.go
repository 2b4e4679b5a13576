package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"

	"nianbao/fonts"
	"nianbao/internal/render/layout"
)

// typeface is a font as the file holds it: the characters that the pages use, each with a code of two bytes of its own,
// so that its text is exact even where two characters share a glyph.
type typeface struct {
	id    string // its name among the pages' resources
	font  *fonts.Font
	runes []rune // sorted; codes count from 1
	codes map[rune]uint16
}

// typefaces are those of one file, in the order in which the pages first use them.
type typefaces struct {
	all []*typeface
	of  map[*fonts.Font]*typeface
}

// collectTypefaces gives the fonts that the pages use their names, and the characters their codes.
func collectTypefaces(p *layout.Pages) (*typefaces, error) {
	used, err := p.Fonts("PDF")
	if err != nil {
		return nil, err
	}
	faces := &typefaces{of: make(map[*fonts.Font]*typeface)}
	for i, u := range used {
		face := &typeface{id: fmt.Sprint("F", i), font: u.Font, runes: u.Runes, codes: make(map[rune]uint16, len(u.Runes))}
		for code, r := range u.Runes {
			face.codes[r] = uint16(code + 1)
		}
		faces.of[u.Font] = face
		faces.all = append(faces.all, face)
	}
	return faces, nil
}

// encode writes a text in the typeface's codes.
func (t *typeface) encode(text string) string {
	codes := make([]byte, 0, len(text))
	for _, r := range text {
		codes = binary.BigEndian.AppendUint16(codes, t.codes[r])
	}
	return string(codes)
}

// embed adds the typeface's objects and returns its own number.
func (t *typeface) embed(f *file) (int, error) {
	subset, _, err := t.font.Cut(t.runes, func(r rune) uint16 { return t.codes[r] })
	if err != nil {
		return 0, fmt.Errorf("不能生成 PDF：%w", err)
	}
	hash := sha256.New()
	for _, piece := range subset {
		hash.Write(piece)
	}
	sum := [sha256.Size]byte(hash.Sum(nil))
	name := tag(sum[:]) + "+" + pdfName(t.font.PostScriptName())

	file := f.addSubset(t.font, subset, sum)
	left, bottom, right, top := t.font.BBox()
	descriptor := f.add("<</Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%d %d %d %d] /ItalicAngle 0"+
		" /Ascent %d /Descent %d /CapHeight %d /StemV %d /FontFile2 %d 0 R>>",
		name, left, bottom, right, top, t.font.Ascent(), t.font.Descent(), t.font.Ascent(), stemWidth, file)
	glyphs := f.addStream("", t.glyphs())
	descendant := f.add("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s"+
		" /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>"+
		" /FontDescriptor %d 0 R /DW %d /W [%s] /CIDToGIDMap %d 0 R>>", name, descriptor, em, t.widths(), glyphs)
	unicode := f.addStream("", toUnicode(t.runes))
	return f.add("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H"+
		" /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", name, descendant, unicode), nil
}

// subset is the last subset of a font that was written into a file, by its checksum. Object is the stream that it came to, nil before the
// same subset was written a second time: the headings and notes of the form are the same in all reports, their text is in none.
type subset struct {
	sum    [sha256.Size]byte
	object []byte
}

// addSubset adds a subset of a font as a stream and returns its number.
func (f *file) addSubset(font *fonts.Font, pieces [][]byte, sum [sha256.Size]byte) int {
	last := f.subsets[font]
	if last.sum == sum && last.object != nil {
		number := f.open()
		f.out = append(f.out, last.object...)
		return number
	}
	size := 0
	for _, piece := range pieces {
		size += len(piece)
	}
	number := f.open()
	start := len(f.out)
	f.stream(fmt.Sprintf(" /Length1 %d", size), pieces...)
	now := subset{sum: sum}
	if last.sum == sum {
		now.object = bytes.Clone(f.out[start:])
	}
	f.subsets[font] = now
	return number
}

// stemWidth stands for a font's unmeasured /StemV, and its ascent for /CapHeight: a reader asks for them
// only when it has to find a substitute for a font that is not embedded.
const stemWidth = 80

// em is the width of nearly every character, in thousandths of the size.
const em = 1000

// tag returns the six letters that mark a font as a subset (ISO 32000-1, 9.6.4), drawn from a checksum of its content.
func tag(sum []byte) string {
	letters := make([]byte, 6)
	for i := range letters {
		letters[i] = 'A' + sum[i]%26
	}
	return string(letters)
}

// glyphs lists for each code, from 0, the number of its glyph in the subset, in two bytes. A subset's glyphs are numbered
// in the order of the codes, but characters may share one.
func (t *typeface) glyphs() []byte {
	list := make([]byte, 2, 2*len(t.runes)+2)
	numbers := make(map[uint16]uint16, len(t.runes))
	for _, r := range t.runes {
		source, _ := t.font.Glyph(r)
		if _, ok := numbers[source]; !ok {
			numbers[source] = uint16(len(numbers) + 1)
		}
		list = binary.BigEndian.AppendUint16(list, numbers[source])
	}
	return list
}

// widths lists the characters that are not one em wide, as an array /W has it: a first code, then the widths from there on.
func (t *typeface) widths() string {
	var list strings.Builder
	follows := false
	for i, r := range t.runes {
		advance := t.font.Advance(r)
		switch {
		case advance == em:
			if follows {
				list.WriteString("]")
			}
		case follows:
			fmt.Fprintf(&list, " %d", advance)
		default:
			fmt.Fprintf(&list, " %d [%d", i+1, advance)
		}
		follows = advance != em
	}
	if follows {
		list.WriteString("]")
	}
	return list.String()
}
