package fonts

import (
	"crypto/sha256"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const sample = "清溪镇人民政府2025年政府信息公开工作年度报告。收到11384.8489万元，占12.5%——〔2021〕\u3000"

func TestSubsetHoldsTheSameGlyphs(t *testing.T) {
	set := ownFonts(t)
	for face := range Faces {
		t.Run(face.id(), func(t *testing.T) {
			font := set.chains[face][0]
			text := sample
			if face != Kai {
				text += "㙍𬇹𫭼𬭚"
			}
			data, codes, err := font.Subset([]rune(text), nil)
			require.NoError(t, err)
			cut, err := Parse("cut", data)
			require.NoError(t, err)

			for _, r := range text {
				code, ok := codes[r]
				require.True(t, ok, "%c", r)
				if r <= 0xFFFF {
					assert.Equal(t, uint16(r), code)
				}
				_, ok = cut.Glyph(rune(code))
				assert.True(t, ok, "%c", r)
				assert.Equal(t, font.Advance(r), cut.Advance(rune(code)), "%c", r)
				assert.Equal(t, font.Outline(r), cut.Outline(rune(code)), "%c", r)
			}
			assert.Equal(t, font.Ascent(), cut.Ascent())
			assert.Equal(t, font.Descent(), cut.Descent())
			assert.Equal(t, font.Embeddable(), cut.Embeddable())
			assert.Equal(t, font.PostScriptName(), cut.PostScriptName())
			assert.NotEmpty(t, cut.englishNames()[nameCopyright])
			assert.Equal(t, cut.glyphs, cut.metrics, "the PDF writer writes into the file of a font that shares metrics")
			_, ok := cut.Glyph('县')
			assert.False(t, ok, "not asked for")
			assert.Less(t, len(data), 60_000)
		})
	}
}

func TestSubsetIsAlwaysTheSameAndLeavesTheFontAlone(t *testing.T) {
	font := ownFonts(t).chains[Song][0]
	before := sha256.Sum256(songData)
	first, codes, err := font.Subset([]rune(sample+"𬭚𬇹"), nil)
	require.NoError(t, err)
	second, again, err := font.Subset([]rune("𬇹"+strings.Repeat(sample, 2)+"𬭚"), nil)
	require.NoError(t, err)
	assert.Equal(t, first, second)
	assert.Equal(t, codes, again)
	assert.Equal(t, before, sha256.Sum256(songData))
}

func TestFontsMayBeSharedByDocuments(t *testing.T) {
	set := ownFonts(t)
	var group sync.WaitGroup
	cuts := make([][]byte, 4)
	for i := range cuts {
		group.Go(func() { cuts[i], _, _ = set.chains[Kai][0].Subset([]rune("政府信息公开"), nil) })
	}
	group.Wait()
	for _, cut := range cuts {
		assert.Equal(t, cuts[0], cut)
		assert.NotEmpty(t, cut)
	}
}

func TestSubsetChecksums(t *testing.T) {
	for face := range Faces {
		data, _, err := ownFonts(t).chains[face][0].Subset([]rune(sample), nil)
		require.NoError(t, err)
		assert.Equal(t, uint32(0xB1B0AFBA), checksum(data), "of the whole")
		lastTag, offset := "", 12+16*int(u16(data, 4))
		for i := range int(u16(data, 4)) {
			record := data[12+16*i:]
			tag, start, length := string(record[:4]), int(u32(record, 8)), int(u32(record, 12))
			assert.Less(t, lastTag, tag)
			assert.Equal(t, offset, start, tag)
			table := append([]byte(nil), data[start:start+length]...)
			if tag == "head" {
				copy(table[8:12], make([]byte, 4))
			}
			assert.Equal(t, checksum(table), u32(record, 4), tag)
			lastTag, offset = tag, (start+length+3)&^3
		}
		assert.Equal(t, offset, len(data))
	}
}

func TestSubsetNumbersGlyphsInOrderOfCodes(t *testing.T) {
	font := ownFonts(t).chains[Song][0]
	data, codes, err := font.Subset([]rune("𬭚乙A甲𬇹A"), nil)
	require.NoError(t, err)
	assert.Equal(t, map[rune]uint16{'A': 'A', '乙': '乙', '甲': '甲', '𬇹': 0xE000, '𬭚': 0xE001}, codes)
	cut, err := Parse("cut", data)
	require.NoError(t, err)
	for i, code := range []rune{'A', '乙', '甲', 0xE000, 0xE001} {
		gid, ok := cut.Glyph(code)
		assert.True(t, ok)
		assert.Equal(t, uint16(i+1), gid)
	}
	assert.Equal(t, 6, cut.glyphs)
}

func TestSubsetCodes(t *testing.T) {
	ink := simple(triangle(0, 0))
	groups := words(0, 1, 3, 10, 0, 12, 12, 0, 0, 40, 0, 0, 0, 2)
	groups = append(groups, words(0, 0xE000, 0, 0xE001, 0, 1, 2, 0, 2, 0xFFFF, 0, 3)...)
	d := drawn{tables: map[string][]byte{"cmap": groups}}
	for range 7000 {
		d.glyphs = append(d.glyphs, ink)
	}
	font := d.parse(t)

	_, codes, err := font.Subset([]rune{0x20000, 0xE001, 0x20001, 0xE000}, nil)
	require.NoError(t, err)
	assert.Equal(t, map[rune]uint16{0xE000: 0xE000, 0xE001: 0xE001, 0x20000: 0xE002, 0x20001: 0xE003}, codes,
		"private characters of the font keep their codes")

	data, codes, err := font.Subset([]rune{0x20000, 0xE001}, func(r rune) uint16 { return uint16(r%7) + 100 })
	require.NoError(t, err)
	cut, err := Parse("cut", data)
	require.NoError(t, err)
	_, ok := cut.Glyph(rune(codes[0x20000]))
	assert.True(t, ok)
	assert.Equal(t, uint16(0x20000%7+100), codes[0x20000])

	var all []rune
	for r := rune(0x20000); r < 0x20000+6401; r++ {
		all = append(all, r)
	}
	_, _, err = font.Subset(all[:6400], nil)
	require.NoError(t, err)
	_, _, err = font.Subset(all, nil)
	assert.ErrorContains(t, err, "6400")
}

func TestSubsetRefuses(t *testing.T) {
	font := ownFonts(t).chains[Hei][0]
	constant := func(code uint16) func(rune) uint16 { return func(rune) uint16 { return code } }
	tests := []struct {
		why  string
		text string
		code func(rune) uint16
		want string
	}{
		{"a character that would be lost", "中😀", nil, "U+1F600"},
		{"a code given twice", "中文", constant(7), "0007"},
		{"code 0, which the PDF writer drops", "中", constant(0), "0000"},
		{"code FFFF, the end mark of the map", "中", constant(0xFFFF), "FFFF"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			_, _, err := font.Subset([]rune(test.text), test.code)
			require.ErrorContains(t, err, test.want)
			assert.ErrorContains(t, err, "字体 hei")
		})
	}
}

func TestSubsetOfNothing(t *testing.T) {
	data, codes, err := ownFonts(t).chains[Song][0].Subset(nil, nil)
	require.NoError(t, err)
	assert.Empty(t, codes)
	cut, err := Parse("cut", data)
	require.NoError(t, err)
	assert.Equal(t, 1, cut.glyphs, ".notdef")
}

func TestSubsetTakesComponentsAlong(t *testing.T) {
	const offsets = componentOffsets
	d := drawn{
		glyphs: [][]byte{
			simple(triangle(0, 0)), // 1 a
			composed(words(offsets, 4, 0), words(offsets, 1, 0x0A00)),     // 2 b
			composed(words(offsets, 5, 0)),                                // 3 c
			composed(words(offsets|componentInstructed, 5, 0, 1, 0x5500)), // 4
			simple(triangle(7, 7)),                                        // 5
		},
		chars: []rune("abc"),
	}
	font := d.parse(t)
	data, _, err := font.Subset([]rune("cb"), nil)
	require.NoError(t, err)
	cut, err := Parse("cut", data)
	require.NoError(t, err)
	assert.Equal(t, 6, cut.glyphs, ".notdef, b, c, and 4, 1, 5 behind them")
	for _, r := range "bc" {
		assert.NotEmpty(t, cut.Outline(r))
		assert.Equal(t, font.Outline(r), cut.Outline(r))
	}
	first, _ := cut.Glyph('b')
	assert.Equal(t, uint16(1), first)
}

func TestSubsetRefusesDamagedGlyphs(t *testing.T) {
	const offsets = componentOffsets
	tests := []struct {
		why   string
		glyph []byte
	}{
		{"of itself, on which the PDF writer would never end", composed(words(offsets, 2, 0))},
		{"of a glyph beyond the font", composed(words(offsets, 9, 0))},
		{"cut off", simple(triangle(0, 0))[:20]},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			font := drawn{glyphs: [][]byte{simple(triangle(0, 0)), test.glyph}, chars: []rune("ab")}.parse(t)
			_, _, err := font.Subset([]rune("ab"), nil)
			require.ErrorIs(t, err, errDamaged)
			assert.ErrorContains(t, err, "“b”")
			_, _, err = font.Subset([]rune("a"), nil)
			assert.NoError(t, err, "the others can be used")
		})
	}
}

func TestSubsetOfMoreRunsThanFit(t *testing.T) {
	font := ownFonts(t).chains[Song][0]
	var sparse []rune
	for r := rune(0x3400); r <= 0x9FFF; r += 2 {
		if _, ok := font.Glyph(r); ok {
			sparse = append(sparse, r)
		}
	}
	require.Greater(t, len(sparse), maxSegments)
	_, _, err := font.Subset(sparse, nil)
	assert.ErrorContains(t, err, "太多")
	data, _, err := font.Subset(sparse[:maxSegments-1], nil)
	require.NoError(t, err)
	cut, err := Parse("cut", data)
	require.NoError(t, err)
	for _, r := range []int{0, 4000, maxSegments - 2} {
		gid, ok := cut.Glyph(sparse[r])
		assert.True(t, ok)
		assert.Equal(t, uint16(r+1), gid)
	}
}

// The PDF writer complains on standard output, which belongs to the findings, when these are not so.
func TestSubsetGivesThePDFWriterNothingToSay(t *testing.T) {
	file := drawn{glyphs: [][]byte{simple(triangle(0, 0))}, chars: []rune("中")}.file()
	file = patched(t, file, "head", 52, 0, 9)
	file = patched(t, file, "hhea", 32, 0, 9)
	font, err := Parse("drawn", file)
	require.NoError(t, err)
	data, _, err := font.Subset([]rune("中"), nil)
	require.NoError(t, err)
	cut, err := Parse("cut", data)
	require.NoError(t, err)
	assert.Zero(t, u16(cut.head, 52), "format of glyphs")
	assert.Zero(t, u16(cut.hhea, 32), "format of metrics")
	assert.Zero(t, u16(cut.names, 0), "format of names")
	assert.Equal(t, encode("drawn"), cut.englishNames()[nameFamily])
	assert.NotNil(t, cut.post)
}

func BenchmarkSubset(b *testing.B) {
	font := ownFonts(b).chains[Song][0]
	var runes []rune
	for r := rune(0x4E00); len(runes) < 300; r += 17 {
		runes = append(runes, r)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := font.Subset(runes, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAdvance(b *testing.B) {
	font := ownFonts(b).chains[Song][0]
	for b.Loop() {
		font.Advance('镇')
	}
}
