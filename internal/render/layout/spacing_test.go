package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
)

func TestSpacing(t *testing.T) {
	tests := []struct {
		why  string
		text string
		want float64 // the width in characters
	}{
		{"a mark beside Han characters has full width", "公，开", 3},
		{"a mark that closes and one that opens", "，“", 1.5},
		{"two that close", "》。", 1.5},
		{"two that open", "《“", 1.5},
		{"three take two", "”，“", 2},
		{"two stops", "？！", 1.5},
		{"one that opens and one that closes hold nothing, at full width", "（）", 2},
		{"a quote is on full width in Chinese text", "“公”", 3},
		{"· takes half", "公·开", 2.5},
		{"—— takes two", "公——开", 4},
		{"— takes one", "公—开", 3},
		{"…… takes two", "公……开", 4},
		{"a full-width space", "公\u3000开", 3},
		{"what is not seen takes nothing, and parts no marks", "，\u200b“\u2060公", 2.5},
	}
	set := embedded(t)
	for _, tt := range tests {
		for _, face := range []fonts.Face{fonts.Song, fonts.Hei, fonts.Kai, fonts.Title} {
			ts := newTypesetter(set)
			const size = 20
			assert.InDelta(t, tt.want, ts.width([]span{{Text: tt.text, Face: face}}, style{Size: size})/size, 0.011, "%s, %v", tt.why, face)
		}
	}
}

func TestLatinAndHan(t *testing.T) {
	ts := newTypesetter(embedded(t))
	s := style{Size: 10}
	apart := ts.width(song("公"), s) + ts.width(song("2025"), s) + ts.width(song("PDF"), s)
	assert.InDelta(t, apart, ts.width(song("2025公PDF"), s), 1e-9, "no gap between Latin and Han")

	apart = ts.width(song("dont"), s)
	assert.InDelta(t, 0.25, (ts.width(song("don’t"), s)-apart)/s.Size, 0.1, "an apostrophe is narrow")
	assert.InDelta(t, 0.25, (ts.width(song("公don’t"), s)-apart)/s.Size-1, 0.1, "in Chinese text too")
	assert.Less(t, ts.width(song("“dont”"), s)-apart, 1.2*s.Size, "so are quotes in English text")
	assert.Greater(t, ts.width(song("“dont”公"), s)-apart, 2.9*s.Size, "but not in Chinese text")
}

// The strokes of —— join, in every face, and leave little white on both sides.
func TestDashesJoin(t *testing.T) {
	const size = 100
	for _, face := range []fonts.Face{fonts.Song, fonts.Hei, fonts.Kai, fonts.Title} {
		for _, count := range []int{1, 2, 3, 4} {
			ts := newTypesetter(embedded(t))
			lines := ts.breakLines([]span{{Text: strings.Repeat("—", count), Face: face}}, style{Size: size, Measure: 1000})
			require.Len(t, lines, 1)
			ink := 0.0
			for _, r := range lines[0].Runs {
				x := r.X
				for _, c := range r.Text {
					box := inkOf(r.Font, c)
					left, right := x+box.left*size*r.Stretch, x+box.right*size*r.Stretch
					if ink == 0 {
						assert.Less(t, left, 0.1*size, "%v: white before", face)
					} else {
						assert.Less(t, left, ink, "%v: a seam in %d", face, count)
					}
					ink = right
					x += float64(r.Font.Advance(c))/1000*size*r.Stretch + r.Tracking
				}
			}
			assert.Greater(t, ink, lines[0].Width-0.1*size, "%v: white behind", face)
			assert.LessOrEqual(t, ink, lines[0].Width, "%v", face)
		}
	}
}

func TestCombiningMark(t *testing.T) {
	ts := newTypesetter(embedded(t))
	lines := ts.breakLines(song("me\u0301o"), style{Size: 100, Measure: 1000})
	assert.InDelta(t, ts.width(song("meo"), style{Size: 100}), lines[0].Width, 1e-9, "it takes no room")
	require.Len(t, lines[0].Runs, 3)
	letters, accent := lines[0].Runs[0], lines[0].Runs[1]
	require.Equal(t, "me", letters.Text)
	e := letters.X + float64(letters.Font.Advance('m'))/10 + float64(letters.Font.Advance('e'))/20
	box := runExtent(accent)
	assert.InDelta(t, e, (box.left+box.right)/2, 1, "it stands over its letter")
}

// What reaches out of its cell reaches over nothing of another font, part or kind; letters of one font are left as it has them.
func TestInkStaysApart(t *testing.T) {
	tests := []struct{ why, lead, text string }{
		{"letters of two fonts, set closer than they are drawn", "Y", "v"},
		{"a letter that reaches far to the left", "Kai", "jpg"},
		{"one that reaches far to the right, before one of another part", "", "fj"},
		{"letters that only the next font has", "ƒ", "ƒ"},
		{"a letter behind a Chinese character", "国", "j"},
		{"and before one", "", "f国"},
		{"a letter beside dashes", "", "f——j"},
		{"beside quotes of Chinese text", "", "国“j”f’j"},
		{"beside quotes of English text", "f", "“j”"},
		{"with a blank between them that is narrower than that", "", "f\u200aj"},
		{"with a mark above", "", "国f\u0301j"},
		{"squares that are filled to the border", "─", "〰─"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			for _, face := range []fonts.Face{fonts.Song, fonts.Hei, fonts.Kai} {
				spans := []span{{Text: tt.lead, Face: face, Part: Lead}, {Text: tt.text, Face: fonts.Song}}
				lines := newTypesetter(embedded(t)).breakLines(spans, body)
				require.Len(t, lines, 1)
				requireApart(t, Page{Runs: lines[0].Runs})
			}
		})
	}
	lines := newTypesetter(embedded(t)).breakLines(song("fjord"), body)
	assert.Len(t, lines[0].Runs, 1, "a word is left as its font has it")
}

func TestMarkAtLineEnd(t *testing.T) {
	ts := newTypesetter(embedded(t))
	text := strings.Repeat("公", 25) + "，" + strings.Repeat("开", 40)
	lines := ts.breakLines(song(text), body)
	require.True(t, strings.HasSuffix(lines[0].Text, "，"))
	last := lines[0].Runs[len(lines[0].Runs)-1]
	assert.InDelta(t, body.Measure, lines[0].Width, 0.001)
	assert.InDelta(t, body.Measure, runExtent(last).right, body.Size/2, "its ink stands at the measure")
	assert.InDelta(t, 0.5/25*1000, gapsOf(lines[0], body), 2, "it takes half its width, the other half is spread")

	lines = ts.breakLines(song("公，"), body)
	assert.InDelta(t, body.Indent+2*body.Pitch, lines[0].Width, 0.001, "in a line that is not filled it is not touched")
}

// A line one mark too long is saved by what the marks in it give up.
func TestMarksGive(t *testing.T) {
	ts := newTypesetter(embedded(t))
	text := "公公公公，公公公公，公公公公，公公公公，公公公公，公公公公。"
	s := body
	s.Indent = 0
	lines := ts.breakLines(song(text[:len(text)-3]+"公公公公公公公公公公公公公公公公公公公公公公公公公公公公公公"), s)
	for _, l := range lines {
		requireMeasure(t, l, s)
	}
	s.Measure = ts.width(song(text), s) - s.Size
	lines = ts.breakLines(song(text), s)
	require.Len(t, lines, 1)
	assert.InDelta(t, s.Measure, lines[0].Width, 0.001)
	first := lines[0].Runs[1].X - lines[0].Runs[0].X
	assert.Less(t, first, 5*s.Pitch-0.8*(s.Size/2)/5, "most of it is what the marks give")
	for i, r := range lines[0].Runs[1:] {
		assert.InDelta(t, first, r.X-lines[0].Runs[i].X, 0.01, "each gives the same")
	}
	for _, r := range lines[0].Runs {
		assert.GreaterOrEqual(t, r.Tracking, s.Pitch-s.Size-0.0121*s.Size, "and the characters hardly come closer")
	}
}

// What fills a line is spread evenly, and letters are never spaced: a line that they leave too little to is shorter.
func TestFilling(t *testing.T) {
	ts := newTypesetter(embedded(t))
	han := ts.breakLines(song(strings.Repeat("公", 20)+"共27732件，"+strings.Repeat("开", 40)), body)
	base := body.Pitch - body.Size
	for _, r := range han[0].Runs {
		if strings.Contains(r.Text, "27") {
			assert.InDelta(t, base, r.Tracking, 1e-6, "digits are not spaced")
			assert.Equal(t, "27732", r.Text, "a number is one run")
		}
	}
	latin := ts.breakLines(song("https://www.example.gov.cn/zwgk/"+strings.Repeat("abcdefghij/", 6)), body)
	require.Greater(t, len(latin), 1)
	assert.Less(t, latin[0].Width, body.Measure-1, "an address is broken behind its marks")
	assert.Len(t, latin[0].Runs, 1)
	assert.InDelta(t, base, latin[0].Runs[0].Tracking, 1e-6, "and its letters are not spaced")
	beside := ts.breakLines(song("公民、法人和其他组织可以在云屏区人民政府门户网站（https://www.example.gov.cn/yunping）查阅本报告。"), body)
	assert.Less(t, beside[0].Width, body.Measure-1, "a line before an address stays short")
	assert.InDelta(t, 0, gapsOf(beside[0], body), 1e-6)

	words := ts.breakLines(song(strings.Repeat("the public may ask for it ", 8)), body)
	assert.InDelta(t, body.Measure, words[0].Width, 0.01)
	for _, r := range words[0].Runs {
		assert.InDelta(t, base, r.Tracking, 1e-6, "in a sentence the spaces grow")
	}

	plain := body
	plain.Justify = false
	for _, l := range ts.breakLines(song(strings.Repeat("公开27732件，", 20)), plain) {
		assert.InDelta(t, 0, gapsOf(l, plain), 1e-6, "a paragraph that is not justified is left as it is")
	}
}

// A line that is not filled with text of one font is one run, for the sake of the file's size.
func TestFewRuns(t *testing.T) {
	ts := newTypesetter(embedded(t))
	lines := ts.breakLines(song("2025年，本机关公开12件，占12.5%，见www.a.cn。"), body)
	assert.Len(t, lines[0].Runs, 1)
	lines = ts.breakLines(song(strings.Repeat("公", 60)), body)
	for _, l := range lines {
		assert.Len(t, l.Runs, 1)
	}
	assert.Zero(t, lines[1].Runs[0].X)
	assert.InDelta(t, body.Indent, lines[0].Runs[0].X, 1e-9)
}
