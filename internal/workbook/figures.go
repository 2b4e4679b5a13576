package workbook

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/numfmt"
)

// figures says what is written into each figure cell, and what a spreadsheet will make of it.
type figures struct {
	contents map[form.Key]content         // of typed figures, and of totals that were stated otherwise than they add up
	numbers  map[form.Key]decimal.Decimal // of the cells in which a spreadsheet sees a number
	unseen   map[form.Key]bool            // numbers too long for one, which stand as text; and the totals of such
	unread   map[form.Key]bool            // text of which nobody knows how many it is; and the totals of such
	parts    map[form.Key][]form.Key      // of totals that add themselves up
	replaced []form.Key                   // totals stated otherwise than they add up
}

// newFigures takes the figures of a report. With zero, those that the report does not give become 0, as far as zeros allows.
// A total becomes a formula unless the report states something else than it adds up to.
func newFigures(r *model.Report, zero bool) *figures {
	f := &figures{map[form.Key]content{}, map[form.Key]decimal.Decimal{}, map[form.Key]bool{}, map[form.Key]bool{}, map[form.Key][]form.Key{}, nil}
	var fill map[form.Key]bool
	if zero {
		fill = zeros(r)
	}
	for _, c := range r.Edition.Cells() {
		if c.Total {
			continue
		}
		v := r.Figure(c.Key)
		if fill[c.Key] && (v.State == model.Blank || v.State == model.Missing) {
			v = model.NumberValue(decimal.Zero)
		}
		f.take(c.Key, v)
	}
	parts := sums(r.Edition)
	for _, key := range inOrder(r.Edition, parts) {
		v, given := r.Figures[key]
		if zero && v.State == model.Blank {
			given = false
		}
		f.takeTotal(key, v, given && v.State != model.Missing, parts[key])
	}
	return f
}

// takeTotal lets a total add itself up if that makes what is stated, or if nothing is. A mark for "none" states as much as a formula
// shows that has nothing but such marks, blanks and zeros to add.
func (f *figures) takeTotal(k form.Key, v model.Value, stated bool, parts []form.Key) {
	sum, any := f.sum(parts)
	unseen := slices.ContainsFunc(parts, func(part form.Key) bool { return f.unseen[part] })
	unread := slices.ContainsFunc(parts, func(part form.Key) bool { return f.unread[part] })
	agrees := !unseen && (v.State == model.Blank && !any || v.IsNumber() && any && v.Number.Equal(sum) || v.SaysNone() && !unread && sum.IsZero())
	if stated && !agrees {
		f.take(k, v)
		f.replaced = append(f.replaced, k)
		return
	}
	f.parts[k], f.unseen[k], f.unread[k] = parts, unseen, unread
	if any {
		f.numbers[k] = sum
	}
}

// take writes a value as a number with its own digits, or as the text that it is.
func (f *figures) take(k form.Key, v model.Value) {
	switch c := contentOf(v); {
	case c == content{}:
	case c.number:
		f.contents[k] = c
		f.numbers[k] = v.Number
	default:
		f.contents[k] = c
		f.unseen[k] = v.IsNumber() && v.Unit == ""
		f.unread[k] = !v.IsNumber() && !v.SaysNone()
	}
}

// contentOf is how a value stands in a cell: a number that spreadsheets keep whole with its own digits, all else as text.
func contentOf(v model.Value) content {
	switch {
	case v.State == model.Unreadable && v.Stored == "":
		return content{text: v.Text}
	case v.State == model.Unreadable:
		return content{text: v.Printed()}
	case v.IsNumber():
		return content{text: v.Printed(), number: v.Unit == "" && numfmt.IsKept(v.Number)}
	}
	return content{}
}

// sum adds up the numbers among the keys, as SUM does; any is false if there are none.
func (f *figures) sum(keys []form.Key) (sum decimal.Decimal, any bool) {
	for _, k := range keys {
		if n, ok := f.numbers[k]; ok {
			sum, any = sum.Add(n), true
		}
	}
	return sum, any
}

// all adds up the keys if every one of them is a number.
func (f *figures) all(keys []form.Key) (sum decimal.Decimal, ok bool) {
	for _, k := range keys {
		n, ok := f.numbers[k]
		if !ok {
			return decimal.Zero, false
		}
		sum = sum.Add(n)
	}
	return sum, true
}

// sums lists the parts of every total. The grand total, which sums a row as well as a column, sums the row.
func sums(e *form.Edition) map[form.Key][]form.Key {
	parts := map[form.Key][]form.Key{}
	for _, r := range e.Relations() {
		if _, ok := parts[r.Subject]; !ok && (r.Kind == form.RowTotal || r.Kind == form.ColumnTotal) {
			parts[r.Subject] = r.Right
		}
	}
	return parts
}

// inOrder lists the totals so that each stands behind the totals that it sums.
func inOrder(e *form.Edition, sums map[form.Key][]form.Key) []form.Key {
	var out []form.Key
	placed := map[form.Key]bool{}
	var place func(k form.Key)
	place = func(k form.Key) {
		parts, isTotal := sums[k]
		if !isTotal || placed[k] {
			return
		}
		placed[k] = true
		for _, part := range parts {
			place(part)
		}
		out = append(out, k)
	}
	for _, c := range e.Cells() {
		place(c.Key)
	}
	return out
}

// sumFormula is the formula of a total over the areas of its parts: blank as long as all of them are.
func sumFormula(parts []cellref.Area) string {
	list := join(parts, "")
	return `IF(COUNT(` + list + `)=0,"",SUM(` + list + `))`
}

// join lists areas as a function's arguments, each with a prefix such as 'sheet'!.
func join(areas []cellref.Area, prefix string) string {
	var refs []string
	for _, a := range areas {
		refs = append(refs, prefix+a.String())
	}
	return strings.Join(refs, ",")
}
