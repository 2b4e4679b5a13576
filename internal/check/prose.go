package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/form"
)

// filled is sections with the placeholders of the texts filled in: what the report will say.
func (in *Input) filled() []section {
	if in.filledSections == nil {
		in.filledSections = in.sections()
		for i, s := range in.filledSections {
			in.filledSections[i].paragraphs = slices.Clone(s.paragraphs)
			for j, p := range s.paragraphs {
				if strings.Contains(p.Text, "{{") || strings.Contains(p.Text, "｛｛") {
					in.filledSections[i].paragraphs[j].Text, _ = in.Report.FillIn(p.Text)
				}
			}
		}
	}
	return in.filledSections
}

// section finds a filled section by its passage; ok is false if it holds no text, which other rules tell.
func (in *Input) section(k form.Key) (s section, ok bool) {
	sections := in.filled()
	i := slices.IndexFunc(sections, func(s section) bool { return s.passage.Key == k })
	if i < 0 || len(sections[i].paragraphs) == 0 {
		return section{}, false
	}
	return sections[i], true
}

// onFilled makes a rule's function out of one that looks at a filled paragraph at a time.
func onFilled(look func(in *Input, s section, i int) []Finding) func(*Input) []Finding {
	return func(in *Input) []Finding {
		var found []Finding
		for _, s := range in.filled() {
			for i := range s.paragraphs {
				found = append(found, look(in, s, i)...)
			}
		}
		return found
	}
}

// wholeFinding is a finding on a section as a whole.
func (s section) wholeFinding(message string) Finding {
	cell := Cell{Key: s.passage.Key, Role: Subject, Label: "“" + s.passage.Label + "”"}
	if len(s.paragraphs) > 0 {
		cell.Place = s.paragraphs[0].Place
	}
	return Finding{Message: message, Cells: []Cell{cell}, Text: &Quote{Section: s.heading}}
}

// text is the section's paragraphs, one a line.
func (s section) text() string {
	var b strings.Builder
	for _, p := range s.paragraphs {
		b.WriteString(p.Text)
		b.WriteByte('\n')
	}
	return b.String()
}

const (
	statementEnds = "。！？；\n"
	clauseEnds    = "，：" + statementEnds
)

// statements cuts a text behind every mark that ends a statement.
func statements(text string) []string {
	var list []string
	start := 0
	for i, r := range text {
		if isOneOf(r, statementEnds) {
			end := i + utf8.RuneLen(r)
			list = append(list, text[start:end])
			start = end
		}
	}
	if start < len(text) {
		list = append(list, text[start:])
	}
	return list
}

// farthest bounds, in bytes, how far around looks for a mark and isQuoted for a quotation's start, so that a text without any
// takes no longer than others.
const farthest = 900

// around is the part between two of the given marks in which a text's byte at stands, and where it starts.
func around(text string, at int, marks string) (part string, start int) {
	start, end := min(runeStart(text, at-farthest), at), runeStart(text, at+farthest)
	if i := strings.LastIndexAny(text[start:at], marks); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[start+i:])
		start += i + size
	}
	if i := strings.IndexAny(text[at:end], marks); i >= 0 {
		end = at + i
	}
	return text[start:end], start
}

// runeStart is the first start of a character from a byte on, within the text.
func runeStart(text string, at int) int {
	at = min(max(at, 0), len(text))
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}

// isQuoted is true of a place inside quotation marks or a title's marks.
func isQuoted(text string, at int) bool {
	depth := 0
	for _, r := range text[min(runeStart(text, at-farthest), at):at] {
		switch {
		case r == '（':
		case isOpener(r):
			depth++
		case isCloser(r) && r != '）':
			depth = max(0, depth-1)
		}
	}
	return depth > 0
}

// isHanzi tells a Chinese character from marks, letters and digits.
func isHanzi(r rune) bool {
	return r >= '一' && r <= '\u9fff' || r >= '\u3400' && r <= '\u4dbf' || r >= '\U00020000' && r <= '\U0003ffff' ||
		r == '〇' || r == '々' || r >= '\uf900' && r <= '\ufaff'
}

func isOneOf(r rune, set string) bool { return strings.ContainsRune(set, r) }

// containsAny says whether a text holds one of the words.
func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// startsWithAny says whether a text starts with one of the words.
func startsWithAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(text, w) })
}

// endsWithAny says whether a text ends with one of the words.
func endsWithAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(text, w) })
}

// clip keeps the first characters of a text.
func clip(text string, characters int) string {
	for i := range text {
		if characters == 0 {
			return text[:i]
		}
		characters--
	}
	return text
}
