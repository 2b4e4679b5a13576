package workbook

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/budget"
	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/formula"
	"nianbao/internal/model"
	"nianbao/internal/spreadsheet"
)

// readFigures reads the figures. Totals that still have the template's formula are added up again, whatever result was
// stored, so that digits stored as text count too.
func (in *reader) readFigures() error {
	e := in.report.Edition
	parts := sums(e)
	in.report.Figures = make(map[form.Key]model.Value, len(e.Cells()))
	for _, c := range e.Cells() {
		cell, place, found, err := in.take(c.Key, form.Key(c.Table))
		if err != nil {
			return err
		}
		v := model.Value{State: model.Missing}
		if found {
			v = figureIn(in.book, cell, c.Measure)
		}
		switch {
		case len(v.Text)+len(v.Stored) > budget.Entry:
			return spreadsheet.LongTextError{Place: place.String()}
		case !in.book.SpendText(v.Text):
			return MuchTextError{place.Sheet}
		}
		if c.Total && cell.Formula != "" {
			covered := coveredBySum(cell.Formula)
			own, err := in.addsUp(c.Key, covered, parts[c.Key])
			if err != nil {
				return err
			}
			switch {
			case own:
				in.adding[c.Key] = cell
			case covered != nil && !cell.NoResult:
				v.Strayed = in.strayed(covered, parts[c.Key])
			case cell.NoResult && covered != nil: // a part lost its name, so what stands there is added up
				if v, err = in.sumOf(c.Key, covered, c.Measure); err != nil {
					return err
				}
			}
		}
		if v.State == model.Blank {
			if v.Merged, err = in.mergedWith(c.Key); err != nil {
				return err
			}
		}
		v.Place = place
		in.report.Figures[c.Key] = v
	}
	for _, k := range inOrder(e, parts) {
		if cell, ok := in.adding[k]; ok {
			v := in.sum(parts[k])
			if c, _ := e.Cell(k); v.IsNumber() {
				v = seenFigure(in.book, in.book.Code(cell), v.Number, c.Measure)
			}
			v.Place = in.report.Figures[k].Place
			in.report.Figures[k] = v
		}
	}
	return nil
}

// sum adds up the figures that are numbers, blank if none is.
func (in *reader) sum(keys []form.Key) model.Value {
	var total model.Total
	any := false
	for _, k := range keys {
		if v := in.report.Figure(k); v.IsNumber() {
			total.Add(v.Number)
			any = true
		}
	}
	if !any {
		return model.Value{}
	}
	return model.NumberValue(whole(total.Sum()))
}

// strayed lists the parts of a total that stand outside of the cells that it adds up.
func (in *reader) strayed(covered []cellref.Area, parts []form.Key) (list []model.Strayed) {
	var places []cellref.Position
	for _, part := range parts {
		spans := in.spansOf(part)
		if len(spans) == 0 {
			return nil
		}
		if at := spans[0].area.From; cellref.Contains(covered, at) {
			places = append(places, at)
		} else {
			list = append(list, model.Strayed{Key: part})
		}
	}
	if len(list) == 1 { // else it is not plain which one comes from where
		for _, a := range covered {
			for p := a.From; a.Contains(p); p = a.After(p) {
				if !slices.Contains(places, p) {
					list[0].Home = p.String()
				}
			}
		}
	}
	return list
}

// mergedWith is the cell that shows instead of a figure's, "" for none.
func (in *reader) mergedWith(k form.Key) (ref string, err error) {
	at := in.spansOf(k)[0]
	g, err := in.book.Grid(at.sheet.Part)
	if err != nil {
		return "", err
	}
	if first, ok := g.ShownInstead(at.area.From); ok {
		return first.String(), nil
	}
	return "", nil
}

// coveredBySum lists the areas that a formula of the template's making (sumFormula) adds up, nil for any other formula. Spaces do not
// count, nor that a reference is fixed.
func coveredBySum(text string) []cellref.Area {
	if len(text) > formula.MaxLength {
		return nil
	}
	for _, sign := range []string{" ", "$"} {
		text = strings.ReplaceAll(text, sign, "")
	}
	inside, isOwn := strings.CutPrefix(strings.ToUpper(text), "IF(COUNT(")
	counted, added, isSum := strings.Cut(inside, `)=0,"",SUM(`)
	if !isOwn || !isSum || added != counted+"))" {
		return nil
	}
	var covered []cellref.Area
	for ref := range strings.SplitSeq(counted, ",") {
		a, ok := cellref.ParseArea(ref)
		if !ok || len(covered) == maxSpans {
			return nil
		}
		covered = append(covered, a)
	}
	return covered
}

// addsUp tells whether a total still adds up what the template had it add up: its formula covers all parts, wherever they
// stand now, and beside them nothing but blank cells, as an inserted row leaves them.
func (in *reader) addsUp(k form.Key, covered []cellref.Area, parts []form.Key) (bool, error) {
	sheet := in.spansOf(k)[0].sheet
	own := make([]cellref.Position, 0, len(parts))
	for _, part := range parts {
		spans := in.spansOf(part)
		if len(spans) == 0 || spans[0].sheet != sheet || !cellref.Contains(covered, spans[0].area.From) {
			return false, nil
		}
		own = append(own, spans[0].area.From)
	}
	g, err := in.book.Grid(sheet.Part)
	if err != nil {
		return false, err
	}
	for _, c := range g.Cells {
		if cellref.Contains(covered, c.At) && !slices.Contains(own, c.At) {
			return false, nil
		}
	}
	return true, nil
}

// sumOf adds up the numbers in areas of a total's own sheet, blank if there are none.
func (in *reader) sumOf(total form.Key, areas []cellref.Area, m form.Measure) (model.Value, error) {
	g, err := in.book.Grid(in.spansOf(total)[0].sheet.Part)
	if err != nil {
		return model.Value{}, err
	}
	sum, any := decimal.Zero, false
	for _, c := range g.Cells {
		if !cellref.Contains(areas, c.At) {
			continue
		}
		if v := figureIn(in.book, c, m); v.IsNumber() {
			sum, any = sum.Add(v.Number), true
		}
	}
	if !any {
		return model.Value{}, nil
	}
	return model.NumberValue(whole(sum)), nil
}

// whole drops the zeros after the point of a count.
func whole(d decimal.Decimal) decimal.Decimal {
	if d.IsInteger() {
		return d.Truncate(0)
	}
	return d
}
