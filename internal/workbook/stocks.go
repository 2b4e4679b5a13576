package workbook

import (
	"fmt"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// The sheet 校验 of a workbook into which last year's stocks were carried over remembers what they were: the cells of the form themselves are
// to be changed by what the year brought.

const (
	stockHint  = "和上年接不上，请核对"
	stockNoted = "：上年的%s（生成填报表时带入的，不要改）"
)

// stockName is the name of the cell that remembers a stock, and stocksYearName that of the one that says of which year it is.
func stockName(k form.Key) string { return "last_year_" + k.DefinedName() }

const stocksYearName = "last_year"

// stocks lists the stocks of an edition, which a year's changes move.
func stocks(e *form.Edition) (list []form.CarryOver) {
	for _, c := range e.CarryOvers() {
		if c.Moves() {
			list = append(list, c)
		}
	}
	return list
}

// lastYearTold is what the sheet holds of last year's report to the figures, as a clause.
func (p *plan) lastYearTold() string {
	if len(p.report.LastStocks) > 0 {
		return "上年的只看现行有效接不接得上"
	}
	return "也不和上年比"
}

// drawStocks draws of each stock what it was, and what it has to be with this year's changes. It may differ for a reason, so that nothing is said to be wrong.
func (d *checks) drawStocks() {
	dated := false
	for _, stock := range stocks(d.report.Edition) {
		was, known := d.report.LastStocks[stock.Key]
		if !known || !was.IsNumber() {
			continue
		}
		s := d.sheet
		c, _ := d.report.Edition.Cell(stock.Key)
		label := func(name string) {
			s.putText(d.at(checkTable), checkLook, d.places[stock.Key].sheet.name)
			s.putText(d.at(checkWhat), checkLook, c.RowLabel()+name)
			s.setHeight(d.row, 20)
		}
		label(fmt.Sprintf(stockNoted, c.ColumnLabel()))
		remembered := d.at(checkLeft)
		s.put(remembered, sideLook, content{text: was.Number.String(), number: true})
		d.name(stockName(stock.Key), s, cellref.Between(remembered, remembered))
		for _, col := range []int{checkRight, checkDifference, checkMark, checkHint} {
			s.putText(d.at(col), checkLook, "")
		}
		if of := d.report.StocksOf; of != 0 && !dated {
			s.putText(d.at(checkRight), sideLook, fmt.Sprintf("%d年度", of))
			d.name(stocksYearName, s, cellref.Between(d.at(checkRight), d.at(checkRight)))
			dated = true
		}
		d.row++

		label("：" + c.ColumnLabel() + " ＝ 上年的" + d.columns(stock.Plus, "＋") + d.columns(stock.Minus, "－"))
		d.drawStock(stock, was, remembered)
		d.row++
	}
}

// drawStock draws both sides of the equation, and what comes of it.
func (d *checks) drawStock(stock form.CarryOver, was model.Value, remembered cellref.Position) {
	s := d.sheet
	now, nowKnown := d.figures.all([]form.Key{stock.Key})
	made, madeKnown := d.figures.all(stock.Plus)
	gone, goneKnown := d.figures.all(stock.Minus)
	on := quoted(d.places[stock.Key].sheet.name)
	plus, minus := join(d.areas(stock.Plus), on), join(d.areas(stock.Minus), on)
	s.put(d.at(checkLeft), sideLook, d.side([]form.Key{stock.Key}, now, nowKnown))
	due := content{formula: fmt.Sprintf(`IF(COUNT(%s,%s)<%d,"",%s+SUM(%s)-SUM(%s))`, plus, minus, len(stock.Plus)+len(stock.Minus), remembered, plus, minus)}
	sum := was.Number.Add(made).Sub(gone)
	if madeKnown && goneKnown {
		due.text, due.number = sum.String(), true
	}
	s.put(d.at(checkRight), sideLook, due)
	l, r, difference := d.at(checkLeft).String(), d.at(checkRight).String(), d.at(checkDifference).String()
	apart := content{formula: fmt.Sprintf(`IF(OR(%s="",%s=""),"",ROUND(%s-%s,8))`, l, r, l, r)}
	mark, hint := openMark, incompleteHint
	if nowKnown && madeKnown && goneKnown {
		apart.text, apart.number = now.Sub(sum).String(), true
		if hint = stockHint; now.Equal(sum) {
			mark, hint = rightMark, ""
		}
	}
	s.put(d.at(checkDifference), sideLook, apart)
	s.put(d.at(checkMark), markLook, content{text: mark, formula: fmt.Sprintf(`IF(%s="","%s",IF(%s=0,"%s","%s"))`, difference, openMark, difference, rightMark, openMark)})
	s.put(d.at(checkHint), checkLook, content{text: hint, formula: fmt.Sprintf(`IF(%s="","%s",IF(%s=0,"","%s"))`, difference, incompleteHint, difference, stockHint)})
}

// columns names the columns of figures, a sign before each.
func (d *checks) columns(keys []form.Key, sign string) string {
	var b strings.Builder
	for _, k := range keys {
		c, _ := d.report.Edition.Cell(k)
		b.WriteString(sign + c.ColumnLabel())
	}
	return b.String()
}

// readStocks reads what the workbook remembers of last year's stocks.
func (in *reader) readStocks() error {
	for _, stock := range stocks(in.report.Edition) {
		at, cell, found, err := in.first(stockName(stock.Key))
		if err != nil {
			return err
		}
		if !found {
			continue
		}
		c, _ := in.report.Edition.Cell(stock.Key)
		v := figureIn(in.book, cell, c.Measure)
		if !v.IsNumber() {
			continue
		}
		in.note(at.sheet, at.area.From, checkHome)
		if in.report.LastStocks == nil {
			in.report.LastStocks = map[form.Key]model.Value{}
		}
		v.Place = at.place(at.area.From)
		in.report.LastStocks[stock.Key] = v
	}
	return in.readStocksYear()
}

func (in *reader) readStocksYear() error {
	at, cell, found, err := in.first(stocksYearName)
	if found {
		in.note(at.sheet, at.area.From, checkHome)
		in.report.StocksOf, _ = chinese.ReadYear(in.book.Text(cell))
	}
	return err
}
