package published

import (
	"crypto/sha256"
	"encoding/base32"
	"maps"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// codeAlphabet has no letter that is read as a digit, or taken for another letter, on paper and on the telephone (Crockford's Base32).
var codeAlphabet = base32.NewEncoding("0123456789ABCDEFGHJKMNPQRSTVWXYZ").WithPadding(base32.NoPadding)

// CodeLength is how many characters a code has.
const CodeLength = 8

// Code is a short name (内容码) for what a report prints, whatever it was read from: its title, headings, figures, texts and date, in
// one way to write them. Versions of a report have the same one where Compare finds nothing that differs, but for numbers before
// paragraphs that a page lost. It has CodeLength digits and capital letters, forty bits: enough to tell the versions of one report
// apart, and no proof against who searches for another text with the same. ok is false where something could not be read.
func Code(r *model.Report) (code string, ok bool) {
	v := version{r, r.Printed != nil}
	if v.unit() == "" || v.year() == "" || v.title() == "" {
		return "", false
	}
	h := sha256.New()
	var said []byte
	add := func(what string, words ...string) {
		said = append(append(said[:0], what...), " ["...)
		for i, w := range words {
			if i > 0 {
				said = append(said, ' ')
			}
			said = strconv.AppendQuote(said, w)
		}
		h.Write(append(said, "]\n"...))
	}
	add("form", v.Edition.ID)
	add("title", meaning(v.unit()), meaning(v.year()), bareTitle(v.title()))
	for _, s := range v.Edition.Sections {
		heading := v.heading(s)
		if heading == "" || v.lost(s.Text.Key) {
			return "", false
		}
		add("heading", meaning(heading))
		if s.Table == nil {
			continue
		}
		for _, w := range v.labels(s.Table) {
			if w.Printed == w.Prescribed {
				continue
			}
			if prescribed, printed := meaning(w.Prescribed), meaning(w.Printed); prescribed != printed {
				add("label", prescribed, printed)
			}
		}
	}
	for _, c := range v.Edition.Cells() {
		value := v.Figure(c.Key)
		if value.State == model.Missing {
			return "", false
		}
		add("figure", string(c.Key), amount(c.Measure, value))
	}
	for i, p := range v.Edition.Passages() {
		var text strings.Builder
		for _, t := range v.texts(p.Key, prefacePart+Part(i)) {
			text.WriteString(t.text)
		}
		add("text", string(p.Key), meaning(text.String()))
	}
	add("date", meaning(v.date()))
	if s := v.signature(); meaning(s) != meaning(v.unit()) && s != "" {
		add("signature", meaning(s))
	}
	besides := v.besides()
	for _, one := range slices.SortedFunc(maps.Keys(besides), compareBesides) {
		add("beside", strconv.Itoa(int(one.kind)), strconv.Itoa(int(one.part)), one.meant, strconv.Itoa(len(besides[one])))
	}
	return codeAlphabet.EncodeToString(h.Sum(nil))[:CodeLength], true
}

// amount is a figure in one way to write it: those that sameAmount takes for the same have the same.
func amount(m form.Measure, v model.Value) string {
	if !v.IsNumber() {
		return meaning(v.Printed())
	}
	if shift, inYuan := m.Shift(v.Unit); inYuan {
		return v.Number.Shift(shift).String()
	}
	return v.Number.String() + v.Unit
}
