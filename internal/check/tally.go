package check

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/reading"
)

// tally recomputes the figures that claims are held against: a total is the sum of its parts, whatever is stated.
type tally struct {
	in      *Input
	instead corrections // taken for the figures that they are on
}

// allowed is a figure or sum of figures that a claim may give.
type allowed struct {
	keys  []form.Key
	value decimal.Decimal
}

// options lists what a claim may be; ok is false if one of the figures is blank or unreadable.
func (t *tally) options(c *reading.Claim) (list []allowed, ok bool) {
	for _, sum := range c.Sums {
		keys := sum.Keys(t.in.Report.Edition)
		if keys == nil {
			continue // the edition has no such figure
		}
		value, ok := t.sum(keys)
		if !ok {
			return nil, false
		}
		list = append(list, allowed{keys, value})
	}
	return list, true
}

func (t *tally) sum(keys []form.Key) (sum decimal.Decimal, ok bool) {
	var total model.Total
	for _, k := range keys {
		v, ok := t.value(k)
		if !ok {
			return decimal.Decimal{}, false
		}
		total.Add(v)
	}
	return total.Sum(), true
}

// value is a figure, recomputed if it is a total; amounts of money in 元. One that cannot be is no measure of a text.
func (t *tally) value(k form.Key) (value decimal.Decimal, ok bool) {
	if due, ok := t.instead.of(k); ok {
		return due, true
	}
	v := t.in.Report.Figure(k)
	cell, known := t.in.Report.Edition.Cell(k)
	if !known || !v.IsNumber() || v.Number.IsNegative() && !cell.Measure.Signed() || cell.Measure.Whole() && !v.Number.IsInteger() {
		return decimal.Decimal{}, false
	}
	switch power, money := cell.Measure.Shift(v.Unit); {
	case cell.Total:
		return t.sum(t.in.Report.Edition.Parts(k))
	case money:
		return v.Number.Shift(power), true
	case cell.Measure.CarriesUnit(): // and has none
		return v.Number, v.Number.IsZero()
	}
	return v.Number, true
}

// terms lists the figures behind the options, each once; the parts too of a total that is stated wrongly.
func (t *tally) terms(options []allowed) []form.Key {
	var keys []form.Key
	add := func(k form.Key) {
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	for _, o := range options {
		for _, k := range o.keys {
			add(k)
			cell, _ := t.in.Report.Edition.Cell(k)
			if value, ok := t.value(k); cell.Total && ok && !value.Equal(t.in.Report.Figure(k).Number) {
				for _, part := range t.in.Report.Edition.Parts(k) {
					add(part)
				}
			}
		}
	}
	return keys
}

// differs holds a claim against the tables, and tells what it may be. A claim stands if one of its sums does, or if one cannot be told.
func (t *tally) differs(c *reading.Claim) (options []allowed, differs bool) {
	options, ok := t.options(c)
	if !ok || len(options) == 0 || slices.ContainsFunc(options, func(o allowed) bool { return c.Agrees(o.value) }) {
		return nil, false
	}
	spare, ok := t.sum(c.Spare().Keys(t.in.Report.Edition))
	return options, ok && !(spare.IsPositive() && slices.ContainsFunc(options, func(o allowed) bool {
		return c.Value.LessThanOrEqual(o.value) && o.value.Sub(spare).LessThanOrEqual(c.Value)
	}))
}

// compare makes a finding of a claim that is not as the tables have it.
func (t *tally) compare(c *reading.Claim) (f Finding, differs bool) {
	options, differs := t.differs(c)
	if !differs {
		return Finding{}, false
	}
	var values, told []string
	for _, o := range options {
		value := claimed(c, o.value)
		if at := slices.Index(values, value); at >= 0 && c.Counts(reading.Dispute) {
			told[at] = value + "件" + t.in.explain(o.keys) // of both kinds of litigation
		} else if at < 0 {
			values = append(values, value)
			switch {
			case c.Counts(reading.Procurement) && !c.IsMoney():
				value += c.Unit
			case !c.IsMoney():
				value += "件"
			}
			told = append(told, value+t.in.explain(o.keys))
		}
	}
	words := "“" + excerpt(c.Words) + "”"
	if c.Form == reading.All && c.Least {
		words += "，说的是" + c.Value.String() + "件" // 均予以公开
	}
	name := c.Name
	if c.Counts(reading.Withdrawal) {
		name = "记撤回的“其他处理”"
	}
	f = t.in.findingOn(c.Statement, c.Words, "文字写"+words+"，"+t.in.partOf(options[0].keys[0])+"表中"+name+
		heldTo(c, options)+strings.Join(told, "或")+"，请核对。")
	f.Actual, f.Expected = claimed(c, c.Amount()), strings.Join(values, "或")
	f.Compared = toldIn("表里", c)
	if len(values) == 1 && !c.IsMoney() {
		f.Difference = c.Amount().Sub(options[0].value).String()
	}
	for _, k := range t.terms(options) {
		f.Cells = append(f.Cells, t.in.figureCell(k, Term))
	}
	f.cause = t.causeOf(c, options)
	return f, true
}

// swapped makes a finding of a part of what was decided that has two digits of all of it the other way round, where nothing else is told of
// these decisions: 建房类行政许可13件, where there are 31.
func (t *tally) swapped(c *reading.Claim) (f Finding, found bool) {
	options, ok := t.options(c)
	if !ok || len(options) != 1 || !c.Most || c.Bound != reading.Exact || !isSwapped(c.Value.String(), options[0].value.String()) {
		return Finding{}, false
	}
	due := options[0].value.String()
	f = t.in.findingOn(c.Statement, c.Words, "文字写“"+excerpt(c.Words)+"”，"+t.in.partOf(options[0].keys[0])+"表中"+c.Name+"是"+due+"件，可能两个数字颠倒了，请核对。")
	f.Actual, f.Expected, f.Compared = c.Value.String(), due, toldIn("表里", c)
	for _, k := range t.terms(options) {
		f.Cells = append(f.Cells, t.in.figureCell(k, Term))
	}
	return f, true
}

// toldIn are the words of a claim that is held against something else.
func toldIn(source string, c *reading.Claim) Comparison {
	told := comparedTo(source)
	told.Is, told.Quoted = "文字写的是", shortened(c.Words, mostTold)
	return told
}

// heldTo is what stands between what a claim counts and the figures of the table.
func heldTo(c *reading.Claim, options []allowed) string {
	switch {
	case c.Most && c.IsMoney() && c.Amount().LessThanOrEqual(options[0].value):
		return "是" // and 万 is left out
	case c.Most && c.Counts(reading.Withdrawal):
		return "是"
	case c.Most:
		return "一共才"
	case c.Form == reading.All && c.Least:
		return "只有"
	case c.Form == reading.All:
		return "还有"
	}
	return "是"
}

// claimed is a figure as findings on a claim show it: a count, or money in 万元.
func claimed(c *reading.Claim, value decimal.Decimal) string {
	if c.IsMoney() {
		return value.Shift(-4).String() + "万元"
	}
	return value.String()
}

// explain names the figures behind a sum.
func (in *Input) explain(keys []form.Key) string {
	var names []string
	for _, k := range keys {
		c, _ := in.Report.Edition.Cell(k)
		names = append(names, c.Name())
	}
	const most = 3
	if len(names) > most {
		return "（" + names[0] + "等" + decimal.NewFromInt(int64(len(names))).String() + "项之和）"
	}
	return "（" + strings.Join(names, "＋") + "）"
}

// partOf names the part of the report that a figure stands in.
func (in *Input) partOf(k form.Key) string {
	s, _ := in.Report.Edition.SectionOf(k)
	return "第" + s.Numeral + "部分"
}
