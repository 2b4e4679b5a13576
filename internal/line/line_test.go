package line_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/width"

	"nianbao/internal/line"
)

func TestShown(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"an ordinary name", "清溪镇人民政府（本级） 2025", "清溪镇人民政府（本级） 2025"},
		{"nothing", "", ""},
		{"colours of a terminal", "甲\x1b[31m乙", "甲〈U+001B〉[31m乙"},
		{"the same in one byte of C1", "甲\u009b31m乙", "甲〈U+009B〉31m乙"},
		{"the bell, and what takes a character back", "\a\b\x7f", "〈U+0007〉〈U+0008〉〈U+007F〉"},
		{"all that ends a line", "甲\n乙\r\n丙\r丁\v戊\f己\u0085庚\u2028辛\u2029", "甲〈换行〉乙〈换行〉丙〈换行〉丁〈换行〉戊〈换行〉己〈换行〉庚〈换行〉辛〈换行〉"},
		{"a tab would move what stands behind it", "甲\t乙", "甲〈制表符〉乙"},
		{"writing turned round", "\u202efdp.exe", "〈U+202E〉fdp.exe"},
		{"isolates and marks", "\u2066\u2069\u200e\u200f\u061c", "〈U+2066〉〈U+2069〉〈U+200E〉〈U+200F〉〈U+061C〉"},
		{"two names that look the same", "清溪镇\u200b、清溪\u00ad镇\ufeff", "清溪镇〈U+200B〉、清溪〈U+00AD〉镇〈U+FEFF〉"},
		{"letters and tags without ink", "甲\u3164\u115f\U000e0041", "甲〈U+3164〉〈U+115F〉〈U+E0041〉"},
		{"the glyph of a rare character is chosen by a selector", "葛\U000e0100城", "葛\U000e0100城"},
		{"bytes that are no character", "甲\x9b\xff", "甲〈U+FFFD〉〈U+FFFD〉"},
		{"a character of a place's own, and wide spaces", "\ue123　\u00a0", "\ue123　\u00a0"},
	} {
		assert.Equal(t, c.want, line.Shown(c.text), c.why)
		assert.Equal(t, -1, strings.IndexFunc(line.Shown(c.text), line.Hidden), c.why)
	}
}

// What a spreadsheet would take for a formula is text to it, and is had back as it was.
func TestInert(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a name", "清溪镇人民政府", "清溪镇人民政府"},
		{"nothing", "", ""},
		{"a formula", `=HYPERLINK("http://x","a")`, `'=HYPERLINK("http://x","a")`},
		{"which begins as a number does", "-2+cmd|' /C calc'!A0", "'-2+cmd|' /C calc'!A0"},
		{"or as a function of old programs", "@SUM(A1)", "'@SUM(A1)"},
		{"words that begin so", "+3件", "'+3件"},
		{"a number below zero", "-3.50", "-3.50"},
		{"a number with its sign", "+3", "+3"},
		{"a line that stands for none", "--", "--"},
		{"what spreadsheets pass over in front of a formula", "\t=1+A1", "'\t=1+A1"},
		{"an apostrophe that was typed in front of a formula", "'=1+A1", "''=1+A1"},
		{"one in front of a word", "'甲", "'甲"},
		{"alone", "'", "'"},
	} {
		assert.Equal(t, c.want, line.Inert(c.text), c.why)
		assert.Equal(t, c.text, line.Typed(line.Inert(c.text)), c.why)
	}
	assert.Equal(t, "=1+A1", line.Typed("=1+A1"), "of a list that somebody else wrote")
}

type words int

func (words) String() string { return "甲\n乙" }

type key string

func TestSprintfShowsItsArguments(t *testing.T) {
	assert.Equal(t, "a〈换行〉b 3 甲〈换行〉乙 c〈U+001B〉 坏〈换行〉了 007\n",
		line.Sprintf("%s %d %s %s %v %03d\n", "a\nb", 3, words(1), key("c\x1b"), errors.New("坏\n了"), 7))
}

func TestWriter(t *testing.T) {
	text := "\ufeff甲,乙\r\n\x1b[31m\u202e丙\ufeff\r丁\n"
	want := "\ufeff甲,乙\r\n〈U+001B〉[31m〈U+202E〉丙〈U+FEFF〉〈换行〉丁\n"
	for why, in := range map[string]io.Reader{
		"in one piece": strings.NewReader(text), "a byte at a time": iotest.OneByteReader(strings.NewReader(text)),
	} {
		var out bytes.Buffer
		w := line.NewWriter(&out)
		buffer := make([]byte, 100)
		for {
			n, err := in.Read(buffer)
			wrote, failed := w.Write(buffer[:n])
			require.NoError(t, failed)
			assert.Equal(t, n, wrote, why)
			if err != nil {
				break
			}
		}
		assert.Equal(t, want, out.String(), why)
	}
}

func TestColumns(t *testing.T) {
	for _, c := range []struct {
		why  string
		text string
		want int
	}{
		{"half-width characters", "a1 ~.", 5},
		{"Han characters, one of them beyond U+FFFF", "清𬇹", 4},
		{"full-width marks and the ideographic space", "（。　", 6},
		{"ambiguous ones are full-width in Chinese fonts", "“”—…·①Ⅻ℃é", 18},
		{"private ones are drawn like Han characters", "\ue000", 2},
		{"what has no width of its own", "e\u0301\u200b\ufe0f\x00\x7f", 1},
		{"half-width katakana", "ｱ", 1},
	} {
		assert.Equal(t, c.want, line.Columns(c.text), c.why)
	}
}

// The blocks that are told by their bounds are as Unicode's tables have them.
func TestBlocks(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := 1
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
			want = 2
		}
		if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Cc) {
			want = 0
		}
		if got := line.RuneColumns(r); got != want {
			assert.Equal(t, want, got, "%U", r)
		}
		if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Other_Default_Ignorable_Code_Point) && !line.Hidden(r) {
			assert.Fail(t, "not hidden", "%U", r)
		}
	}
}

func TestWindowsEnds(t *testing.T) {
	var out bytes.Buffer
	w := line.WindowsEnds(&out)
	for _, piece := range []string{"甲\n\n乙", "\r", "\n丙", "\r\n丁"} { // an end may come in two pieces
		n, err := io.WriteString(w, piece)
		require.NoError(t, err)
		assert.Equal(t, len(piece), n)
	}
	assert.Equal(t, "甲\r\n\r\n乙\r\n丙\r\n丁", out.String())
}
