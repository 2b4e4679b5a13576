package fonts

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// fuzzed are the characters that the hostile fonts of these tests are asked for.
var fuzzed = []rune("ab1中国\u3000\U0002B1F9")

// withstand uses a font that came from anywhere: it is refused, or used without harm, and what is cut from it is sound.
func withstand(t *testing.T, data []byte) {
	font, err := Parse("hostile", data)
	if err != nil {
		return
	}
	start := time.Now()
	font.Embeddable()
	font.PostScriptName()
	font.Ascent()
	font.BBox()
	var had []rune
	for _, r := range fuzzed {
		font.Advance(r)
		if _, ok := font.Glyph(r); ok {
			had = append(had, r)
		}
	}
	cut, codes, err := font.Subset(had, nil)
	require.Less(t, time.Since(start), 2*time.Second)
	if err != nil {
		return
	}
	again, err := Parse("cut", cut)
	require.NoError(t, err)
	require.Equal(t, uint32(0xB1B0AFBA), checksum(cut))
	for _, r := range had {
		_, ok := again.Glyph(rune(codes[r]))
		require.True(t, ok, "%U", r)
		require.Equal(t, font.Outline(r), again.Outline(rune(codes[r])))
	}
}

// specimen has a glyph of every kind.
func specimen() drawn {
	const offsets = componentOffsets
	return drawn{
		glyphs: [][]byte{
			simple(triangle(0, 0), triangle(200, 0)),
			composed(words(offsets, 1, 0), words(offsets|componentMatrix, 1, 0, 0, 0x4000, -0x4000, 0)),
			composed(words(offsets, 1, 0), words(0, 2, 0x0102)),
			composed(words(offsets|componentWords|componentScale|componentInstructed, 3, 9, 9, 0x2000, 1, 0)),
			append(words(1, 0, 0, 0, 0, 3, 0), pointOnCurve|pointShortX|pointSameX|pointSameY|pointRepeat, 3, 5, 6, 7, 8),
		},
		chars: []rune("1ab中国"),
	}
}

// Each byte of a font in turn takes the values that numbers turn over at.
func TestEveryByteMayBeWrong(t *testing.T) {
	file := specimen().file()
	font, err := Parse("specimen", file)
	require.NoError(t, err)
	for _, r := range "1ab中国" {
		require.NotEmpty(t, font.Outline(r), "%c", r)
	}
	for i, right := range file {
		for _, wrong := range []byte{0, 1, 0x7F, 0x80, 0xFF, right ^ 0x20} {
			file[i] = wrong
			withstand(t, file)
		}
		file[i] = right
		withstand(t, file[:i])
	}
}

func FuzzFile(f *testing.F) {
	f.Add([]byte("ttcf"))
	f.Add(specimen().file())
	own, err := Embedded()
	require.NoError(f, err)
	for face := range Faces {
		data, _, err := own.chains[face][0].Subset([]rune("1中"), nil)
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(withstand)
}

// FuzzTables gets behind the checks of the file as a whole.
func FuzzTables(f *testing.F) {
	d := specimen()
	cmap := append(words(0, 1, 3, 1, 0, 12), format4(d.chars)...)
	for _, glyph := range d.glyphs {
		f.Add(glyph, d.glyphs[0], cmap, words(0, 1, 18, 3, 1, englishUS, namePostScript, 2, 0, 'A'))
	}
	f.Fuzz(func(t *testing.T, first, second, cmap, names []byte) {
		data := drawn{glyphs: [][]byte{first, second}, tables: map[string][]byte{"cmap": cmap, "name": names}}.file()
		withstand(t, data)
	})
}
