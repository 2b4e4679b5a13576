package fonts

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ownFonts(t testing.TB) *Set {
	t.Helper()
	set, err := Embedded()
	require.NoError(t, err)
	return set
}

func TestEmbeddedFontsAreThoseOfTheSums(t *testing.T) {
	file, err := os.Open("SHA256SUMS")
	require.NoError(t, err)
	defer file.Close()

	embedded := map[string][]byte{"song.ttf": songData, "hei.ttf": heiData, "kai.ttf": kaiData, "title.ttf": titleData}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		want, name, ok := strings.Cut(lines.Text(), "  ")
		require.True(t, ok, lines.Text())
		require.Contains(t, embedded, name)
		sum := sha256.Sum256(embedded[name])
		assert.Equal(t, want, hex.EncodeToString(sum[:]), name)
		delete(embedded, name)
	}
	require.NoError(t, lines.Err())
	assert.Empty(t, embedded, "not in SHA256SUMS")
}

func filled(data []byte) []byte { return bytes.Join(fill([][]byte{data}, len(data)), nil) }

// The Arphic Public License asks for it (2 a), among the font's names.
func TestAChangedFontSaysSo(t *testing.T) {
	own, err := embedded()
	require.NoError(t, err)
	assert.Contains(t, string(own[Kai].names), string(encode("Modified 2026-11-28")))
}

func TestEmbeddedFontsSetWhatReportsHold(t *testing.T) {
	span := func(first, last rune) string {
		var text strings.Builder
		for r := first; r <= last; r++ {
			text.WriteRune(r)
		}
		return text.String()
	}
	const all = "song hei kai title"
	tests := []struct {
		why   string
		text  string
		alone string // the fonts that have the whole text without the help of Song
	}{
		{"place names of 通用规范汉字表", "堽垟崾崄硚磜圳塅圩犍牂㙍䢺", "song hei title"},
		{"characters of it beyond U+FFFF", "𬇹𫭼𬭚", "song hei title"},
		{"a place name in no list but Unicode's Extension A (㵲阳)", "㵲", "song"},
		{"common characters", "镇人民政府信息公开工作年度报告", all},
		{"every character of the basic block", span(0x4E00, 0x9FFF), "song"},
		{"every character of Extension A", span(0x3400, 0x4DBF), "song"},
		{"letters and digits", span(' ', '~'), all},
		{"Latin-1, which pinyin and names bring", span(0xA0, 0xFF), "song hei title"},
		{"full-width forms", span('！', '～'), all},
		{"punctuation", "、。·—…‘’“”〈〉《》「」『』【】〔〕〖〗\u3000", all},
		{"quotation of ranges and omissions", "～－―–‐‥", "song hei title"},
		{"units", "℃㎡㎎㎏㎞㎥㎜㎝‰℉", "song hei title"},
		{"currency", "€£￥¥", "song hei title"},
		{"numbers in circles, brackets, with a dot", span('①', '⑳') + span('⑴', '⒇') + span('⒈', '⒛'), "song hei title"},
		{"Chinese numbers in brackets", span('㈠', '㈩'), all},
		{"Roman numerals", span('Ⅰ', 'Ⅻ') + span('ⅰ', 'ⅻ'), "song hei title"},
		{"mathematics", "±×÷≤≥≠≈∞√≡∑∏∠⊥∥∵∴∶∷", all},
		{"arrows", "→←↑↓", all},
		{"shapes", "■□●○★☆▲△◆◇※〓", all},
		{"signs", "§¶№™©®", "song hei title"},
		{"Greek", span('Α', 'Ρ') + span('Σ', 'Ω') + span('α', 'ρ') + span('σ', 'ω'), all},
		{"Cyrillic", span('А', 'я') + "Ёё", all},
		{"kana", span('ぁ', 'ん') + span('ァ', 'ヶ'), all},
		{"bopomofo", span('ㄅ', 'ㄩ'), all},
		{"pinyin with tones", "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", all},
		{"radicals, which text copied out of a PDF is full of", "⽔⽕⻝", "song hei title"},
	}
	set := ownFonts(t)
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			var alone []string
			for face := range Faces {
				lacking := ""
				for _, r := range test.text {
					font, ok := set.Resolve(face, r)
					require.True(t, ok, "%v: %c %U", face, r, r)
					if font.Name() != face.id() {
						assert.Equal(t, "song", font.Name())
						lacking += string(r)
					}
				}
				if lacking == "" {
					alone = append(alone, face.id())
				}
			}
			assert.Equal(t, test.alone, strings.Join(alone, " "))
		})
	}
}

func TestResolve(t *testing.T) {
	set := ownFonts(t)
	tests := []struct {
		why  string
		face Face
		r    rune
		want string // "" for none
	}{
		{"its own", Kai, '一', "kai"},
		{"楷体 has but GB2312", Kai, '堽', "song"},
		{"楷体 maps ⅰ to an empty glyph, which would be lost without a word", Kai, 'ⅰ', "song"},
		{"the space has no ink by its nature", Kai, ' ', "kai"},
		{"so has the wide one", Title, '\u3000', "title"},
		{"no font has it", Song, '😀', ""},
		{"a private character, which no font may guess", Song, '\uE000', ""},
		{"a control character", Hei, '\x00', ""},
		{"no character at all", Hei, -1, ""},
		{"beyond Unicode", Hei, 0x7FFFFFFF, ""},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			font, ok := set.Resolve(test.face, test.r)
			assert.Equal(t, test.want != "", ok)
			if ok {
				assert.Equal(t, test.want, font.Name())
			}
		})
	}
}

func BenchmarkEmbedded(b *testing.B) {
	for b.Loop() {
		if _, err := Embedded(); err != nil {
			b.Fatal(err)
		}
	}
}

// What Font says of the program's own fonts, glyph by glyph.
func TestOwnFontsAreProven(t *testing.T) {
	own, err := embedded()
	require.NoError(t, err)
	for _, font := range own {
		require.True(t, font.proven)
		for gid := range font.glyphs {
			start, end := font.glyphRange(gid)
			data, err := font.glyphData(gid)
			require.NoError(t, err, "%s, glyph %d", font.name, gid)
			require.Equal(t, start == end, data == nil, "%s, glyph %d", font.name, gid)
			if data == nil {
				continue
			}
			require.False(t, composite(data), "%s, glyph %d", font.name, gid)
			glyph, err := readSimple(data)
			require.NoError(t, err, "%s, glyph %d", font.name, gid)
			require.Equal(t, filled(data), filled(data[:glyph.size]), "%s, glyph %d", font.name, gid)
		}
	}
}
