// Package label is the one table of the labels of the form: headings of sections, captions, corners, heads of rows and columns. It is
// made from the editions of the form and from what copies of reports do to labels (spellings.go), and finds labels in folded text.
package label

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Table is one of the three tables of the form, or none of them.
type Table int

const (
	None Table = iota
	Proactive
	Requests
	Disputes
)

// tableKeys are the tables' keys in the form.
var tableKeys = [...]string{None: "", Proactive: "proactive", Requests: "requests", Disputes: "disputes"}

// Key is the first part of the keys of the table's cells, "" for no table.
func (t Table) Key() string { return tableKeys[t] }

// TableOf finds the table by that key.
func TableOf(key string) (t Table, ok bool) {
	i := slices.Index(tableKeys[:], key)
	return Table(i), i > 0
}

// Kind is what a label is in its table.
type Kind int

const (
	Section     Kind = iota // the heading of a section; its key is the section's numeral
	Caption                 // 第二十条第（一）项; its key is the numeral, "" where that is lost
	Corner                  // the top left cell
	ColumnGroup             // a head above others
	Column                  // the head of a column of figures
	RowGroup                // a head beside others
	Row                     // the head of a row of figures
	Foreign                 // a row that copies have and the form has not
	Torn                    // what is left of a column's head whose second line is lost
	word                    // no label, though it begins as one
)

// Label is one of the table. All that is said of it holds for every table that is shown, whoever copied it.
type Label struct {
	Table Table
	Key   string // the part of the cells' keys: rules, denied.state_secret, natural_person; "" for a head that adds none
	uses  []use  // oldest edition first; none for what the form does not have
	kind  Kind   // where there are no uses
}

// use is how an edition has a label.
type use struct {
	edition string
	kind    Kind
	words   string
	number  string // in front of them: 一 or 1.
	letters []rune // of the words behind the number
}

// Kind is what the label is in the newest edition that has it.
func (l *Label) Kind() Kind {
	if len(l.uses) == 0 {
		return l.kind
	}
	return l.uses[len(l.uses)-1].kind
}

// In tells how an edition has the label, by the edition's id; ok is false if it has not.
func (l *Label) In(edition string) (kind Kind, words string, ok bool) {
	for _, u := range l.uses {
		if u.edition == edition {
			return u.kind, u.words, true
		}
	}
	return 0, "", false
}

// Words are the prescribed words of the newest edition that has the label, "" for what no edition has.
func (l *Label) Words() string {
	if len(l.uses) == 0 {
		return ""
	}
	return l.uses[len(l.uses)-1].words
}

// OnlyIn is the id of the only edition that has the label, "" if several have or none.
func (l *Label) OnlyIn() string {
	if len(l.uses) != 1 {
		return ""
	}
	return l.uses[0].edition
}

// IsAsPrescribed tells whether a text is the label word for word, white space and the width of marks aside: in an edition, or, for
// the id "", in any.
func (l *Label) IsAsPrescribed(text, edition string) bool {
	text = plain(text)
	return slices.ContainsFunc(l.uses, func(u use) bool { return (edition == "" || u.edition == edition) && plain(u.words) == text })
}

// At finds the longest label that begins at a byte of folded text, of those that are told in a table: its own, and those that open
// another one. Blanks may stand between its letters. It is nil if there is none; end is where it ends.
func At(text string, at int, in Table) (l *Label, end int) {
	x := labels()
	n, end := x.longest(text, at, in)
	if n < 0 || x.labels[n].Kind() == word {
		return nil, at
	}
	return x.labels[n], end
}

// Whole finds the label that a cell's text is, but for notes in brackets behind it. exact tells that it is as some edition has it.
func Whole(cell string, in Table) (l *Label, exact bool) {
	text := Fold(cell).Text
	start := len(text) - len(strings.TrimLeft(text, blanks))
	l, end := At(text, start, in)
	if l == nil {
		return nil, false
	}
	for {
		rest := strings.TrimLeft(text[end:], blanks)
		if rest == "" {
			return l, l.IsAsPrescribed(cell, "")
		}
		end = len(text) - len(rest)
		note := Note(text, end)
		if note == end {
			return nil, false
		}
		end = note
	}
}

// mostOfNote bounds the bytes of a note in brackets.
const mostOfNote = 600

// Note is where the brackets end that begin at a byte of folded text, blanks before them aside; at itself if there are none.
func Note(text string, at int) int {
	from := at
	for from < len(text) && from-at < mostBlanks && strings.IndexByte(blanks, text[from]) >= 0 {
		from++
	}
	if from == len(text) || text[from] != '(' {
		return at
	}
	depth := 0
	for i := from; i < min(len(text), from+mostOfNote); i++ {
		switch text[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return at
}

// blanks are the white space of folded text.
const blanks = " \t\r\n\f\v"

// Letters are the letters of a text by which labels are compared: no blanks, no marks but the point behind a number.
func Letters(folded string) string {
	var b strings.Builder
	before := rune(0)
	for _, r := range folded {
		switch {
		case isPoint(r) && before >= '0' && before <= '9':
			b.WriteByte('.')
		case !isSoft(r):
			b.WriteRune(r)
		}
		before = r
	}
	return b.String()
}

// isSoft tells what may stand between the letters of a label: blanks, and marks that are typed in many ways or left out.
func isSoft(r rune) bool {
	return r < utf8.RuneSelf && strings.IndexByte(blanks+`,":/()`, byte(r)) >= 0 || r == '、' || r == '·' || r == '《' || r == '》'
}

// isPoint tells the marks behind the number of a label: 1. 1、 1, (1).
func isPoint(r rune) bool { return r == '.' || r == '、' || r == ',' || r == ')' || r == ':' }
