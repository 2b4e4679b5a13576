package flat

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
)

// kind is what an item is.
type kind int

const (
	unknown kind = iota // text that is neither
	name                // a label
	value               // the text of a cell
)

// item is a stretch of a text.
type item struct {
	kind       kind
	label      *label.Label // nil but for a name
	in         label.Table  // the table that it stands in
	start, end int
	bare       int // of a name: where it ends without the notes behind it
}

// lexer goes through a text once. Which labels it looks for depends on the table that it is in.
type lexer struct {
	text  string
	in    label.Table
	items []item
}

// separators part cells.
const separators = " \t\r\n\f\v|"

func isSeparator(c byte) bool { return strings.IndexByte(separators, c) >= 0 }

// lex takes a text apart. A label begins behind a separator, a value or a label, a value ends at a separator or a label.
func lex(text string) []item {
	x := &lexer{text: text}
	for at := 0; at < len(text); {
		if isSeparator(text[at]) {
			at++
			continue
		}
		if l, end := x.labelAt(at); l != nil {
			x.addLabel(l, at, end)
		} else if end, ok := x.valueAt(at); ok {
			x.items = append(x.items, item{kind: value, in: x.in, start: at, end: end})
		} else {
			x.items = append(x.items, item{kind: unknown, in: x.in, start: at, end: x.unknownEnd(at)})
		}
		at = x.items[len(x.items)-1].end
	}
	return x.items
}

// addLabel adds a label with the notes in brackets behind it, and turns to the table that it opens.
func (x *lexer) addLabel(l *label.Label, start, end int) {
	x.in = opened(l)
	bare := end
	if k := l.Kind(); k != label.Section && k != label.Caption {
		end = x.behindNotes(end)
	}
	x.items = append(x.items, item{kind: name, label: l, in: x.in, start: start, end: end, bare: bare})
}

// opened is the table that a label leads to.
func opened(l *label.Label) label.Table {
	if l.Kind() != label.Section {
		return l.Table
	}
	switch l.Key {
	case "三":
		return label.Requests
	case "四":
		return label.Disputes
	}
	return label.None
}

// behindNotes is where notes in brackets end. A bracket that begins a label, (三)不予公开, or holds a number or a row alone
// is none.
func (x *lexer) behindNotes(at int) int {
	end := label.Note(x.text, at)
	if end == at {
		return at
	}
	open := at + strings.IndexByte(x.text[at:], '(')
	if l, _ := label.At(x.text, open, x.in); l != nil || utf8.RuneCountInString(x.text[open:end]) <= 3 {
		return at
	}
	if x.in == label.Requests && (strings.HasPrefix(label.Letters(x.text[open:end]), "本列数据") || isRowAlone(x.text[open:end])) {
		return at // the corner, torn, or figures among the lines of a label
	}
	return end
}

// labelAt finds a label. One that leads into a table counts only if the table seems to be there.
func (x *lexer) labelAt(at int) (*label.Label, int) {
	l, end := label.At(x.text, at, x.in)
	if l == nil || l.Table != label.None && l.Table != x.in && !x.isAnchored(l, end) {
		return x.headAt(at)
	}
	return l, end
}

// headAt finds the first head of table three or four outside of it, by the head that stands next.
func (x *lexer) headAt(at int) (*label.Label, int) {
	if x.in != label.Requests {
		if l, end := label.At(x.text, at, label.Requests); l != nil && l.Key == form.NaturalPerson {
			if next, _ := x.next(end, label.Requests); next != nil && next.Kind() == label.ColumnGroup {
				return l, end
			}
		}
	}
	if x.in != label.Disputes {
		if l, end := label.At(x.text, at, label.Disputes); l != nil && l.Key == "review" {
			next, end2 := x.next(end, label.Disputes)
			if next != nil && next.Words() == "行政诉讼" && strings.HasPrefix(strings.TrimLeft(x.text[end2:], separators), "结") {
				return l, end
			}
		}
	}
	return nil, at
}

// next is the label behind a place, separators and notes aside.
func (x *lexer) next(at int, in label.Table) (*label.Label, int) {
	from := at
	for at < len(x.text) && at-from < mostBetween && isSeparator(x.text[at]) {
		at++
	}
	return label.At(x.text, at, in)
}

const (
	mostBetween = 300 // bytes of separators between two heads
	headStretch = 900 // bytes in which the heads of table three follow each other
)

// isAnchored tells whether a label that opens a table stands at the top of one, not in a sentence.
func (x *lexer) isAnchored(l *label.Label, end int) bool {
	switch {
	case l.Table == label.Requests && l.Kind() == label.Corner:
		return true
	case l.Table == label.Requests:
		stretch := x.text[end:min(len(x.text), end+headStretch)]
		if !strings.Contains(stretch, "自") {
			return false
		}
		letters := label.Letters(stretch)
		return strings.Contains(letters, "自然人") && strings.Contains(letters, "总计")
	}
	if note := label.Note(x.text, end); note > end {
		end = note
	}
	next, at := x.next(end, label.Proactive)
	if next == nil {
		return l.Kind() == label.Corner && prefix(x.text[at:], headsBegin) > 0
	}
	k := next.Kind()
	return next.Table == label.Proactive && (k == label.Column || k == label.Torn || k == label.Corner && l.Kind() == label.Caption)
}

// headsBegin are the words that heads of table two begin with, however they go on.
var headsBegin = []string{"本年", "上一年", "上年", "采购"}

// mostBracket bounds the bytes of a bracket that unknown text holds.
const mostBracket = 600

// unknownEnd is where unknown text ends: at a separator, a bracket taken whole, or where a table begins.
func (x *lexer) unknownEnd(at int) int {
	isOpen := false
	i := at
	for i < len(x.text) {
		r, size := utf8.DecodeRuneInString(x.text[i:])
		if size == 1 && isSeparator(x.text[i]) {
			break
		}
		if i > at && x.opensAt(i, r) {
			return i
		}
		switch r {
		case '(':
			isOpen = true
		case ')':
			isOpen = false
		}
		i += size
	}
	if limit := min(len(x.text), at+mostBracket); isOpen && i < limit {
		if behind := strings.IndexByte(x.text[i:limit], ')'); behind >= 0 && !(x.in == label.Requests && isRowAlone(x.text[i:i+behind])) {
			return i + behind + 1
		}
	}
	return i
}

// opensAt tells whether a table or a numbered heading begins within unknown text.
func (x *lexer) opensAt(at int, r rune) bool {
	switch {
	case chinese.IsOneOf(r, "第信(本申自行"):
		l, _ := x.labelAt(at)
		return l != nil && l.Table != label.None && (l.Table != x.in || l.Kind() == label.Caption)
	case chinese.IsOneOf(r, "三四五六"):
		l, _ := label.At(x.text, at, x.in)
		return l != nil && l.Kind() == label.Section
	}
	return false
}

// signs are what stands before a number that tells a change, words what stands for one; longer ones first.
var (
	signs = []string{"增加", "增长", "新增", "减少", "增", "减", "+", "-"}
	words = []string{"持平", "不变", "无变化", "增", "减", "无", "/", "—"}
)

// valueAt finds the text of a cell: a number with sign and unit, or a word or mark that stands for one and alone.
func (x *lexer) valueAt(at int) (end int, ok bool) {
	if end, ok = x.wordAt(at); ok {
		return end, true
	}
	from := at + prefix(x.text[at:], signs)
	if from > at && from < len(x.text) && x.text[from] == ' ' {
		from++
	}
	end = number(x.text, from)
	if end == from {
		return at, false
	}
	digits := end
	end += unit(x.text[end:])
	if end == digits && end < len(x.text) && x.text[end] == ' ' {
		if n := unit(x.text[end+1:]); n > 0 && x.isEnd(end+1+n) {
			return end + 1 + n, true
		}
	}
	switch {
	case x.isEnd(end) || x.isLabel(end) || x.isSigned(end):
		return end, true
	case end == digits && end-1 > from && x.isLabel(end-1): // the last digit is the number of the next label
		return end - 1, true
	}
	return at, false
}

func (x *lexer) isEnd(at int) bool { return at >= len(x.text) || isSeparator(x.text[at]) }

func (x *lexer) isLabel(at int) bool {
	l, _ := x.labelAt(at)
	return l != nil
}

func (x *lexer) isSigned(at int) bool {
	return at+1 < len(x.text) && (x.text[at] == '+' || x.text[at] == '-') && isDigit(x.text[at+1])
}

// wordAt finds a word or mark that fills a cell without a number.
func (x *lexer) wordAt(at int) (end int, ok bool) {
	end = at + prefix(x.text[at:], words)
	if end == at {
		for end < len(x.text) && x.text[end] == '-' {
			end++
		}
	} else {
		for strings.HasPrefix(x.text[at:], "—") && strings.HasPrefix(x.text[end:], "—") {
			end += len("—")
		}
	}
	return end, end > at && x.isEnd(end)
}

// unit is the length of the unit that a text begins with: of what is counted, of money as the form has it, or of more than it ever has.
func unit(text string) int {
	return max(prefix(text, form.Count.Units()), prefix(text, form.Amount.Units()), prefix(text, []string{"亿元"}))
}

func prefix(text string, of []string) int {
	for _, s := range of {
		if strings.HasPrefix(text, s) {
			return len(s)
		}
	}
	return 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// number is where a number ends: 1,234 or 12.5 or 0/0; at itself if there is none.
func number(text string, at int) int {
	end := digitsEnd(text, at)
	if end == at {
		return at
	}
	if end-at <= 3 {
		for end+4 <= len(text) && text[end] == ',' && digitsEnd(text, end+1) == end+4 {
			end += 4
		}
	}
	if end+1 < len(text) && (text[end] == '.' || text[end] == '/') {
		if more := digitsEnd(text, end+1); more > end+1 {
			end = more
		}
	}
	return end
}

func digitsEnd(text string, at int) int {
	for at < len(text) && isDigit(text[at]) {
		at++
	}
	return at
}
