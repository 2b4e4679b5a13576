package published

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/published/label"
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
	for _, r := range label.Fold(shielded(text)).Text {
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
// 〔2025〕 is not （2025）, and （OA） is none.
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
			if behind := text[i+utf8.RuneLen(r):]; isLatin(behind) && !readingBehind.MatchString(behind) {
				r += '{' - '('
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// readingBehind is the reading of a letter with its closing bracket: gōng).
var readingBehind = regexp.MustCompile(`^(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouüvāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜê]{1,3}(?:ng?|r)?[)）]`)

func isLatin(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.Is(unicode.Latin, r)
}

// difference cuts two texts down to where they differ, with some of what stands beside it.
func difference(before, after string) (string, string) {
	return cutDown(before, asTyped(before), after, asTyped(after))
}

// cutDown cuts two texts, whose characters are given, down to where they do not mean the same.
func cutDown(before string, a []spot, after string, b []spot) (string, string) {
	const beside = 12
	start, end := 0, 0
	for start < min(len(a), len(b)) && a[start].meant == b[start].meant {
		start++
	}
	for end < min(len(a), len(b))-start && a[len(a)-1-end].meant == b[len(b)-1-end].meant {
		end++
	}
	cut := func(text string, spots []spot) string {
		from, to := start-beside, len(spots)-end+beside
		out, rest := 0, len(text)
		if from > 0 {
			out = spots[from].start
		}
		if to < len(spots) {
			rest = spots[to-1].end
		}
		told := text[out:rest]
		if from > 0 {
			told = "…" + told
		}
		if to < len(spots) {
			told += "…"
		}
		return told
	}
	return cut(before, a), cut(after, b)
}
