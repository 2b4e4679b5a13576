package document

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Printed is a report with nothing in it but what Compose prints of it, placeholders filled in, so that whoever has the pages may have
// it: no level, no explanation, no place, nothing typed beside the form, and of the ways to reach the unit those that its text names.
// Composed, it makes the same document.
func Printed(r *model.Report) *model.Report {
	out := model.New(r.Edition)
	var texts []string
	for _, p := range r.Edition.Passages() {
		for _, paragraph := range r.Texts[p.Key] {
			text := r.PrintedParagraph(paragraph)
			texts = append(texts, text)
			out.Texts[p.Key] = append(out.Texts[p.Key], model.Paragraph{Text: text})
		}
	}
	keep := func(k form.Key) {
		if typed := r.PrintedField(k); typed != "" {
			out.Fields[k] = model.ReadField(typed, model.Place{})
		}
	}
	keep("unit.name")
	keep("report.year")
	if _, ok := r.Date(); ok {
		keep("report.date")
	}
	for _, k := range []form.Key{"unit.address", "unit.postcode", "unit.phone", "unit.email", "unit.website"} {
		if named(r.Field(k), texts) {
			keep(k)
		}
	}
	for _, c := range r.Edition.Cells() {
		v := r.Figure(c.Key)
		out.Figures[c.Key] = model.Value{State: v.State, Number: v.Number, Unit: v.Unit, Text: v.Text, Stored: v.Stored}
	}
	return out
}

// shortestNamed is how many characters a way to reach the unit has at least: 无 stands in many a text that names none.
const shortestNamed = 4

// named says whether one of the texts names a way to reach the unit, word for word: as a part of another number or address it does not.
func named(contact string, texts []string) bool {
	if utf8.RuneCountInString(contact) < shortestNamed {
		return false
	}
	for _, text := range texts {
		for at := 0; ; {
			i := strings.Index(text[at:], contact)
			if i < 0 {
				break
			}
			start, end := at+i, at+i+len(contact)
			if !joined(text[:start], text[start:]) && !joined(text[:end], text[end:]) {
				return true
			}
			at = start + 1
		}
	}
	return false
}

// joined says whether a text goes on, from before to after, within a number or a word of Latin letters.
func joined(before, after string) bool {
	return before != "" && after != "" && isWordByte(before[len(before)-1]) && isWordByte(after[0])
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}
