package model

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

// A placeholder may be typed with half-width or, as Chinese keyboards give them, full-width braces.
var (
	braces = pattern.NewWords("{ } ｛ ｝")
	// One brace on each side is text, unless what stands between is a name: then a brace was forgotten.
	singleBraces = pattern.New(`(?:^|[^{｛])([{｛]([^{}｛｝]+)[}｝])(?:$|[^}｝])`, "{", "｛")
	loneBraces   = pattern.New(`\{\{|｛｛|\}\}|｝｝`, "{{", "｛｛", "}}", "｝｝")
)

// Placeholder is one {{…}} of a text that could not be filled in.
type Placeholder struct {
	Text   string // as typed, braces included
	Known  bool   // it names something that was left blank, or is too long to be filled in: the figure or field of Key
	Key    form.Key
	Meant  string // the known name that stands in single braces; "" for any other
	Lookup string // the unknown name that stands in double braces; "" for any other
}

// Placeholders lists where in a text the {{…}} stand, braces included: a start and an end in bytes.
func Placeholders(text string) (places [][2]int) {
	for at := 0; ; {
		next := braces.Index(text[at:])
		if next < 0 {
			return places
		}
		at += next
		opening := pair(text[at:], "{{", "｛｛")
		if opening == 0 {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
			continue
		}
		inside := at + opening
		length := braces.Index(text[inside:])
		if length < 0 {
			return places
		}
		closing := pair(text[inside+length:], "}}", "｝｝")
		if closing == 0 {
			at += opening / 2 // the second brace may be the first of a pair
			continue
		}
		end := inside + length + closing
		places, at = append(places, [2]int{at, end}), end
	}
}

// pair is how many bytes the pair of braces has that a text begins with, 0 for none.
func pair(text, half, full string) int {
	switch {
	case strings.HasPrefix(text, half):
		return len(half)
	case strings.HasPrefix(text, full):
		return len(full)
	}
	return 0
}

// eachPlaceholder is a text with each of its placeholders replaced by what is made of it, or taken out.
func eachPlaceholder(text string, replaced func(typed string) string) string {
	places := Placeholders(text)
	if places == nil {
		return text
	}
	var out strings.Builder
	behind := 0
	for _, at := range places {
		out.WriteString(text[behind:at[0]])
		out.WriteString(replaced(text[at[0]:at[1]]))
		behind = at[1]
	}
	out.WriteString(text[behind:])
	return out.String()
}

// longestFilled is how many bytes of a field a text takes in. No field that passes the check is so long, and a text of many
// placeholders would grow by as many times.
const longestFilled = 600

// FillIn replaces every {{…}} of a text by what it names, a figure, a part of the unit's data or an indicator, so that text and tables
// agree by construction. What names nothing, or something blank or overlong, stays as typed and is returned.
func (r *Report) FillIn(text string) (filled string, open []Placeholder) {
	if !braces.In(text) {
		return text, nil
	}
	filled = eachPlaceholder(text, func(typed string) string {
		name := nameIn(typed)
		value, key := r.lookUp(name)
		if value != "" && len(value) <= longestFilled {
			return value
		}
		p := Placeholder{Text: typed, Known: key != "", Key: key}
		if !p.Known {
			p.Lookup = name
		}
		open = append(open, p)
		return typed
	})
	rest := eachPlaceholder(text, func(string) string { return "" })
	for _, m := range singleBraces.FindAllStringSubmatch(rest, -1) {
		name := strings.TrimFunc(m[2], chinese.IsSpace)
		if _, key := r.lookUp(name); key != "" {
			open = append(open, Placeholder{Text: m[1], Meant: name})
		}
	}
	for _, lone := range loneBraces.FindAllString(rest, -1) {
		open = append(open, Placeholder{Text: lone})
	}
	return filled, open
}

// nameIn is what stands between the braces of a placeholder.
func nameIn(typed string) string {
	return strings.TrimFunc(strings.Trim(typed, "{}｛｝"), chinese.IsSpace)
}

// CarriedParagraph is a paragraph as data of the form carry it: placeholders as they were typed, but for those that name an indicator,
// which the data do not hold.
func (r *Report) CarriedParagraph(p Paragraph) string {
	if p.IsUnread() || len(r.Indicators) == 0 {
		return p.Printed()
	}
	return eachPlaceholder(p.Text, func(typed string) string {
		value, key := r.lookUp(nameIn(typed))
		if _, ok := IndicatorOf(key); ok && value != "" && len(value) <= longestFilled {
			return value
		}
		return typed
	})
}

// NearestName is the known name that is most like an unknown one, "" if none is. It compares all of them.
func (r *Report) NearestName(unknown string) string { return Nearest(unknown, r.placeholderNames()) }

// lookUp finds what a placeholder stands for, and the key of the field or first figure behind it.
// value is "" if that is blank; key is "" if the name is unknown.
func (r *Report) lookUp(name string) (value string, key form.Key) {
	if key, ok := form.FieldCalled(name); ok {
		return r.printedField(key), key
	}
	q, ok := r.Edition.QuantityCalled(name)
	if !ok {
		return r.lookUpIndicator(name)
	}
	if slices.ContainsFunc(q.Keys, r.IsUnsettled) {
		return "", q.Keys[0]
	}
	if len(q.Keys) == 1 {
		return r.Figure(q.Keys[0]).Printed(), q.Keys[0]
	}
	sum := decimal.Zero
	for _, k := range q.Keys {
		v := r.Figure(k)
		if !v.IsNumber() {
			return "", k
		}
		sum = sum.Add(v.Number)
	}
	return plain(sum), q.Keys[0]
}

// lookUpIndicator is lookUp for what is none of the form's: a number that was given for an indicator.
func (r *Report) lookUpIndicator(name string) (value string, key form.Key) {
	g, ok := r.Given(name)
	switch {
	case !ok || name == "":
		return "", ""
	case !g.Value.IsNumber():
		return "", g.Key()
	}
	return g.Value.Printed(), g.Key()
}

func (r *Report) printedField(k form.Key) string {
	switch k {
	case "report.year":
		return r.YearText()
	case "report.date":
		if date, ok := r.Date(); ok {
			return chinese.DateText(date)
		}
	}
	return r.PrintedField(k)
}

func (r *Report) placeholderNames() []string {
	names := append(form.FieldNames(), r.Edition.QuantityNames()...)
	for _, g := range r.Indicators {
		names = append(names, g.Name)
	}
	return names
}
