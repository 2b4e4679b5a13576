package published

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/inorder"
	"nianbao/internal/label"
	"nianbao/internal/pattern"
)

// spot is a character as it is meant, and the bytes of the text that it was read from.
type spot struct {
	meant      rune
	start, end int
}

// asTyped are the characters of a text, each meaning itself.
func asTyped(text string) []spot {
	spots := make([]spot, 0, len(text)/2)
	for i, r := range text {
		spots = append(spots, spot{r, i, i + utf8.RuneLen(r)})
	}
	return spots
}

// asMeant are the characters of a text without what pages, copies and word processors make of the same one: white space, another width
// of marks, other quotation marks, look-alikes, traditional letters and the readings behind them, signs of markup.
func asMeant(text string) []spot {
	f := label.Fold(shielded(text))
	spots := make([]spot, 0, len(f.Text)/2)
	for i, r := range f.Text {
		if unicode.IsSpace(r) {
			continue
		}
		start, end := f.Original(i, i+utf8.RuneLen(r))
		spots = append(spots, spot{ofOneWidth(r), start, end})
	}
	return spots
}

// meaning is a text in one way to write it: texts that mean the same have the same.
func meaning(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range label.Text(shielded(text)) {
		if !unicode.IsSpace(r) {
			b.WriteRune(ofOneWidth(r))
		}
	}
	return b.String()
}

// ofOneWidth are the marks that label.Fold leaves in two widths.
func ofOneWidth(r rune) rune {
	switch r {
	case '。':
		return '.'
	case '[':
		return '('
	case ']':
		return ')'
	case '—', '―', '─':
		return '-'
	case '•', '・', '‧':
		return '·'
	}
	return r
}

// shielded has other brackets, as long, in the place of those that label.Fold takes for others or, with what is in them, for a reading:
// 〔2025〕 is not （2025）, and （OA） is none. It is the same wherever a line ends.
func shielded(text string) string {
	if !strings.ContainsAny(text, "（(〔〕【】") {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for i, r := range text {
		switch r {
		case '〔':
			r = '⟦'
		case '〕':
			r = '⟧'
		case '【':
			r = '⦗'
		case '】':
			r = '⦘'
		case '(', '（':
			if inside := text[i+utf8.RuneLen(r):]; chinese.IsHan(chinese.FirstRune(inside)) || !readingBehind.MatchString(inside) {
				r += '{' - '('
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// readingBehind is the reading of a letter with its closing bracket: gōng).
var readingBehind = pattern.New(`^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouüvāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜê]{1,3}(?:ng?|r)?[)）]`)

// beside is how many characters are told on either side of a difference.
const beside = 12

// difference cuts two texts down to where they differ, with some of what stands beside it.
func difference(before, after string) (string, string) {
	a, b := asTyped(before), asTyped(after)
	start, end := inCommon(a, b)
	return cutAt(before, a, start, len(a)-end), cutAt(after, b, start, len(b)-end)
}

// inCommon is how many characters two texts begin and how many they end with that mean the same.
func inCommon(a, b []spot) (start, end int) {
	for start < min(len(a), len(b)) && a[start].meant == b[start].meant {
		start++
	}
	for end < min(len(a), len(b))-start && a[len(a)-1-end].meant == b[len(b)-1-end].meant {
		end++
	}
	return start, end
}

// cutAt is a stretch of a text, with some of what stands beside it.
func cutAt(text string, spots []spot, start, end int) string {
	from, to := 0, len(text)
	before, behind := "", ""
	if start > beside {
		from, before = spots[start-beside].start, "…"
	}
	if end+beside < len(spots) {
		to, behind = spots[end+beside-1].end, "…"
	}
	return before + text[from:to] + behind
}

// Cut is a place in which two texts differ, with some of what stands beside it in each.
type Cut struct{ A, B string }

// cuts are the places in which two texts do not mean the same, in order. Those that stand close together are one.
func (e *effort) cuts(before, after string) (list []Cut) {
	a, b := asMeant(before), asMeant(after)
	start, end := inCommon(a, b)
	matches := inorder.Equal(&e.cells, meantBy(a[start:len(a)-end]), meantBy(b[start:len(b)-end]))
	i, j := start, start // where the open difference begins in either
	k, l := start, start // behind it
	differ := false
	tell := func() {
		if differ {
			list = append(list, Cut{cutAt(before, a, i, k), cutAt(after, b, j, l)})
		}
	}
	x, y := start, start     // behind the last match
	meet := func(m, n int) { // the next match, or the end
		if m == x && n == y {
			return
		}
		if differ && x-k >= 2*beside {
			tell()
			differ = false
		}
		if !differ {
			i, j, differ = x, y, true
		}
		k, l = m, n
	}
	for at, match := range matches {
		if match >= 0 {
			meet(start+at, start+match)
			x, y = start+at+1, start+match+1
		}
	}
	meet(len(a)-end, len(b)-end)
	tell()
	return list
}

func meantBy(spots []spot) []rune {
	runes := make([]rune, len(spots))
	for i, s := range spots {
		runes[i] = s.meant
	}
	return runes
}
