package model

import (
	"slices"
	"strings"

	"nianbao/internal/form"
)

// Unread says why what stands in a cell for text is no text that a report prints. The zero Unread says that it is one.
type Unread struct {
	Fault  Fault
	Stored string // what the cell holds where it shows something else, else ""
}

// Fault is why what stands in a cell for text is not read as one.
type Fault int

const (
	Sound      Fault = iota
	ErrorValue       // the result of a formula that went wrong: #REF!
	TruthValue       // TRUE or FALSE
	NoResult         // a formula whose result was not stored
	Disguised        // the cell's number format shows something else than the cell holds
	CutOff           // a number of more digits than spreadsheets keep
	Marked           // marked as unread in what a draft or data were read from
)

// IsUnread says whether the text is none.
func (u Unread) IsUnread() bool { return u.Fault != Sound }

// What stands around an unread text wherever it is written, so that nobody takes it for a text, and it is known when it is read again.
const (
	unreadMark = "【读不出："
	unreadEnd  = "】"
)

func (u Unread) printed(text string) string {
	if u.IsUnread() {
		return unreadMark + seenAndStored(text, u.Stored) + unreadEnd
	}
	return text
}

// seenAndStored tells what a cell shows and, where that is something else, what it holds.
func seenAndStored(seen, stored string) string {
	if seen = strings.TrimSpace(seen); stored == "" {
		return seen
	}
	return seen + "（存的是" + stored + "）"
}

// Printed is the field as it is written: its text, or that it is unread and what stood there.
func (f Field) Printed() string { return f.printed(f.Text) }

// Printed is the paragraph as it is written: its text, or that it is unread and what stood there.
func (p Paragraph) Printed() string { return p.printed(p.Text) }

// PrintedField is a field as it is written, without the spaces around it.
func (r *Report) PrintedField(k form.Key) string { return strings.TrimSpace(r.Fields[k].Printed()) }

// PrintedParagraph is a paragraph as it is written, with its placeholders filled in.
func (r *Report) PrintedParagraph(p Paragraph) string {
	if p.IsUnread() {
		return p.Printed()
	}
	text, _ := r.FillIn(p.Text)
	return text
}

// ReadField makes a field of what was typed.
func ReadField(typed string, place Place) Field {
	text, unread := readText(typed)
	return Field{Text: text, Place: place, Unread: unread}
}

// errorValues are the results of formulas that went wrong, as spreadsheets write them.
var errorValues = []string{"#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
	"#UNKNOWN!", "#CONNECT!", "#BUSY!", "#GETTING_DATA", "Err:502", "Err:504", "Err:508", "Err:509", "Err:510", "Err:511", "Err:522"}

// IsErrorValue says whether what stands in a cell is the result of a formula that went wrong.
func IsErrorValue(typed string) bool { return slices.Contains(errorValues, strings.TrimSpace(typed)) }

// readText tells a text from what is none, also where it was stored or copied as if it were one.
func readText(typed string) (text string, u Unread) {
	trimmed := strings.TrimSpace(typed)
	if inside, ok := strings.CutPrefix(trimmed, unreadMark); ok {
		if inside, ok = strings.CutSuffix(inside, unreadEnd); ok {
			return inside, Unread{Fault: Marked}
		}
	}
	if IsErrorValue(trimmed) {
		return trimmed, Unread{Fault: ErrorValue}
	}
	return typed, Unread{}
}
