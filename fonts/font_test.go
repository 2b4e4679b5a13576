package fonts

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMetrics(t *testing.T) {
	set := ownFonts(t)
	song, _ := set.Resolve(Song, '中')
	kai, _ := set.Resolve(Kai, '中')

	assert.Equal(t, 1000, song.perEm)
	assert.Equal(t, 1024, kai.perEm)
	assert.Equal(t, 1000, song.Advance('中'))
	assert.Equal(t, 1000, kai.Advance('中'))
	assert.Equal(t, 500, kai.Advance('1'))
	assert.Equal(t, 0, kai.Advance('堽'), "lacking")
	assert.Equal(t, 879, kai.Ascent(), "900 of 1024")
	assert.Equal(t, -120, kai.Descent(), "-123 of 1024")
	xMin, yMin, xMax, yMax := kai.BBox()
	assert.Equal(t, [4]int{0, -121, 1000, 879}, [4]int{xMin, yMin, xMax, yMax})
	assert.Equal(t, "NotoSerifSC-Regular", song.PostScriptName())
	assert.Equal(t, "GBZenKai-Medium", kai.PostScriptName())
	for face := range Faces {
		font, _ := set.Resolve(face, '中')
		assert.True(t, font.Embeddable(), face)
	}
}

func TestAdvanceOfTheLastGlyphsIsShared(t *testing.T) {
	d := drawn{glyphs: [][]byte{simple(triangle(0, 0)), simple(triangle(0, 0)), simple(triangle(0, 0))}, chars: []rune("abc")}
	hhea := make([]byte, 36)
	copy(hhea[34:], words(2))
	d.tables = map[string][]byte{"hhea": hhea, "hmtx": words(500, 0, 700, 1, 2, 3)} // two advances, four side bearings
	font := d.parse(t)
	assert.Equal(t, 700, font.Advance('a'))
	assert.Equal(t, 700, font.Advance('c'))
	advance, bearing := font.metric(3)
	assert.Equal(t, uint16(700), advance)
	assert.Equal(t, int16(3), bearing)
}

func TestEmbeddable(t *testing.T) {
	tests := []struct {
		why    string
		fsType uint16
		want   bool
	}{
		{"installable", 0x0000, true},
		{"restricted", 0x0002, false},
		{"preview and print", 0x0004, true},
		{"editable", 0x0008, true},
		{"of several, the mildest counts (OS/2 version 2 and before)", 0x0006, true},
		{"only whole, never cut", 0x0100, false},
		{"editable, but only whole", 0x0108, false},
		{"only bitmaps", 0x0200, false},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			assert.Equal(t, test.want, drawn{fsType: test.fsType}.parse(t).Embeddable())
		})
	}
}

func TestPostScriptName(t *testing.T) {
	record := func(platform, language, id int, name string) []byte {
		text := encode(name)
		return append(words(0, 1, 18, platform, 1, language, id, len(text), 0), text...)
	}
	tests := []struct {
		why   string
		names []byte
		want  string
	}{
		{"as it is", record(3, englishUS, namePostScript, "FZXBSJW--GB1-0"), "FZXBSJW--GB1-0"},
		{"no names", nil, "drawn"},
		{"a table cut off", words(0, 9, 6), "drawn"},
		{"another name", record(3, englishUS, nameFull, "SimKai"), "drawn"},
		{"another platform", record(1, englishUS, namePostScript, "SimKai"), "drawn"},
		{"another language", record(3, 0x0804, namePostScript, "SimKai"), "drawn"},
		{"characters that would end a name in a PDF", record(3, englishUS, namePostScript, "Sim Kai/("), "drawn"},
		{"Chinese", record(3, englishUS, namePostScript, "楷体"), "drawn"},
		{"empty", record(3, englishUS, namePostScript, ""), "drawn"},
		{"64 letters", record(3, englishUS, namePostScript, strings.Repeat("k", 64)), "drawn"},
		{"overlong", record(3, englishUS, namePostScript, strings.Repeat("k", maxName)), "drawn"},
		{"beyond the table", record(3, englishUS, namePostScript, "SimKai")[:20], "drawn"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			font := drawn{tables: map[string][]byte{"name": test.names}}.parse(t)
			assert.Equal(t, test.want, font.PostScriptName())
		})
	}
}

func TestParseRefuses(t *testing.T) {
	sound := drawn{glyphs: [][]byte{simple(triangle(0, 0))}, chars: []rune("中")}
	file := sound.file()
	without := func(tag string) []byte {
		d := sound
		d.tables = map[string][]byte{tag: nil}
		return d.file()
	}
	tests := []struct {
		why  string
		data []byte
		want error
	}{
		{"nothing", nil, errNoTrueType},
		{"text", []byte("这不是字体，只是一段文字"), errNoTrueType},
		{"a collection (simsun.ttc)", append([]byte("ttcf"), make([]byte, 40)...), errCollection},
		{"PostScript outlines (.otf)", append([]byte("OTTO"), make([]byte, 40)...), errPostScript},
		{"PostScript outlines under TrueType's number", bytes.Join(assemble([]table{{"CFF ", whole(words(1))}, {"head", whole(make([]byte, 54))}}), nil), errPostScript},
		{"a directory cut off", file[:20], errDamaged},
		{"a file cut off", file[:len(file)-4], errDamaged},
		{"no metrics", without("hmtx"), errDamaged},
		{"no places of glyphs", without("loca"), errDamaged},
		{"no header of metrics", without("hhea"), errDamaged},
		{"no number of glyphs", without("maxp"), errDamaged},
		{"no permissions", without("OS/2"), errDamaged},
		{"no character map", without("cmap"), errDamaged},
		{"a map of another encoding", patched(t, file, "cmap", 6, 0, 3), errNoUnicode},
		{"a map of an unknown format", patched(t, file, "cmap", 12, 0, 99), errNoUnicode},
		{"a map beyond the end of its table", patched(t, file, "cmap", 8, 0x7F), errDamaged},
		{"more map segments than fit", patched(t, file, "cmap", 18, 0x7F, 0xFE), errDamaged},
		{"more maps than fit", patched(t, file, "cmap", 2, 0xFF, 0xFF), errDamaged},
		{"no units", patched(t, file, "head", 18, 0, 0), errDamaged},
		{"no glyphs", patched(t, file, "maxp", 4, 0, 0), errDamaged},
		{"more glyphs than places", patched(t, file, "maxp", 4, 0xFF, 0xFF), errDamaged},
		{"more metrics than glyphs", patched(t, file, "hhea", 34, 0xFF, 0xFF), errDamaged},
		{"no metric at all", patched(t, file, "hhea", 34, 0, 0), errDamaged},
		{"a newer OS/2 table that is too short", patched(t, file, "OS/2", 0, 0, 4), errDamaged},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			_, err := Parse("simfang.ttf", test.data)
			require.ErrorIs(t, err, test.want)
			assert.Contains(t, err.Error(), "simfang.ttf")
		})
	}
	_, err := Parse("simfang.ttf", file)
	require.NoError(t, err)
}

func TestParseTakesShortLocaAndTrue(t *testing.T) {
	d := drawn{glyphs: [][]byte{simple(triangle(10, 20))}, chars: []rune("中"), short: true}
	file := d.file()
	copy(file, "true") // Apple's number
	font, err := Parse("drawn", file)
	require.NoError(t, err)
	assert.Len(t, font.Outline('中'), 4)
}

func TestGlyph(t *testing.T) {
	groups := words(0, 1, 3, 10, 0, 12, 12, 0, 0, 40, 0, 0, 0, 2)
	groups = append(groups, words(0, 'x', 0, 'x', 0, 1, 2, 0xB1F9, 2, 0xB1FA, 0, 1)...)
	ink := simple(triangle(0, 0))
	high := drawn{glyphs: [][]byte{ink, ink}, tables: map[string][]byte{"cmap": groups}}
	low := drawn{
		glyphs: [][]byte{ink, ink, {}, words(0, 0, 0, 0, 0), {}, {}},
		chars:  []rune{'a', 'c', 'e', 'f', '\u3000', '\uE5E5'},
	}
	tests := []struct {
		why  string
		font drawn
		r    rune
		want uint16 // 0: lacking
	}{
		{"a segment with a difference", low, 'a', 1},
		{"a segment with numbers", low, 'c', 2},
		{"before the first segment", low, 'A', 0},
		{"between segments", low, 'b', 0},
		{"a visible character with an empty glyph", low, 'e', 0},
		{"a visible character with a glyph without contours", low, 'f', 0},
		{"an invisible one", low, '\u3000', 5},
		{"a private one, which should be visible", low, '\uE5E5', 0},
		{"the end mark of the map", low, 0xFFFF, 0},
		{"beyond a map of format 4", low, 0x10061, 0},
		{"a group of format 12", high, 'x', 1},
		{"beyond U+FFFF", high, 0x2B1F9, 1},
		{"the end of a group", high, 0x2B1FA, 2},
		{"behind the last group", high, 0x2B1FB, 0},
		{"no character", high, -1, 0},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			gid, ok := test.font.parse(t).Glyph(test.r)
			assert.Equal(t, test.want, gid)
			assert.Equal(t, test.want != 0, ok)
		})
	}
}

func TestGlyphBeyondTheFont(t *testing.T) {
	file := drawn{glyphs: [][]byte{simple(triangle(0, 0))}, chars: []rune("中")}.file()
	font, err := Parse("drawn", patched(t, file, "cmap", 12+14+2+2+2+2+2, 0x10, 0)) // the difference of the first segment
	require.NoError(t, err)
	_, ok := font.Glyph('中')
	assert.False(t, ok)
}
