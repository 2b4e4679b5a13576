package chinese

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A heading is a short noun phrase behind a number, never a full sentence. The phrase is the paragraph's first sentence without
// its number and its end mark: it has no comma, semicolon or other end mark inside, no figure with a unit, and at most 20
// characters, marks aside. It heads in one of two ways:
//
//	（一）主动公开。全年公开信息320条。        runs in: ended by 。, with text behind it in the same paragraph
//	（一）主动公开                            on a line of its own, if it heads something: see Outline
//	（一）主动公开： / （一）主动公开。         the same, whichever mark ends it
//	（二）收到代表建议2件，均已办结。           none: a comma, and a figure with its unit
//	（三）没有其他需要报告的事项。              none, the last of a list: it heads nothing
//	1.公开目录；                             none: an item of a list
//	1.问：要不要钱？答：不收费。              none: another end mark inside
//	三、四月份集中清理。                      none: no number of a paragraph (ReadMarker)
//	存在的问题：                             none: it has no number

// Heading is what of a paragraph is a heading.
type Heading struct {
	Kind  HeadingKind
	Level int  // of its number (Marker.Level); 0 without a heading
	Lead  int  // how many bytes of the paragraph it is, number and end mark included
	Bare  bool // it is on a line of its own, and nothing stands below it
}

// HeadingKind says whether and how a paragraph has a heading.
type HeadingKind int

const (
	NoHeading HeadingKind = iota
	RunIn                 // the paragraph's text goes on behind it
	OwnLine               // it is all of the paragraph
)

// longestHeading is in characters, marks not counted.
const longestHeading = 20

// Outline tells the headings among the paragraphs of one section, which stand one after the other; tableFollows says whether a
// table stands behind the last. The paragraphs of a list (numbers of one level, below the same number of an outer one) are
// headings together or not at all:
//
//   - phrases on lines of their own are headings if more than half of the list have something below them (a paragraph without
//     a number or with an inner one, or the table) or run in,
//   - and none is a heading where most of the list are none.
func Outline(paragraphs []string, tableFollows bool) []Heading {
	out := make([]Heading, len(paragraphs))
	for _, list := range lists(paragraphs, tableFollows) {
		heading, headings := 0, 0
		for _, it := range list {
			if it.below || it.Kind == RunIn {
				heading++
			}
		}
		for i := range list {
			if list[i].Kind == OwnLine && 2*heading <= len(list) {
				list[i].Kind = NoHeading
			}
			if list[i].Kind != NoHeading {
				headings++
			}
		}
		if 2*headings < len(list) {
			continue
		}
		for _, it := range list {
			if it.Kind != NoHeading {
				it.Bare = it.Kind == OwnLine && !it.below
				out[it.at] = it.Heading
			}
		}
	}
	return out
}

// listItem is a paragraph with a number; its Heading is what it looks like by itself.
type listItem struct {
	Heading
	at    int
	below bool // something stands below it
}

// lists sorts the numbered paragraphs into lists. A number that is not above the last of its level begins a new one.
func lists(paragraphs []string, tableFollows bool) [][]listItem {
	var all [][]listItem
	type openList struct{ index, level, last int }
	var open []openList
	levels := make([]int, len(paragraphs)+1) // an unnumbered paragraph is as deep as can be
	for i := range levels {
		levels[i] = deepest
	}
	markers := make([]Marker, len(paragraphs))
	for i, text := range paragraphs {
		if m, _, ok := ReadMarker(text); ok {
			markers[i], levels[i] = m, m.Level
		}
	}
	if !tableFollows {
		levels[len(paragraphs)] = 0
	}
	for i, m := range markers {
		if m.Level == 0 {
			continue
		}
		for len(open) > 0 && (open[len(open)-1].level > m.Level || open[len(open)-1].level == m.Level && open[len(open)-1].last >= m.Number) {
			open = open[:len(open)-1]
		}
		if len(open) == 0 || open[len(open)-1].level < m.Level {
			open = append(open, openList{len(all), m.Level, 0})
			all = append(all, nil)
		}
		list := &open[len(open)-1]
		list.last = m.Number
		all[list.index] = append(all[list.index], listItem{readHeading(paragraphs[i], m), i, levels[i+1] > m.Level})
	}
	return all
}

// deepest is a level below all numbers.
const deepest = 5

// readHeading tells what a numbered paragraph looks like, whatever stands around it.
func readHeading(text string, m Marker) Heading {
	end := endOfSentence(text)
	kind := OwnLine
	if end < len(text) {
		kind = RunIn
	}
	_, phrase, _ := ReadMarker(HeadingTitle(text[:end]))
	if !isPhrase(phrase) {
		return Heading{}
	}
	return Heading{Kind: kind, Level: m.Level, Lead: end}
}

// endOfSentence is behind the first full stop of a text and the marks that close what it ends.
func endOfSentence(text string) int {
	end := strings.Index(text, "。")
	if end < 0 {
		return len(text)
	}
	end += len("。")
	for r, size := utf8.DecodeRuneInString(text[end:]); IsCloser(r); r, size = utf8.DecodeRuneInString(text[end:]) {
		end += size
	}
	return end
}

// HeadingTitle is a heading as a table of contents shows it: without the mark that ends it.
func HeadingTitle(heading string) string {
	body := strings.TrimRightFunc(heading, IsCloser)
	for _, mark := range []string{"。", "：", ":"} {
		if before, found := strings.CutSuffix(body, mark); found {
			return before + heading[len(body):]
		}
	}
	return heading
}

// isPhrase tells a short noun phrase from a sentence by its marks, its figures and its length.
func isPhrase(s string) bool {
	if strings.ContainsAny(s, "，；,;。！？!?\n") || EndsWithAny(s, []string{"、", ".", "．", "…"}) || hasFigure(s) {
		return false
	}
	count := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			count++
		}
	}
	return count > 0 && count <= longestHeading
}

// hasFigure says whether a text holds a figure with a unit. A year, a date, a document's number and an ordinal are none.
func hasFigure(s string) bool {
	before := ' '
	for i, r := range s {
		_, within := Digit(before)
		if _, isDigit := Digit(r); (isDigit || strings.HasPrefix(s[i:], "百分之")) && !within && before != '第' {
			n, _ := ReadNumeral(s[i:])
			if n.Unit != "" && !slices.Contains([]string{"年", "周年", "月", "日", "号", "届"}, n.Unit) {
				return true
			}
		}
		before = r
	}
	return false
}

// Announces tells a line without a number that announces what follows it (存在的问题：): short, and without a mark that ends a
// statement. It is no heading, which has a number.
func Announces(text string) bool {
	const longest = 30 // characters
	return utf8.RuneCountInString(text) <= longest && !strings.ContainsAny(text, StatementEnds)
}
