package job

import (
	"fmt"
	"maps"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// CarryOver fills a blank report with what last year's leaves to it: the unit's data, the carry-over and the stocks,
// and lists what was filled in and where it came from. Nothing that is there already is changed. Of several units that became one the
// figures are added up. What their reports do not tell, or what could not be read in them, is Missing in the blank one, so that no nought is
// written there (NotCarried).
func CarryOver(r *model.Report, before ...*model.Report) []string {
	before = withProvenZeros(before)
	last := Merged(before)
	notes := carryFields(r, ownAmong(r, before))
	for _, carry := range r.Edition.CarryOvers() {
		c, _ := r.Edition.Cell(carry.Key)
		v, from := carried(carry, last)
		if from != "" && carry.Moves() && !c.Total {
			remember(r, last, c.Key, v)
		}
		switch {
		case c.Total || r.Figure(c.Key).State != model.Blank:
			continue
		case from == "" && saysNone(carry, before):
			continue
		case from == "":
			r.Figures[c.Key] = model.Value{State: model.Missing}
			continue
		}
		r.Figures[c.Key] = model.NumberValue(v)
		if !v.IsZero() {
			notes = append(notes, fmt.Sprintf("%s：%s（上年报告的%s%s%s）", c.Label(), model.NumberValue(v).Printed(), from, ofEach(before, carry), doubtOf(carry, before)))
		}
	}
	return notes
}

// remember keeps what a stock was in last year's report, so that it can be held to that without last year's report.
func remember(r, last *model.Report, k form.Key, v decimal.Decimal) {
	if r.LastStocks == nil {
		r.LastStocks = map[form.Key]model.Value{}
	}
	r.LastStocks[k] = model.NumberValue(v)
	r.StocksOf, _ = last.Year()
}

// doubtOf is why what a figure takes over may have been read wrong: ，表格没有框线……，请核对; "" for nothing.
func doubtOf(c form.CarryOver, reports []*model.Report) string {
	for _, r := range reports {
		for _, k := range c.From {
			if doubt := r.Figure(k).Doubt; doubt != "" {
				return "，" + doubt + "，请核对"
			}
		}
	}
	return ""
}

// withProvenZeros are reports with the noughts that published ones among them leave out and that their other figures prove.
func withProvenZeros(reports []*model.Report) (filled []*model.Report) {
	for _, r := range reports {
		if r.Printed != nil {
			as := *r
			as.Figures = maps.Clone(r.Figures)
			FillZeros(&as)
			r = &as
		}
		filled = append(filled, r)
	}
	return filled
}

// saysNone says whether all that a figure takes over is blank or none in each report, so that a nought may be written.
func saysNone(c form.CarryOver, reports []*model.Report) bool {
	for _, r := range reports {
		for _, k := range c.From {
			v := r.Figure(k)
			if v.State != model.Blank && !v.SaysNone() && !(v.IsNumber() && v.Number.IsZero()) {
				return false
			}
		}
	}
	return true
}

// Unknown lets nothing of last year's be known in a blank report, so that no nought is written where that would say something of it.
func Unknown(r *model.Report) {
	for _, carry := range r.Edition.CarryOvers() {
		if c, _ := r.Edition.Cell(carry.Key); !c.Total && r.Figure(c.Key).State == model.Blank {
			r.Figures[c.Key] = model.Value{State: model.Missing}
		}
	}
}

// NotCarriedNote tells what NotCarried lists.
func NotCarriedNote(rows []string) string {
	return "上年的报告里没有读出、没有带入，空着的请自己填：" + strings.Join(rows, "；") + "。"
}

// NotCarried lists the figures of a blank report that last year's leaves to it and that could not be read there: of each row which.
func NotCarried(r *model.Report) (rows []string) {
	var row string
	var columns []string
	tell := func() {
		if columns != nil {
			rows = append(rows, row+"："+strings.Join(columns, "、"))
		}
	}
	for _, carry := range r.Edition.CarryOvers() {
		c, _ := r.Edition.Cell(carry.Key)
		if r.Figure(c.Key).State != model.Missing {
			continue
		}
		if c.RowLabel() != row {
			tell()
			row, columns = c.RowLabel(), nil
		}
		columns = append(columns, c.ColumnLabel())
	}
	tell()
	return rows
}

// ownAmong is last year's report whose data are a unit's own: that of the unit itself, among those of others that it took in, or else what all
// of them have in common.
func ownAmong(r *model.Report, before []*model.Report) *model.Report {
	if own := ofUnit(r.Unit(), before); own != nil {
		return own
	}
	return Merged(before)
}

// ofUnit is the first report of a unit among others; nil for none.
func ofUnit(unit string, reports []*model.Report) *model.Report {
	for _, one := range reports {
		if chinese.IsSameUnit(one.Unit(), unit) {
			return one
		}
	}
	return nil
}

// carryFields fills a blank report with the unit's data of last year's.
func carryFields(r, last *model.Report) (notes []string) {
	for _, f := range form.Fields() {
		if (strings.HasPrefix(string(f.Key), "unit.") || f.Key == "report.scope") && r.Field(f.Key) == "" && last.Field(f.Key) != "" {
			r.Fields[f.Key] = model.Field{Text: last.Field(f.Key)}
			note := fmt.Sprintf("%s：%s", f.Label, last.Field(f.Key))
			if doubt := last.Fields[f.Key].Doubt; doubt != "" {
				note += "（" + doubt + "，请核对）"
			}
			notes = append(notes, note)
		}
	}
	return notes
}

// carried is what last year's report leaves to a figure, and the labels of the cells that it stands in; from is "" if that
// report lacks one of them or has no number there.
func carried(c form.CarryOver, last *model.Report) (sum decimal.Decimal, from string) {
	var labels []string
	for _, k := range c.From {
		cell, ok := last.Edition.Cell(k)
		v := last.Figure(k)
		if !ok || !v.IsNumber() {
			return decimal.Decimal{}, ""
		}
		sum = sum.Add(v.Number)
		labels = append(labels, cell.Label())
	}
	return sum, strings.Join(labels, "加")
}
